"""Dates as a person types them, and what is said of those that are none."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading.typed_dates import read_typed


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2019-06-14", "2019-06-14"),
        ("14 June 2019", "2019-06-14"),
        ("night of 6 to 7 October 2019", "2019-10-06/2019-10-07"),
        ("the night of the 6th to the 7th of October, 2019", "2019-10-06/2019-10-07"),
        ("6-7 October 2019", "2019-10-06/2019-10-07"),
        ("October 6 to 7, 2019", "2019-10-06/2019-10-07"),
        ("31 October to 2 November 2019", "2019-10-31/2019-11-02"),
        ("January to October 2019", "2019-01/2019-10"),
        ("on 14th of June 2019", "2019-06-14"),
        ("۶ سے ۷ اکتوبر ۲۰۱۹", "2019-10-06/2019-10-07"),
    ],
)
def test_a_day_and_a_time_from_one_to_another_are_read(words: str, edtf: str) -> None:
    found = read_typed(f" {words} ")
    assert found.readings == (edtf,)
    assert not found.year_added


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("14 June", "2019-06-14"),
        ("June 14", "2019-06-14"),
        ("June", "2019-06"),
        ("night of 6 to 7 October", "2019-10-06/2019-10-07"),
    ],
)
def test_a_year_that_is_known_is_added_and_said_to_be(words: str, edtf: str) -> None:
    found = read_typed(words, 2019)
    assert found.readings == (edtf,)
    assert found.year_added
    with pytest.raises(NotAllowed, match="has no year: add the year"):
        read_typed(words)


def test_a_date_of_two_readings_keeps_both() -> None:
    assert read_typed("10/8/2019").readings == ("2019-10-08", "2019-08-10")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("13/14/2019", "neither 13 nor 14 can be the month"),
        ("31/2/2019", "the month has no day 31"),
        ("14/0/2019", "0 is no month"),
        ("2019-13-05", "13 is no month"),
        ("2019-02-30", "no day"),
        ("31 June 2019", "the month has no day 31"),
        ("7 to 6 October 2019", "ends before it begins"),
        ("soon after", "cannot be read as a date"),
        ("13-2019", "cannot be read as a date"),
    ],
)
def test_what_is_wrong_with_a_date_is_named(words: str, problem: str) -> None:
    with pytest.raises(NotAllowed, match=problem):
        read_typed(words)
