"""Texts of a REFI-QDA project -> documents, and the way in which places in them are counted.

The standard says code points; programs count what theirs count in, and the line ends and the byte
order mark of the file beside it or not. So the way is chosen for the whole file, by what fits, with
what is known of the program that wrote it as a hint (``offset_units.py``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import PurePosixPath

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming
from reviewer.domain.interchange import Brought
from reviewer.domain.refi import ORIGIN
from reviewer.domain.text import normalise
from reviewer.importers import take_bytes
from reviewer.importers.decoding import decode
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.offset_units import (
    Chosen,
    Counting,
    Place,
    Sample,
    Unit,
    best_of,
    is_said,
)
from reviewer.importers.interchange.refi.refi_parts import Selection, TextPart

_MARK = "\ufeff"
_STANDARD = Counting(Unit.CODE_POINTS)
_HINTS = {
    "nvivo": Counting(Unit.UTF16, mark_counts=False),
    "atlas": Counting(Unit.CODE_POINTS, crlf_is_two=False, mark_counts=False),
    "maxqda": Counting(Unit.UTF16, mark_counts=False),
}
"""How programs were seen to count, by a word in ``origin``."""
_WAYS = tuple(
    Counting(unit, crlf, mark, last)
    for last, unit, crlf, mark in product(
        (False, True), (Unit.CODE_POINTS, Unit.UTF16), (True, False), (True, False)
    )
)
_CUT_OFF = ("…", "...")
# What programs call a selection by themselves: "Quotation 6:1", "line:23", "12 - 45".
_BY_ITSELF = re.compile(r"(?:quotation|line|zitat)?[\s\d:.,()-]*", re.IGNORECASE)
_SLACK = 0.1  # by which a name may be shorter or longer than the words it repeats


@dataclass(slots=True)
class Document:
    """A text that is there, as the other program has it, with where its selections stand."""

    part: TextPart
    raw: str
    text: str
    places: Sequence[Place | None] = ()


@dataclass(slots=True)
class Documents:
    """The texts of a project; ``missing`` are those whose words are not in the file."""

    parcel: Parcel
    importer: tuple[str, int]
    ours: bool
    found: list[Document] = field(default_factory=list)
    missing: list[TextPart] = field(default_factory=list)
    empty: int = 0
    """How many texts without a word there are, and nothing else to read instead."""
    made_of_files: set[str] = field(default_factory=set)
    """Which of the missing were read from the files they were made of."""

    def bring(self, parts: Sequence[TextPart], names: Mapping[str, str]) -> Iterator[Brought]:
        """Give each text that is there as a document; ``names`` are those of files, by guid."""
        files = _by_name(self.parcel.names())
        for part in parts:
            raw, data = self._raw(part, files)
            if raw is None or not raw.removeprefix(_MARK).strip():
                self.missing.append(part)
                yield from self._instead(part, files, is_empty=raw is not None)
                continue
            name = names.get(part.guid) or part.name or PurePosixPath(part.path).name
            try:
                one = brought(
                    part.guid,
                    name or part.guid,
                    raw,
                    importer=self.importer,
                    said=Said(title=part.name),
                    original=data,
                )
            except Unreadable:
                self.missing.append(part)
                continue
            text = one.incoming.text
            self.found.append(Document(part, raw, raw if raw == text else text))
            yield one

    def notes(self, notes: Mapping[str, TextPart]) -> dict[str, str]:
        """Return the words of notes that lie in files of their own, by guid."""
        away = {guid: note for guid, note in notes.items() if note.content is None and note.path}
        files = _by_name(self.parcel.names()) if away else {}
        found = {guid: self._raw(note, files)[0] for guid, note in away.items()}
        return {guid: normalise(raw).text for guid, raw in found.items() if raw}

    def count(self, origin: str) -> Chosen:
        """Choose how places are counted, and turn all of them."""
        samples = [_sample(one) for one in self.found]
        if self.ours:
            chosen = best_of(samples, among=[_STANDARD])
        else:
            likely = [way for word, way in _HINTS.items() if word in origin.casefold()]
            chosen = best_of(samples, [*likely, _STANDARD], _WAYS)
        for one, sample in zip(self.found, samples, strict=True):
            places = iter(chosen.counting.places(sample.raw, sample.pairs))
            one.places = [
                next(places) if selection.place else None for selection in one.part.selections
            ]
        return chosen

    def _raw(self, part: TextPart, files: Mapping[str, str]) -> tuple[str | None, bytes | None]:
        """Return a text and the bytes it came in; nothing where it is not there or no text."""
        if part.content is not None:
            return part.content, None
        file = files.get(_base(part.path))
        if file is None:
            return None, None
        try:
            data = self.parcel.read(file)
            return _decoded(data, part.name or file), data
        except Unreadable:
            return None, None

    def _instead(
        self, part: TextPart, files: Mapping[str, str], *, is_empty: bool
    ) -> Iterator[Brought]:
        """Give the file that a text without words was made of, where it can be read."""
        file = files.get(_base(part.rich))
        try:
            name = part.name if PurePosixPath(part.name).suffix else part.rich
            taken = list(take_bytes(self.parcel.read(file), _base(name))) if file else []
        except Unreadable:
            taken = []
        if len(taken) == 1 and isinstance(taken[0], Incoming):
            self.made_of_files.add(part.guid)
            yield Brought(part.guid, taken[0])
        elif is_empty:
            self.empty += 1


def _decoded(data: bytes, name: str) -> str:
    """Return a text with its byte order mark; the standard says UTF-8, and so it mostly is."""
    with suppress(UnicodeDecodeError):
        return data.decode()
    decoded = decode(data, name)
    return (_MARK if decoded.mark else "") + decoded.text


def is_ours(origin: str) -> bool:
    """Say whether a file was written by us."""
    return origin.startswith(ORIGIN)


def is_by_itself(name: str) -> bool:
    """Say whether nobody gave a selection this name but the program."""
    return _BY_ITSELF.fullmatch(name) is not None


def repeats_words(selection: Selection) -> bool:
    """Say whether a selection's name seems to repeat its words, from its length alone."""
    name = selection.name.rstrip()
    if selection.place is None or is_by_itself(name):
        return False
    length = selection.place[1] - selection.place[0]
    if name.endswith(_CUT_OFF):
        return len(name) < length + len(_CUT_OFF[1])
    return abs(len(name) - length) <= max(2, _SLACK * length)


