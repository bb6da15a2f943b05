"""Projects of QualCoder (``X.qda/data.qda``, SQLite, of all versions up to 17), also packed.

A source with words is a document; codes and categories are tags, categories above their codes; a
coded text is a passage with its memo as a note, *important* is *follow up*. An annotation, which
has no code, comes under a tag made for it. What several people coded alike is one passage, of the
first of them, with the notes of all. What is said of files stands in ``qualcoder_about.py``.

Times have no zone in the file; they are read as this computer's, and that is said. Not taken: what
is coded in pictures, sound and film, journals and graphs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from mimetypes import guess_type
from types import MappingProxyType

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.bringing import brought
from reviewer.importers.interchange.databases.cells import Row, line_in, number_in, words_in
from reviewer.importers.interchange.databases.qualcoder_about import Abouts
from reviewer.importers.interchange.databases.qualcoder_codes import codes_of
from reviewer.importers.interchange.databases.qualcoder_places import USUAL, stands

NO_PROJECT = N_("There is no text in “{name}”: only pictures, sound or film, or nothing at all.")
NO_WORDS = N_("Files without words (pictures, sound, film), which are passed over: {count}.")
OTHER_CODINGS = N_("Codings of pictures, sound and film, which are passed over: {count}.")
JOURNALS = N_("Journal entries and memos of the project, which are passed over: {count}.")
LOST = N_("Codings that lead to no text, code or place in the file, passed over: {count}.")
ALIKE = N_("Codings of the same words with the same code, joined to the first of them: {count}.")
COUNTED = N_("Passages whose places are counted in another way than usual ({reading}): {count}.")
NOTED = N_("Cases and attributes, which stand in the notes of their documents: {count}.")
NO_ZONE = N_("Times without a zone, which are read as times of this computer: {count}.")
RENAMED = N_("Tags that are called otherwise than in the file, for two had one name: {count}.")
MORE = N_("Other projects beside this one, which are not read; import them by themselves: {count}.")
NO_ORIGINALS = N_("Files that were too large to be kept beside their words: {count}.")

MOST_ORIGINALS = 500_000_000  # bytes of all files that are kept beside their words
_NOBODY = "default"  # whom QualCoder calls a coder who gave no name
_ORIGINALS = "documents/"
_TABLES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "project": ("databaseversion", "memo"),
        "source": ("id", "name", "fulltext", "memo", "risid"),
        "code_name": ("cid", "name", "memo", "catid", "color", "supercid"),
        "code_cat": ("catid", "name", "memo", "supercatid"),
        "code_text": (
            *("ctid", "cid", "fid", "seltext", "pos0", "pos1"),
            *("owner", "date", "memo", "important"),
        ),
        "annotation": ("anid", "fid", "pos0", "pos1", "memo", "owner", "date"),
        "attribute": ("name", "attr_type", "value", "id"),
        "cases": ("caseid", "name", "memo"),
        "case_text": ("caseid", "fid"),
        "code_image": ("imid", "owner"),
        "code_av": ("avid", "owner"),
        "journal": ("jid", "jentry"),
        "ris": ("risid", "tag", "value"),
    }
)


@dataclass(slots=True)
class _Coding:
    """A passage to be; ``made`` says by whom and when, ``at`` is where it stood in the file."""

    pair: tuple[int, int]
    quote: str
    tag: str
    made: Mapping[str, str]
    at: str
    notes: dict[str, None] = field(default_factory=dict)
    important: bool = False


class _Project:
    """One project while it is taken."""

    def __init__(self, parcel: Parcel, importer: tuple[str, int]) -> None:
        self._parcel = parcel
        self._importer = importer
        self._abouts = Abouts(parcel.tables)
        self._codes = codes_of(parcel.tables)
        self._codings: dict[int | None, dict[tuple[object, ...], _Coding]] = {}
        self._counts: Counter[str] = Counter()
        self._ways: Counter[str] = Counter()
        self._files = frozenset(parcel.names())
        databases = parcel.ending("data.qda")
        self._folder = databases[0][: -len("data.qda")] if databases else ""
        self._counts[MORE] = max(len(databases) - 1, 0)
        self._brought = 0
        self._room = MOST_ORIGINALS

    def all(self) -> Iterator[Given]:
        """Give documents, what is said of them, tags, passages, and doubts."""
        notes: dict[str, str] = {}
        texts: list[tuple[Row, Brought]] = []
        for row in self._table("source"):
            try:
                found = self._document(row, notes)
            except Unreadable:
                self._counts[NO_WORDS] += 1
            else:
                texts.append((row, found))
                yield found
        if not texts:
            raise Unreadable(NO_PROJECT, name=shown(self._parcel.name))
        for key, note in notes.items():
            yield GivenRow({"row": "document", "document": key, "note": note})
        yield from self._tags()
        for row, document in texts:
            codings = self._codings.pop(number_in(row, "id"), {})
            yield from self._passages(document, words_in(row, "fulltext"), [*codings.values()])
        yield from self._doubts()

    def _table(self, name: str) -> Sequence[Row]:
        return self._parcel.tables.get(name, ())

    def _document(self, row: Row, notes: dict[str, str]) -> Brought:
        name = line_in(row, "name")
        self._brought += 1
        about, original = self._abouts.of(row), self._original(name)
        found = brought(
            f"source {self._brought}",
            name,
            words_in(row, "fulltext"),
            importer=self._importer,
            said=about.said(name),
            media_type=(guess_type(name)[0] if original else None) or "text/plain",
            original=original,
        )
        if about.note:
            notes[found.key] = about.note
        return found

    def _original(self, name: str) -> bytes | None:
        """Return the file the words were read from, where it lies in the folder."""
        path = f"{self._folder}{_ORIGINALS}{name}"
        if path not in self._files:
            return None
        with suppress(Unreadable):
            data = self._parcel.read(path)
            if len(data) <= self._room:
                self._room -= len(data)
                return data
        self._counts[NO_ORIGINALS] += 1
        return None

    def _tags(self) -> Iterator[GivenRow]:
        yield from self._codes.rows
        for row in self._table("code_text"):
            self._code(row, self._codes.names.get(number_in(row, "cid"), ""), "ctid")
        for row in self._table("annotation"):
            self._code(row, self._codes.annotation, "anid")

    def _code(self, row: Row, tag: str, number: str) -> None:
        """Sort a coding in, with its text and with those that are alike."""
        start, end = number_in(row, "pos0"), number_in(row, "pos1")
        if not tag or start is None or end is None:
            self._counts[LOST] += 1
            return
        table = "code_text" if number == "ctid" else "annotation"
        here = self._codings.setdefault(number_in(row, "fid"), {})
        at = f"{table} {line_in(row, number)}"
        coding = _Coding((start, end), words_in(row, "seltext"), tag, self._made(row), at)
        known = here.setdefault((start, end, tag), coding)
        self._counts[ALIKE] += known is not coding
        known.important |= number_in(row, "important") == 1
        if note := words_in(row, "memo").strip():
            known.notes[note] = None

    def _made(self, row: Row) -> dict[str, str]:
        owner, date = line_in(row, "owner"), line_in(row, "date")
        if not owner or owner == _NOBODY:
            return {}
        with suppress(ValueError, OverflowError, OSError):
            created = datetime.fromisoformat(date)
            self._counts[NO_ZONE] += created.tzinfo is None
            return {"analyst": owner, "created": created.astimezone().isoformat()}
        return {"analyst": owner}

    def _passages(
        self, document: Brought, raw: str, codings: Sequence[_Coding]
    ) -> Iterator[GivenRow]:
        pairs, quotes = [one.pair for one in codings], [one.quote for one in codings]
        found = stands(raw, document.incoming.text, pairs, quotes)
        for coding, one in zip(codings, found, strict=True):
            self._ways[str(one.way)] += one.way != USUAL
            self._counts[LOST] += not one.where
            if one.where:
                values = {**one.where, **coding.made, "row": "passage", "document": document.key}
                values |= {"tag": coding.tag, "note": "\n\n".join(coding.notes)}
                yield GivenRow({**values, "follow_up": coding.important}, coding.at)

    def _doubts(self) -> Iterator[Doubt]:
        counts = self._counts
        counts[LOST] += sum(map(len, self._codings.values()))
        counts[OTHER_CODINGS] = len(self._table("code_image")) + len(self._table("code_av"))
        memos = [*_said(self._table("journal"), "jentry"), *_said(self._table("project"), "memo")]
        counts[JOURNALS] = len(memos)
        counts[NOTED] = self._abouts.in_notes
        counts[RENAMED] = self._codes.renamed
        for message, count in counts.items():
            if count:
                yield Doubt(message, {"count": count})
        for reading, count in self._ways.items():
            if count:
                yield Doubt(COUNTED, {"count": count, "reading": reading})


def _said(rows: Sequence[Row], column: str) -> list[str]:
    return [words for row in rows if (words := words_in(row, column).strip())]


@dataclass(frozen=True, slots=True)
class QualCoderProject:
    """Reads the folder of a project, or the database in it alone."""

    key: str = "qualcoder"
    title: str = N_("QualCoder project")
    suffixes: tuple[str, ...] = (".qda", ".zip")
    version: int = 1

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """The tables that are read."""
        return _TABLES

    def claims(self, parcel: Parcel) -> bool:
        """Say whether there are texts and codes."""
        return {"source", "code_name", "code_text"} <= parcel.tables.keys()

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give its texts and what is coded in them; raises ``Unreadable`` where there is none."""
        yield from _Project(parcel, (self.key, self.version)).all()


PROJECT: ProjectImporter = QualCoderProject()
