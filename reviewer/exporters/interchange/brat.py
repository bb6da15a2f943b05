"""brat: an archive with a text and its annotations (standoff) for every document.

Passages are text-bound annotations (``T``) by their tags, links within a text relations (``R``),
notes brat's own notes (``#``); what is one word or number of a record or of a field of one's own is
an attribute (``A``). ``annotation.conf`` says what there is, tags under tags, and ``visual.conf``
what tags are really called: brat allows plain letters in names only. Places are code points of the
text, as brat counts; a passage over several lines is in pieces, as brat has it.

``reviewer.jsonl`` goes along: brat passes over files of other names. Each line has what is said of
a document beyond its two files (``exporters/interchange/along.py``), the last one the true names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reviewer.domain.exporting import About
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LINK_TYPE_LABELS, LinkType
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.spans import Span
from reviewer.domain.tags import Tag
from reviewer.domain.words import N_
from reviewer.exporters.interchange import ProjectFormat
from reviewer.exporters.interchange.along import (
    GoingText,
    Parcelled,
    Row,
    gone_along,
)
from reviewer.exporters.tables.columns import FORMAT
from reviewer.exporters.written import json_line

ALONG = "reviewer.jsonl"
FOLLOW_UP = "Follow_up"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ONE_WORD = re.compile(r"[A-Za-z0-9._-]{1,60}")
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME = 40  # letters
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")


class Brat:
    """brat standoff, with its configuration."""

    key, title, suffix = "brat", N_("brat (standoff, archive)"), ".zip"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write the archive; returns what went out. Raises ``Cancelled``."""
        del about  # brat has no place for it
        parcelled = Parcelled(project, progress, "brat", seen=("note", "follow_up"))
        with TemporaryFile() as along, ZipFile(target, "w", ZIP_DEFLATED) as archive:
            written = _Written(archive, along, Names(list(project.tags())))
            for text in parcelled.texts():
                written.document(text)
            written.names()
        return parcelled.sent()


PROJECT: ProjectFormat = Brat()


