"""EDTF in words: as much as it says, and no more."""

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.ui.models.dates import BASIS_LABELS, shown, spelled, two_readings


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", ""),
        ("2015-10-08", "8 October 2015"),
        ("2015-10", "October 2015"),
        ("2015", "2015"),
        ("2015-10-08T14:05:09", "8 October 2015, 14:05:09"),
        ("2015-10-08T14:05:09Z", "8 October 2015, 14:05:09 UTC"),
        ("2015-10-08T14:05:09+05:00", "8 October 2015, 14:05:09 UTC+05:00"),
        ("2015-10-08~", "about 8 October 2015"),
        ("2015-10?", "October 2015, not certain"),
        ("2015%", "about 2015, not certain"),
        ("201X", "the 2010s"),
        ("19XX", "a year from 1900 to 1999"),
        ("2004-XX", "a month in 2004"),
        ("1985-04-XX", "a day in April 1985"),
        ("2001-21", "spring 2001"),
        ("2001-24", "winter 2001"),
        ("2015-10-08/2015-10-12", "8 October 2015 to 12 October 2015"),
        ("2015-10-08/..", "from 8 October 2015 on"),
        ("2015-10-08/", "from 8 October 2015, end not known"),
        ("../2015-10", "up to October 2015"),
        ("/2015-10", "up to October 2015, beginning not known"),
        ("-0044", "-44"),
        ("Y12000", "12000"),
    ],
)
def test_an_expression_is_spelled_out(edtf: str, words: str) -> None:
    assert spelled(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-10-08", "8 Oct 2015"),
        ("2015-10-08T14:05:09Z", "8 Oct 2015"),
        ("2015-10~", "about Oct 2015"),
        ("1985-04-XX", "a day in Apr 1985"),
        ("2015-10-08/2016-01", "8 Oct 2015 to Jan 2016"),
        ("2015", "2015"),
    ],
)
def test_where_there_is_little_room_it_is_spelled_briefly(edtf: str, words: str) -> None:
    assert spelled(edtf, brief=True) == words


@pytest.mark.parametrize("basis", [DateBasis.SETTLED, DateBasis.SITE, DateBasis.ENTERED])
def test_what_an_analyst_decided_is_shown_as_the_day_it_is_read_as(basis: DateBasis) -> None:
    assert shown(WrittenDate("10/8/2015", "2015-10-08", basis)) == "8 Oct 2015"


@pytest.mark.parametrize(
    ("edtf", "basis"),
    [
        ("2015-10-08", DateBasis.UNAMBIGUOUS),
        ("", DateBasis.AMBIGUOUS),
        ("", DateBasis.NONE),
        ("", DateBasis.SETTLED),
    ],
)
def test_any_other_date_is_shown_as_printed(edtf: str, basis: DateBasis) -> None:
    assert shown(WrittenDate("Oct 8,\n2015", edtf, basis)) == "Oct 8,¶2015"


@pytest.mark.parametrize("words", ["D:20130205154705-05'00'", "2013-02-05T15:47:05-05:00"])
def test_a_notation_of_programs_is_shown_as_the_day_it_says(words: str) -> None:
    date = WrittenDate(words, "2013-02-05T15:47:05-05:00", DateBasis.UNAMBIGUOUS)
    assert shown(date) == "5 Feb 2013"


def test_a_notation_that_was_not_read_is_shown_as_it_is() -> None:
    assert shown(WrittenDate("D:2013", "", DateBasis.NONE)) == "D:2013"


def test_what_is_no_expression_is_shown_as_it_is() -> None:
    assert spelled("the day after") == "the day after"


def test_an_ambiguous_date_has_two_readings() -> None:
    date = WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    assert two_readings(date) == ("8 October 2015", "10 August 2015")


def test_a_settled_date_has_no_two_readings_any_more() -> None:
    assert two_readings(WrittenDate("10/8/2015", "2015-10-08", DateBasis.SETTLED)) == ()


def test_words_that_are_no_date_have_no_readings() -> None:
    assert two_readings(WrittenDate("some time ago", "", DateBasis.AMBIGUOUS)) == ()


def test_every_basis_has_a_label() -> None:
    assert set(BASIS_LABELS) == set(DateBasis)
