"""Numbers of people, though nothing that happened to them stands beside them."""

import pytest

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.records import read_record
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind


def numbers(text: str) -> tuple[str, str, str]:
    """Read ``text`` as a figure; give the words of its number, its low and its high."""
    found = read_record(RecordKind.FIGURE, text, Span(0, len(text)), default_table())
    told = {one.field: one.value for one in found}
    return told.get("number_text", ""), told.get("low", ""), told.get("high", "")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (
            "BAROLA, June 16 - Sixty people died in the mill, the chief of the brigade said",
            "60",
            "60",
        ),
        ("BAROLA, June 16 - 64 people died in the mill, the chief of the brigade said", "64", "64"),
        (
            "BAROLA, June 16 - 1,200 people died in the mill, the chief said again today",
            "1200",
            "1200",
        ),
        ("Since January 312 supporters of the party have been killed", "312", "312"),
        ("Since January 1,500 supporters of the party have been killed", "1500", "1500"),
        ("In June sixty workers were arrested", "60", "60"),
        ("On Friday at midnight the chief had put the number at no fewer than 45", "45", ""),
        (
            "He told the reporters that the toll from the fire at the mill now stood at 31.",
            "31",
            "31",
        ),
        ("The number of our workers taken, as all of you know, stands at 31 today.", "31", "31"),
        ("The number of those killed in the fire at the old mill has risen to 64.", "64", "64"),
        ("As far as we were told that night, the toll of the long day is 31.", "", ""),
        ("As far as we were told that night, the death toll is 31.", "31", "31"),
        ("The number of prisoners in the cells of the station that night was 31.", "31", "31"),
        ("although he has confessed the police have so far charged him with only 3.", "3", "3"),
        ("We looked in every ward of the hospital and found at least 45, all told", "45", ""),
        ("| Concord | January to October | supporters killed | 312 |", "312", "312"),
        ("only one body came in", "1", "1"),
        ("Staff say four", "4", "4"),
        ("12 Bravans", "12", "12"),
        ("over 250 in the hall", "251", ""),
    ],
)
def test_a_number_of_people_is_read(text: str, low: str, high: str) -> None:
    assert numbers(text)[1:] == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "From June 16 - 20 people gathered there, the chief of the brigade said on Sunday",
        "In June 97 workers were arrested",
        "Since June 12 supporters of the party have been killed",
        "In June 2015 supporters of the party were killed",
        "two bridges",
        "Brief 7: three incidents in Barola",
        "The number of houses that were burnt in the whole district stands at 31 today.",
        "The number of people per room in the houses of the settlement stands at 31.",
        "He told them to meet at the gate of the old mill, which stands at 31.",
        "The number that he gave them when they asked at the gate of the mill was 31.",
        "The speed at which the lorry came down the hill that night was more than 45.",
        "The toll from the fire at the old mill has risen from 27 to 30 in a day",
        "the number was put at 27 by one and the number was put at 45 by another of them",
    ],
)
def test_where_two_readings_are_possible_or_nobody_is_counted_there_is_none(text: str) -> None:
    assert numbers(text)[1:] == ("", "")


def test_a_spaced_dash_between_numbers_is_still_a_range() -> None:
    assert numbers("900 - 1,500 people died")[1:] == ("900", "1500")
    assert numbers("12-14 people died")[1:] == ("12", "14")


def test_one_who_is_named_is_no_figure_beside_two_numbers() -> None:
    text = "27 workers were killed and 14 clerks were hurt, and Junaid Kavrel was shot"
    assert numbers(text) == ("", "", "")
    assert numbers("Junaid Kavrel was shot")[1:] == ("1", "")
