"""What a passage carries follows it when its edges move, when it is cut, and when it is merged."""

import pytest

from reviewer.domain.actors import ChainMember
from reviewer.domain.readings import NewReading
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from reviewer.workspace.record_writing import number_place
from tests.builders import a_document, a_passage
from tests.workspace.operations.test_records import entered, figure, have_read

TEXT = "At first 12 men, later 12 women and at last two\nhundred people were hurt."


def a_figure(workspace: Workspace, words: str) -> int:
    return a_passage(workspace, a_document(workspace, TEXT), words, "Casualty figure")


def test_a_moved_edge_keeps_what_was_entered_and_finds_the_number_again(
    workspace: Workspace,
) -> None:
    passage = a_figure(workspace, "12 men, later 12 women")
    have_read(workspace, passage, harm="injured", victim_group="invented")
    workspace.records.enter(passage, {"number_text": "12", "low": 12, "harm": "killed"})
    assert figure(workspace, passage).number == Span(9, 11)
    workspace.boundaries.move_boundary(passage, Span(12, len(TEXT)))
    assert entered(workspace, passage) == {"number_text": "12", "low": 12, "harm": "killed"}
    assert figure(workspace, passage).number == Span(23, 25)
    readings = workspace.records.of(passage).readings
    assert readings["harm"].judged_by is not None
    assert "victim_group" not in readings
    workspace.boundaries.move_boundary(passage, Span(16, len(TEXT)))
    assert figure(workspace, passage).number == Span(23, 25)
    workspace.boundaries.move_boundary(passage, Span(26, len(TEXT)))
    assert figure(workspace, passage).number is None
    assert list(workspace.verify()) == []
    for _ in range(3):
        workspace.history.undo()
    assert figure(workspace, passage).number == Span(9, 11)


def test_a_passage_placed_in_another_version_of_its_text_is_read_there(
    workspace: Workspace,
) -> None:
    passage = a_figure(workspace, "12 men")
    with workspace.history.step("records.read_again"):
        reading = NewReading("number_text", "12", Span(9, 11), "test")
        workspace._project.readings.replace(passage, [reading])
    workspace.records.confirm([passage])
    other = a_document(workspace, f"Corrected. {TEXT}")
    text = workspace._project.documents.text_of(other)
    with workspace.history.step("documents.describe"):
        workspace._project.documents.set([1], {"text": text}, "2026-03-14T09:00:00.000+00:00")
    workspace.boundaries.move_boundary(passage, Span(20, 26))
    assert workspace.passages.get(passage).quote == "12 men"
    assert figure(workspace, passage).number == Span(20, 22)
    kept = workspace.records.of(passage).readings.get("number_text")
    assert kept is not None
    assert (kept.value, kept.span) == ("12", None)


def test_of_a_passage_cut_in_two_the_first_keeps_its_details(workspace: Workspace) -> None:
    passage = a_figure(workspace, "12 men, later 12 women")
    workspace.records.enter(passage, {"low": 12, "number_text": "12"})
    new = workspace.boundaries.split(passage, 16)
    assert entered(workspace, passage) == {"low": 12, "number_text": "12"}
    assert entered(workspace, new) == {}
    workspace.history.undo()
    assert entered(workspace, passage) == {"low": 12, "number_text": "12"}


def test_of_merged_passages_the_first_keeps_its_details_and_takes_what_only_others_have(
    workspace: Workspace,
) -> None:
    first = a_figure(workspace, "12 men, later")
    document = workspace.passages.get(first).document
    second = a_passage(workspace, document, "12 women", "Casualty figure")
    third = a_passage(workspace, document, "and at last two\nhundred", "Casualty figure")
    field = workspace.fields.add(workspace.passages.get(first).tag, "Weapon")
    chain = (ChainMember(None, "sources"),)
    workspace.records.enter(first, {"low": 12, "harm": "killed"})
    workspace.records.enter(second, {"high": 5, "harm": "injured", "place": "Karimabad"})
    workspace.records.enter(third, {"place": "Lyari", "chain": chain})
    workspace.records.enter_own(second, field, "gun")
    workspace.records.enter_own(third, field, "knife")
    assert workspace.boundaries.merge([second, third, first]) == first
    record = workspace.records.of(first)
    assert record.entered == {"low": 12, "harm": "killed", "chain": chain, "place": "Karimabad"}
    assert record.own == {field: "gun"}
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert entered(workspace, third) == {"place": "Lyari", "chain": chain}


def test_passages_take_everything_that_hangs_on_them_along_and_undo_brings_it_back(
    workspace: Workspace,
) -> None:
    passage = a_figure(workspace, "12 men")
    have_read(workspace, passage, harm="injured")
    field = workspace.fields.add(workspace.passages.get(passage).tag, "Weapon")
    workspace.records.enter_own(passage, field, "gun")
    workspace.records.enter(passage, {"low": 12, "chain": (ChainMember(None, "sources"),)})
    workspace.events.make_from([passage], workspace.events.proposal(passage))
    before = workspace.records.of(passage)
    for deed in (
        lambda: workspace.passages.remove([passage]),
        lambda: workspace.regrouping.remove(workspace.passages.get(passage).tag),
    ):
        deed()
        for table in ("readings", "figures", "chain_members", "field_values", "answers"):
            assert workspace._project.connection.count(f"SELECT count(*) FROM {table}") == 0
        assert list(workspace.verify()) == []
        workspace.history.undo()
        assert workspace.records.of(passage) == before


@pytest.mark.parametrize(
    ("printed", "span", "known", "place"),
    [
        ("12", Span(0, 72), None, Span(9, 11)),
        ("12", Span(0, 72), Span(23, 25), Span(23, 25)),
        ("12", Span(0, 20), Span(23, 25), Span(9, 11)),
        ("12", Span(0, 72), Span(24, 26), Span(9, 11)),
        ("two hundred", Span(0, 72), None, Span(44, 55)),
        ("2", Span(0, 72), None, None),
        ("", Span(0, 72), None, None),
    ],
)
def test_a_number_is_found_as_a_word_of_its_own(
    printed: str, span: Span, known: Span | None, place: Span | None
) -> None:
    assert number_place(printed, TEXT, span, known) == place


def test_a_passage_that_begins_with_a_blank_line_is_read(workspace: Workspace) -> None:
    document = a_document(workspace, "Before.\n\nTwelve people were hurt.")
    tag = workspace.tags.all()[2].id
    passage = workspace.passages.tag_passage(document, Span(7, 32), tag)
    assert workspace.records.of(passage).readings["low"].value == "12"
