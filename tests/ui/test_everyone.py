"""Anyone can use it: by keys alone, without seeing it, in large letters, in a small window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.environment.settings import THEME, WINDOW_SIZE, Settings
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.preferences import chosen_theme, dress
from reviewer.ui.theme import style
from tests.ui import everywhere as walk
from tests.ui.answering import meanwhile
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import spoken

SMALL, LARGE = (1_024, 700), (3_840, 2_160)
LARGE_LETTERS = 18.0


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """Lend the application, and undress it afterwards."""
    palette, font, base = qapp.palette(), qapp.font(), qapp.property(style._DESKTOP_BASE)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty(style._DESKTOP_BASE, base)


@contextmanager
def somebody(
    qtbot: QtBot,
    app: QApplication,
    folder: Path,
    *,
    letters: float = 9.75,
    size: tuple[int, int] = (1_440, 900),
) -> Iterator[AtTheDesk]:
    """Sit down before a dressed window with two documents open and some passages in them."""
    settings = Settings()
    settings.set(WINDOW_SIZE, letters)
    settings.set(THEME, "light")
    dress(app, settings, chosen_theme(settings))
    with at_the_desk(qtbot, a_file(folder), *size) as person:
        documents = person.workspace.documents.ids()
        person.open_in_panes(*documents[:2])
        for tag, span in zip(person.workspace.tags.all(), (Span(0, 13), Span(4, 30)), strict=False):
            person.workspace.passages.tag_passage(documents[0], span, tag.id)
        yield person


def test_every_control_has_a_name_wherever_one_is(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        assert walk.everywhere(person, walk.without_name) == ""


def test_no_two_controls_in_sight_have_the_same_name(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        assert walk.everywhere(person, walk.of_one_name) == ""


def test_every_sign_says_in_a_tip_what_it_means(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        assert walk.everywhere(person, walk.signs_without_words) == ""


def test_every_button_in_sight_is_reached_by_tab(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        assert walk.everywhere(person, walk.out_of_reach) == ""


def test_tab_goes_round_every_place_and_back_again(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        for place in walk.go_everywhere(person):
            there = walk.tab_order()
            names = [f"{place}: {spoken(one)}" for one in there]
            assert len(set(there)) == len(there) > 3, names
            back = walk.order_backwards()
            assert set(there) <= set(back), names


def test_every_action_of_a_menu_has_words(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        menus = person.window.findChildren(QMenu)
        actions = [*person.window.actions(), *(one for menu in menus for one in menu.actions())]
        wordless = [one for one in actions if not one.isSeparator() and not one.text().strip()]
        assert [one.objectName() for one in wordless] == []
        assert len(actions) > 100


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("letters", [9.75, LARGE_LETTERS], ids=["usual", "18pt"])
def test_words_fit_where_they_stand(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path, letters: float, size: tuple[int, int]
) -> None:
    with somebody(qtbot, undressed, tmp_path, letters=letters, size=size) as person:
        assert walk.everywhere(person, walk.too_small) == ""


def test_words_grow_while_the_window_is_open(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path, size=SMALL) as person:
        before = max(one.height() for one in person.window.findChildren(QLabel) if one.isVisible())
        person.window.context.settings.set(WINDOW_SIZE, LARGE_LETTERS)
        assert walk.everywhere(person, walk.too_small) == ""
        after = max(one.height() for one in person.window.findChildren(QLabel) if one.isVisible())
        assert after > before


DIALOGS = (
    "help.legend",
    "help.about",
    "settings.open",
    "settings.keys",
    "passage.tag",
    "document.describe",
    "document.set_aside",
    "project.analyst",
    "project.new",
    "tag.add",
    "codebook.starter",
)
SEARCHES = {"Legend", "ShortcutsDialog", "TagPicker"}
"""Dialogs in which Enter belongs to what was found, so that no button may take it."""


@pytest.mark.parametrize("letters", [9.75, LARGE_LETTERS], ids=["usual", "18pt"])
@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_is_named_fits_its_words_and_closes_with_escape(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path, command: str, letters: float
) -> None:
    with somebody(qtbot, undressed, tmp_path, letters=letters, size=SMALL) as person:
        context = person.window.context
        context.prompts = Dialogs(person.window, context.settings, native=False)
        person.view.panes.panes()[0].reader.set_caret(3)
        found: list[str] = []

        def look(dialog: QDialog) -> None:
            dialog.grab()
            found.extend(walk.without_name(dialog))
            found.extend(f"twice: {name}" for name in walk.of_one_name(dialog))
            found.extend(walk.signs_without_words(dialog))
            found.extend(walk.out_of_reach(dialog))
            found.extend(walk.too_small(dialog))
            buttons = dialog.findChildren(QPushButton)
            if type(dialog).__name__ not in SEARCHES and not any(b.isDefault() for b in buttons):
                found.append("no button for Enter")
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            if dialog.isVisible():
                found.append("Escape does not close it")

        meanwhile(QDialog, look)
        person.run(command)
        assert found == []


def test_the_keyboards_menu_opens_where_the_caret_or_the_row_is(
    undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with somebody(qtbot, undressed, tmp_path) as person:
        wanted: list[QPoint] = []
        pane, table = person.view.panes.panes()[0], person.view.documents.list
        pane.menu_wanted.connect(wanted.append)
        table.menu_wanted.connect(wanted.append)
        for signal in (person.view.passage_menu_wanted, person.view.document_menu_wanted):
            signal.disconnect()  # a menu would wait for somebody to choose
        pane.reader.set_caret(20)
        text = pane.reader.focusProxy()
        assert isinstance(text, QTextEdit)
        table.choose(person.workspace.documents.ids()[1])
        for widget in (text, table):
            caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            middle = caret.center() if isinstance(caret, QRect) else caret.toRect().center()
            where = widget.mapToGlobal(middle)
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(widget, QContextMenuEvent(reason, middle, where))
        at_caret, at_row = wanted
        assert (
            text.cursorRect()
            .adjusted(-9, -9, 9, 9)
            .contains(text.viewport().mapFromGlobal(at_caret))
        )
        row = table.visualRect(table.currentIndex()).adjusted(-1, -1, 1, 1)
        assert row.contains(table.viewport().mapFromGlobal(at_row))
