"""One segment laid out: its lines, and where on a line a stretch of text stands."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtGui import QTextLayout, QTextLine

from reviewer.domain.offsets import Columns
from reviewer.ui.text.strokes import Strokes

Range = tuple[float, float]
"""From left to right on a line."""

_NEAR = 2.0
"""Two pieces of one stretch that are nearer than this are drawn as one."""


@dataclass(slots=True)
class Line:
    """One line on the screen. Positions are code points of the whole text.

    ``ink_end`` is the end without the spaces that hang over the edge; ``top`` is counted from
    the top of the segment; ``height`` leaves out the room for lanes under it.
    """

    number: int
    start: int
    end: int
    ink_end: int
    top: int
    height: int
    edges: dict[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class LaidOut:
    """One segment with its lines, as long as nothing about its width or face changes.

    ``layout`` is Qt's, and ours to keep: lines taken from it must not outlive it.
    ``strokes`` are the tints and lanes over it, kept until its marks change.
    """

    segment: int
    start: int
    columns: Columns
    right_to_left: bool
    mixed: bool
    height: int
    lines: list[Line]
    layout: QTextLayout
    strokes: Strokes | None = None

    def line_at(self, y: float) -> Line:
        """Return the line at ``y``, counted from the segment's top; the room below is its own."""
        tops = [line.top for line in self.lines]
        return self.lines[max(0, bisect_right(tops, y) - 1)]

    def line_of(self, position: int) -> Line:
        """Return the line that shows the character behind ``position``."""
        starts = [line.start for line in self.lines]
        return self.lines[max(0, bisect_right(starts, position) - 1)]


def cursor_x(line: QTextLine, column: int) -> float:
    """Return where the caret stands before a column, counted as Qt counts."""
    return cast("tuple[float, int]", line.cursorToX(column))[0]


def edge(laid: LaidOut, line: Line, position: int) -> float:
    """Return where on ``line`` the caret stands before ``position``."""
    known = line.edges.get(position)
    if known is None:
        column = laid.columns.to_utf16(position - laid.start)
        qt_line = laid.layout.lineAt(line.number)
        known = cursor_x(qt_line, column)
        line.edges[position] = known
    return known


def ranges(laid: LaidOut, line: Line, start: int, end: int) -> list[Range]:
    """Return where on ``line`` the text from ``start`` to ``end`` stands, left to right.

    In several pieces where the line mixes directions, in none where nothing of it is on the line.
    Spaces over the edge are left out.
    """
    start, end = max(start, line.start), min(end, line.ink_end)
    if start >= end:
        return []
    if not laid.mixed:
        one, other = edge(laid, line, start), edge(laid, line, end)
        return [(one, other) if one < other else (other, one)]
    first = laid.columns.to_utf16(start - laid.start)
    last = laid.columns.to_utf16(end - laid.start)
    return _glyph_ranges(laid.layout.lineAt(line.number), first, last - first)


def _glyph_ranges(line: QTextLine, first: int, length: int) -> list[Range]:
    """Ask Qt where the glyphs of a stretch are: the only exact answer across directions."""
    boxes = [run.boundingRect() for run in line.glyphRuns(first, length)]
    merged: list[Range] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if merged and left - merged[-1][1] < _NEAR:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def column_at(laid: LaidOut, line: Line, x: float) -> int:
    """Return the column nearest to ``x`` on a line, counted as Qt counts.

    Qt is off by a letter where one is narrower than a pixel, as in Nastaliq; where the line runs
    one way only, the nearest caret is the right one.
    """
    qt_line = laid.layout.lineAt(line.number)
    column = qt_line.xToCursor(x)
    if laid.mixed or not laid.right_to_left:
        return column
    first = qt_line.textStart()
    # The end of a wrapped line is the start of the next one, and belongs to that.
    end = first + qt_line.textLength() + (line is laid.lines[-1])
    near = range(max(first, column - 2), min(end, column + 3))
    places = [each for each in near if laid.layout.isValidCursorPosition(each)]
    return min(places, key=lambda each: abs(cursor_x(qt_line, each) - x), default=column)
