"""Puts the lines of columns into reading order where the file gives them row by row.

Most files hold their columns one after another, and then nothing is changed here. A page is looked
at closely only where some of its widest lines have a wide gap in the same place, or where lines
jump to and fro. What fills its columns like prose is read column by column; a table is not.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from reviewer.importers.paged.pdf_lines import PageLine

Parted = Callable[[PageLine, float, float], tuple[PageLine, PageLine] | None]
"""Parts a line at its widest gap between two places; ``None`` where there is no gap."""

_FEWEST = 6  # lines that a page must have before columns are looked for
_LOOKED_AT = 3  # wide lines that decide whether all are looked at
_GAP = 1.0  # of a line's height, between columns, at least
_FEWEST_LETTERS = 16  # that a line of a column has on average; a table's cells have fewer
_MOSTLY = 0.6
_NEARLY_FULL = 4.0  # sizes of its letters by which a line of a column may fall short of its edge
_WORD = re.compile(r"\S+")


def in_reading_order(
    lines: list[PageLine], gaps: Callable[[PageLine], list[tuple[float, float]]], parted: Parted
) -> list[PageLine]:
    """Return the lines, column by column where they were given row by row.

    ``gaps`` tells the wide gaps in a line, as their two edges.
    """
    lines = _downward(lines)
    if len(lines) < _FEWEST:
        return lines
    gutter = _gutter_within(lines, gaps) or _gutter_between(lines)
    if gutter is None:
        return lines
    split: list[PageLine] = []
    for line in lines:
        split += parted(line, *gutter) or (line,)
    return _by_columns(split, sum(gutter) / 2) if _is_prose(split, gutter) else lines


def _downward(lines: list[PageLine]) -> list[PageLine]:
    """Return the lines with such exchanged as are given in the wrong order among their like."""
    found = list(lines)
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        if other.bottom < one.bottom - one.size / 2:
            continue
        if _goes_before(other, one):
            found[index], found[index + 1] = other, one
            continue
        if other.bottom <= one.bottom + one.size / 2 or not _over_each_other(one, other):
            continue
        before = found[index - 1] if index else None
        if before is None or (
            before.bottom > other.bottom + one.size / 2 and _over_each_other(before, other)
        ):
            found[index], found[index + 1] = other, one
    return found


def _goes_before(other: PageLine, one: PageLine) -> bool:
    """Whether a line ends right where one begins that was given before it."""
    if one.leftward != other.leftward or abs(one.bottom - other.bottom) > one.size / 4:
        return False
    return -one.size / 4 < one.begins - other.ends < 1.5 * one.size


def _over_each_other(one: PageLine, other: PageLine) -> bool:
    """Whether two lines stand in one column, not far from each other."""
    across = min(one.right, other.right) - max(one.left, other.left)
    near = abs(one.bottom - other.bottom) < 4 * max(one.size, other.size)
    return across > 0 and near and not one.standing and not other.standing


def widest_gap(line: PageLine) -> float:
    """Return how wide a gap within a line must be to be one between columns."""
    return _GAP * line.size


def is_column(words: str) -> bool:
    """Whether words beside a gap may be a line of a column, not cells of a table."""
    letters = sum(map(str.isalpha, words))
    return letters >= _FEWEST_LETTERS and letters > _MOSTLY * len(words)


def words_of(line: PageLine) -> list[tuple[int, int]]:
    """Return where the words of a line stand in the characters of its page."""
    return [
        (line.start + word.start(), line.start + word.end()) for word in _WORD.finditer(line.words)
    ]


def _gutter_within(
    lines: list[PageLine], gaps: Callable[[PageLine], list[tuple[float, float]]]
) -> tuple[float, float] | None:
    widest = max(line.right for line in lines) - min(line.left for line in lines)
    wide = [line for line in lines if line.right - line.left > 0.7 * widest and not line.standing]
    if len(wide) < _FEWEST:
        return None
    step = len(wide) // (_LOOKED_AT + 1)
    common: list[tuple[float, float]] | None = None
    for line in wide[step :: max(step, 1)][:_LOOKED_AT]:
        found = gaps(line)
        common = found if common is None else _in_both(common, found)
        if not common:
            return None
    return max(common, key=lambda gap: gap[1] - gap[0]) if common else None


def _in_both(
    some: list[tuple[float, float]], others: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [gap for gap in both if gap[1] - gap[0] > 4]


def _gutter_between(lines: list[PageLine]) -> tuple[float, float] | None:
    """Return the gutter over which lines jump to and fro, if they do so often."""
    crossed = [
        (min(one.right, other.right), max(one.left, other.left))
        for one, other in pairwise(lines)
        if abs(one.bottom - other.bottom) < one.size / 2 and _beside(one, other)
    ]
    if len(crossed) < _FEWEST // 2 or 3 * len(crossed) < len(lines):
        return None
    gutter = max(gap[0] for gap in crossed), min(gap[1] for gap in crossed)
    return gutter if gutter[1] > gutter[0] else None


def _beside(one: PageLine, other: PageLine) -> bool:
    """Whether two lines at one height stand apart as columns do."""
    return max(one.left, other.left) - min(one.right, other.right) > widest_gap(one)


def _is_prose(lines: list[PageLine], gutter: tuple[float, float]) -> bool:
    """Whether both sides of a gutter are filled with lines as a column is."""
    before = [line for line in lines if line.right <= gutter[0] + 1]
    after = [line for line in lines if line.left >= gutter[1] - 1]
    return _fills_column(before) and _fills_column(after)


def _fills_column(lines: list[PageLine]) -> bool:
    if len(lines) < _FEWEST // 2:
        return False
    edge = max(line.ends for line in lines)
    full = sum(edge - line.ends < _NEARLY_FULL * line.size for line in lines)
    prose = sum(is_column(line.words) for line in lines)
    return full > _MOSTLY * len(lines) and prose > _MOSTLY * len(lines)


def _by_columns(lines: list[PageLine], gutter: float) -> list[PageLine]:
    """Order lines column by column between the lines that stand across both."""
    ordered: list[PageLine] = []
    first: list[PageLine] = []
    second: list[PageLine] = []
    rightmost_first = 2 * sum(line.leftward for line in lines) > len(lines)
    for line in lines:
        if line.right <= gutter:
            (second if rightmost_first else first).append(line)
        elif line.left >= gutter:
            (first if rightmost_first else second).append(line)
        else:
            ordered += [*first, *second, line]
            first, second = [], []
    return [*ordered, *first, *second]
