"""Undo and redo, seen where they act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.ui.desk import PageName
from tests.builders import a_passage, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def test_undo_among_the_passages_goes_to_the_words_in_their_document(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first)
    a_passage(here.workspace, second, "Twelve people")
    here.run("view.passages")
    here.run("history.undo")
    assert here.desk.pages.current() is PageName.READ
    assert here.desk.panes.document() == second
    assert here.keys_are_in(here.view.panes.focused())
    assert here.workspace.passages.count() == 0
    here.run("view.back")
    assert here.desk.pages.current() is PageName.PASSAGES


def test_undoing_a_change_of_a_document_chooses_it_and_leaves_what_is_read(
    here: AtTheDesk,
) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first, second)
    here.workspace.documents.review([third], ReviewStatus.DONE)
    here.run("history.undo")
    assert here.desk.panes.documents() == [first, second]
    assert here.desk.documents.chosen() == [third]
    assert "Undone" in here.prompts.informed[-1]
    here.run("history.redo")
    assert here.desk.panes.documents() == [first, second]
    assert here.workspace.documents.get(third).review_status is ReviewStatus.DONE
    assert "Done again" in here.prompts.informed[-1]


def test_undo_of_a_tag_nobody_used_goes_nowhere(here: AtTheDesk) -> None:
    here.run("view.passages")
    here.workspace.tags.add("Warrant")
    here.run("history.undo")
    assert here.desk.pages.current() is PageName.PASSAGES
    assert here.workspace.tags.named("Warrant") is None


def test_redoing_a_removal_says_so_and_opens_nothing(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first)
    here.workspace.documents.remove([second])
    here.run("history.undo")
    here.run("history.redo")
    assert here.prompts.told == []
    assert here.desk.panes.documents() == [first]


def test_undo_of_a_change_in_several_documents_stays_with_what_is_read(here: AtTheDesk) -> None:
    first, second, third, fourth = here.workspace.documents.ids()[:4]
    for document in (first, second, third):
        a_passage(here.workspace, document, "Twelve people")
    here.open_in_panes(fourth, third)
    here.workspace.regrouping.remove(a_tag(here.workspace, "Allegation"))
    here.run("history.undo")
    assert here.desk.panes.documents() == [fourth, third]
    assert here.desk.panes.document() == third
    here.run("history.redo")
    assert here.desk.panes.documents() == [fourth, third]


def test_undo_of_a_change_in_documents_out_of_sight_opens_one(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    for document in (first, second):
        a_passage(here.workspace, document, "Twelve people")
    here.open_in_panes(third)
    here.workspace.regrouping.remove(a_tag(here.workspace, "Allegation"))
    here.run("history.undo")
    assert here.desk.panes.document() in (first, second)


def test_a_tagging_done_again_is_raised_where_the_caret_stands_in_it(here: AtTheDesk) -> None:
    first = here.workspace.documents.ids()[0]
    here.open_in_panes(first)
    start = here.workspace.documents.text(first).index("Twelve people")
    here.view.panes.focused().reader.set_caret(start + 3)
    passage = a_passage(here.workspace, first, "Twelve people")
    assert here.desk.panes.chosen_passage() == passage
    here.run("history.undo")
    assert here.desk.panes.chosen_passage() is None
    here.run("history.redo")
    assert here.desk.panes.chosen_passage() == passage
