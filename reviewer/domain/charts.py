"""The chart of compared figures, as geometry: where bars, arrows, ticks and brackets stand.

Across, everything stands between 0 and 1; down, rows are counted from 0. The window paints it and
an exporter writes it as SVG; neither decides anything. Nothing is told by colour: a figure with
both ends is a bar, an open end an arrow, *about* a wave without a width of its own, one number a
dot, a person told of without a number a head and shoulders at 1, words without a number are words,
what an analyst has not confirmed is hollow.

The scale begins at zero, which is always on it. Where the greatest number is more than fifty times
the smallest above zero (1 and 20,000), each step of the scale is ten times the one before; the
chart says so. A broken axis was refused: it makes the far look near.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, inf, log1p

from reviewer.domain.figures import Qualifier
from reviewer.domain.ranges import Below, BracketKind, ComparedFigure, FigureComparison
from reviewer.domain.standings import Numbers, Range
from reviewer.domain.words import N_, Saying

ZERO = 0.06  # where the scale begins; what is left of it is room for the arrow of an open lower end
TOP = 0.94  # where the scale ends; open upper ends go on to 1
MOST_TICKS = 8
_WIDE = 50  # times the smallest number above zero: from here on steps of ten times
_STEPS = 5  # of a plain scale, at most
_WORDS = (Qualifier.WORDS_ONLY, Qualifier.NONE_REPORTED)  # whatever else is entered: no number

Ends = tuple[int | None, int | None]
"""The ends of a working figure."""

STEPS_OF_TEN = N_("Each step of the scale is ten times the one before.")


class MarkKind(StrEnum):
    """How a figure is drawn."""

    POINT = "point"
    BAR = "bar"
    ABOUT = "about"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the scale from ``start`` to ``end``; ``at`` is where a single number stands.

    Open ends are arrows: the source sets no limit there. An open lower end goes down to zero, for
    nothing is less, and an open upper end to 1, beyond the scale.
    """

    kind: MarkKind
    start: float
    end: float
    at: float | None = None
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to ``top``; ``by_tens`` says that each step is ten times the one before."""

    top: int
    by_tens: bool = False

    def place(self, number: float) -> float:
        """Return where a number stands, between ``ZERO`` and ``TOP``; what has no end at 1."""
        if number == inf:
            return 1.0
        share = log1p(number) / log1p(self.top) if self.by_tens else number / self.top
        return ZERO + (TOP - ZERO) * share


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on the scale, and where it stands."""

    number: int
    at: float


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One figure: who says it in which words, what is drawn, and why it stands below, if it does.

    ``numbers`` are what the words were read as, ``None`` where there are words only; ``people``
    says whom they count. ``hollow`` says that no analyst confirmed the numbers.
    """

    passage: int
    label: str
    speaker: str
    words: str
    mark: Mark | None
    numbers: Saying | None
    reason: Saying | None = None
    hollow: bool = False
    negated: bool = False
    people: Saying | None = None


@dataclass(frozen=True, slots=True)
class ChartBracket:
    """What binds rows, and on which line beside them; line 0 is nearest to the rows.

    ``whole`` is the row that the others are part of.
    """

    kind: BracketKind
    rows: tuple[int, ...]
    whole: int | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; rows from ``first_below`` on do not enter the range.

    ``band`` is the range, ``working`` an analyst's working figure; ``note`` is said of the scale.
    """

    scale: Scale
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    first_below: int
    band: Mark | None
    working: Mark | None
    brackets: tuple[ChartBracket, ...]
    differ: bool
    note: Saying | None = None


def chart(
    comparison: FigureComparison, working: Ends | None = None, beside: Iterable[int] = ()
) -> Chart:
    """Return the chart of a comparison; ``working`` are the ends of a working figure.

    ``beside`` are numbers of other charts that shall be read on the same scale.
    """
    scale = _scale([*numbers_in(comparison, working), *beside])
    rows = [_row(one, scale) for one in comparison.entering]
    rows += [_row_below(one, scale) for one in comparison.below]
    at = {row.passage: line for line, row in enumerate(rows)}
    brackets = [
        ChartBracket(
            one.kind,
            tuple(sorted(at[passage] for passage in one.passages)),
            None if one.whole is None else at[one.whole],
        )
        for one in comparison.brackets
    ]
    return Chart(
        scale,
        _ticks(scale),
        tuple(rows),
        len(comparison.entering),
        _band(comparison.range, scale),
        None if working is None else _stretch(*working, scale),
        tuple(_side_by_side(brackets)),
        comparison.differ,
        Saying(STEPS_OF_TEN) if scale.by_tens else None,
    )


def numbers_in(comparison: FigureComparison, working: Ends | None = None) -> list[int]:
    """Return every number that must find its place on the scale of a comparison."""
    figures = [*comparison.entering, *(one.figure for one in comparison.below)]
    numbers = [number for one in figures for number in _numbers(one)]
    return numbers + [end for end in working or () if end is not None]


def bracket_lines(brackets: Iterable[ChartBracket]) -> int:
    """Return on how many lines beside each other brackets stand."""
    return 1 + max((one.line for one in brackets), default=-1)


