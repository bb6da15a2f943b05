"""EDTF, levels 0 and 1: what is read, what it can mean, what is refused."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf import Precision
from reviewer.domain.edtf_parser import earliest, latest, parse, sort_key
from reviewer.domain.errors import NotAllowed

POINTS = [
    ("2015-10-08", "2015-10-08", "2015-10-08", Precision.DAY),
    ("2015-10", "2015-10-01", "2015-10-31", Precision.MONTH),
    ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH),
    ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH),
    ("2000-02", "2000-02-01", "2000-02-29", Precision.MONTH),
    ("2015", "2015-01-01", "2015-12-31", Precision.YEAR),
    ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
    ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
    ("2004-XX", "2004-01-01", "2004-12-31", Precision.YEAR),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", Precision.YEAR),
    ("1985-04-XX", "1985-04-01", "1985-04-30", Precision.MONTH),
    ("2001-21", "2001-03-01", "2001-05-31", Precision.SEASON),
    ("2001-22", "2001-06-01", "2001-08-31", Precision.SEASON),
    ("2001-23", "2001-09-01", "2001-11-30", Precision.SEASON),
    ("2003-24", "2003-12-01", "2004-02-29", Precision.SEASON),
    ("-0043", "-0043-01-01", "-0043-12-31", Precision.YEAR),
    ("-00XX", "-0099-01-01", "0000-12-31", Precision.CENTURY),
    ("0000", "0000-01-01", "0000-12-31", Precision.YEAR),
    ("Y12026", "Y12026-01-01", "Y12026-12-31", Precision.YEAR),
    ("Y-12026", "-12026-01-01", "-12026-12-31", Precision.YEAR),
    ("2015-10-08T23:17:13", "2015-10-08", "2015-10-08", Precision.TIME),
    ("2015-10-08T23:17:13Z", "2015-10-08", "2015-10-08", Precision.TIME),
    ("2015-10-08T23:17:13+05:00", "2015-10-08", "2015-10-08", Precision.TIME),
    ("2015-10-08T23:17:13-04", "2015-10-08", "2015-10-08", Precision.TIME),
    ("2015-10-08/2015-10-12", "2015-10-08", "2015-10-12", Precision.RANGE),
    ("2015/2016-02", "2015-01-01", "2016-02-29", Precision.RANGE),
    ("2015-10/2015-10", "2015-10-01", "2015-10-31", Precision.RANGE),
    ("2015-10-08/..", "2015-10-08", "", Precision.OPEN_RANGE),
    ("2015-10-08/", "2015-10-08", "", Precision.OPEN_RANGE),
    ("../2015-10-08", "", "2015-10-08", Precision.OPEN_RANGE),
    ("/2015-10", "", "2015-10-31", Precision.OPEN_RANGE),
]


@pytest.mark.parametrize(("words", "first", "last", "precision"), POINTS)
def test_an_expression_tells_its_first_and_last_day(
    words: str, first: str, last: str, precision: Precision
) -> None:
    date = parse(words)
    assert (date.earliest, date.latest, date.precision) == (first, last, precision)
    assert (earliest(words), latest(words)) == (first, last)


def test_space_around_an_expression_does_not_matter() -> None:
    assert parse(" 2015-10-08\n").expression == "2015-10-08"


@pytest.mark.parametrize(
    ("words", "uncertain", "approximate"),
    [
        ("2015-10", False, False),
        ("2015-10?", True, False),
        ("2015-10~", False, True),
        ("2015-10%", True, True),
        ("2015?/2016", True, False),
        ("2015/2016~", False, True),
        ("2015?/..", True, False),
        ("/2015~", False, True),
    ],
)
def test_doubt_is_kept_and_does_not_move_the_bounds(
    words: str, uncertain: bool, approximate: bool
) -> None:
    date = parse(words)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    plain = parse(words.translate(dict.fromkeys(map(ord, "?~%"))))
    assert (date.earliest, date.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "10/8/2015",
        "2015-13",
        "2015-00",
        "2015-25",
        "2015-99-XX",
        "2015-10-8",
        "15",
        "2015-XX-08",
        "201X-10",
        "20X5",
        "XXXX",
        "Y2015",
        "Y12026-10",
        "-0000",
        "..",
        "/",
        "../..",
        "2015/2016/2017",
        "2015-10-08T23:17",
        "2015-10-08T24:00:00",
        "2015-10-08T23:17:13+25",
        "2015-10-08T23:17:13/2015-10-09",
        "2015?-10",
        "٢٠١٥-١٠-٠٨",
        "Y" + "9" * 5000,
    ],
)
def test_what_is_no_expression_of_level_0_or_1_is_refused(words: str) -> None:
    with pytest.raises(NotAllowed, match="cannot be read as a date"):
        parse(words)


@pytest.mark.parametrize("words", ["2015-02-29", "2015-21-08", "2015-10-32", "2015-10-00"])
def test_a_day_that_no_calendar_has_is_refused_by_name(words: str) -> None:
    with pytest.raises(NotAllowed, match=f"There is no day “{words}”"):
        parse(words)


@pytest.mark.parametrize("words", ["2016/2015", "2015-10-08/2015-10-07", "2015-11~/2015-10?"])
def test_an_interval_that_ends_before_it_begins_is_refused(words: str) -> None:
    with pytest.raises(NotAllowed, match=r"ends before it begins"):
        parse(words)


def test_a_refusal_names_the_words_but_not_a_whole_book() -> None:
    with pytest.raises(NotAllowed, match="someday"):
        parse("someday")
    with pytest.raises(NotAllowed) as refusal:
        parse("x" * 100_000)
    assert len(str(refusal.value)) < 400


def test_no_date_has_no_bounds_and_comes_last() -> None:
    assert (earliest(""), latest("")) == ("", "")
    assert sorted(["", "2015", "1999-12-31"], key=sort_key) == ["1999-12-31", "2015", ""]


def test_expressions_are_ordered_by_their_first_day_then_time_then_last_day() -> None:
    ordered = [
        "Y-12026",
        "-0043",
        "2014/..",
        "../2014-06",
        "2015-01-01",
        "2015-01",
        "2015",
        "2015-10-08",
        "2015-10-08T08:00:00",
        "2015-10-08T20:27:48Z",
        "Y12026",
    ]
    by_words = sorted(ordered)
    assert sorted(by_words, key=sort_key) == ordered


days = st.dates(min_value=dt.date(1000, 1, 1))


@given(days, days)
def test_days_are_read_and_ordered_as_the_calendar_has_them(one: dt.date, other: dt.date) -> None:
    assert parse(one.isoformat()).earliest == parse(one.isoformat()).latest == one.isoformat()
    ordered = sort_key(one.isoformat()) < sort_key(other.isoformat())
    assert ordered == (one < other)


@given(days)
def test_a_month_ends_where_the_calendar_ends_it(day: dt.date) -> None:
    last = calendar.monthrange(day.year, day.month)[1]
    assert latest(f"{day:%Y-%m}") == f"{day:%Y-%m}-{last:02d}"


@given(days, days)
def test_an_interval_reaches_from_its_first_to_its_last_day(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one.isoformat(), other.isoformat()))
    date = parse(f"{first}/{last}")
    assert (date.earliest, date.latest) == (first, last)


numbers = st.from_regex(r"-?[0-9]{2}[0-9X]{2}(-([0-3][0-9]|XX)){0,2}[?~%]?", fullmatch=True)
ends = numbers | st.sampled_from(["", ".."])
expressions = st.one_of(numbers, st.builds("{}/{}".format, ends, ends), st.text(max_size=30))


@given(expressions)
def test_any_words_are_read_in_order_or_refused_in_words(words: str) -> None:
    try:
        date = parse(words)
    except NotAllowed:
        return
    assert date.earliest or date.latest
    if date.earliest and date.latest:
        assert sort_key(date.earliest) <= sort_key(date.latest)
