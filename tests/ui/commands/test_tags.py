"""What is done to one tag at a time, by commands: added, described anew, told why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.fields import FieldWish
from reviewer.domain.tags import RecordKind
from reviewer.ui.asking.tag_questions import TagQuestion, TagWish
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from reviewer.ui.commands.tags import taken_keys
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        one.run("view.codebook")
        QTest.qWait(0)
        yield one


def choose(here: AtTheDesk, name: str) -> int:
    tag = here.workspace.tags.named(name)
    assert tag is not None
    here.view.codebook.choose(tag.id)
    return tag.id


def describe(here: AtTheDesk, wish: TagWish | None) -> list[TagQuestion]:
    """Answer the next question for a tag; the question is kept in the list returned."""
    asked: list[TagQuestion] = []

    def answer(question: TagQuestion) -> TagWish | None:
        asked.append(question)
        return wish

    here.prompts.will("describe_tag", answer)
    return asked


def test_a_tag_is_added_beside_the_chosen_one_or_under_it(here: AtTheDesk) -> None:
    figure = choose(here, "Casualty figure")
    killed = TagWish("Killed", "Lost their lives.", "5", "Z", RecordKind.FIGURE, figure)
    asked = describe(here, killed)
    here.run("tag.add_under")
    assert asked[0].parent == figure
    found = here.workspace.tags.named("Killed")
    assert found is not None
    assert (found.parent, found.key, found.record) == (figure, "Z", RecordKind.FIGURE)
    assert here.view.codebook.chosen() == found.id
    asked = describe(here, None)
    here.run("tag.add")
    assert asked[0].parent == figure
    assert len(here.workspace.tags.all()) == 4


def test_a_key_of_another_tag_is_taken_over_by_a_new_one(here: AtTheDesk) -> None:
    describe(here, TagWish("Accusation", "", "5", "A", RecordKind.NONE, None, take_key=True))
    here.run("tag.add")
    assert [tag.key for tag in here.workspace.tags.all()] == ["", "D", "C", "A"]
    here.run("history.undo")
    assert [tag.key for tag in here.workspace.tags.all()] == ["A", "D", "C"]


def test_a_tag_is_described_anew_in_one_change(here: AtTheDesk) -> None:
    document = here.workspace.documents.ids()[0]
    a_passage(here.workspace, document, "Twelve people", "Denial")
    allegation, denial = choose(here, "Allegation"), choose(here, "Denial")
    wish = TagWish("Answer", "What they say.", "7", "A", RecordKind.NONE, allegation, take_key=True)
    asked = describe(here, wish)
    here.run("tag.edit")
    assert (asked[0].passages, asked[0].tag and asked[0].tag.id) == (1, denial)
    found = here.workspace.tags.get(denial)
    assert (found.name, found.key, found.parent) == ("Answer", "A", allegation)
    assert here.workspace.tags.get(allegation).key == "D"
    here.run("history.undo")
    assert [tag.name for tag in here.workspace.tags.all()][1] == "Denial"


def test_nothing_is_changed_where_the_question_is_declined(here: AtTheDesk) -> None:
    choose(here, "Denial")
    before = here.workspace.tags.all()
    describe(here, None)
    here.run("tag.edit")
    assert here.workspace.tags.all() == before


def test_keys_of_commands_are_known_by_what_they_run(here: AtTheDesk) -> None:
    taken = taken_keys(here.window.context)
    assert taken["T"] == "Tag"
    assert "A" not in taken
    here.window.context.settings.set_own_keys({"passage.tag": ("X",)})
    assert taken_keys(here.window.context)["X"] == "Tag"
    assert "T" not in taken_keys(here.window.context)


def test_a_tag_keeps_a_key_it_has_had_all_along(here: AtTheDesk) -> None:
    made = here.workspace.tags.add("Threat", key="T")
    here.view.codebook.choose(made)
    asked = describe(here, TagWish("Threats", "", "5", "T", RecordKind.NONE, None))
    here.run("tag.edit")
    assert "T" not in asked[0].taken
    assert here.workspace.tags.get(made).name == "Threats"


def test_why_a_verb_cannot_be_used_is_said(here: AtTheDesk) -> None:
    context = here.window.context
    here.run("view.codebook")
    for identity in ("tag.edit", "tag.merge", "tag.passages", "tag.use"):
        assert why_not(command(identity), context) == "Choose a tag in the codebook first."
    here.run("view.codebook")
    assert why_not(command("tag.edit"), context) == ""


def test_without_a_project_there_are_no_tags(here: AtTheDesk) -> None:
    here.window.close_project()
    context = here.window.context
    for identity in ("tag.add", "tag.up", "codebook.take_in", "view.codebook"):
        assert why_not(command(identity), context) == "Open a project first."
        command(identity).run(context)
    assert here.prompts.asked == []


def test_a_tag_and_its_fields_from_one_dialog_are_one_change(here: AtTheDesk) -> None:
    figure = choose(here, "Casualty figure")
    before = here.workspace.history.ids()
    field = FieldWish(None, "Ward")
    killed = TagWish("Killed", "", "5", "", RecordKind.FIGURE, figure, fields=(field,))
    here.prompts.will("describe_tag", killed)
    here.run("tag.add_under")
    made = here.workspace.tags.named("Killed")
    assert made is not None
    assert [one.name for one in here.workspace.fields.of(made.id)] == ["Ward"]
    assert len(here.workspace.history.ids()) == len(before) + 1
    here.workspace.history.undo()
    assert here.workspace.tags.named("Killed") is None
    assert here.workspace.fields.all() == []
    kept = TagWish("Casualties", "", "5", "C", RecordKind.FIGURE, None, fields=(field,))
    here.prompts.will("describe_tag", kept)
    here.run("tag.edit")
    assert here.workspace.tags.get(figure).name == "Casualties"
    here.workspace.history.undo()
    assert here.workspace.tags.get(figure).name == "Casualty figure"
    assert here.workspace.fields.all() == []
