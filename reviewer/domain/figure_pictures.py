"""The picture of compared figures: each in its source's words beside its bar, low to high.

On top the range in words, then the scale, then a row a figure; what may not enter the range
stands below with its reason, its mark hollow and in the ink of second things. Beside the rows
brackets bind parts, second mentions and one origin, and say at the foot what they bind. Where there
is little room the words stand over their bars.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reviewer.domain.chart_words import (
    BELOW,
    NO_WORDS,
    NOTHING,
    OURS,
    QUOTED,
    RANGE,
    REASON,
    bracket_said,
    doubts_said,
    marks_said,
    people_of,
    range_itself,
    range_said,
    row_said,
    speaker_said,
    why_said,
    working_numbers,
)
from reviewer.domain.charts import (
    Chart,
    ChartBracket,
    ChartRow,
    Mark,
    MarkKind,
    bracket_lines,
    chart,
)
from reviewer.domain.compared import Compared
from reviewer.domain.events import WorkingFigure
from reviewer.domain.pictures import (
    Align,
    Box,
    Dash,
    Dot,
    Fill,
    Ink,
    Item,
    Letters,
    Line,
    Picture,
    Row,
    Shape,
    Stroke,
    runs_leftward,
    wrapped,
)
from reviewer.domain.ranges import BracketKind
from reviewer.domain.words import Saying

Stretch = tuple[float, float]
Say = Callable[[Saying], str]
"""Puts words into the language of whoever reads them."""

_DRAWN_FOR = 16.0  # the height of a line at which sizes here are meant as pixels
_LITTLE_ROOM = 460
_MOST_LINES = 3
_PLACED = (MarkKind.POINT, MarkKind.ABOUT, MarkKind.PERSON)
_DASHES = {
    BracketKind.PART: Dash.PLAIN,
    BracketKind.TOLD_AGAIN: Dash.PLAIN,
    BracketKind.SAME_ORIGIN: Dash.DOTTED,
}


def figure_picture(shown: Compared, width: float, letters: Letters, say: Say) -> Picture:
    """Return the picture of compared figures, so wide and as high as it needs."""
    return _Drawing(shown, width, letters, say).picture()


class _Drawing:
    def __init__(self, shown: Compared, width: float, letters: Letters, say: Say) -> None:
        self._shown = shown
        self._letters = letters
        self._say = say
        self._width = width
        self._unit = letters.line / _DRAWN_FOR
        self._chart: Chart = chart(shown.comparison, shown.ends, shown.beside)
        self._items: list[Item] = []
        self._behind: list[Item] = []
        self._rows: list[Row] = []
        self._middles: list[float] = []
        self._y = self._px(8)
        self._set_columns()

    def picture(self) -> Picture:
        """Draw everything, from the top down."""
        self._head()
        if not self._chart.rows:
            self._words(Saying(NOTHING), ink=Ink.PALE)
        else:
            self._body()
        items = (*self._behind, *self._items)
        return Picture(self._width, self._y + self._px(8), items, tuple(self._rows))

    def _body(self) -> None:
        self._axis()
        top = self._y
        for row in self._chart.rows[: self._chart.first_below]:
            self._row(row)
        self._band(top)
        if self._shown.working is not None:
            self._working(self._shown.working)
        if self._chart.first_below < len(self._chart.rows):
            self._caption(BELOW)
            for row in self._chart.rows[self._chart.first_below :]:
                self._row(row)
        for bracket in self._chart.brackets:
            self._bracket(bracket)
        self._foot()

    # Sizes.

    def _px(self, pixels: float) -> float:
        return pixels * self._unit

    def _set_columns(self) -> None:
        edge = self._px(8)
        lines = max(bracket_lines(self._chart.brackets), self._shown.lines)
        gutter = self._px(10) * lines + (self._px(4) if lines else 0)
        self._stacked = self._width < self._px(_LITTLE_ROOM)
        inner = self._width - 2 * edge - gutter
        share = inner if self._stacked else min(inner * 0.46, self._px(340))
        gap = 0.0 if self._stacked else self._px(16)
        left = edge + gutter
        self._gutter = left - self._px(4)
        self._text_left, self._text_width = left, share
        self._scale_left = left if self._stacked else left + share + gap
        self._scale_width = inner if self._stacked else inner - share - gap
        if self._shown.turned:
            self._gutter = self._width - self._gutter
            self._text_left = self._width - self._text_left - self._text_width
            self._scale_left = self._width - self._scale_left - self._scale_width

    def _at(self, share: float) -> float:
        return self._scale_left + share * self._scale_width

    def _wide(self, words: str, *, small: bool = False, bold: bool = False) -> float:
        return self._letters.width(words, small=small, bold=bold)

    # Words.

    def _head(self) -> None:
        if self._shown.heading:
            self._plain(self._shown.heading, bold=True)
        comparison = self._shown.comparison
        if self._chart.rows:
            itself = range_itself(comparison)
            words = " · ".join(self._say(one) for one in itself)
            limited = comparison.range.limited
            said = self._say(Saying(RANGE, {"words": words})) if limited else words
            self._plain(said, bold=True)
            for one in range_said(comparison)[len(itself) :]:
                self._words(one, ink=Ink.PALE)
        self._y += self._px(6)

    def _words(self, said: Saying, *, ink: Ink = Ink.TEXT, bold: bool = False) -> None:
        self._plain(self._say(said), ink=ink, bold=bold)

    def _plain(self, words: str, *, ink: Ink = Ink.TEXT, bold: bool = False) -> None:
        """Write words over the whole width."""
        edge = self._px(8)
        self._text(words, edge, self._width - 2 * edge, ink=ink, small=ink is Ink.PALE, bold=bold)

    def _text(
        self,
        words: str,
        left: float,
        width: float,
        *,
        ink: Ink = Ink.TEXT,
        small: bool = False,
        bold: bool = False,
    ) -> None:
        """Write words in as many lines as they need, and go down; each runs as its letters do."""
        leftward = runs_leftward(words)
        align = Align.RIGHT if leftward or self._shown.turned else Align.LEFT
        pitch = self._letters.small_line if small else self._letters.line

        def measure(part: str) -> float:
            return self._wide(part, small=small, bold=bold)

        for line in wrapped(words, width, _MOST_LINES, measure):
            self._items.append(Line(left, self._y, width, line, ink, align, small, bold, leftward))
            self._y += pitch

    def _caption(self, words: str) -> None:
        self._y += self._px(4)
        left = min(self._text_left, self._scale_left)
        right = max(self._text_left + self._text_width, self._scale_left + self._scale_width)
        self._behind.append(Stroke(((left, self._y), (right, self._y)), Ink.LINE))
        self._y += self._px(6)
        said = self._say(Saying(words))
        self._text(said, self._text_left, self._text_width, ink=Ink.PALE, small=True)

    def _foot(self) -> None:
        self._y += self._px(6)
        self._behind.append(self._across(self._y, Ink.LINE))
        self._y += self._px(4)
        for bracket in self._chart.brackets:
            self._words(bracket_said(self._chart, bracket), ink=Ink.PALE)
        for said in marks_said(self._chart):
            self._words(said, ink=Ink.PALE)
        if self._chart.note is not None:
            self._words(self._chart.note, ink=Ink.PALE)
        for said in doubts_said(self._shown.comparison):
            self._words(said)

    def _across(self, y: float, ink: Ink) -> Stroke:
        edge = self._px(8)
        return Stroke(((edge, y), (self._width - edge, y)), ink)

    # The scale.

    def _axis(self) -> None:
        """Write the numbers of the scale: zero, its top, and those between that have room."""
        taken: list[tuple[float, float]] = []
        first, *between = self._chart.ticks
        for tick in (first, *reversed(between)):
            words = f"{tick.number:,}"
            wide = self._wide(words, small=True) + self._px(6)
            left = min(max(0.0, self._at(tick.at) - wide / 2), self._width - wide)
            if all(left >= end or left + wide <= start for start, end in taken):
                line = Line(left, self._y, wide, words, Ink.PALE, Align.MIDDLE, small=True)
                self._items.append(line)
                taken.append((left, left + wide))
        self._y += self._letters.small_line + self._px(2)

    def _grid(self, top: float, words: Stretch, ends: Stretch) -> None:
        """Draw the scale down to where the row ends, but not through the words between ``ends``."""
        for tick in self._chart.ticks:
            x = self._at(tick.at)
            ink, width = (Ink.PALE, 1.5) if tick.number == 0 else (Ink.LINE, 1.0)
            pieces = [(top, self._y)]
            if ends[0] - 1 <= x <= ends[1]:
                pieces = [(top, words[0]), (words[1], self._y)]
            for start, end in pieces:
                if end > start:
                    self._behind.append(Stroke(((x, start), (x, end)), ink, width))

    def _band(self, top: float) -> None:
        band = self._chart.band
        if band is None:
            return
        left, right = self._at(band.start), self._at(band.end)
        if right - left < self._px(8):  # one number: its edges would stand on it
            middle, reach = (left + right) / 2, self._px(8)
            self._behind.insert(0, Box(middle - reach, top, 2 * reach, self._y - top, Ink.BAND))
            return
        self._behind.insert(0, Box(left, top, right - left, self._y - top, Ink.BAND))
        for x, is_open in ((left, band.open_start), (right, band.open_end)):
            if not is_open:
                edge = Stroke(((x, top), (x, self._y)), Ink.PALE, 1.0, Dash.DASHED)
                self._behind.append(edge)

    # Rows.

    def _row(self, row: ChartRow) -> None:
        top = self._y
        self._y += self._px(5)
        words = self._say(Saying(QUOTED, {"words": row.words}) if row.words else Saying(NO_WORDS))
        self._text(words, self._text_left, self._text_width, ink=Ink.TEXT)
        second = [self._say(one) for one in (*people_of(row), speaker_said(row))]
        second += [self._say(said) for said in why_said(row)]
        for one in second:
            self._text(one, self._text_left, self._text_width, ink=Ink.PALE, small=True)
        label = self._say(row.numbers) if row.numbers is not None else words
        out = row.reason is not None
        fill = Fill.HOLLOW if row.hollow or out else Fill.SOLID
        self._marked(top, label, row.mark, fill, Ink.PALE if out else Ink.MARK)
        spoken = ". ".join(self._say(said) for said in row_said(row))
        self._rows.append(Row(row.passage, top, self._y - top, spoken))

    def _working(self, working: WorkingFigure) -> None:
        top = self._y
        self._y += self._px(5)
        numbers = self._say(working_numbers(working))
        said = self._say(Saying(OURS, {"numbers": numbers}))
        self._text(said, self._text_left, self._text_width, bold=True)
        values = {
            "reason": working.reason,
            "analyst": self._shown.analyst,
            "day": working.at[:10],
        }
        reason = self._say(Saying(REASON, values))
        self._text(reason, self._text_left, self._text_width, ink=Ink.PALE, small=True)
        self._marked(top, numbers, self._chart.working, Fill.STRIPED)
        del self._middles[-1]  # no bracket binds what is ours

    def _marked(
        self, top: float, label: str, mark: Mark | None, fill: Fill, ink: Ink = Ink.MARK
    ) -> None:
        """Draw what belongs to the words just written, beside them or below."""
        first = self._y + self._px(2) if self._stacked else top + self._px(5)
        y = first + self._letters.small_line + self._px(7)
        ends = self._value(label, first, mark)
        if mark is not None:
            self._mark(mark, y, fill, ink)
        self._y = max(self._y, y + self._px(9)) + self._px(3)
        self._grid(first if self._stacked else top, (first, first + self._letters.small_line), ends)
        self._middles.append((top + self._y) / 2)

    def _value(self, label: str, y: float, mark: Mark | None) -> Stretch:
        """Write the numbers over their mark, or where there is none the words at the beginning.

        Returns from where to where, across.
        """
        ends = self._scale_left + self._scale_width
        wide = min(self._wide(label, small=True) + self._px(4), self._scale_width)
        start = self._at(self._chart.ticks[0].at if mark is None else mark.start)
        left = max(self._scale_left, min(start + self._px(3), ends - wide))
        self._items.append(Line(left, y, wide, label, small=True, leftward=runs_leftward(label)))
        return left, left + wide

    def _mark(self, mark: Mark, y: float, fill: Fill, ink: Ink) -> None:
        hollow = fill is Fill.HOLLOW
        if mark.kind in _PLACED:
            self._items += self._placed(mark.kind, self._at(mark.start), y, fill, ink)
            return
        left, right = self._at(mark.start), self._at(mark.end)
        head, half = self._px(9), self._px(4)
        if mark.open_start:
            self._items.append(_arrow(left, left + head, y, half * 1.7, _Look(ink, hollow)))
            left += head
        if mark.open_end:
            self._items.append(_arrow(right, right - head, y, half * 1.7, _Look(ink, hollow)))
            right -= head
        wide = max(right - left, self._px(2))
        self._items.append(Box(left, y - half, wide, 2 * half, ink, fill))

    def _placed(self, kind: MarkKind, x: float, y: float, fill: Fill, ink: Ink) -> list[Item]:
        """Return a mark that stands at one place and whose width says nothing."""
        if kind is MarkKind.ABOUT:
            wave = ((-7, 2), (-4, -3), (-1, -2), (1, 2), (4, 3), (7, -2))
            points = tuple((x + self._px(across), y + self._px(down)) for across, down in wave)
            return [Stroke(points, ink, 2.0)]
        if kind is MarkKind.PERSON:
            hollow = fill is Fill.HOLLOW
            shoulders = ((-5, 6), (-3, 1), (3, 1), (5, 6))
            body = tuple((x + self._px(across), y + self._px(down)) for across, down in shoulders)
            head = Dot(x, y - self._px(3), self._px(3), ink, hollow=hollow)
            return [Shape(body, ink, hollow=hollow), head]
        return [self._point(x, y, fill, ink)]

    def _point(self, x: float, y: float, fill: Fill, ink: Ink) -> Item:
        size = self._px(5)
        if fill is Fill.STRIPED:  # a diamond, which no source's figure is
            points = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            return Shape(points, ink, hollow=True)
        return Dot(x, y, size, ink, hollow=fill is Fill.HOLLOW)

    # Brackets.

    def _bracket(self, one: ChartBracket) -> None:
        sign = 1 if self._shown.turned else -1
        x = self._gutter + sign * self._px(10) * one.line
        out = x + sign * self._px(5)
        rows = one.rows if one.whole is None else (*one.rows, one.whole)
        ys = [self._middles[row] for row in rows]
        dash = _DASHES[one.kind]
        spines = (0.0, 3.0) if one.kind is BracketKind.TOLD_AGAIN else (0.0,)
        for shift in spines:
            at = out - sign * self._px(shift)
            self._items.append(Stroke(((at, min(ys)), (at, max(ys))), Ink.TEXT, 1.4, dash))
        for y in ys:
            self._items.append(Stroke(((out, y), (x, y)), Ink.TEXT, 1.4))
        if one.whole is not None:
            self._items.append(Dot(x, self._middles[one.whole], self._px(3), Ink.TEXT))


class _Look(NamedTuple):
    ink: Ink
    hollow: bool


def _arrow(tip: float, base: float, y: float, half: float, look: _Look) -> Shape:
    points: Sequence[tuple[float, float]] = ((tip, y), (base, y - half), (base, y + half))
    return Shape(tuple(points), *look)
