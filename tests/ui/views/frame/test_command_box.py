"""The entry in the top row: it looks like a field, says its keys, and opens the palette."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.views.frame.command_box import CommandBox
from tests.ui.walking import spoken, stage


@pytest.fixture
def action(qapp: QApplication) -> QAction:
    made = QAction("Find anything…", qapp)
    made.setShortcut(QKeySequence("Ctrl+K"))
    return made


@pytest.fixture
def box(action: QAction, qtbot: QtBot) -> CommandBox:
    made = CommandBox(action)
    stage(qtbot, made)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_is_pressed_by_key_as_by_mouse(
    box: CommandBox, action: QAction, key: Qt.Key, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    box.setAutoDefault(True)  # as in a dialog, where Enter presses what has the keys
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(box, key)


def test_it_says_the_keys_there_are_now(box: CommandBox, action: QAction) -> None:
    assert box._keys.text() == "Ctrl+K"
    action.setShortcut(QKeySequence("Ctrl+Shift+P"))
    assert box._keys.text() == "Ctrl+Shift+P"
    assert spoken(box) == "Find anything"
