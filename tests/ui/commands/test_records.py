"""Commands about what passages carry: many at once, read anew, number words, fields of a tag."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.fields import FieldKind, FieldWish
from reviewer.domain.reading.number_tables import NumberTable, NumberWord, table_of
from reviewer.domain.tags import RecordKind
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.asking.tag_questions import TagQuestion, TagWish
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as one:
        yield one


@pytest.fixture
def figure(here: AtTheDesk) -> int:
    """Tag a figure, and raise it in its document."""
    document = here.workspace.documents.ids()[0]
    passage = a_passage(here.workspace, document, "Twelve people were hurt", "Casualty figure")
    here.open_in_panes(document)
    here.desk.panes.show_passage(passage)
    return passage


def in_codebook(here: AtTheDesk, name: str) -> int:
    here.run("view.codebook")
    QTest.qWait(0)
    tag = here.workspace.tags.named(name)
    assert tag is not None
    here.view.codebook.choose(tag.id)
    return tag.id


def test_what_was_read_is_confirmed_and_then_there_is_nothing_to_confirm(
    here: AtTheDesk, figure: int
) -> None:
    here.run("record.confirm")
    assert here.workspace.records.of(figure).entered["low"] == 12
    said = why_not(command("record.confirm"), here.window.context)
    assert said == "Nothing is read of the passage that is not confirmed."


def test_several_are_confirmed_as_one_change_from_the_table(
    here: AtTheDesk, figure: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = here.workspace.passages.get(figure).document
    other = a_passage(here.workspace, document, "Nobody was killed", "Casualty figure")
    here.run("view.passages")
    monkeypatch.setattr(here.view.passages, "chosen", lambda: [figure, other])
    here.run("record.confirm")
    assert here.workspace.records.of(other).entered["high"] == 0
    assert here.prompts.informed[-1].startswith("What was read of 2 passages is confirmed.")
    here.run("history.undo")
    assert here.workspace.records.of(figure).entered == {}


def test_words_are_read_again_by_another_table(here: AtTheDesk, figure: int) -> None:
    def shorter(table: NumberTable) -> NumberTable:
        words = [one for one in table.words if one.words != "twelve"]
        return table_of([*words, NumberWord("twelve", 13)], table.wordings)

    here.prompts.will("number_words", shorter)
    here.run("record.numbers")
    assert here.workspace.records.of(figure).readings["low"].value == "12"
    here.run("record.read_again")
    assert here.workspace.records.of(figure).readings["low"].value == "13"
    here.prompts.will("number_words", None)
    here.run("record.numbers")
    assert here.workspace.records.numbers().single["twelve"].value == 13


def test_nothing_can_be_given_again_before_anything_was_given(here: AtTheDesk, figure: int) -> None:
    assert here.workspace.records.of(figure).entered == {}
    said = why_not(command("record.repeat"), here.window.context)
    assert said == "Confirm who says so of a passage first, or put one into an event."


def test_a_tag_without_details_says_what_can_be_written_instead(
    here: AtTheDesk, figure: int
) -> None:
    document = here.workspace.passages.get(figure).document
    other = a_passage(here.workspace, document, "the bridge", "Other")
    here.desk.panes.show_passage(other)
    here.run("record.edit")
    assert "carries no details" in str(here.prompts.told[-1])


def test_a_tag_gets_fields_of_its_own(here: AtTheDesk) -> None:
    tag = in_codebook(here, "Casualty figure")
    asked: list[FieldsQuestion] = []

    def answer(question: FieldsQuestion) -> tuple[FieldWish, ...]:
        asked.append(question)
        return (FieldWish(None, "Shift", FieldKind.CHOICE, ("day", "night")),)

    here.prompts.will("tag_fields", answer)
    here.run("tag.fields")
    assert (asked[0].tag, asked[0].fields) == ("Casualty figure", ())
    assert [one.name for one in here.workspace.fields.of(tag)] == ["Shift"]


def test_fields_are_changed_with_the_tag(here: AtTheDesk) -> None:
    tag = in_codebook(here, "Casualty figure")
    field = here.workspace.fields.add(tag, "Shift")

    def answer(question: TagQuestion) -> TagWish:
        (shift,) = question.fields
        assert question.use == {field: 0}
        found = question.tag
        assert found is not None
        wanted = (FieldWish(shift.id, "Part of the day"),)
        return TagWish(
            found.name, found.definition, found.colour, "C", found.record, None, fields=wanted
        )

    here.prompts.will("describe_tag", answer)
    here.run("tag.edit")
    assert here.workspace.fields.get(field).name == "Part of the day"


def test_another_record_for_a_tag_names_what_would_go(here: AtTheDesk, figure: int) -> None:
    here.run("record.confirm")
    tag = in_codebook(here, "Casualty figure")
    questions: list[str] = []

    def plain(question: TagQuestion) -> TagWish:
        found = question.tag
        assert found is not None
        return TagWish(found.name, "", found.colour, "C", RecordKind.NONE, None)

    def decline(question: str, _deed: str) -> bool:
        questions.append(question)
        return False

    here.prompts.will("describe_tag", plain)
    here.prompts.will("confirm", decline)
    here.run("tag.edit")
    assert "Number as printed, in 1 passage\n" in questions[0]
    assert here.workspace.tags.get(tag).record is RecordKind.FIGURE
    assert here.workspace.records.of(figure).entered["low"] == 12
