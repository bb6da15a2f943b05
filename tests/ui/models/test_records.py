"""Records in words: numbers, dates, chains, and what is said of what is not confirmed."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.reading.conventions import Convention
from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.records import Value
from reviewer.ui.models.records import (
    ShownRecord,
    called,
    numbers_of,
    numbers_said,
    record_in_a_line,
    record_shown,
)
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

ISOLATES = dict.fromkeys((0x2066, 0x2068, 0x2069))
TEXT = (
    "Several people were killed. No injuries were reported. "
    "The ministry denied that anyone was tortured. "
    "On 11 March 2015 the Rangers arrested 110 party workers, a security official reportedly said."
)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"low": 27}, "27 or more"),
        ({"low": 301, "qualifier": "more_than"}, "more than 300"),
        ({"high": 12}, "up to 12"),
        ({"low": 8, "high": 10, "qualifier": "between"}, "8 to 10"),
        ({"low": 4, "high": 4, "qualifier": "stated"}, "4"),
        ({"low": 4, "high": 4, "qualifier": "exactly"}, "exactly 4"),
        ({"low": 0, "high": 0, "qualifier": "none"}, "0"),
        ({"about": 30, "qualifier": "about"}, "about 30"),
        ({"qualifier": "none_reported"}, "none reported"),
        ({"qualifier": "words_only"}, "“several”, no number"),
    ],
)
def test_a_number_is_said_as_the_source_words_it(values: Mapping[str, Value], said: str) -> None:
    assert numbers_said(values, "several").translate(ISOLATES) == said


def test_empty_is_never_zero() -> None:
    assert numbers_said({}) == ""


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 27", 27, None),
        ("up to 5", None, 5),
        ("two dozen", 24, 24),
        ("several", None, None),
    ],
)
def test_a_typed_number_is_read_by_the_table(words: str, low: int | None, high: int | None) -> None:
    found = numbers_of(words, default_table())
    assert (found["low"], found["high"]) == (low, high)


def test_names_are_said_as_filed_and_descriptions_in_quotation_marks() -> None:
    names = {1: "The Courier"}
    said = [
        called(one, names).translate(ISOLATES)
        for one in (
            ChainMember(1, "the paper"),
            ChainMember(None, "Col. Bari"),
            Named(None, "a security official"),
            ChainMember(None),
        )
    ]
    assert said == ["The Courier", "Col. Bari", "“a security official”", "not named"]


def line(workspace: Workspace, passage: int) -> str:
    return record_in_a_line(record_shown(workspace, passage)).translate(ISOLATES)


def test_words_without_a_number_stand_as_words(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    passage = a_passage(workspace, document, "Several people were killed.", "Casualty figure")
    assert line(workspace, passage).startswith("“Several”, no number (not confirmed) · killed")


def test_what_a_convention_makes_of_words_is_named_beside_them(workspace: Workspace) -> None:
    table = workspace.records.numbers()
    workspace.records.set_numbers(replace(table, convention=Convention.LEAST_NUMBERS))
    document = a_document(workspace, TEXT)
    passage = a_passage(workspace, document, "Several people were killed.", "Casualty figure")
    said = "3 or more by the convention “least numbers”"
    assert f"no number (not confirmed) · {said} (not confirmed)" in line(workspace, passage)
    workspace.records.confirm([passage])
    assert line(workspace, passage).startswith(f"“Several”, no number · {said} · killed")
    workspace.records.set_numbers(table)
    assert "convention" not in line(workspace, passage)


def test_a_figure_of_which_nothing_is_known_says_so(workspace: Workspace) -> None:
    document = a_document(workspace, "It rained in the valley.")
    passage = a_passage(workspace, document, "in the valley", "Casualty figure")
    assert line(workspace, passage).startswith("no number yet")
    assert "who says so: not entered" in line(workspace, passage)


def test_a_response_says_what_it_does_and_what_is_denied(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    words = "The ministry denied that anyone was tortured."
    passage = a_passage(workspace, document, words, "Denial")
    workspace.records.confirm([passage])
    said = line(workspace, passage)
    assert said.startswith("says it did not happen · “anyone was tortured” · who says so: ")
    assert "not confirmed" not in said


def test_a_number_that_was_typed_is_found_in_the_passage(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    words = "the Rangers arrested 110 party workers"
    passage = a_passage(workspace, document, words, "Casualty figure")
    workspace.records.enter(passage, {"number_text": "110"})
    span = record_shown(workspace, passage).values["number_text"].span
    assert span is not None
    assert span.of(TEXT) == "110"
    workspace.records.enter(passage, {"number_text": ""})
    assert record_shown(workspace, passage).values["number_text"].value is None


def test_a_kind_of_act_stands_where_nobody_said_what_happened(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    passage = a_passage(workspace, document, "the Rangers arrested 110 party workers")
    workspace.records.enter(passage, {"act_type": "raid", "accused": (Named(None, "the Rangers"),)})
    assert "said to have done it: Rangers" in line(workspace, passage).replace("the Rang", "Rang")
    workspace.records.enter(passage, {"act": "a raid at night"})
    assert line(workspace, passage).startswith("a raid at night · ")


def shown_of(workspace: Workspace, text: str, tag: str = "Casualty figure") -> ShownRecord:
    passage = a_passage(workspace, a_document(workspace, text), text, tag)
    return record_shown(workspace, passage)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Junaid Varr was killed in the raid.", "One person is named: that means at least one"),
        ("A passer-by was killed in the raid.", "“A” or “an” means at least one"),
    ],
)
def test_a_number_nobody_wrote_says_why_it_is_one_or_more(
    workspace: Workspace, text: str, why: str
) -> None:
    shown = shown_of(workspace, text)
    assert shown.parts[0].words == "1 or more"
    (said,) = shown.why
    assert said.startswith(why)
    assert shown.values["low"].why == shown.values["number_text"].why == said
    assert shown.values["qualifier"].why == ""
    workspace.records.confirm([shown.passage])
    assert record_shown(workspace, shown.passage).why == (said,)
    workspace.records.enter(shown.passage, {"low": 2, "number_text": ""})
    assert record_shown(workspace, shown.passage).why == ()


def test_a_value_says_by_which_rule_and_from_which_words_it_was_read(workspace: Workspace) -> None:
    shown = shown_of(workspace, "At least 27 workers were arrested, the minister said on 4 May.")

    def read(key: str) -> str:
        return record_shown(workspace, shown.passage).values[key].read.translate(ISOLATES)

    harm = "read by: what was done to them, as in “were killed”, from “arrested”"
    assert read("harm") == harm
    assert read("chain").startswith("read by: somebody and a word of saying")
    assert read("low").endswith("from “At least 27”")
    assert read("place") == ""
    workspace.records.confirm([shown.passage])
    assert read("harm") == harm
    assert read("chain").endswith("from “the minister said”")
    workspace.records.enter(shown.passage, {"harm": "detained"})
    assert read("harm") == ""


def test_words_beside_the_passage_are_said_too(workspace: Workspace) -> None:
    text = "Two people were killed, the minister said."
    passage = a_passage(workspace, a_document(workspace, text), "Two people", "Casualty figure")
    read = record_shown(workspace, passage).values["chain"].read.translate(ISOLATES)
    assert read.endswith("from “the minister said”")
