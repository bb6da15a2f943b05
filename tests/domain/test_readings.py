"""What a rule read stays apart from what an analyst says."""

import dataclasses

import pytest

from reviewer.domain.readings import NewReading, Reading
from reviewer.domain.records import Record
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind


def a_reading(field: str, judged_by: int | None = None) -> Reading:
    return Reading(1, 7, field, "27", Span(0, 2), "number.number", judged_by, "")


def test_a_reading_names_its_field_its_words_and_its_rule() -> None:
    reading = NewReading("low", "27", Span(9, 11), "number.number")
    assert (reading.field, reading.value, reading.span, reading.rule) == (
        "low",
        "27",
        Span(9, 11),
        "number.number",
    )


def test_a_reading_is_not_changed_but_judged_anew() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        a_reading("low").value = "30"  # type: ignore[misc]
    assert dataclasses.replace(a_reading("low"), judged_by=3) == a_reading("low", judged_by=3)


def test_only_what_nobody_judged_nor_entered_is_unconfirmed() -> None:
    readings = {
        "low": a_reading("low"),
        "harm": a_reading("harm", judged_by=3),
        "high": a_reading("high"),
    }
    record = Record(7, RecordKind.FIGURE, entered={"high": 30}, readings=readings)
    assert record.unconfirmed() == ("low",)