class Names:
    """What tags and attributes are called where plain letters only are allowed, no two alike."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._tags = list(tags)
        self._taken = {str(kind) for kind in LinkType} | {FOLLOW_UP}
        self.types = {one.name: self._new(one.name, f"Tag_{one.id}") for one in self._tags}
        self.attributes: dict[tuple[str, str], str] = {("follow_up", ""): FOLLOW_UP}
        self.values: dict[str, dict[str, None]] = {FOLLOW_UP: {}}

    def tag(self, name: str) -> str:
        """Return what a tag is called."""
        if name not in self.types:
            self.types[name] = self._new(name, "Tag")
        return self.types[name]

    def attribute(self, kind: str, name: str, value: str) -> str:
        """Return what a field is called, and keep the value among those it can have."""
        if (kind, name) not in self.attributes:
            self.attributes[kind, name] = self._new(name, "Field")
            self.values[self.attributes[kind, name]] = {}
        found = self.attributes[kind, name]
        if value:
            self.values[found][value] = None
        return found

    def hierarchy(self) -> Iterator[str]:
        """Give the lines of tags, those under others behind tabs."""
        depths: dict[int, int] = {}
        for one in self._tags:
            depths[one.id] = depths.get(one.parent, -1) + 1 if one.parent else 0
            yield "\t" * depths[one.id] + self.types[one.name]
        listed = {one.name for one in self._tags}
        yield from (safe for name, safe in self.types.items() if name not in listed)

    def _new(self, name: str, otherwise: str) -> str:
        plain = plainly(name) or otherwise
        found, number = plain, 1
        while found.casefold() in map(str.casefold, self._taken):
            number += 1
            found = f"{plain}_{number}"
        self._taken.add(found)
        return found


@dataclass
class _Written:
    """The archive under way; what goes along is kept aside until all of it is there."""

    archive: ZipFile
    along: IO[bytes]
    known: Names

    def document(self, text: GoingText) -> None:
        """Write a text and its annotations, and keep what goes along with them."""
        stem = "-".join(filter(None, (f"{text.number:04d}", plainly(text.title).casefold())))
        self._file(f"{stem}.txt", text.text)
        self._file(f"{stem}.ann", "".join(f"{line}\n" for line in _lines(text, self.known)))
        gone = {"file": stem, "name": text.name, "title": text.title, "reviewer": gone_along(text)}
        self.along.write(json_line(gone).encode())

    def names(self) -> None:
        """Write what there is in the files, and what goes along with them."""
        self._file("annotation.conf", _annotation_conf(self.known))
        self._file("visual.conf", _visual_conf(self.known))
        last = {
            "format": FORMAT,
            "types": {safe: name for name, safe in self.known.types.items()},
            "attributes": {safe: list(of) for of, safe in self.known.attributes.items()},
        }
        self.along.write(json_line(last).encode())
        self.along.seek(0)
        with self.archive.open(_entry(ALONG), "w", force_zip64=True) as file:
            copyfileobj(self.along, file)

    def _file(self, name: str, words: str) -> None:
        with self.archive.open(_entry(name), "w", force_zip64=True) as file:
            file.write(words.encode())


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name, _LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    return info


def plainly(name: str) -> str:
    """Return a name in plain letters and digits, as far as it has any."""
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NO_LETTER.sub("_", letters)[:_LONGEST_NAME].strip("_")


def one_line(words: str) -> str:
    """Return words on a line of a file of annotations, whatever a reader takes for its end."""
    return _BREAKS.sub(" ", words)


def shown(row: Row) -> Iterator[tuple[str, str, str]]:
    """Give what of a passage's row is one word or a number: where it stands, its name and value.

    What is yes or nothing has no value.
    """
    if row.get("follow_up") is True:
        yield "follow_up", "", ""
    for kind in ("record", "fields"):
        values = row.get(kind)
        for key, value in values.items() if isinstance(values, Mapping) else ():
            if value is True:
                yield kind, key, ""
            elif isinstance(value, str | int) and _ONE_WORD.fullmatch(str(value)):
                yield kind, key, str(value)


def pieces(span: Span, quote: str) -> list[tuple[int, int]]:
    """Return where a passage stands, line by line: brat lets no annotation run over a line's end.

    One that begins or ends with a line's end stays whole, so that it is the same when it is back.
    """
    if quote != quote.strip("\n"):
        return [(span.start, span.end)]
    lines = re.finditer("[^\n]+", quote)
    return [(span.start + one.start(), span.start + one.end()) for one in lines]


def _lines(text: GoingText, known: Names) -> Iterator[str]:
    called = {}
    attributes = notes = 0
    for number, one in enumerate(text.passages, start=1):
        called[one.key] = f"T{number}"
        place = ";".join(f"{start} {end}" for start, end in pieces(one.span, one.quote))
        yield f"T{number}\t{known.tag(one.tag)} {place}\t{one_line(one.quote)}"
        for kind, name, value in shown(one.row):
            attributes += 1
            attribute = known.attribute(kind, name, value)
            yield " ".join(filter(None, (f"A{attributes}\t{attribute}", f"T{number}", value)))
        if note := one_line(str(one.row.get("note") or "")).strip():
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{number}\t{note}"
    for number, link in enumerate(text.links, start=1):
        ends = f"Arg1:{called[str(link['from'])]} Arg2:{called[str(link['to'])]}"
        yield f"R{number}\t{link['type']} {ends}\t"
        if note := one_line(str(link.get("note") or "")).strip():
            notes += 1
            yield f"#{notes}\tAnnotatorNotes R{number}\t{note}"


def _annotation_conf(known: Names) -> str:
    relations = [f"{kind}\tArg1:<ENTITY>, Arg2:<ENTITY>" for kind in LinkType]
    attributes = [
        f"{name}\tArg:<ENTITY>" + (f", Value:{'|'.join(values)}" if values else "")
        for name, values in known.values.items()
    ]
    sections = {
        "entities": [*known.hierarchy()],
        "relations": relations,
        "events": [],
        "attributes": attributes,
    }
    return "\n".join(line for name, lines in sections.items() for line in (f"[{name}]", *lines, ""))


def _visual_conf(known: Names) -> str:
    labels = {safe: name for name, safe in known.types.items()}
    labels |= {str(kind): label for kind, label in LINK_TYPE_LABELS.items()}
    lines = [f"{safe} | {one_line(name).replace('|', '¦')}" for safe, name in labels.items()]
    return "\n".join(["[labels]", *lines, "", "[drawing]", ""])
