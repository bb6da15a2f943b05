"""Dates as a person types them, and what is said of how they are read."""

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.ui.models.typed_dates import date_said, date_typed, typed_date, year_is_added, year_of


@pytest.mark.parametrize(
    ("typed", "edtf", "basis"),
    [
        ("2015-03", "2015-03", DateBasis.ENTERED),
        ("11 March 2015", "2015-03-11", DateBasis.ENTERED),
        ("۱۱ مارچ ۲۰۱۵", "2015-03-11", DateBasis.ENTERED),
        ("10/8/2015", "", DateBasis.AMBIGUOUS),
        ("the day after", "", DateBasis.NONE),
    ],
)
def test_a_date_is_typed_in_words(typed: str, edtf: str, basis: DateBasis) -> None:
    assert date_typed(f" {typed} ") == WrittenDate(typed, edtf, basis)


def test_what_a_date_is_read_as_is_said_where_its_words_do_not() -> None:
    assert date_said(date_typed("2015-03")) == "read as March 2015"
    assert date_said(date_typed("11 March 2015")) == ""
    assert date_said(date_typed("")) == ""
    assert date_said(date_typed("10/8/2015")).startswith("Two readings: 8 October 2015, or 10")
    assert "kept as words" in date_said(date_typed("soon after"))
    assert "add the year. Kept as words" in date_said(date_typed("14 June"))
    assert "neither 13 nor 14" in date_said(date_typed("13/14/2019"))
    assert date_typed("on 11 March 2015").edtf == "2015-03-11"
    assert date_typed("6 to 7 October 2019").edtf == "2019-10-06/2019-10-07"


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2019-06-14", 2019),
        ("2019-01/2019-10", 2019),
        ("2018/2019", None),
        ("2019/..", None),
        ("", None),
        ("no date", None),
    ],
)
def test_the_year_of_a_date_is_known_where_it_lies_in_one(edtf: str, year: int | None) -> None:
    assert year_of(WrittenDate(edtf=edtf)) == year


def test_a_year_that_is_added_is_told() -> None:
    assert typed_date("14 June", 2019).edtf == "2019-06-14"
    assert year_is_added("14 June", 2019)
    assert not year_is_added("14 June 2018", 2019)
    assert not year_is_added("soon after", 2019)
    assert not year_is_added("", 2019)
