"""A dialog that is too high for the screen scrolls, and its buttons stay in sight."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.scrolled import Scrolled, most_height


def lines(count: int) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(count):
        label = QLabel(f"Line {number} of many words that may break into several lines. " * 3)
        label.setWordWrap(True)
        column.addWidget(label)
    return inside


def test_it_is_as_high_as_what_it_shows_where_there_is_room(qtbot: QtBot) -> None:
    inside = lines(2)
    shown = Scrolled(inside)
    qtbot.addWidget(shown)
    shown.resize(500, 100)
    shown.show()
    shown.resize(500, shown.sizeHint().height() + 20)
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() == 0)
    assert shown.sizeHint().height() == inside.heightForWidth(shown.viewport().width())


def test_what_has_no_room_is_scrolled_to(qtbot: QtBot) -> None:
    shown = Scrolled(lines(40))
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    assert shown.minimumSizeHint().height() <= 200
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 0)


@pytest.mark.usefixtures("qapp")
def test_no_dialog_is_higher_than_the_screen() -> None:
    assert 0 < most_height() < QGuiApplication.primaryScreen().availableSize().height()
