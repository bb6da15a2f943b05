"""Projects of the REFI-QDA standard (QDPX), as NVivo, ATLAS.ti, MAXQDA, QualCoder and others do.

They all depart from the standard, each in its own way: in what the project's file and the folder of
sources are called, in the namespace, in what positions count, in what is in the archive at all. So
everything is looked for where it might be, and what is not there is said, with numbers.

Decided: a selection with several codes is a passage for each of them; one without a code comes
under a tag made for it, because what somebody marked is work. A passage whose text is not in the
file comes with its words, where its name repeats them, and without them it stays behind: a place
in a text that nobody has seen proves nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Doubt, Given, GivenRow
from reviewer.domain.refi import DETAILS, KEYS
from reviewer.domain.tags import LONGEST_DEFINITION
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.along import Tally
from reviewer.importers.interchange.refi.refi_codes import (
    Code,
    altered,
    keys_of,
    meaning,
    named,
    records_of,
    sure_colour,
    unescaped_code,
)
from reviewer.importers.interchange.refi.refi_notes import RefiNotes
from reviewer.importers.interchange.refi.refi_parts import RefiParts, parts_of
from reviewer.importers.interchange.refi.refi_passages import Passages
from reviewer.importers.interchange.refi.refi_rows import CaseRows, described, name_of
from reviewer.importers.interchange.refi.refi_sources import Documents, is_ours

_PROJECT_FILE = "project.qde"
_SUFFIX = ".qde"

_NO_PROJECT = N_(
    "“{name}” is no REFI-QDA project: there is no file in it that ends in .qde. Export it again "
    "from the program it came from."
)
_NOTHING = N_("Nothing is marked in “{name}”. Codes in it: {codes}; documents: {texts}.")
_RENAMED = N_("Codes that are called otherwise here, since a tag has a name of its own: {count}.")
_CUT_OFF = N_("Codes whose description is too long and is cut off at the end: {count}.")
_MISSING = N_(
    "Documents whose words are not in the file: {count}. Passages in them come where their words "
    "are given; import the documents first."
)
_EMPTY = N_("Documents without words, which are passed over: {count}.")
_MADE_OF_FILES = N_(
    "Documents without their plain text, which are read from the files they were made of: {count}."
)
_MEDIA = {
    "PDFSource": N_("PDF documents without their text, left out (import the files): {count}."),
    "PictureSource": N_("Pictures, left out since only texts are taken over: {count}."),
    "AudioSource": N_("Recordings, left out since only texts are taken over: {count}."),
    "VideoSource": N_("Films, left out since only texts are taken over: {count}."),
}
_MARKED = N_("Places marked in pictures, pages, recordings and films, left out: {count}.")
_ON_WHOLES = N_("Codes on whole documents, left out since a tag is on words here: {count}.")
_NOTES = N_("Notes on nothing that comes over, left out: {count}.")
_GROUPS = N_("Sets, drawings and cases, left out: {count}.")
_VALUES = N_("Documents of which variables say something that is left out: {count}.")


class RefiProject:
    """Projects of the REFI-QDA standard; ``version`` goes into the project with each document."""

    key, title, version = "refi_project", N_("QDA project (REFI-QDA)"), 1
    suffixes = (".qdpx", ".qde", ".zip")
    tables: Mapping[str, Sequence[str]] = MappingProxyType({})

    def claims(self, parcel: Parcel) -> bool:
        """Say whether there is a project's file in it."""
        with suppress(Unreadable):
            return bool(_project_file(parcel))
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give the documents, then codes, passages and all the rest; raises ``Unreadable``."""
        file = _project_file(parcel)
        if not file:
            raise Unreadable(_NO_PROJECT, name=shown(parcel.name))
        with parcel.opened(file) as opened:
            parts = parts_of(opened, shown(file), shown(parcel.name))
        return _Taking(parcel, parts, (self.key, self.version)).all()


PROJECT: ProjectImporter = RefiProject()


def _project_file(parcel: Parcel) -> str:
    """Return the name of the project's file: the one that lies highest, whatever it is called."""
    found = [one for one in parcel.ending(_SUFFIX) if not one.rpartition("/")[2].startswith("._")]
    found.sort(key=lambda one: (one.count("/"), one.casefold() != _PROJECT_FILE))
    return found[0] if found else ""


