"""Events and statements in order of time, with their precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf import DateBasis, Precision, WrittenDate
from reviewer.domain.timelines import (
    BEGINNING,
    DATE_OF_LABELS,
    ENDING,
    Dated,
    DateOf,
    Timeline,
    ticks_within,
    timeline,
)


def dated(edtf: str, name: str = "", date_of: DateOf = DateOf.HAPPENED) -> Dated:
    return Dated(name or edtf, date_of, WrittenDate(edtf=edtf), passage=1)


def shown(*expressions: str) -> Timeline:
    return timeline([dated(one) for one in expressions])


def names(found: Timeline) -> list[str]:
    return [row.dated.name for row in found.rows]


def ticks(found: Timeline) -> list[str]:
    return [tick.edtf for tick in found.ticks]


def test_nothing_dated_is_an_empty_timeline() -> None:
    assert timeline([]) == Timeline("", "", (), (), ())


def test_rows_stand_in_order_of_time_and_as_long_as_they_are() -> None:
    found = shown("2015-03-11", "2015-02", "2015-03-01/2015-03-31")
    assert names(found) == ["2015-02", "2015-03-01/2015-03-31", "2015-03-11"]
    assert (found.first, found.last) == ("2015-02-01", "2015-03-31")
    month, span, day = found.rows
    assert month.start == BEGINNING
    assert month.end == span.start
    assert span.end == pytest.approx(ENDING)
    assert (day.end - day.start) * 31 == pytest.approx(span.end - span.start)
    assert [row.precision for row in found.rows] == [
        Precision.MONTH,
        Precision.RANGE,
        Precision.DAY,
    ]


def test_open_ends_leave_the_scale_and_doubt_is_kept() -> None:
    before, after, doubtful = shown("../2014", "2015-03/..", "2016~").rows
    assert (before.start, before.open_start, before.open_end) == (0.0, True, False)
    assert (after.end, after.open_start, after.open_end) == (1.0, False, True)
    assert (doubtful.approximate, doubtful.uncertain) == (True, False)


def test_when_it_happened_and_when_it_was_said_are_two_rows() -> None:
    happened = dated("2015-03-11", "Raid")
    said = dated("2015-03-12", "Raid", DateOf.SAID)
    found = timeline([said, happened])
    assert [row.dated for row in found.rows] == [happened, said]
    assert set(DATE_OF_LABELS) == set(DateOf)


def test_what_has_no_place_is_listed_with_the_reason() -> None:
    unsettled = Dated(
        "unsettled", DateOf.SAID, WrittenDate("10/8/2015", "2015-08-10", DateBasis.AMBIGUOUS)
    )
    several = [dated("", "none"), unsettled, dated("soon"), dated("-0044"), dated("Y20000")]
    found = timeline(several)
    assert found.rows == ()
    assert [one.why.sentence for one in found.unplaced] == [
        "no date given",
        "the date waits to be settled",
        "the date cannot be read",
        "before or beyond the years a calendar has",
        "before or beyond the years a calendar has",
    ]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("2015-03-11/2015-03-13", ["2015-03-11", "2015-03-12", "2015-03-13"]),
        ("2015-03-01/2015-03-20", ["2015-03-01", "2015-03-08", "2015-03-15"]),
        ("2015-01-15/2015-05-02", ["2015-02", "2015-03", "2015-04", "2015-05"]),
        ("2014-11-15/2016-02-02", ["2015-01", "2015-04", "2015-07", "2015-10", "2016-01"]),
        ("2012-06-15/2016-02-02", ["2013", "2014", "2015", "2016"]),
        ("1990-01-01/2015-02-02", ["1990", "1995", "2000", "2005", "2010", "2015"]),
    ],
)
def test_ticks_stand_at_days_months_or_years(span: str, expected: list[str]) -> None:
    assert ticks(shown(span)) == expected


@given(st.lists(st.tuples(st.dates(), st.dates()), min_size=1, max_size=5))
def test_every_row_has_its_place_or_a_reason(pairs: list[tuple[date, date]]) -> None:
    spans = [f"{min(pair)}/{max(pair)}" for pair in pairs]
    found = shown(*spans)
    assert sorted([*names(found), *(one.dated.name for one in found.unplaced)]) == sorted(spans)
    assert all(0 <= row.start < row.end <= 1 for row in found.rows)
    assert len(found.ticks) <= 14
    assert all(BEGINNING <= tick.at <= ENDING for tick in found.ticks)


def test_a_part_of_the_scale_has_ticks_as_fine_as_it_needs() -> None:
    found = shown("2010-01-01/2019-12-31")
    assert [tick.edtf for tick in ticks_within(found, 0, 1)] == ticks(found)
    middle = (BEGINNING + ENDING) / 2
    seen = ticks_within(found, middle, middle + 0.01)
    assert seen[0].edtf.startswith("2015-01")
    assert all(middle - 0.001 <= tick.at <= middle + 0.011 for tick in seen)
    assert ticks_within(timeline([]), 0, 1) == ()


@given(st.dates(), st.dates(), st.floats(-1, 2), st.floats(-1, 2))
def test_ticks_of_any_part_stand_on_the_scale(
    one: date, other: date, start: float, end: float
) -> None:
    found = shown(f"{min(one, other)}/{max(one, other)}")
    assert all(BEGINNING <= tick.at <= ENDING for tick in ticks_within(found, start, end))
