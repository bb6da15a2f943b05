"""Dates as a person types them, and what is said of how they are read."""

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.ui.models.typed_dates import date_said, date_typed


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
