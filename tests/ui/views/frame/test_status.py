"""The status bar: how far one is, whose work it is, and what a filter leaves."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.ui.theme import spacing
from reviewer.ui.views.frame.status import MOST_OF_A_NAME, StatusStrip
from reviewer.workspace.project import Identity, Workspace
from tests.builders import a_document


@pytest.fixture
def strip(qtbot: QtBot) -> StatusStrip:
    made = StatusStrip()
    qtbot.addWidget(made)
    made.resize(900, 26)
    made.show()
    return made


def test_it_counts_what_is_done(strip: StatusStrip, workspace: Workspace) -> None:
    first = a_document(workspace, "One.")
    a_document(workspace, "Two.")
    workspace.documents.review([first], ReviewStatus.DONE)
    strip.show_project(workspace)
    assert strip._done.text() == "1 of 2 done"


def test_a_filter_is_said_and_said_no_more(strip: StatusStrip) -> None:
    assert not strip._filter.isVisible()
    strip.show_filter("“bridge”")
    assert strip._filter.isVisible()
    assert strip._filter.text() == "Filter: “bridge”"
    strip.show_filter("")
    assert not strip._filter.isVisible()


def test_no_words_make_the_window_wider(strip: StatusStrip, workspace: Workspace) -> None:
    strip.show_project(workspace)
    before = strip.minimumSizeHint().width()
    strip.show_filter("words " * 500)
    strip.show_chosen("words " * 500)
    # The filter's place brings its distance from what stands beside it, and no more.
    assert strip.minimumSizeHint().width() - before <= spacing.LARGE


@pytest.mark.parametrize(
    "words", ["“the”, 2 tags, 2 documents", "Not read, “the bridge over the river”, second look"]
)
def test_the_words_of_a_filter_are_whole_where_there_is_room(
    strip: StatusStrip, qtbot: QtBot, words: str
) -> None:
    strip.show_chosen("D4·12 · Allegation · “words of a passage” " * 4)
    strip.show_filter(words)
    qtbot.waitUntil(lambda: strip._filter.width() >= strip._filter.sizeHint().width())
    assert strip._chosen.width() > 200


def test_a_filter_of_very_many_words_leaves_room_for_what_is_chosen(
    strip: StatusStrip, qtbot: QtBot
) -> None:
    strip.show_chosen("D4·12 · Allegation · “words”")
    strip.show_filter("words " * 500)
    qtbot.waitUntil(lambda: strip._filter.width() > 300)
    assert strip._chosen.width() > 200


def test_a_name_from_a_stranger_is_short_and_no_markup(
    strip: StatusStrip, workspace: Workspace
) -> None:
    workspace.sign_in(Identity("another", "<b>Noor</b> " + "long " * 30))
    strip.show_project(workspace)
    assert strip._analyst.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Noor</b>" in strip._analyst.text()
    assert len(strip._analyst.text()) <= MOST_OF_A_NAME + 2