class _Taking:
    """One project while it is taken."""

    def __init__(self, parcel: Parcel, parts: RefiParts, importer: tuple[str, int]) -> None:
        self._name = shown(parcel.name)
        self._parts = parts
        self._ours = is_ours(parts.origin)
        self._tally = Tally()
        self._documents = Documents(parcel, importer, self._ours)
        self._cases = CaseRows()
        for case in parts.cases:
            self._cases.take(case)

    def all(self) -> Iterator[Given]:
        parts, documents = self._parts, self._documents
        names = {part.guid: name_of(part) for part in parts.texts}
        yield from documents.bring(parts.texts, names)
        chosen = documents.count(parts.origin)
        notes = RefiNotes.of(parts, documents.notes(parts.notes), ours=self._ours)
        codes = self._codes()
        yield from self._tags(codes, notes)
        yield from self._cases.rows
        yield from self._described(notes)
        tags = {code.guid: code.name for code in codes}
        passages = Passages(tags, parts.users, notes, self._cases, parts.links, self._tally)
        yield from passages.of_documents(documents.found)
        for part in documents.missing:
            came = part.guid in documents.made_of_files
            yield from passages.of_missing(part, part.guid if came else part.name or part.guid)
        yield from passages.all_links()
        if not passages.count:
            counts = {"codes": len(codes), "texts": len(parts.texts)}
            yield Doubt(_NOTHING, {"name": self._name, **counts})
        elif chosen.total and not self._ours and (doubt := chosen.doubt()):
            yield doubt
        self._count(notes)
        yield from self._tally.doubts()

    def _codes(self) -> list[Code]:
        codes = [unescaped_code(one) if self._ours else one for one in self._parts.codes]
        found = named(codes)
        self._tally.add(_RENAMED, count=altered(codes, found))
        return found

    def _tags(self, codes: list[Code], notes: RefiNotes) -> Iterator[GivenRow]:
        groups = self._parts.groups if self._ours else []
        records, keys = records_of(groups), keys_of(groups)
        names = {code.guid: code.name for code in codes}
        for code in codes:
            told = notes.words(code.notes, code.description)
            self._tally.add(_CUT_OFF, count=len(told) > LONGEST_DEFINITION)
            row = {
                "name": code.name,
                "parent": names.get(code.parent, ""),
                "definition": meaning(told),
                "colour": sure_colour(code.colour, ours=self._ours),
                "record": records.get(code.guid, ""),
                "key": keys.get(code.guid, ""),
            }
            said = {key: value for key, value in row.items() if value}
            yield GivenRow({"row": "tag", **said}, code.guid)

    def _described(self, notes: RefiNotes) -> Iterator[GivenRow]:
        for part in (*(one.part for one in self._documents.found), *self._documents.missing):
            row = described(part)
            note = notes.words(notes.on(part.guid, part.notes), part.description)
            if row is not None:
                yield row
            elif note and part not in self._documents.missing:
                yield GivenRow({"row": "document", "document": part.guid, "note": note}, part.guid)
            if row is None and part.values:
                self._tally.add(_VALUES)

    def _count(self, notes: RefiNotes) -> None:
        parts, documents, add = self._parts, self._documents, self._tally.add
        with_words = len(documents.missing) - documents.empty - len(documents.made_of_files)
        add(_MISSING, count=with_words)
        add(_EMPTY, count=documents.empty)
        add(_MADE_OF_FILES, count=len(documents.made_of_files))
        taken = Counter(one.medium for one in parts.texts)
        for kind, words in _MEDIA.items():
            beside = taken[kind] if kind == "PDFSource" else 0
            add(words, count=max(parts.counted[kind] - beside, 0))
        seen = {one.guid for part in parts.texts for one in part.selections}
        add(_MARKED, count=len(parts.marked.keys() - seen))
        add(_ON_WHOLES, count=parts.counted["Coding"])
        add(_NOTES, count=len(parts.notes.keys() - notes.used))
        own = sum(one.name == KEYS or one.name.startswith(DETAILS) for one in parts.groups)
        sets = parts.counted["Set"] - (own if self._ours else 0)
        add(_GROUPS, count=sets + parts.counted["Graph"] + self._cases.foreign)
