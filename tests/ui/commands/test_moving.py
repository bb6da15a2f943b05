"""Going through a text from the window, and what is said where there is nothing more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

GOING = (
    *("go.next_sentence", "go.previous_sentence", "go.next_paragraph", "go.previous_paragraph"),
    *("go.next_passage", "go.previous_passage"),
    *("select.next_sentence", "select.next_paragraph", "passage.split", "passage.merge"),
)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        one.open_in_panes(one.workspace.documents.ids()[0])
        yield one


def caret(person: AtTheDesk) -> int:
    return person.desk.panes.text().caret()


def test_where_the_text_ends_it_is_said_and_the_caret_stays(here: AtTheDesk) -> None:
    here.run("go.next_sentence")
    here.run("go.next_sentence")
    last = caret(here)
    assert here.prompts.informed == []
    here.run("go.next_sentence")
    assert here.prompts.informed == ["The document ends here."]
    assert caret(here) == last
    here.run("go.previous_paragraph")
    assert caret(here) == 0
    here.run("go.previous_paragraph")
    assert here.prompts.informed[-1] == "The document begins here."


def test_the_first_and_the_last_passage_are_said(here: AtTheDesk) -> None:
    document = here.desk.panes.document()
    assert document is not None
    here.run("go.next_passage")
    assert here.prompts.informed == ["Nothing is tagged in this document yet."]
    passage = a_passage(here.workspace, document, "Twelve people")
    here.run("go.next_passage")
    assert here.desk.panes.chosen_passage() == passage
    here.run("go.next_passage")
    here.run("go.previous_passage")
    assert here.prompts.informed[1:] == [
        "This is the last passage of the document.",
        "This is the first passage of the document.",
    ]


def test_a_selection_grows_by_sentences_and_is_let_go(here: AtTheDesk) -> None:
    here.run("select.next_sentence")
    assert here.desk.panes.text().has_selection()
    here.run("select.other_end")
    assert caret(here) == 0
    here.run("select.let_go")
    assert not here.desk.panes.text().has_selection()


def test_with_nothing_open_there_is_nothing_to_go_through(here: AtTheDesk) -> None:
    here.run("pane.close")
    here.window.commands.refresh()
    for command in GOING:
        assert not here.window.commands.action(command).isEnabled(), command
    here.window.close_project()
    here.window.commands.refresh()
    for command in GOING:
        assert not here.window.commands.action(command).isEnabled(), command
