"""What each kind of record holds, and how names are written in readings."""

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.readings import Reading
from reviewer.domain.records import (
    FIELDS,
    Record,
    ValueKind,
    chain_read,
    chain_written,
    field_of,
    is_empty,
    names_read,
    names_written,
)
from reviewer.domain.tags import RecordKind


def a_reading(field: str, judged_by: int | None = None) -> Reading:
    return Reading(1, 1, field, "12", None, "test", judged_by, "")


@pytest.mark.parametrize("kind", list(RecordKind))
def test_no_field_is_declared_twice_and_a_closed_list_has_its_words(kind: RecordKind) -> None:
    keys = [one.key for one in FIELDS[kind]]
    assert len(keys) == len(set(keys))
    for one in FIELDS[kind]:
        assert bool(one.choices) is (one.kind is ValueKind.CHOICE)
        assert one.label
        assert one.help


def test_four_fields_show_at_first_where_there_are_fields() -> None:
    for kind in (RecordKind.ALLEGATION, RecordKind.RESPONSE, RecordKind.FIGURE):
        assert sum(one.first for one in FIELDS[kind]) == 4


def test_a_field_is_found_by_its_key_in_its_kind_only() -> None:
    found = field_of(RecordKind.FIGURE, "harm")
    assert found is not None
    assert "killed" in found.choices
    assert field_of(RecordKind.RESPONSE, "harm") is None


def test_zero_says_something_and_nothing_does_not() -> None:
    assert not is_empty(0)
    assert not is_empty(WrittenDate("5 May"))
    for nothing in ("", None, (), False, NO_DATE):
        assert is_empty(nothing)


def test_what_shows_only_a_reading_is_unconfirmed() -> None:
    record = Record(
        1,
        RecordKind.FIGURE,
        entered={"low": 12},
        readings={
            "harm": a_reading("harm"),
            "low": a_reading("low"),
            "high": a_reading("high", judged_by=1),
            "act": a_reading("act"),
        },
    )
    assert record.unconfirmed() == ("harm",)


def test_a_chain_and_names_are_read_as_they_were_written() -> None:
    chain = (ChainMember(None, "The Courier"), ChainMember(None, "ترجمان", "مبینہ طور پر"))
    assert chain_read(chain_written(chain)) == chain
    names = (Named(None, "Noor Khan"), Named(None, "نور"))
    assert names_read(names_written(names)) == names


@pytest.mark.parametrize("written", ["", "{}", "[1]", '[["a"]]', '[["a", 1]]', "[" * 100_000])
def test_what_is_no_chain_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever reader says it first
        chain_read(written)


def test_names_that_no_file_can_hold_are_no_reading() -> None:
    for written in ('[["\\ud800", ""]]', '[["Noor", "\\u0000"]]'):
        with pytest.raises(ValueError, match="u"):
            chain_read(written)
