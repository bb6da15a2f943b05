"""What documents of word processors are made of, and how it becomes lines of text.

The readers of DOCX, ODT and RTF say what they find as paragraphs, tables and groups; here it is
decided once what that looks like as text. Paragraphs have an empty line between them, the items of
a list have none. A row of a table is a line, with a tab between its cells, as long as its cells are
short; where a table only holds a page together (one column, or cells of several paragraphs), its
cells are written one below the other. Nothing is written that was not in the file, but for the
signs of lists and the numbers of notes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.domain.incoming import FurnitureKind, PartKind
from reviewer.importers.writing import Writing

BULLET = "•"
_LONGEST_CELL = 300  # code points of a cell that is still read as part of a row
_MOST_LINES = 4  # of such a cell


@dataclass(slots=True)
class Paragraph:
    """Words; ``level`` is a heading's, from 1, and 0 otherwise; ``boxes`` are anchored at it."""

    words: str
    level: int = 0
    item: bool = False
    boxes: "list[Group]" = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows of cells, which hold blocks themselves."""

    rows: "list[list[list[Block]]]"


@dataclass(slots=True)
class Group:
    """Blocks that have a place of their own in the file: a text box, a note, a comment."""

    kind: PartKind
    blocks: "list[Block]"
    label: str = ""
    furniture: FurnitureKind | None = None


Block = Paragraph | Table | Group


class BlockWriter:
    """Writes blocks down, and counts the parts of each kind."""

    def __init__(self, writing: Writing) -> None:
        """Write to ``writing``."""
        self._writing = writing
        self._counts: Counter[PartKind] = Counter()
        self._after_item = False

    def write(self, blocks: Iterable[Block], furniture: FurnitureKind | None = None) -> None:
        """Write blocks in their order, all of them as furniture where a kind of it is given."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block, furniture)
            elif isinstance(block, Table):
                self._table(block, furniture)
            elif has_words(block.blocks):
                self._group(block, furniture)

    def _paragraph(self, paragraph: Paragraph, furniture: FurnitureKind | None) -> None:
        words = paragraph.words.strip()
        if words:
            if not (paragraph.item and self._after_item):
                self._writing.blank()
            if paragraph.level:
                heading = self._writing.begin(PartKind.HEADING, number=paragraph.level)
                self._writing.line(words, furniture)
                self._writing.end(heading)
            else:
                self._writing.line(words, furniture)
            self._after_item = paragraph.item
        self.write(paragraph.boxes, furniture)

    def _group(self, group: Group, furniture: FurnitureKind | None) -> None:
        self._counts[group.kind] += 1
        self._apart()
        part = self._writing.begin(group.kind, number=self._counts[group.kind], label=group.label)
        self.write(group.blocks, group.furniture or furniture)
        self._writing.end(part)
        self._apart()

    def _table(self, table: Table, furniture: FurnitureKind | None) -> None:
        rows = [row for row in table.rows if any(map(has_words, row))]
        if not rows:
            return
        self._counts[PartKind.TABLE] += 1
        self._apart()
        part = self._writing.begin(PartKind.TABLE, number=self._counts[PartKind.TABLE])
        narrow = max(map(len, rows)) == 1 and any(len(row[0]) > 1 for row in rows)
        for row in rows:
            cells = None if narrow else [_line_of(cell) for cell in row]
            if cells is None or None in cells:
                for cell in row:
                    self._apart()
                    self.write(cell, furniture)
                self._apart()
            else:
                self._writing.line("\t".join(cell or "" for cell in cells).rstrip("\t"), furniture)
        self._writing.end(part)
        self._apart()

    def _apart(self) -> None:
        self._writing.blank()
        self._after_item = False


def has_words(blocks: Iterable[Block]) -> bool:
    """Say whether there is anything to read in blocks."""
    return any(bool(words.strip()) for words in words_of(blocks))


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of all paragraphs in blocks, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words
            yield from words_of(block.boxes)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from words_of(cell)
        else:
            yield from words_of(block.blocks)


def headed(head: str, found: list[Block]) -> list[Block]:
    """Put a note's mark or a comment's author before its first words."""
    for block in found if head else ():
        if isinstance(block, Paragraph) and block.words.strip():
            block.words = f"{head} {block.words.lstrip()}"
            return found
    return found


def _line_of(cell: list[Block]) -> str | None:
    """Return a cell as a piece of a line; ``None`` for one that has to stand by itself."""
    found: list[str] = []
    for block in cell:
        if not isinstance(block, Paragraph) or block.boxes or block.level:
            if has_words([block]):
                return None
        else:
            found.append(" ".join(block.words.split()))
    words = [line for line in found if line]
    whole = " ".join(words)
    return whole if len(words) <= _MOST_LINES and len(whole) <= _LONGEST_CELL else None
