"""Projects of Taguette (SQLite): its documents, tags and highlights.

A document is the page that Taguette made of it; its places are turned in ``taguette_text.py``. A
highlight may have several tags, or none: each tag of it is a passage here, and one without a tag
comes under a tag made for it. A file may hold several projects of several people; all are taken.

Decided: the words that Taguette keeps beside a highlight decide. Where others stand at its place
the passage is passed on with Taguette's, so that its place is found to be not certain.

Who highlighted what, and when, stands in the journal of commands alone; accounts are not taken.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.databases.cells import Row, line_in, number_in, words_in
from reviewer.importers.interchange.databases.dotted_names import tree_of
from reviewer.importers.interchange.databases.quoted import as_kept, letters
from reviewer.importers.interchange.databases.tag_order import parents_first
from reviewer.importers.interchange.databases.taguette_text import PageText, page_text
from reviewer.importers.interchange.offset_units import Place

_MOST_NAMED = 5  # projects in a doubt
_NOBODY = "admin"  # whom Taguette calls everybody on a computer of their own
_MADE = "highlight_add"  # of a command
_LONGEST_COMMAND = 100_000  # code points
_NO_TAG = "Highlight"

SEVERAL = N_(
    "“{name}” holds {count} projects ({projects}). All of them are taken; the title of a document "
    "begins with the name of its project."
)
NO_PROJECT = N_("There is no document in “{name}”. Look whether it is the project you meant.")
NO_WORDS = N_("Documents without words, which are passed over: {count}.")
NO_TAG = N_("Highlights without a tag, which come under the tag “{tag}”: {count}.")
LOST = N_("Highlights that lead to no document, tag or words in the file: {count}.")

_TABLES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "projects": ("id", "name"),
        "documents": ("id", "name", "description", "filename", "project_id", "contents"),
        "tags": ("id", "project_id", "path", "description"),
        "highlights": ("id", "document_id", "start_offset", "end_offset", "snippet"),
        "highlight_tags": ("highlight_id", "tag_id"),
        "commands": ("date", "user_login", "payload"),
    }
)


@dataclass(slots=True)
class _Document:
    """A document with its page, and the highlights in it."""

    key: str
    text: str
    page: PageText
    highlights: list[Row] = field(default_factory=list)


class _Project:
    """One file while it is taken."""

    def __init__(self, parcel: Parcel, importer: tuple[str, int]) -> None:
        self._name = shown(parcel.name)
        self._importer = importer
        self._tables = parcel.tables
        self._documents: dict[int | None, _Document] = {}
        self._brought = 0
        self._made = _made_by(self._table("commands"))
        self._tree = tree_of(line_in(row, "path") for row in self._table("tags"))
        self._without_words = self._lost = self._untagged = 0

    def all(self) -> Iterator[Given]:
        projects = self._projects()
        for row in self._table("documents"):
            yield from self._document(row, projects.get(number_in(row, "project_id"), ""))
        if not self._documents:
            raise Unreadable(NO_PROJECT, name=self._name)
        yield from self._notes()
        yield from parents_first(self._tags())
        yield from self._passages()
        yield from self._doubts(projects)

    def _table(self, name: str) -> Sequence[Row]:
        return self._tables.get(name, ())

    def _projects(self) -> dict[int | None, str]:
        """Return the names of the projects that have documents; nothing where there is only one."""
        used = {number_in(row, "project_id") for row in self._table("documents")}
        names = {number_in(row, "id"): line_in(row, "name") for row in self._table("projects")}
        return {key: names.get(key) or str(key) for key in used} if len(used) > 1 else {}

    def _document(self, row: Row, project: str) -> Iterator[Brought]:
        number, name = number_in(row, "id"), line_in(row, "name")
        source = words_in(row, "contents")
        self._brought += 1
        page = page_text(source)
        try:
            found = brought(
                f"document {self._brought}",
                line_in(row, "filename") or name,
                page.text,
                importer=self._importer,
                said=Said(title=f"{project}: {name}" if project else name),
                media_type="text/html",
                original=source.encode("utf-8", "surrogatepass"),
            )
        except Unreadable:
            self._without_words += 1
            return
        self._documents[number] = _Document(found.key, found.incoming.text, page)
        yield found

    def _notes(self) -> Iterator[GivenRow]:
        for row in self._table("documents"):
            document = self._documents.get(number_in(row, "id"))
            note = words_in(row, "description").strip()
            if document and note:
                yield GivenRow({"row": "document", "document": document.key, "note": note})

    def _tags(self) -> Iterator[GivenRow]:
        for row in self._table("tags"):
            branch = self._tree[line_in(row, "path")]
            if branch.name:
                values = {"row": "tag", "name": branch.name, "parent": branch.parent}
                definition = words_in(row, "description").strip()
                yield GivenRow({**values, "definition": definition}, f"tags {number_in(row, 'id')}")

    def _passages(self) -> Iterator[GivenRow]:
        tags = self._tags_of_highlights()
        for row in self._table("highlights"):
            document = self._documents.get(number_in(row, "document_id"))
            if document is None:
                self._lost += 1
            else:
                document.highlights.append(row)
        for document in self._documents.values():
            places = document.page.places(
                [
                    (_offset(row, "start_offset"), _offset(row, "end_offset"))
                    for row in document.highlights
                ]
            )
            for row, place in zip(document.highlights, places, strict=True):
                yield from self._highlight(document, row, place, tags)

    def _tags_of_highlights(self) -> dict[int | None, dict[str, None]]:
        names = {
            number_in(row, "id"): self._tree[line_in(row, "path")].name
            for row in self._table("tags")
        }
        found: dict[int | None, dict[str, None]] = {}
        for row in self._table("highlight_tags"):
            name = names.get(number_in(row, "tag_id"))
            if name:
                found.setdefault(number_in(row, "highlight_id"), {})[name] = None
        return found

    def _highlight(
        self,
        document: _Document,
        row: Row,
        place: Place | None,
        tags: Mapping[int | None, Mapping[str, None]],
    ) -> Iterator[GivenRow]:
        number = number_in(row, "id")
        where = _where(document.text, place, as_kept(page_text(words_in(row, "snippet")).text))
        if not where:
            self._lost += 1
            return
        names = tags.get(number)
        self._untagged += not names
        for name in names or (_NO_TAG,):
            yield GivenRow(
                {
                    "row": "passage",
                    "document": document.key,
                    "tag": name,
                    **where,
                    **self._made.get(number, {}),
                },
                f"highlights {number}",
            )

    def _doubts(self, projects: Mapping[int | None, str]) -> Iterator[Doubt]:
        if projects:
            named = sorted(projects.values())
            several = ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
            yield Doubt(
                SEVERAL,
                {"name": self._name, "count": len(projects), "projects": shown(several)},
            )
        if self._without_words:
            yield Doubt(NO_WORDS, {"count": self._without_words})
        if self._untagged:
            yield Doubt(NO_TAG, {"count": self._untagged, "tag": _NO_TAG})
        if self._lost:
            yield Doubt(LOST, {"count": self._lost})


def _made_by(commands: Sequence[Row]) -> dict[int | None, dict[str, str]]:
    """Return who made each highlight first, and when (Taguette writes UTC), as rows have it."""
    found: dict[int | None, dict[str, str]] = {}
    for row in commands:
        login, payload = line_in(row, "user_login"), words_in(row, "payload")
        if not login or login == _NOBODY or _MADE not in payload[:_LONGEST_COMMAND]:
            continue
        with suppress(ValueError, RecursionError):
            values = json.loads(payload)
            if isinstance(values, dict) and values.get("type") == _MADE:
                made = {"analyst": login, "created": f"{line_in(row, 'date')}+00:00"}
                found.setdefault(number_in(values, "highlight_id"), made)
    return found


def _offset(row: Row, column: str) -> int:
    found = number_in(row, column)
    return -1 if found is None else found


def _where(text: str, place: Place | None, words: str) -> dict[str, object]:
    """Return where a highlight stands, by place, words, or both; nothing where neither is known.

    Ends of lines do not stand in the words that Taguette keeps, so only letters are compared.
    """
    start, end = place or (0, 0)
    if start == end:
        return {"quote": words} if letters(words) else {}
    same = "".join(letters(words)) == "".join(letters(text[start:end]))
    quote = text[start:end] if same or not words else words
    return {"start": start, "end": end, "quote": quote}


@dataclass(frozen=True, slots=True)
class TaguetteProject:
    """Reads the database of Taguette, of its server or of one exported project."""

    key: str = "taguette"
    title: str = N_("Taguette project")
    suffixes: tuple[str, ...] = (".sqlite3", ".sqlite", ".db")
    version: int = 1

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """The tables that are read."""
        return _TABLES

    def claims(self, parcel: Parcel) -> bool:
        """Say whether there are documents with highlights."""
        return {"documents", "tags", "highlights", "highlight_tags"} <= parcel.tables.keys()

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give its documents and what is highlighted; raises ``Unreadable`` where there is none."""
        yield from _Project(parcel, (self.key, self.version)).all()


PROJECT: ProjectImporter = TaguetteProject()
