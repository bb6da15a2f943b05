"""Enter presses the button; what else is typed goes past it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.enter_button import EnterButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_it_is_pressed_by_the_keys_that_go_on(qtbot: QtBot, key: Qt.Key) -> None:
    button = EnterButton()
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    QTest.keyClick(button, Qt.Key.Key_A)
    assert pressed == []
    QTest.keyClick(button, key)
    assert pressed == ["pressed"]
