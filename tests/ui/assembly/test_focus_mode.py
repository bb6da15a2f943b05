"""Nothing but the panes, for a while."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.desk import PageName
from reviewer.ui.views.reading.fading_hint import FadingHint
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def around(here: AtTheDesk) -> list[QWidget]:
    view, window = here.view, here.window
    return [
        *(window.menuBar(), window.statusBar(), view.top),
        *(view.verbs, view.documents, view.details),
    ]


def text_of(here: AtTheDesk) -> QWidget:
    text = here.view.panes.focused().reader.focusProxy()
    assert text is not None
    return text


def test_everything_but_the_panes_is_put_away_and_brought_back(here: AtTheDesk) -> None:
    assert all(part.isVisible() for part in around(here))
    QTest.keyClick(text_of(here), Qt.Key.Key_F11)
    assert not any(part.isVisible() for part in around(here))
    assert here.view.panes.isVisible()
    QTest.keyClick(text_of(here), Qt.Key.Key_F11)
    assert all(part.isVisible() for part in around(here))


def test_a_hint_says_how_to_get_back(here: AtTheDesk) -> None:
    here.run("view.focus")
    hint = here.view.findChild(FadingHint)
    assert isinstance(hint, FadingHint)
    assert hint.isVisible()
    assert "F11" in hint._words.text()
    here.run("view.focus")
    assert not hint.isVisible()


def test_escape_brings_back_once_it_has_nothing_else_to_do(here: AtTheDesk) -> None:
    reader = here.view.panes.focused().reader
    here.run("view.focus")
    QTest.keyClick(text_of(here), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection() is not None
    QTest.keyClick(text_of(here), Qt.Key.Key_Escape)
    assert reader.selection() is None
    assert here.view.is_alone()
    QTest.keyClick(text_of(here), Qt.Key.Key_Escape)
    assert not here.view.is_alone()


def test_keys_work_meanwhile(here: AtTheDesk) -> None:
    here.run("view.focus")
    QTest.keyClick(text_of(here), Qt.Key.Key_A)
    assert here.workspace.passages.count() == 1
    QTest.keyClick(here.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert here.workspace.passages.count() == 0
    assert here.view.is_alone()


def test_a_panel_that_is_asked_for_brings_the_rest_back(here: AtTheDesk) -> None:
    here.run("view.focus")
    here.run("history.show")
    assert not here.view.is_alone()
    assert here.view.history.isVisible()
    here.run("view.focus")
    assert not here.view.history.isVisible()
    here.run("view.focus")
    assert here.view.history.isVisible()


@pytest.mark.parametrize("panel", ["documents", "details"])
def test_a_panel_that_came_back_with_the_rest_stays(here: AtTheDesk, panel: str) -> None:
    here.run("view.focus")
    here.run(f"view.{panel}")
    assert here.view.read.shows(panel)
    here.run(f"view.{panel}")
    assert not here.view.read.shows(panel)


def test_another_place_brings_the_rest_back(here: AtTheDesk) -> None:
    here.run("view.passages")
    here.run("view.focus")
    assert here.desk.pages.current() is PageName.READ
    here.run("view.passages")
    assert not here.view.is_alone()
    assert here.window.menuBar().isVisible()


def test_a_restart_shows_everything(here: AtTheDesk) -> None:
    here.run("view.focus")
    here.open_again()
    assert all(part.isVisible() for part in around(here))


def test_the_welcome_page_has_its_menus(here: AtTheDesk) -> None:
    path = here.workspace.path
    here.run("view.focus")
    here.window.close_project()
    assert here.window.menuBar().isVisible()
    here.window.open_project(path)
