"""The project's notes at a real desk: Ctrl+J opens them, what is written is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.views.frame.desk import JOURNAL
from reviewer.ui.views.frame.sides import NOTHING
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    """Give a window with a project of five documents."""
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def typed(words: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def test_a_note_is_written_without_the_mouse_and_can_be_undone(here: AtTheDesk) -> None:
    here.view.give_keys_back()
    here.run("view.journal")
    assert here.view.sides.wanted() == JOURNAL
    typed("Ask the archive for the second list.")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [note.words for note in here.workspace.notes.all()] == [
        "Ask the archive for the second list."
    ]
    here.run("history.undo")
    assert here.workspace.notes.all() == []


def test_what_is_half_written_is_kept_when_the_project_is_left(here: AtTheDesk) -> None:
    here.run("view.journal")
    typed("Half a thought")
    here.open_again()
    assert [note.words for note in here.workspace.notes.all()] == ["Half a thought"]


def test_the_journal_gives_the_keys_back_when_it_is_closed(here: AtTheDesk) -> None:
    here.open_in_panes(*here.workspace.documents.ids()[:1])
    here.run("view.journal")
    here.view.journal.close_wanted.emit()
    assert here.view.sides.wanted() == NOTHING
    assert here.keys_are_in(here.view.panes.focused().reader)


@pytest.mark.parametrize("panel", ["journal", "history", "actors"])
def test_escape_puts_the_panel_away_and_gives_the_keys_back(here: AtTheDesk, panel: str) -> None:
    here.open_in_panes(*here.workspace.documents.ids()[:1])
    keys = {"journal": "view.journal", "history": "history.show", "actors": "actors.show"}
    here.run(keys[panel])
    assert here.view.sides.wanted() == panel
    at_keys = QApplication.focusWidget()
    assert at_keys is not None
    QTest.keyClick(at_keys, Qt.Key.Key_Escape)
    assert here.view.sides.wanted() == NOTHING
    assert here.keys_are_in(here.view.panes.focused().reader)


def test_a_link_in_a_note_opens_its_document(here: AtTheDesk) -> None:
    third = here.workspace.documents.ids()[2]
    here.run("view.passages")
    here.view.journal.document_wanted.emit(third)
    assert here.desk.panes.document() == third
