"""OpenDocument texts (ODT): what LibreOffice and OpenOffice save, packed or as one flat file."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind, Reading, Taken
from reviewer.domain.words import N_
from reviewer.importers import Importer, properties, remarks, shown
from reviewer.importers.office.blocks import BlockWriter, Group
from reviewer.importers.office.odt_styles import short, tag
from reviewer.importers.office.odt_text import Walk
from reviewer.importers.office.office_document import document, once
from reviewer.importers.safe_xml import blocks, root_of
from reviewer.importers.writing import Writing
from reviewer.importers.zipped import DAMAGED, PROTECTED, Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT = "office:text"
_STYLES = ("office:styles", "office:automatic-styles")
_MASTERS = "office:master-styles"
_META = "office:meta"
_PARENTS = frozenset(map(tag, (_TEXT, *_STYLES, _MASTERS, _META)))
_MANIFEST = "META-INF/manifest.xml"
_FLAT = ".fodt"
_PROPERTIES = {
    "title": properties.title,
    "initial-creator": properties.author,
    "creator": properties.author,
    "creation-date": properties.moment,
    "date": properties.moment,
}


@dataclass(slots=True)
class _Found:
    """What was found beside the text."""

    headers: list[Group] = field(default_factory=list)
    footers: list[Group] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    text: bool = False

    def edge(self, walk: Walk, element: "Element") -> None:
        """Keep the headers and footers of a kind of page."""
        for one in element:
            name = short(str(one.tag))
            if name.startswith("style:header"):
                self.headers.append(
                    Group(PartKind.HEADER, list(walk.blocks(one)), furniture=FurnitureKind.HEADER)
                )
            elif name.startswith("style:footer"):
                self.footers.append(
                    Group(PartKind.FOOTER, list(walk.blocks(one)), furniture=FurnitureKind.FOOTER)
                )


@dataclass(frozen=True, slots=True)
class OdtImporter:
    """Reads OpenDocument texts."""

    key: str = "odt"
    title: str = N_("OpenDocument text")
    suffixes: tuple[str, ...] = (".odt", ".ott", _FLAT)
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:  # noqa: ARG002
        """Give the document; raises ``Unreadable`` where it is none, or is made to harm."""
        try:
            yield self._read(data, name)
        except RecursionError as fault:
            raise Unreadable(remarks.TOO_DEEP, name=shown(name)) from fault

    def _read(self, data: bytes, name: str) -> Incoming:
        walk, found = Walk(), _Found()
        writing = Writing(data, name)
        writer = BlockWriter(writing)
        if name.casefold().endswith(_FLAT) and not data.startswith(b"PK"):
            self._part(io.BytesIO(data), name, name, walk, found, writer)
        else:
            zipped = Zipped(data, name)
            _refuse_protected(zipped, name)
            for part in ("styles.xml", "meta.xml", "content.xml"):
                if part in zipped or part == "content.xml":
                    with zipped.opened(zipped.part(part)) as file:
                        self._part(file, part, name, walk, found, writer)
        if not found.text:
            raise Unreadable(DAMAGED, name=shown(name))
        writer.write(once(found.footers))
        writer.write(walk.notes)
        writer.write(walk.comments)
        return document(
            writing,
            name,
            importer=(self.key, self.version),
            media_type="application/vnd.oasis.opendocument.text",
            stated=_readings(found.properties),
            skipped=walk.skipped,
        )

    def _part(
        self,
        file: IO[bytes],
        part: str,
        name: str,
        walk: Walk,
        found: _Found,
        writer: BlockWriter,
    ) -> None:
        for element in blocks(file, _PARENTS, part=part, name=name):
            parent = element.getparent()
            place = "" if parent is None else short(str(parent.tag))
            if place in _STYLES:
                walk.styles.learn(element)
            elif place == _MASTERS:
                found.edge(walk, element)
            elif place == _META:
                key = str(element.tag).rpartition("}")[2]
                found.properties.setdefault(key, element.text or "")
            else:
                if not found.text:
                    writer.write(once(found.headers))
                    found.text = True
                writer.write(walk.blocks([element]))


def _refuse_protected(zipped: Zipped, name: str) -> None:
    if _MANIFEST in zipped:
        for element in root_of(zipped, _MANIFEST, name).iter():
            if short(str(element.tag)) == "manifest:encryption-data":
                raise Unreadable(PROTECTED, name=shown(name))


def _readings(words: dict[str, str]) -> list[Reading]:
    return [
        reading for key, reader in _PROPERTIES.items() for reading in reader(words.get(key, ""))
    ]


IMPORTER: Importer = OdtImporter()
