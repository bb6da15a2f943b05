"""Makes paragraphs of the lines of a page.

A line end within a paragraph becomes a space, so that sentences are whole; a hyphen that breaks a
word at a line end stays, with the line end behind it (searching joins it, nothing else does). Where
a paragraph ends is told by what a printer shows it with: a gap, an indent, a short last line, a
bullet, another size of letters. Where that is not sure, lines are kept apart: two paragraphs in
one hide more than one paragraph in two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reviewer.importers.paged.pdf_lines import PageLine

_BULLET = re.compile(
    r"(?:[-–—•‣▪●○◦·*\uf0b7\uf0a7]|\(?(?:\d{1,3}|[٠-٩۰-۹]{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)](?!\d))\s"
)
_ENDED = re.compile("[.!?:;؟۔…][\"'”’»)\\]]*$")
_WIDER_GAP = 1.2  # times the gaps around it is a gap between paragraphs
_FARTHEST = 1.9  # times the usual distance of lines may be two of one paragraph
_INDENT = 0.6  # of a line's height
_LIKE = 1.15  # times as high may be letters of one paragraph
_LOOSE = 1.7  # times as wide as usual is a letter of a row of a table
_SHARED = 0.3  # of the lower one's height stands beside the other where both are one line
_LEADERS = re.compile(r"(?:[.…]\s?){4,}\s*\S{0,8}$")
_ASKED = 20  # lines of a page that say how wide its letters are
_WIDE = 0.5  # of its height, at most, is a letter usually wide, where they are not all square
_HAS_WIDE = re.compile("[\u2e80-\uffe6]").search
_ROW = 12  # letters from which on it can be told that they stand loosely


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph; ``apart`` says that space is left above it."""

    lines: list[PageLine]
    apart: bool

    @property
    def words(self) -> str:
        """Return the words of its lines and what stands between them."""
        for line in self.lines:
            if line.row or line.broken:
                return "".join([words for words, _ in self.pieces])
        return " ".join([line.words for line in self.lines])

    @property
    def pieces(self) -> Iterator[tuple[str, PageLine | None]]:
        """Give the words of its lines and what stands between them."""
        for index, line in enumerate(self.lines):
            if line.row:
                for place, part in enumerate(line.row):
                    if place:
                        yield " ", None
                    yield part.words, part
            else:
                yield line.words, line
            if line.broken and index + 1 < len(self.lines):
                yield "-\n", None
            elif line.broken:
                yield "-", None
            elif index + 1 < len(self.lines):
                yield " ", None


@dataclass(slots=True)
class _Block:
    """Lines that follow each other evenly; its edges are counted in the direction of its lines."""

    lines: list[PageLine]

    @property
    def begins(self) -> float:
        return min([line.begins for line in self.lines])

    @property
    def ends(self) -> float:
        return max([line.ends for line in self.lines])


def paragraphs_of(lines: Sequence[PageLine]) -> list[Paragraph]:
    """Return the paragraphs of a page's lines, which stand in reading order."""
    if not lines:
        return []
    lines = _rows(lines)
    wide = _usual_width(lines)
    found: list[Paragraph] = []
    before: _Block | None = None
    for block in _blocks(lines):
        edges = block.begins, block.ends
        first = block.lines[0]
        if before is not None and _goes_on(before, first, edges[0]):
            found[-1].lines.append(first)
        else:
            found.append(Paragraph([first], apart=True))
        if len(block.lines) > 1:
            _divide(block.lines, edges[1], wide, found)
        before = block
    return found


def _divide(lines: list[PageLine], edge: float, wide: float, found: list[Paragraph]) -> None:
    """Put the lines of a block into paragraphs; the first is in the last one already."""
    paragraph = found[-1].lines
    row = _is_row(lines[0], wide)
    for one, other in pairwise(lines):
        before, row = row, _is_row(other, wide)
        if one.broken or (not before and not row and _joins(paragraph, one, other, edge)):
            paragraph.append(other)
        else:
            paragraph = [other]
            found.append(Paragraph(paragraph, apart=False))


