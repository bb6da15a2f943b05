"""Rich text (RTF): text, tables, lists, notes, text boxes, headers and footers, comments."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import (
    EncodingBasis,
    FurnitureKind,
    Incoming,
    PartKind,
    Reading,
    Taken,
)
from reviewer.domain.words import N_
from reviewer.importers import Importer, properties, shown
from reviewer.importers.office.blocks import Block, BlockWriter, Group, headed
from reviewer.importers.office.office_document import document, once
from reviewer.importers.office.rtf_streams import Streams
from reviewer.importers.office.rtf_text import RtfText
from reviewer.importers.remarks import Skipped
from reviewer.importers.writing import Writing
from reviewer.importers.zipped import DAMAGED

_BEGINNING = b"{\\rtf"
_LOOKED_AT = 100  # bytes before it that other programs may have put there


@dataclass(frozen=True, slots=True)
class RtfImporter:
    """Reads rich text of any program."""

    key: str = "rtf"
    title: str = N_("Rich text")
    suffixes: tuple[str, ...] = (".rtf",)
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:  # noqa: ARG002
        """Give the document; raises ``Unreadable`` where it is none or too badly damaged."""
        yield self._read(data, name)

    def _read(self, data: bytes, name: str) -> Incoming:
        begin = data.find(_BEGINNING, 0, _LOOKED_AT)
        if begin < 0:
            raise Unreadable(DAMAGED, name=shown(name))
        streams = Streams(data[begin:].decode("latin-1"))
        text = RtfText(streams, name)
        writing = Writing(data, name)
        writer = BlockWriter(writing)
        writer.write(_edges(streams, text, "header", PartKind.HEADER, FurnitureKind.HEADER))
        writer.write(text.blocks(streams.main))
        writer.write(_edges(streams, text, "footer", PartKind.FOOTER, FurnitureKind.FOOTER))
        for note in streams.of("footnote"):
            found = headed(f"[{note.label}]", list(text.blocks(note)))
            writer.write([Group(PartKind.FOOTNOTE, found, note.label)])
        writer.write(_comments(streams, text))
        writing.repaired(text.repaired)
        skipped = Skipped(
            deleted=len(text.plain(streams.deleted).split()),
            hidden=len(text.plain(streams.hidden).split()),
            pictures=streams.pictures,
        )
        return document(
            writing,
            name,
            importer=(self.key, self.version),
            media_type="application/rtf",
            stated=list(_readings(streams, text)),
            skipped=skipped,
            encoding=(streams.charset, EncodingBasis.DECLARED),
        )


def _edges(
    streams: Streams, text: RtfText, kind: str, part: PartKind, furniture: FurnitureKind
) -> Iterator[Block]:
    return once(
        Group(part, list(text.blocks(stream)), furniture=furniture) for stream in streams.of(kind)
    )


def _comments(streams: Streams, text: RtfText) -> Iterator[Block]:
    """Give the comments; the author of each stands before it in the file."""
    author = ""
    for stream in streams.aside:
        if stream.kind == "comment author":
            author = " ".join(text.plain(stream).split())
        elif stream.kind == "comment":
            found = headed(f"{author}:" if author else "", list(text.blocks(stream)))
            yield Group(PartKind.COMMENT, found, author)


def _readings(streams: Streams, text: RtfText) -> Iterator[Reading]:
    for stream in streams.of("title")[:1]:
        yield from properties.title(text.plain(stream))
    for stream in streams.of("author")[:1]:
        yield from properties.author(text.plain(stream))
    year, month, day, hour, minute = (
        streams.created[key] for key in ("yr", "mo", "dy", "hr", "min")
    )
    date = f"{year:04}-{month:02}-{day:02}"
    yield from properties.moment(date if not (hour or minute) else f"{date}T{hour:02}:{minute:02}")


IMPORTER: Importer = RtfImporter()
