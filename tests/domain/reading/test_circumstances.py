"""When and where it happened, and when and where it was said."""

import pytest

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.records import read_record
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind


def read(text: str, kind: RecordKind = RecordKind.FIGURE) -> dict[str, str]:
    found = read_record(kind, text, Span(0, len(text)), default_table())
    return {one.field: one.value for one in found}


@pytest.mark.parametrize(
    ("text", "happened", "said"),
    [
        ("9 men were killed on 7 October 2019.", "2019-10-07", ""),
        ("On 7 October 2019 9 men were killed.", "2019-10-07", ""),
        ("On 7 October 2019, the police said 9 men were killed.", "", "2019-10-07"),
        ("The police said on 7 October 2019 that 9 men were killed.", "", "2019-10-07"),
        ("The police said that on 7 October 2019 9 men were killed.", "2019-10-07", ""),
        ("9 men were killed; the list of 7 October 2019 is new.", "", ""),
        ("9 men were killed on 10/8/2019.", "10/8/2019", ""),
        ("9 men were killed on 7 October 2019 and 8 October 2019.", "", ""),
        ("On 7 October 2019, these have said 9 men were killed.", "", ""),
        ("On 7 October 2019 it rained.", "", ""),
        ("9 men were killed, as 7 October 2019 showed.", "", ""),
        (
            "9 men were killed in a lane of the old town by the river and the mill: 7 May 2019.",
            "",
            "",
        ),
    ],
)
def test_a_date_belongs_to_the_act_or_to_the_saying(text: str, happened: str, said: str) -> None:
    found = read(text)
    assert (found.get("event_date", ""), found.get("said_on", "")) == (happened, said)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("9 men were killed in Dilmora.", "Dilmora"),
        ("9 men were killed at the Khorsal salt works.", "Khorsal"),
        ("9 men were killed in October.", ""),
        ("9 men were killed in the yard.", ""),
        ("9 men were killed by Wardens in Dilmora.", ""),
    ],
)
def test_a_place_follows_the_act(text: str, place: str) -> None:
    assert read(text).get("place", "") == place


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("He said in an interview that SHM was behind it all.", "an interview"),
        ("He said in an interview and in a letter that SHM was behind it.", ""),
        ("He said that SHM was behind it all.", ""),
    ],
)
def test_the_occasion_is_read_where_there_is_one(text: str, venue: str) -> None:
    assert read(text, RecordKind.ALLEGATION).get("venue", "") == venue


def test_an_occasion_far_off_in_a_long_sentence_is_of_something_else() -> None:
    aside = ", as the page goes on to say of one thing and another" * 6
    text = f"It was asked in an interview why{aside}, SHM was behind the theft."
    start = text.index("SHM")
    found = read_record(RecordKind.ALLEGATION, text, Span(start, len(text) - 1), default_table())
    assert "venue" not in [one.field for one in found]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("SHM denies the charges raised in the press briefing.", ""),
        ("In an interview, Varr denied the allegation of theft.", "an interview"),
        ("The charges are old, he said in an interview, and he denies them.", "an interview"),
    ],
)
def test_where_charges_were_made_is_not_where_they_are_answered(text: str, venue: str) -> None:
    assert read(text, RecordKind.RESPONSE).get("venue", "") == venue
