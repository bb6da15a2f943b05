"""Tab goes as one reads, whatever came into the window last."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.ui.tab_order import ReadingOrderWindow


@pytest.fixture
def window(qtbot: QtBot) -> ReadingOrderWindow:
    """Give a window of two columns, put together from its end to its beginning."""
    made = ReadingOrderWindow()
    qtbot.addWidget(made)
    ground = QWidget()
    row = QHBoxLayout(ground)
    made.setCentralWidget(ground)
    for names in (("third", "fourth"), ("first", "second")):
        part = QWidget()
        column = QVBoxLayout(part)
        row.insertWidget(0, part)
        for name in reversed(names):
            column.insertWidget(0, QPushButton(name))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def pressed(count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """Press a key so often; returns the names of what had the keys after each."""
    names = []
    for _ in range(count):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)
        there = QApplication.focusWidget()
        assert isinstance(there, QPushButton)
        names.append(there.text())
    return names


def button(window: QWidget, name: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == name)


def test_a_column_is_gone_through_before_the_next_one(window: ReadingOrderWindow) -> None:
    button(window, "first").setFocus()
    assert pressed(4) == ["second", "third", "fourth", "first"]


def test_shift_and_tab_go_the_same_way_back(window: ReadingOrderWindow) -> None:
    button(window, "first").setFocus()
    assert pressed(4, Qt.Key.Key_Backtab) == ["fourth", "third", "second", "first"]


def test_what_is_out_of_sight_or_cannot_be_used_is_passed_over(window: ReadingOrderWindow) -> None:
    button(window, "second").hide()
    button(window, "third").setEnabled(False)
    button(window, "first").setFocus()
    assert pressed(2) == ["fourth", "first"]


def test_the_columns_are_read_from_the_right_in_a_mirrored_window(
    window: ReadingOrderWindow, qtbot: QtBot
) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, third = button(window, "first"), button(window, "third")
    middle = QPoint(0, 0)
    qtbot.waitUntil(lambda: first.mapTo(window, middle).x() > third.mapTo(window, middle).x())
    first.setFocus()
    assert pressed(3) == ["second", "third", "fourth"]


def test_a_panel_scrolls_to_what_gets_the_keys(window: ReadingOrderWindow, qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(QPushButton(f"row {number}"))
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.setCentralWidget(area)
    qtbot.waitUntil(lambda: button(window, "row 0").isVisible())
    button(window, "row 0").setFocus()
    assert pressed(1, Qt.Key.Key_Backtab) == ["row 39"]
    assert not button(window, "row 39").visibleRegion().isEmpty()
