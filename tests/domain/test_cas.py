"""A passage's row as features of a UIMA annotation, and back."""

import pytest

from reviewer.domain import cas
from reviewer.domain.tags import RecordKind

FIGURE: dict[str, object] = {
    "note": "mine\x07",
    "follow_up": True,
    "record": {
        "low": 0,
        "harm": "",
        "negated": True,
        "said_on": {"words": "in May", "edtf": "2019-05"},
        "event_date": {"words": "in May"},
        "place": None,
    },
    "chain": [{"name": "Courier"}, {"name": "Army", "printed": "the army"}, "Noor", {}, 7],
    "victims": [],
    "fields": {"Seen by": "two", "Age": 12},
    "events": [{"event": "The bridge", "question": None}, {"event": "Floods", "question": "Q1"}],
}


def test_what_is_said_of_a_passage_is_read_in_its_features() -> None:
    assert cas.features(FIGURE, RecordKind.FIGURE) == {
        "note": "mine\ufffd",
        "follow_up": "true",
        "low": "0",
        "negated": "true",
        "said_on": "2019-05",
        "event_date": "in May",
        "chain": "Courier; the army; Noor",
        "fields": "Seen by: two; Age: 12",
        "events": "The bridge; Floods: Q1",
    }


def test_every_feature_has_a_name_of_its_own() -> None:
    names = cas.feature_names()
    assert len(set(names)) == len(names)
    for kind in RecordKind:
        assert set(cas.record_features(kind)) <= set(names)
    assert set(cas.features(FIGURE, RecordKind.FIGURE)) <= set(names)
    assert {"begin", "end", "sofa", "statement", "said_on"} & set(names) == {"statement", "said_on"}


def test_when_something_was_said_is_one_feature_for_all_records() -> None:
    row = {"statement": "plain words", "record": {"statement": {"edtf": "2019"}}}
    there = cas.features(row, RecordKind.RESPONSE)
    assert (there["statement"], there["said_on"]) == ("plain words", "2019")
    changed = cas.changed(row, RecordKind.RESPONSE, {**there, "said_on": "2020"})
    assert changed == {"statement": "plain words", "record": {"statement": "2020"}}


@pytest.mark.parametrize("kind", RecordKind)
def test_what_nobody_changed_is_the_row_that_went_out(kind: RecordKind) -> None:
    assert cas.changed(FIGURE, kind, cas.features(FIGURE, kind)) == FIGURE
    assert not cas.untold(FIGURE, cas.features(FIGURE, kind))


def test_what_was_changed_there_is_taken_over() -> None:
    there = cas.features(FIGURE, RecordKind.FIGURE)
    there |= {"note": "theirs", "low": "12", "high": "many", "about": "9" * 12, "negated": "false"}
    del there["follow_up"], there["said_on"]
    found = cas.changed(FIGURE, RecordKind.FIGURE, there)
    assert found["note"] == "theirs"
    assert "follow_up" not in found
    assert found["record"] == {
        "harm": "",
        "event_date": {"words": "in May"},
        "place": None,
        "low": 12,
        "high": "many",
        "about": "9" * 12,
        "negated": False,
    }


def test_a_record_that_was_emptied_there_is_none() -> None:
    row = {"record": {"act": "beaten"}}
    assert cas.changed(row, RecordKind.ALLEGATION, {}) == {}
    assert cas.changed({}, RecordKind.ALLEGATION, {"act": "beaten"}) == row


def test_names_that_were_changed_there_are_noticed() -> None:
    assert cas.untold(FIGURE, {**cas.features(FIGURE, RecordKind.NONE), "chain": "Nobody"})
    assert cas.untold({}, {"accused": "He"})


def test_what_is_said_of_a_link_is_as_it_was_but_for_changes() -> None:
    carried = {"note": "a\x07", "independent": "yes", "analyst": "Noor", "from": "D1·1"}
    there = {"note": "a\ufffd", "independent": "no", "created": "then"}
    assert cas.judged(carried, there) == {"note": "a\x07", "independent": "no", "created": "then"}


def test_xml_holds_everything_but_control_characters_and_two_more() -> None:
    assert cas.holdable("\t\n\r \x85\ufeff😀\U0010ffff") == ("\t\n\r \x85\ufeff😀\U0010ffff", 0)
    assert cas.holdable("a\x00\x0b\x1f\ufffe\uffff\ud800b") == ("a" + "\ufffd" * 6 + "b", 6)


def test_json_in_xml_keeps_every_character() -> None:
    assert cas.in_xml('"\uffff\x01é"') == '"\\uffff\\u0001é"'


def test_what_was_replaced_can_be_put_back() -> None:
    words = "a\x0c😀\uffffb�"
    held, count = cas.holdable(words)
    assert (held, count) == ("a�😀�b�", 2)
    assert cas.restored(held, cas.replaced(words)) == words
    assert cas.restored(held, None) == held


@pytest.mark.parametrize("gone", [[[0, 12]], [[9, 12]], [[-1, 12]], [[1, "x"]], [7], [[1, 12], 7]])
def test_nothing_is_put_back_where_something_else_stands(gone: object) -> None:
    assert cas.restored("a�", gone) == "a�"


def test_only_what_xml_cannot_hold_is_put_back() -> None:
    assert cas.restored("a�", [[1, 65]]) == "a�"
    assert cas.restored("a�", [[1, -5]]) == "a�"
    assert cas.restored("a�", [[1, 0x110000]]) == "a�"
