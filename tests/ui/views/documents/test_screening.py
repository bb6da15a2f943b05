"""Screening: one document at a time, one key decides, and undo brings it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.ui.desk import PageName
from tests.builders import a_document
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    """Give a window with a project of five documents."""
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def screening(here: AtTheDesk) -> AtTheDesk:
    """Give a desk at which screening has begun, with five documents not read."""
    here.run("screening.begin")
    assert here.desk.pages.current() is PageName.SCREENING
    return here


def press(here: AtTheDesk, key: Qt.Key, text: str = "") -> None:
    """Press a key in the text that is screened."""
    target = here.view.screening.pane.reader.focusProxy()
    assert target is not None
    if text:
        QTest.keyClicks(target, text)
    else:
        QTest.keyClick(target, key)


def test_the_documents_not_read_come_one_after_another(screening: AtTheDesk) -> None:
    documents = screening.workspace.documents.ids()
    seen = []
    while (one := screening.desk.screening.document()) is not None:
        seen.append(one)
        press(screening, Qt.Key.Key_R, "r")
    assert seen == documents
    assert {screening.workspace.documents.get(one).review_status for one in documents} == {
        ReviewStatus.UNREAD
    }


def test_a_digit_sets_aside_for_the_reason_beside_it(screening: AtTheDesk) -> None:
    first = screening.desk.screening.document()
    assert first is not None
    reason = screening.desk.screening.reasons()[1]
    press(screening, Qt.Key.Key_2, "2")
    found = screening.workspace.documents.get(first)
    assert (found.review_status, found.set_aside_reason) == (ReviewStatus.SET_ASIDE, reason)
    assert screening.desk.screening.document() == screening.workspace.documents.ids()[1]
    assert screening.desk.screening.reasons()[0] == reason


def test_another_reason_is_asked_for(screening: AtTheDesk) -> None:
    first = screening.desk.screening.document()
    assert first is not None
    screening.prompts.will("reason", "A hoax, as the paper itself says")
    press(screening, Qt.Key.Key_S, "s")
    found = screening.workspace.documents.get(first)
    assert found.set_aside_reason == "A hoax, as the paper itself says"


def test_a_second_look_is_marked_and_the_document_kept(screening: AtTheDesk) -> None:
    first = screening.desk.screening.document()
    assert first is not None
    press(screening, Qt.Key.Key_M, "m")
    found = screening.workspace.documents.get(first)
    assert found.second_look
    assert found.review_status is ReviewStatus.UNREAD
    assert screening.desk.screening.document() != first


def test_what_is_to_be_decided_later_comes_last(screening: AtTheDesk) -> None:
    documents = screening.workspace.documents.ids()
    press(screening, Qt.Key.Key_N, "n")
    for one in documents[1:]:
        assert screening.desk.screening.document() == one
        press(screening, Qt.Key.Key_R, "r")
    assert screening.desk.screening.document() == documents[0]


def test_undo_brings_back_the_document_to_be_decided_again(screening: AtTheDesk) -> None:
    first = screening.desk.screening.document()
    press(screening, Qt.Key.Key_1, "1")
    press(screening, Qt.Key.Key_1, "1")
    screening.run("history.undo")
    screening.run("history.undo")
    screening.desk.pages.show_page(PageName.SCREENING)
    waiting = screening.view.screening.document()
    assert waiting == first


def test_nothing_is_tagged_while_one_screens(screening: AtTheDesk) -> None:
    press(screening, Qt.Key.Key_A, "a")
    press(screening, Qt.Key.Key_D, "d")
    assert screening.workspace.passages.ids() == []


def test_space_pages_on_and_back(here: AtTheDesk) -> None:
    long = a_document(here.workspace, "One more line of the report.\n" * 400, title="Long")
    here.view.screening.begin([long])
    here.desk.pages.show_page(PageName.SCREENING)
    text = here.view.screening.pane.reader.focusProxy()
    assert isinstance(text, QAbstractScrollArea)
    assert here.desk.screening.document() == long
    before = text.verticalScrollBar().value()
    press(here, Qt.Key.Key_Space, " ")
    after = text.verticalScrollBar().value()
    assert after > before
    QTest.keyClick(text, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert text.verticalScrollBar().value() < after


def test_what_is_kept_for_reading_is_not_asked_again_after_a_restart(
    screening: AtTheDesk,
) -> None:
    first = screening.desk.screening.document()
    press(screening, Qt.Key.Key_R, "r")
    path = screening.workspace.path
    screening.window.close_project()
    screening.window.open_project(path)
    screening.run("screening.begin")
    assert screening.desk.screening.document() not in (None, first)
    screening.view.screening.begin_again()
    assert screening.desk.screening.document() == first


def test_escape_ends_screening(screening: AtTheDesk) -> None:
    press(screening, Qt.Key.Key_Escape)
    assert screening.desk.pages.current() is PageName.READ


def test_when_all_are_decided_it_says_how_many_are_kept(screening: AtTheDesk) -> None:
    for _each in screening.workspace.documents.ids():
        press(screening, Qt.Key.Key_R, "r")
    nothing = screening.view.screening._nothing
    assert nothing.isVisibleTo(screening.view)
    assert "5 are kept" in nothing.words()