def numbers_said(figure: Numbers) -> Saying | None:
    """Return the numbers of a figure as its source words them, ``None`` where it has none."""
    if figure.qualifier in _WORDS:
        return None
    low, high = figure.low, figure.high
    if low is None and high is None:
        return (
            None if figure.about is None else Saying(N_("about {about}"), {"about": figure.about})
        )
    if low is not None and high is None and figure.qualifier is Qualifier.MORE_THAN and low:
        return Saying(N_("more than {low}"), {"low": low - 1})
    if low is not None and low == high:
        return Saying("{low}", {"low": low})
    return Saying(_ENDS_SAID[low is None, high is None], {"low": low, "high": high})


_ENDS_SAID = {  # low is open, high is open
    (False, False): N_("{low} to {high}"),
    (False, True): N_("{low} or more"),
    (True, False): N_("up to {high}"),
}


def drawn_numbers_said(figure: ComparedFigure) -> Saying | None:
    """Return what stands at a figure's mark: what its words were read as, where no source said it.

    *Over 60* is read as 61 or more; nobody printed 61, and nobody printed a 1 of a person named.
    """
    if figure.one_person:
        return Saying(N_("one person, no number given"))
    if figure.low is not None and figure.high is None and figure.qualifier is Qualifier.MORE_THAN:
        return Saying(N_("read as {low} or more"), {"low": figure.low})
    return numbers_said(figure)


def people_said(figure: ComparedFigure) -> Saying | None:
    """Return whom a figure counts: in the source's word, and the analyst's group."""
    known = (bool(figure.people), bool(figure.group))
    template = _PEOPLE.get(known)
    values = {"people": figure.people, "group": figure.group}
    return None if template is None else Saying(template, values)


_PEOPLE = {  # the source's word is known, the analyst's group
    (True, False): N_("counts “{people}”"),
    (True, True): N_("counts “{people}”, group: {group}"),
    (False, True): N_("group: {group}"),
}


def _numbers(figure: ComparedFigure) -> list[int]:
    """Return what must find its place on the scale."""
    return [one for one in (figure.low, figure.high, figure.about) if one is not None]


def _row(figure: ComparedFigure, scale: Scale) -> ChartRow:
    return ChartRow(
        figure.passage,
        figure.label,
        figure.speaker,
        figure.words,
        _mark(figure, scale),
        drawn_numbers_said(figure),
        hollow=not figure.confirmed,
        negated=figure.negated,
        people=people_said(figure),
    )


def _row_below(below: Below, scale: Scale) -> ChartRow:
    return replace(_row(below.figure, scale), reason=below.saying)


def _mark(figure: ComparedFigure, scale: Scale) -> Mark | None:
    if figure.qualifier in _WORDS:
        return None
    if figure.low is None and figure.high is None and figure.about is not None:
        at = scale.place(figure.about)
        return Mark(MarkKind.ABOUT, at, at, at)
    if figure.one_person:
        at = scale.place(1)
        return Mark(MarkKind.PERSON, at, at, at)
    return _stretch(figure.low, figure.high, scale)


def _stretch(low: int | None, high: int | None, scale: Scale) -> Mark | None:
    """Return the mark from one end to the other; none where neither is given, or they crossed."""
    if low is None and high is None:
        return None
    start = scale.place(low or 0)
    end = scale.place(inf if high is None else high)
    if start > end:
        return None
    if start == end:
        return Mark(MarkKind.POINT, start, end, start, open_start=low is None)
    return Mark(MarkKind.BAR, start, end, open_start=low is None, open_end=high is None)


def _band(found: Range, scale: Scale) -> Mark | None:
    most = found.high if found.person_most is None else found.person_most
    band = _stretch(found.low, most, scale)
    if band is None or found.person_most is None:
        return band
    return replace(band, open_end=True)  # no source set this end: it is not drawn as one


def _scale(numbers: Sequence[int]) -> Scale:
    greatest = max(numbers, default=0)
    smallest = min((one for one in numbers if one > 0), default=0)
    if greatest > smallest * _WIDE:
        return Scale(10 ** len(str(greatest - 1)), by_tens=True)
    step = _step(greatest)
    return Scale(max(1, ceil(greatest / step)) * step)


def _step(greatest: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20… that needs few enough steps."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if greatest <= factor * power * _STEPS:
                return factor * power
        power *= 10


def _ticks(scale: Scale) -> tuple[Tick, ...]:
    if not scale.by_tens:
        numbers = list(range(0, scale.top + 1, _step(scale.top)))
    else:
        powers = len(str(scale.top)) - 1
        every = ceil((powers + 1) / (MOST_TICKS - 1))
        numbers = [0, *(10**power for power in range(powers % every, powers + 1, every))]
    return tuple(Tick(one, scale.place(one)) for one in numbers)


def _side_by_side(brackets: Iterable[ChartBracket]) -> list[ChartBracket]:
    """Put brackets whose rows overlap on lines of their own, the short ones nearest."""
    placed: list[ChartBracket] = []
    ends: list[tuple[int, int, int]] = []  # line, first row, last row
    for one in sorted(brackets, key=_length):
        first, last = _extent(one)
        taken = {line for line, start, end in ends if start <= last and first <= end}
        line = next(free for free in range(len(ends) + 1) if free not in taken)
        ends.append((line, first, last))
        placed.append(replace(one, line=line))
    return placed


def _extent(one: ChartBracket) -> tuple[int, int]:
    rows = one.rows if one.whole is None else (*one.rows, one.whole)
    return min(rows), max(rows)


def _length(one: ChartBracket) -> tuple[int, int, str]:
    first, last = _extent(one)
    return last - first, first, one.kind.value
