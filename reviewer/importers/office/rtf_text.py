"""Makes blocks of the parts of an RTF; the letters are read by a library, the rest here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import PartKind
from reviewer.importers import shown
from reviewer.importers.office.blocks import Block, Group, Paragraph, Table
from reviewer.importers.office.list_numbers import sign
from reviewer.importers.office.rtf_streams import (
    BOX,
    BREAK,
    CELL,
    LEVEL,
    PARAGRAPH,
    ROW,
    SIGN,
    SIGNED,
    Stream,
    Streams,
)
from reviewer.importers.zipped import DAMAGED

_LAST_LEVEL = chr(ord(LEVEL) + 9)
_SIGNS = re.compile(f"([{PARAGRAPH}{CELL}{ROW}{BREAK}{BOX}{SIGN}{SIGNED}{LEVEL}-{_LAST_LEVEL}])")
_LONE = re.compile("[\ud800-\udfff]")
_FAULTS = (IndexError, LookupError, OverflowError, TypeError, ValueError)


@dataclass(slots=True)
class _Text:
    """A text that is being put together from what stands between signs."""

    boxes: Iterator[Group]
    words: list[str] = field(default_factory=list)
    anchored: list[Group] = field(default_factory=list)
    level: int = 0
    item: bool = False
    number_from: int | None = None
    cell: list[Block] = field(default_factory=list)
    row: list[list[Block]] = field(default_factory=list)
    table: Table | None = None

    def paragraph(self) -> Paragraph:
        """Return the paragraph that ends here, and begin the next."""
        words = "".join(self.words).strip()
        ended = Paragraph(words, self.level, self.item and not self.level, self.anchored)
        self.words, self.anchored, self.level, self.item = [], [], 0, False
        return ended

    def number(self) -> None:
        """Make the sign of a list of what was written since it began."""
        if self.number_from is not None:
            printed = "".join(self.words[self.number_from :])
            del self.words[self.number_from :]
            self.words.append(f"{sign(printed)} ")
            self.item, self.number_from = True, None


class RtfText:
    """Turns streams into blocks; ``repaired`` counts letters that could not be read."""

    def __init__(self, streams: Streams, name: str) -> None:
        """Read from ``streams`` of the file ``name``."""
        self._streams = streams
        self._name = name
        self.repaired = 0

    def plain(self, stream: Stream) -> str:
        """Return a stream's letters, signs and all; raises ``Unreadable`` when it is damaged."""
        from striprtf.striprtf import rtf_to_text

        source = self._streams.source_of(stream)
        try:
            read: str = rtf_to_text(source, self._streams.charset, errors="replace")  # type: ignore[no-untyped-call]
        except _FAULTS as fault:
            raise Unreadable(DAMAGED, name=shown(self._name)) from fault
        # Letters beyond the first 65,536 come in two halves.
        paired = read.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        text = _LONE.sub("\ufffd", paired) if _LONE.search(paired) else paired
        self.repaired += text.count("\ufffd")
        return text

    def blocks(self, stream: Stream) -> Iterator[Block]:
        """Give what a stream holds, in order."""
        boxes = (Group(PartKind.TEXT_BOX, list(self.blocks(box))) for box in stream.boxes)
        text = _Text(boxes)
        for piece in _SIGNS.split(self.plain(stream)):
            if len(piece) == 1 and _SIGNS.match(piece):
                yield from _signed(text, piece)
            else:
                text.words.append(piece)
        yield from _finished(text)


def _signed(text: _Text, sign_: str) -> Iterator[Block]:
    if sign_ == SIGN:
        text.number_from = len(text.words)
    elif sign_ == SIGNED:
        text.number()
    elif sign_ == BOX:
        text.anchored += [box for box in [next(text.boxes, None)] if box]
    elif sign_ >= LEVEL:
        text.level = ord(sign_) - ord(LEVEL)
    elif sign_ == PARAGRAPH:
        yield from _closed(text)
        yield text.paragraph()
    else:
        _in_table(text, sign_)


def _in_table(text: _Text, sign_: str) -> None:
    if sign_ == ROW:
        text.table = text.table or Table([])
        text.table.rows.append(text.row)
        text.row = []
        return
    text.cell.append(text.paragraph())
    if sign_ == CELL:
        text.row.append(text.cell)
        text.cell = []


def _closed(text: _Text) -> Iterator[Block]:
    """Give the table that ends before this paragraph."""
    if text.row or text.cell:
        text.table = text.table or Table([])
        text.table.rows.append([*text.row, *([text.cell] if text.cell else [])])
        text.row, text.cell = [], []
    if text.table:
        yield text.table
        text.table = None


def _finished(text: _Text) -> Iterator[Block]:
    yield from _closed(text)
    yield text.paragraph()
