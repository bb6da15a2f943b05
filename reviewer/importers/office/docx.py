"""Word documents (DOCX): text, tables, boxes, charts, notes, comments; headers and footers once.

Headers stand above the text and footers below it, as furniture; then come the notes, each with the
mark that stands for it in the text, and at the end the comments, with who made them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind, Reading, Taken
from reviewer.domain.words import N_
from reviewer.importers import Importer, properties, remarks, shown
from reviewer.importers.office.blocks import Block, BlockWriter, Group, headed
from reviewer.importers.office.docx_package import BODIES, Package, short, value_of
from reviewer.importers.office.docx_text import Walk
from reviewer.importers.office.office_document import document, once
from reviewer.importers.safe_xml import blocks
from reviewer.importers.writing import Writing
from reviewer.importers.zipped import DAMAGED, Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PROPERTIES = {
    "title": properties.title,
    "creator": properties.author,
    "created": properties.moment,
    "modified": properties.moment,
}


@dataclass(frozen=True, slots=True)
class DocxImporter:
    """Reads what Word and programs like it save."""

    key: str = "docx"
    title: str = N_("Word document")
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")
    guarded: bool = True
    version: int = 2

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:  # noqa: ARG002
        """Give the document; raises ``Unreadable`` where it is none, or is made to harm."""
        try:
            yield self._read(data, name)
        except RecursionError as fault:
            raise Unreadable(remarks.TOO_DEEP, name=shown(name)) from fault

    def _read(self, data: bytes, name: str) -> Incoming:
        zipped = Zipped(data, name)
        package = Package(zipped, name)
        walk = Walk(package)
        writing = Writing(data, name)
        writer = BlockWriter(writing)
        writer.write(_edges(package, walk, "header", PartKind.HEADER, FurnitureKind.HEADER))
        with zipped.opened(zipped.part(package.main)) as file:
            found = blocks(file, BODIES, part=package.main, name=name)
            walk.in_main = True
            writer.write(walk.blocks(_all_of(found, name)))
            walk.in_main = False
        writer.write(_edges(package, walk, "footer", PartKind.FOOTER, FurnitureKind.FOOTER))
        for kind in ("footnotes", "endnotes"):
            writer.write(_notes(package, walk, kind))
        writer.write(_comments(package, walk))
        return document(
            writing,
            name,
            importer=(self.key, self.version),
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            stated=_readings(package),
            skipped=walk.skipped,
        )


def _all_of(found: "Iterator[Element]", name: str) -> "Iterator[Element]":
    """Give elements as they come; refuse a file that has none, which is of another kind."""
    there = False
    for element in found:
        there = True
        yield element
    if not there:
        raise Unreadable(DAMAGED, name=shown(name))


def _edges(
    package: Package, walk: Walk, kind: str, part: PartKind, furniture: FurnitureKind
) -> Iterator[Block]:
    return once(
        Group(part, list(walk.blocks(root)), furniture=furniture) for root in package.roots(kind)
    )


def _notes(package: Package, walk: Walk, kind: str) -> Iterator[Block]:
    elements = {value_of(one, "id"): one for root in package.roots(kind) for one in root}
    for which, key, label in list(walk.notes.order):
        if which == kind and key in elements:
            found = list(walk.blocks(elements[key]))
            yield Group(PartKind.FOOTNOTE, headed(f"[{label}]", found), label)


def _comments(package: Package, walk: Walk) -> Iterator[Block]:
    for root in package.roots("comments"):
        for one in root:
            if short(str(one.tag)) == "w:comment":
                author = " ".join(value_of(one, "author").split())
                found = list(walk.blocks(one))
                yield Group(PartKind.COMMENT, headed(f"{author}:" if author else "", found), author)


def _readings(package: Package) -> list[Reading]:
    root = package.root(package.core) if package.core else None
    words = {
        str(one.tag).rpartition("}")[2]: one.text or "" for one in (() if root is None else root)
    }
    return [
        reading for field, reader in _PROPERTIES.items() for reading in reader(words.get(field, ""))
    ]


IMPORTER: Importer = DocxImporter()