def _rows(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines as the eye sees them: what is raised or lowered belongs to its line."""
    last = lines[0]
    rows = [last]
    for line in lines[1:]:
        down = last.bottom - line.bottom
        if -line.size < down < last.size and _beside(last, line):
            last = rows[-1] = _one_row(last, line)
        else:
            last = line
            rows.append(line)
    return rows


def _beside(one: PageLine, other: PageLine) -> bool:
    """Whether a line goes on where the one before ended, at nearly the same height."""
    if one.standing or other.standing or one.broken:
        return False
    lower = min(one.size, other.size)
    tops = one.bottom + one.size, other.bottom + other.size
    if min(tops) - max(one.bottom, other.bottom) < _SHARED * lower:
        return False
    leftward = one.leftward or other.leftward
    apart = one.left - other.right if leftward else other.left - one.right
    return -lower < apart < 1.5 * max(one.size, other.size)


def _one_row(one: PageLine, other: PageLine) -> PageLine:
    main = max((one, other), key=lambda line: len(line.words))
    left, right = min(one.left, other.left), max(one.right, other.right)
    return PageLine(
        one.start,
        other.end,
        f"{one.words} {other.words}",
        left,
        main.bottom,
        right,
        main.size,
        main.leftward,
        other.broken,
        -right if main.leftward else left,
        -left if main.leftward else right,
        row=(*(one.row or (one,)), *(other.row or (other,))),
    )


def _blocks(lines: Sequence[PageLine]) -> list[_Block]:
    steps = list(map(_step, lines, lines[1:]))
    usual = median(downward) if (downward := [step for step in steps if step]) else 0.0
    block = [lines[0]]
    blocks = [_Block(block)]
    for index, step in enumerate(steps):
        line = lines[index + 1]
        if step and (lines[index].broken or _even(steps, index, usual, lines)):
            block.append(line)
        else:
            block = [line]
            blocks.append(_Block(block))
    return blocks


def _step(one: PageLine, other: PageLine) -> float:
    """Return how far down the next line stands; nothing where it stands elsewhere."""
    down = one.bottom - other.bottom
    if down <= 0.3 * one.size or one.right < other.left or other.right < one.left:
        return 0.0
    return 0.0 if one.standing or other.standing else down


def _even(steps: list[float], index: int, usual: float, lines: Sequence[PageLine]) -> bool:
    """Whether a line stands below the one before as lines of one paragraph do."""
    step = steps[index]
    one, other = lines[index], lines[index + 1]
    if not _alike(one, other):
        return False
    scale = one.size if one.size > other.size else other.size
    if step <= _WIDER_GAP * 0.9 * scale:
        return True
    if step > _FARTHEST * max(usual, 1.2 * scale):
        return False
    above = steps[index - 1] if index else 0.0
    below = steps[index + 1] if index + 1 < len(steps) else 0.0
    return step <= _WIDER_GAP * min(above or usual, below or usual, usual)


def _alike(one: PageLine, other: PageLine) -> bool:
    return one.size <= _LIKE * other.size and other.size <= _LIKE * one.size


def _goes_on(block: _Block, first: PageLine, begins: float) -> bool:
    """Whether a paragraph goes on at the top of the next column."""
    last = block.lines[-1]
    if last.broken:
        return True
    if (
        first.bottom <= last.bottom + last.size
        or not _alike(last, first)
        or last.standing
        or first.standing
    ):
        return False
    if last.leftward != first.leftward or abs(last.begins - first.begins) < last.size:
        return False
    full = len(block.lines) > 1 and not _fits(last, first, block.ends)
    indented = first.begins - begins > _INDENT * first.size
    return (
        full and not indented and not _ENDED.search(last.words) and not _BULLET.match(first.words)
    )


def _joins(paragraph: list[PageLine], one: PageLine, other: PageLine, edge: float) -> bool:
    """Whether the next line of a block belongs to the same paragraph."""
    if one.leftward != other.leftward and len(other.words) > _ROW and len(one.words) > _ROW:
        return False
    if _begins_item(paragraph, other) or _fits(one, other, edge):
        return False
    inward = other.begins - one.begins
    if inward > _INDENT * one.size:
        return len(paragraph) == 1 and _BULLET.match(one.words) is not None
    return inward > -_INDENT * one.size or len(paragraph) == 1


def _begins_item(paragraph: list[PageLine], other: PageLine) -> bool:
    """Whether a line begins with a bullet; a number in the middle of a sentence is none."""
    if not _BULLET.match(other.words):
        return False
    if not other.words[0].isdigit() or _BULLET.match(paragraph[0].words):
        return True
    return _ENDED.search(paragraph[-1].words) is not None


def _fits(one: PageLine, other: PageLine, edge: float) -> bool:
    """Whether the next line's first word would have stood on this one: then it ended here."""
    left = edge - one.ends
    if left <= one.size:
        return False
    word = len(other.words.split(maxsplit=1)[0])
    letter = (one.right - one.left) / len(one.words)
    return left > letter * (word + 1.5) + 0.2 * one.size


def _usual_width(lines: Sequence[PageLine]) -> float:
    """Return how wide a letter usually is, in heights of its line."""
    step = len(lines) // _ASKED + 1
    widths = [
        (line.right - line.left) / (len(line.words) * line.size)
        for line in lines[::step]
        if len(line.words) > _ROW
    ]
    usual = median(widths) if widths else 0.0
    return (
        usual if any(map(_HAS_WIDE, (line.words for line in lines[::step]))) else min(usual, _WIDE)
    )


def _is_row(line: PageLine, wide: float) -> bool:
    """Whether a line is one of a list of contents, or has the gaps of a table's row."""
    words = line.words
    if words[-1].isdigit() and (".." in words or ". ." in words) and _LEADERS.search(words):
        return True
    many = len(words)
    if not wide or many < _ROW // 2:
        return False
    return (line.right - line.left) > _LOOSE * wide * many * line.size