def quote_of(selection: Selection, text: str, place: Place | None) -> str:
    """Return the words a selection should have where they do not stand at its place."""
    if not repeats_words(selection) or selection.name.rstrip().endswith(_CUT_OFF):
        return ""
    if place and (
        is_said(text, place, selection.name)
        or text[slice(*place)].split() == selection.name.split()  # a name has no blanks at its ends
    ):
        return ""
    return selection.name


def whole_quote(selection: Selection) -> str:
    """Return a selection's words, where its name seems to be all of them."""
    name = selection.name
    return name if repeats_words(selection) and not name.rstrip().endswith(_CUT_OFF) else ""


def _sample(document: Document) -> Sample:
    placed = [one for one in document.part.selections if one.place]
    pairs = [one.place for one in placed if one.place]
    quotes = [one.name if repeats_words(one) else "" for one in placed]
    return Sample(document.raw, pairs, quotes)


def _by_name(names: Sequence[str]) -> dict[str, str]:
    """Return the files of a project by their bare names, those in its folder of sources first."""
    files: dict[str, str] = {}
    for name in sorted(names, key=lambda one: "sources/" not in one.casefold()):
        files.setdefault(_base(name), name)
    return files


def _base(path: str) -> str:
    """Return the bare name at the end of a path of any system, as names are compared."""
    return path.replace("\\", "/").rpartition("/")[2].casefold()
