"""A passage's record, as far as its words tell."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf_parser import parse
from reviewer.domain.figures import check_numbers
from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.records import LONGEST, read_record
from reviewer.domain.readings import NewReading
from reviewer.domain.records import FIELDS, ValueKind, chain_read, field_of, names_read
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind

KINDS = list(RecordKind)
SAID = """
    27 ۲۷ at least over workers were killed and injured said the Minister denied no one several
    dozen , . " ; “ ” in Dilmora on 7 October 2019 Junaid Kavrel کم از کم کارکن ہلاک نہیں کوئی
    according to accused of by including of them not 👩🏽‍⚕️ a passer-by
"""
WORDS = ["\n", "Minis-\nter", "mor-\nning", *SAID.split()]


def readings(
    text: str, passage: str = "", kind: RecordKind = RecordKind.FIGURE
) -> list[NewReading]:
    at = text.index(passage) if passage else 0
    return read_record(kind, text, Span(at, at + len(passage or text)), default_table())


def read(text: str, passage: str = "", kind: RecordKind = RecordKind.FIGURE) -> dict[str, str]:
    return {one.field: one.value for one in readings(text, passage, kind)}


def test_a_figure_is_read_with_its_words_and_who_says_so() -> None:
    text = "It rained.\nAt least 27 party workers were arrested. It was late."
    found = readings(text, "At least 27 party workers were arrested")
    told = {one.field: (one.value, one.span and one.span.of(text)) for one in found}
    assert told == {
        "number_text": ("At least 27", "At least 27"),
        "low": ("27", "At least 27"),
        "qualifier": ("at_least", "At least 27"),
        "harm": ("arrested", "arrested"),
        "victim_label": ("party workers", "party workers"),
        "chain": ('[["", ""]]', "were arrested"),
    }


def test_the_wording_before_the_chosen_words_still_counts() -> None:
    assert read("At least 27 workers were held", "27 workers")["low"] == "27"
    assert read("At least 27 workers were held", "27 workers")["qualifier"] == "at_least"


def test_words_behind_a_word_broken_at_a_line_end_still_count() -> None:
    text = "It rained.\n27 workers were killed in the early mor-\nning, the Minister said."
    found = read(text, "27 workers")
    assert found["harm"] == "killed"
    assert chain_read(found["chain"])[0].printed == "Minister"


@pytest.mark.parametrize(
    ("text", "passage", "number"),
    [
        ("More than 300 workers, including 4 women, have been killed.", "", "More than 300"),
        ("More than 300 workers, including 4 women, have been killed.", "4 women", "4"),
        ("He confessed to killing 13 people, yet to two murders only.", "two murders", "two"),
        ("26 were killed and 40 were wounded.", "", ""),
        ("They counted over 250 there.", "over 250", "over 250"),
        ("They counted 12 workers in 3 rows at the gate of the mill that evening.", "", "12"),
        ("The 12 of the old rows stand at the gate of the mill that evening.", "", ""),
        ("They met 12 workers and 9 women at the gate of the old mill.", "", ""),
        ("They knew 64 names, 22 of them women, at the gate of the old mill.", "", "22"),
        ("It rained.", "", ""),
    ],
)
def test_a_passage_has_one_figure_or_none(text: str, passage: str, number: str) -> None:
    assert read(text, passage).get("number_text", "") == number


def test_a_denied_number_is_marked() -> None:
    assert read("The figure of 312 persons killed is rejected.")["negated"] == "1"
    assert read("4 men dead now, not 3 dead.")["number_text"] == "4"
    assert read("4 men dead now, not 3 dead.", "3 dead")["negated"] == "1"
    assert "negated" not in read("27 workers were held.")


def test_a_named_victim_is_one_and_perhaps_more() -> None:
    found = read("Junaid Kavrel was shot dead in Dilmora on 7 October 2019.")
    assert found["low"] == "1"
    assert "high" not in found
    assert found["number_text"] == "Junaid Kavrel"
    assert found["harm"] == "killed"
    assert found["place"] == "Dilmora"
    assert names_read(found["victims"])[0].printed == "Junaid Kavrel"
    assert found["event_date"] == "2019-10-07"


def test_what_happened_to_a_named_victim_is_left_open_where_two_things_did() -> None:
    found = read("Junaid Kavrel was arrested and was killed in the raid.")
    assert found["number_text"] == "Junaid Kavrel"
    assert "harm" not in found


def test_words_only_hold_no_number() -> None:
    found = read("Many hundreds of workers were arrested.")
    assert found["qualifier"] == "words_only"
    assert not {"low", "high", "about"} & set(found)


def test_a_response_is_read() -> None:
    text = "SHM categorically denies all the charges made at the press conference."
    found = read(text, kind=RecordKind.RESPONSE)
    assert found["response_kind"] == "deny_act"
    assert "venue" not in found  # that is where the charges were made
    assert chain_read(found["chain"])[0].printed == "SHM"


def test_an_allegation_is_read() -> None:
    text = "On 10 February 2015, Imran Dost said that the League was behind the killing of 9 men."
    found = read(text, kind=RecordKind.ALLEGATION)
    assert found["act"] == "the killing of 9 men"
    assert names_read(found["accused"])[0].printed == "League"
    assert found["wording"] == "asserted"
    assert found["statement"] == "2015-02-10"
    assert "event_date" not in found


def test_a_passage_without_a_record_is_not_read() -> None:
    assert readings("27 men were killed", kind=RecordKind.NONE) == []
    assert read_record(RecordKind.FIGURE, "27", Span(5, 9), default_table()) == []


def test_of_a_very_long_passage_the_beginning_is_read() -> None:
    text = "27 men were killed. " + "It rained. " * LONGEST
    assert read(text)["low"] == "27"
    assert readings(text)[0].span == Span(0, 2)


def test_a_sentence_in_the_middle_of_a_long_line_is_read_in_its_place() -> None:
    text = "It rained. " * 900 + "27 men were killed. " + "It rained. " * 900
    found = readings(text, "27 men were killed")
    assert all(one.span and one.span.of(text) in "27 men were killed" for one in found)


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    ),
    st.integers(0, 200),
    st.integers(1, 200),
    st.sampled_from(KINDS),
)
def test_whatever_is_read_stands_in_the_text_and_is_what_its_field_holds(
    words: list[str], start: int, length: int, kind: RecordKind
) -> None:
    text = " ".join(words)
    found = read_record(kind, text, Span(start, start + length), default_table())
    assert len({one.field for one in found}) == len(found)
    told = {one.field: one.value for one in found}
    for one in found:
        field = field_of(kind, one.field)
        assert field
        assert one.rule
        if one.span:
            assert one.span.end <= len(text)
            if field.kind is ValueKind.TEXT:
                assert one.span.of(text) == one.value
        if field.kind is ValueKind.CHOICE:
            assert one.value in field.choices
        if field.kind is ValueKind.DATE:
            assert parse(one.value).earliest
    check_numbers(*(int(told[key]) if key in told else None for key in ("low", "high", "about")))
    for key, reader in (("chain", chain_read), ("victims", names_read), ("accused", names_read)):
        assert key not in told or reader(told[key])


@given(st.text(max_size=200), st.integers(0, 50), st.sampled_from(KINDS))
def test_no_text_breaks_the_reading(text: str, start: int, kind: RecordKind) -> None:
    for one in read_record(kind, text, Span(start, start + 100), default_table()):
        assert one.span is None or one.span.end <= len(text)


def test_every_field_that_is_read_is_declared() -> None:
    assert json.loads(read("27 men were killed")["chain"]) == [["", ""]]
    assert {one.key for one in FIELDS[RecordKind.FIGURE]} >= set(read("27 men were killed"))
