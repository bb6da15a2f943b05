"""Events and statements in order of time, each as exactly as its source has it.

When something happened and when it was said are two dates and stand in two rows: they are never
put in each other's place. A month is as long as the month, an open end leaves the scale, and what
has no place on it (no date, a date that waits to be settled) is listed with the reason, so that
nothing is missing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from enum import StrEnum

from reviewer.domain.edtf import DateBasis, Edtf, Precision, WrittenDate
from reviewer.domain.edtf_parser import day_of, parse, sort_key
from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_, Saying

BEGINNING = 0.04  # where the scale begins; what has no beginning goes on to 0
ENDING = 0.96  # where it ends; what has no end goes on to 1
_MOST_TICKS = 12
_FORTNIGHT, _QUARTER, _YEAR, _THREE_YEARS = 14, 92, 366, 1_096  # days


class DateOf(StrEnum):
    """Which of the two dates a row shows."""

    HAPPENED = "happened"
    SAID = "said"


DATE_OF_LABELS = {
    DateOf.HAPPENED: N_("When it is said to have happened"),
    DateOf.SAID: N_("When it was said"),
}

NO_DATE_GIVEN = N_("no date given")
NOT_SETTLED = N_("the date waits to be settled")
NOT_A_DATE = N_("the date cannot be read")
BEYOND = N_("before or beyond the years a calendar has")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event, or a passage, with one of its dates; exactly one of the two ids is set."""

    name: str
    date_of: DateOf
    date: WrittenDate
    event: int | None = None
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One date on the scale, from its first day's beginning to its last day's end, 0 to 1."""

    dated: Dated
    start: float
    end: float
    precision: Precision
    open_start: bool = False
    open_end: bool = False
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What has no place on the scale, and why."""

    dated: Dated
    why: Saying


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A year, a month or a day (as EDTF) and where it begins."""

    edtf: str
    at: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows in order of time; days are ISO, empty where there are no rows."""

    first: str
    last: str
    rows: tuple[TimelineRow, ...]
    ticks: tuple[TimeTick, ...]
    unplaced: tuple[Unplaced, ...]


def timeline(several: Iterable[Dated]) -> Timeline:
    """Return what is dated in order of time, and beside it what cannot be placed."""
    placed: list[tuple[Dated, Edtf]] = []
    unplaced = []
    for one in several:
        why = _why_unplaced(one.date)
        if why:
            unplaced.append(Unplaced(one, Saying(why)))
        else:
            placed.append((one, parse(one.date.edtf)))
    if not placed:
        return Timeline("", "", (), (), tuple(unplaced))
    placed.sort(key=lambda pair: (sort_key(pair[0].date.edtf), pair[0].name))
    days = [day for _one, found in placed for day in _days(found)]
    scale = _Scale(min(days), max(days) + 1)
    return Timeline(
        calendar_day.fromordinal(scale.first).isoformat(),
        calendar_day.fromordinal(scale.after - 1).isoformat(),
        tuple(_row(one, found, scale) for one, found in placed),
        tuple(_ticks(scale)),
        tuple(unplaced),
    )


def ticks_within(found: Timeline, start: float, end: float) -> tuple[TimeTick, ...]:
    """Return the years, months or days that begin in a part of the scale, as fine as it needs."""
    if not found.rows:
        return ()
    whole = _Scale(_ordinal(found.first), _ordinal(found.last) + 1)
    first = min(max(whole.first, whole.day(start)), whole.after - 1)
    part = _Scale(first, max(first + 1, min(whole.after, whole.day(end) + 1)))
    return tuple(replace(one, at=whole.place(part.day(one.at))) for one in _ticks(part))


@dataclass(frozen=True, slots=True)
class _Scale:
    """The first day shown and the one after the last, counted from the year 1."""

    first: int
    after: int

    def place(self, day: int) -> float:
        share = (day - self.first) / (self.after - self.first)
        return BEGINNING + (ENDING - BEGINNING) * share

    def day(self, at: float) -> int:
        share = (at - BEGINNING) / (ENDING - BEGINNING)
        return self.first + round(share * (self.after - self.first))


def _why_unplaced(date: WrittenDate) -> str:
    if not date.edtf:
        return NO_DATE_GIVEN
    if date.basis is DateBasis.AMBIGUOUS:
        return NOT_SETTLED
    try:
        found = parse(date.edtf)
    except NotAllowed:
        return NOT_A_DATE
    years = [day_of(iso)[0] for iso in (found.earliest, found.latest) if iso]
    return "" if all(1 <= year < calendar_day.max.year for year in years) else BEYOND


def _days(found: Edtf) -> list[int]:
    return [_ordinal(iso) for iso in (found.earliest, found.latest) if iso]


def _ordinal(iso: str) -> int:
    return calendar_day(*day_of(iso)).toordinal()


def _row(one: Dated, found: Edtf, scale: _Scale) -> TimelineRow:
    return TimelineRow(
        one,
        scale.place(_ordinal(found.earliest)) if found.earliest else 0.0,
        scale.place(_ordinal(found.latest) + 1) if found.latest else 1.0,
        found.precision,
        open_start=not found.earliest,
        open_end=not found.latest,
        uncertain=found.uncertain,
        approximate=found.approximate,
    )


def _ticks(scale: _Scale) -> Iterator[TimeTick]:
    length = scale.after - scale.first
    if length <= _QUARTER:
        step = 1 if length <= _FORTNIGHT else 7
        for day in range(scale.first, scale.after, step):
            yield TimeTick(calendar_day.fromordinal(day).isoformat(), scale.place(day))
    elif length <= _THREE_YEARS:
        yield from _months(scale, 1 if length <= _YEAR else 3)
    else:
        yield from _years(scale)


def _months(scale: _Scale, step: int) -> Iterator[TimeTick]:
    first = calendar_day.fromordinal(scale.first)
    count = first.year * 12 + first.month - 1
    count += -count % step
    while (day := calendar_day(count // 12, count % 12 + 1, 1).toordinal()) < scale.after:
        if day >= scale.first:
            yield TimeTick(f"{count // 12:04d}-{count % 12 + 1:02d}", scale.place(day))
        count += step


def _years(scale: _Scale) -> Iterator[TimeTick]:
    first = calendar_day.fromordinal(scale.first).year
    last = calendar_day.fromordinal(scale.after - 1).year
    steps = (factor * 10**power for power in range(4) for factor in (1, 2, 5))
    step = next(one for one in steps if (last - first) // one < _MOST_TICKS)
    for year in range(first + -first % step, last + 1, step):
        day = calendar_day(year, 1, 1).toordinal()
        if day >= scale.first:
            yield TimeTick(f"{year:04d}", scale.place(day))
