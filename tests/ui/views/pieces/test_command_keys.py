"""A key that runs a command of a view is the view's, not the window's."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.command_keys import CommandKeys, letters_typed

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def a_key(
    key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "", *, asked: bool = False
) -> QKeyEvent:
    kind = QEvent.Type.ShortcutOverride if asked else QEvent.Type.KeyPress
    return QKeyEvent(kind, key, held, text)


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    return view


@pytest.fixture
def keys(view: QListView) -> CommandKeys:
    return CommandKeys(view, {"Alt+Left", "X"}.__contains__)


def test_what_runs_something_is_taken_before_the_window_takes_it(
    view: QListView, keys: CommandKeys
) -> None:
    event = a_key(Qt.Key.Key_Left, ALT, asked=True)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted()
    assert keys.command(a_key(Qt.Key.Key_Left, ALT)) == "Alt+Left"
    assert keys.command(a_key(Qt.Key.Key_X, text="x")) == "X"


def test_what_runs_nothing_is_left_to_the_window(view: QListView, keys: CommandKeys) -> None:
    event = a_key(Qt.Key.Key_Right, ALT, asked=True)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
    assert keys.command(a_key(Qt.Key.Key_Right, ALT)) == ""
    assert keys.command(a_key(Qt.Key.Key_Shift, SHIFT)) == ""


@pytest.mark.parametrize(
    ("event", "letters"),
    [
        (a_key(Qt.Key.Key_B, text="b"), "b"),
        (a_key(Qt.Key.Key_B, SHIFT, "B"), "B"),
        (a_key(Qt.Key.Key_4, KEYPAD, "4"), "4"),
        (a_key(0, text="ف"), "ف"),  # type: ignore[arg-type]
        (a_key(Qt.Key.Key_B, CONTROL, "\x02"), ""),
        (a_key(Qt.Key.Key_B, ALT, "b"), ""),
        (a_key(Qt.Key.Key_Space, text=" "), ""),
        (a_key(Qt.Key.Key_Escape, text="\x1b"), ""),
        (a_key(Qt.Key.Key_Down), ""),
    ],
)
def test_letters_are_what_writes_something(event: QKeyEvent, letters: str) -> None:
    assert letters_typed(event) == letters
