"""Dates as documents print them: what is read, what stays open, what is no date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading.dates import DateOrder, find, read, settle, site_orders

PRINTED = [
    ("14th November 2020", "2020-11-14"),
    ("1st of March, 2019", "2019-03-01"),
    ("November 14, 2020", "2020-11-14"),
    ("November 14th 2020", "2020-11-14"),
    ("Sept. 3, 2019", "2019-09-03"),
    ("22 August, 2016", "2016-08-22"),
    ("14-Nov-2020", "2020-11-14"),
    ("2020-11-14", "2020-11-14"),
    ("2020/11/14", "2020-11-14"),
    ("14.11.2020", "2020-11-14"),
    ("11/14/2020", "2020-11-14"),
    ("8/8/2015", "2015-08-08"),
    ("November 2020", "2020-11"),
    ("MAY, 2007", "2007-05"),
    ("14 نومبر 2020", "2020-11-14"),
    ("۱۴ نومبر ۲۰۲۰", "2020-11-14"),
    ("۱۴ نومبر، ۲۰۲۰ء", "2020-11-14"),
    ("12 مئی 2007", "2007-05-12"),
    ("٣ جنوري ٢٠١٩", "2019-01-03"),
    ("نومبر 2020", "2020-11"),
    ("۱۴/۱۱/۲۰۲۰", "2020-11-14"),
    ("2/24/2021 8:27:48 PM", "2021-02-24T20:27:48"),
    ("2/24/2021, 12:00:05 a.m.", "2021-02-24T00:00:05"),
    ("2/24/2021 12:00:05 PM PST", "2021-02-24T12:00:05"),
    ("2020-11-14T20:27:48Z", "2020-11-14T20:27:48Z"),
    ("2020-11-14 20:27:48.123 +0530", "2020-11-14T20:27:48+05:30"),
    ("2020-11-14 20:27:48+05:30", "2020-11-14T20:27:48+05:30"),
    ("14 November 2020 at 9:05 pm", "2020-11-14"),
    ("November 14, 2020 21:05 GMT", "2020-11-14"),
]


@pytest.mark.parametrize(("words", "edtf"), PRINTED)
def test_a_printed_date_is_read(words: str, edtf: str) -> None:
    date = read(words)
    assert date is not None
    assert (date.words, date.edtf) == (words, edtf)
    assert parse(edtf).earliest


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("10/8/2015", ("2015-10-08", "2015-08-10")),
        ("10.8.2015", ("2015-10-08", "2015-08-10")),
        ("10-08-2015", ("2015-10-08", "2015-08-10")),
        ("3/4/2024 11:17:13 PM", ("2024-03-04T23:17:13", "2024-04-03T23:17:13")),
    ],
)
def test_a_numeric_date_that_can_be_read_two_ways_stays_open(
    words: str, readings: tuple[str, ...]
) -> None:
    date = read(words)
    assert date is not None
    assert (date.words, date.readings, date.edtf) == (words, readings, "")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Twelve people were hurt.",
        "31 November 2020",
        "2/29/2023",
        "13/13/2020",
        "45 November 2020",
        "May 15-24, 2020",
        "14-15 November 2020",
        "10/8/15",
        "10/8.2015",
        "https://karimabad.example/2020/11/14/raid",
        "1.2.3.2020",
        "14 November",
        "item 2020-11-145",
    ],
)
def test_what_is_no_certain_date_is_not_read(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize("time", ["25:00:00", "13:27:48 PM", "0:10:00 am", "8:61", "8:10:61"])
def test_a_time_that_no_clock_shows_is_left_out_of_the_words(time: str) -> None:
    date = read(f"2/24/2021 {time}")
    assert date is not None
    assert (date.words, date.edtf) == ("2/24/2021", "2021-02-24")


def test_every_date_of_a_text_is_found_where_it_stands() -> None:
    text = (
        "On 3 May 2019 the league 😮 met; it met again in June 2019, says the note of ۴ جون ۲۰۱۹۔"
    )
    dates = find(text)
    assert [date.edtf for date in dates] == ["2019-05-03", "2019-06", "2019-06-04"]
    assert all(date.span.of(text) == date.words for date in dates)


def test_words_with_two_dates_are_not_one_date() -> None:
    assert read("3 May 2019 and 4 May 2019") is None


def test_another_page_shows_the_order_of_a_site() -> None:
    shown = site_orders(
        [("Release of May", "5/6/2019"), ("Bridge", "11/14/2020"), ("Note", "no date here")]
    )
    assert shown.order is DateOrder.MONTH_DAY
    assert [(page.page, page.words) for page in shown.evidence] == [("Bridge", "11/14/2020")]
    assert not shown.conflict


def test_a_day_first_date_shows_the_other_order() -> None:
    assert site_orders([("Mill", "14.11.2020")]).order is DateOrder.DAY_MONTH


def test_pages_that_disagree_show_a_conflict_and_no_order() -> None:
    shown = site_orders([("Bridge", "11/14/2020"), ("Mill", "14/11/2020")])
    assert shown.conflict
    assert shown.order is None


@pytest.mark.parametrize("words", ["8/8/2015", "10/8/2015", "2020-11-14", "14 November 2020"])
def test_a_date_that_fits_both_orders_is_no_evidence(words: str) -> None:
    shown = site_orders([("Bridge", words)])
    assert (shown.evidence, shown.order, shown.conflict) == ((), None, False)


@pytest.mark.parametrize(
    ("words", "order", "edtf"),
    [
        ("10/8/2015", DateOrder.MONTH_DAY, "2015-10-08"),
        ("10/8/2015", DateOrder.DAY_MONTH, "2015-08-10"),
        ("3/4/2024 11:17:13 PM", DateOrder.DAY_MONTH, "2024-04-03T23:17:13"),
        ("11/14/2020", DateOrder.DAY_MONTH, "2020-11-14"),
        ("14 November 2020", DateOrder.MONTH_DAY, "2020-11-14"),
    ],
)
def test_settling_an_order_gives_one_reading(words: str, order: DateOrder, edtf: str) -> None:
    assert settle(words, order) == edtf


def test_words_without_a_date_cannot_be_settled() -> None:
    with pytest.raises(NotAllowed, match="soon"):
        settle("soon", DateOrder.MONTH_DAY)


days = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))


@given(days, st.sampled_from("/.-"))
def test_settling_gives_back_the_day_that_was_printed(day: dt.date, mark: str) -> None:
    month_first = f"{day.month}{mark}{day.day}{mark}{day.year}"
    day_first = f"{day.day}{mark}{day.month}{mark}{day.year}"
    assert settle(month_first, DateOrder.MONTH_DAY) == day.isoformat()
    assert settle(day_first, DateOrder.DAY_MONTH) == day.isoformat()


pieces = st.sampled_from(
    [
        "14",
        "th",
        " ",
        "November",
        "نومبر",
        "2020",
        "/",
        "10",
        ",",
        "-",
        ":",
        "😮",
        "۱۲",
        "PM",
        "T",
        "\n",
    ]
)


@given(st.lists(pieces, max_size=25).map("".join))
def test_whatever_is_read_stands_in_the_text_and_is_a_date(text: str) -> None:
    end = 0
    for date in find(text):
        assert end <= date.span.start
        assert date.span.of(text) == date.words
        assert all(parse(reading) for reading in date.readings)
        end = date.span.end
