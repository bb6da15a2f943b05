"""The window in Urdu: its words, its sides, and that one works in it as in any other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.anchors import place_of
from reviewer.environment import translation
from reviewer.environment.settings import ANALYST_NAME, LANGUAGE, Settings
from reviewer.environment.translation import ENGLISH, URDU
from reviewer.ui import language
from reviewer.ui.text.view import TextView
from reviewer.ui.theme import style
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.window import Window
from tests.builders import a_document, a_project
from tests.scripted import ScriptedPrompts

URDU_LETTER = re.compile("[\u0620-\u06d3]")
WORDS = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."
URDU_WORDS = "پل پر بارہ افراد زخمی ہوئے۔ ترجمان نے کہا کہ کوئی ہلاک نہیں ہوا۔"


@pytest.fixture
def in_urdu(qapp: QApplication) -> Iterator[Settings]:
    """Put Urdu on as the program's start does, and English again for the tests that follow."""
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    settings.set(LANGUAGE, URDU)
    before = QLocale()
    language.put_on(qapp, settings)
    style.apply(qapp, LIGHT)
    yield settings
    settings.set(LANGUAGE, ENGLISH)
    language.put_on(qapp, settings)
    QLocale.setDefault(before)
    style.apply(qapp, LIGHT)


@pytest.fixture
def window(in_urdu: Settings, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    with a_project(tmp_path, "urdu") as made:
        a_document(made, WORDS, title="At the bridge")
        a_document(made, URDU_WORDS, title="پل پر")
        path = made.path
    prompts = ScriptedPrompts()
    opened = Window(in_urdu, prompts)
    qtbot.addWidget(opened)
    opened.resize(1_280, 800)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    opened.open_project(path)
    yield opened
    opened.close()
    assert prompts.unforeseen == []


def desk_of(window: Window) -> DeskView:
    assert window.session is not None
    return window.session.view


def left_of(window: Window, part: QWidget) -> int:
    return part.mapTo(window, QPoint(0, 0)).x()


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        if not action.isSeparator():
            yield action


def test_every_menu_and_every_entry_is_in_urdu(window: Window) -> None:
    assert translation.spoken() == URDU
    menus = window.menuBar().actions()
    assert len(menus) >= 7
    said = [menu.text() for menu in menus]
    for top in menus:
        menu = top.menu()
        assert isinstance(menu, QMenu)
        said += [entry.text().partition("\t")[0] for entry in entries(menu)]
    assert [words for words in said if not URDU_LETTER.search(words)] == []


def test_the_window_begins_at_the_right(window: Window, qtbot: QtBot) -> None:
    view = desk_of(window)
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    view.panes.split(2)
    first, second = view.panes.panes()
    qtbot.waitUntil(lambda: second.width() > 0)
    assert left_of(window, view.documents) > left_of(window, first)
    assert left_of(window, first) > left_of(window, second)
    assert left_of(window, second) > left_of(window, view.details)


def test_documents_keep_their_own_direction(window: Window, qtbot: QtBot) -> None:
    view = desk_of(window)
    view.panes.split(2)
    english, urdu = view.panes.panes()
    english.show_document(1)
    urdu.show_document(2)
    qtbot.waitUntil(lambda: text_of(urdu).layoutDirection() == Qt.LayoutDirection.RightToLeft)
    assert text_of(english).layoutDirection() == Qt.LayoutDirection.LeftToRight


def text_of(pane: QWidget) -> TextView:
    found = pane.findChild(TextView)
    assert found is not None
    return found


def test_tagging_and_undoing_work_as_ever(window: Window) -> None:
    view = desk_of(window)
    workspace = view.panes.focused()._workspace
    pane = view.panes.focused()
    pane.show_document(2)
    pane.reader.set_caret(place_of(URDU_WORDS, "ترجمان").start + 1)
    QTest.keyClick(text_of(pane), Qt.Key.Key_D)
    (passage,) = workspace.passages.on(2)
    assert passage.quote == "ترجمان نے کہا کہ کوئی ہلاک نہیں ہوا۔"
    window.commands.refresh()
    window.commands.action("history.undo").trigger()
    assert workspace.passages.on(2) == []


def test_keys_stand_upright_in_the_menus(window: Window) -> None:
    grow = window.commands.action("passage.grow").text()
    assert grow.endswith("\t\u2066]\u2069")


@pytest.mark.usefixtures("in_urdu")
def test_qt_speaks_urdu_too_and_counts_in_latin_digits(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    number, field = QSpinBox(), QLineEdit()
    for one in (box, number, field):
        qtbot.addWidget(one)
    (close,) = box.buttons()
    assert close.text() == "بند کریں"
    number.setMaximum(5_000)
    number.setValue(4_321)
    assert number.text() == "4321"
    assert QLocale().toString(1_234.5) == "1,234.5"
    menu = field.createStandardContextMenu()
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    assert [words for words in said if not URDU_LETTER.search(words)] == []


def test_a_start_in_english_afterwards_is_english_from_the_left(
    in_urdu: Settings, qapp: QApplication, qtbot: QtBot
) -> None:
    in_urdu.set(LANGUAGE, ENGLISH)
    language.put_on(qapp, in_urdu)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert URDU_LETTER.search(box.buttons()[0].text()) is None
    assert translation._("Close") == "Close"
