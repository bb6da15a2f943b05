"""What every picker does: the caret stays in the field, and the keys walk the list."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.picker import ENTRY, Picker

PAGE = 4


class Numbers(Picker):
    """Offers twelve numbers, and a row that only says something."""

    def __init__(self) -> None:
        super().__init__("A number", "Numbers", None, most_letters=8, page=PAGE)
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list)
        for number in range(12):
            item = QListWidgetItem(f"number {number}")
            item.setData(ENTRY, number)
            self._list.addItem(item)
        QListWidgetItem("no more", self._list).setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0)
        self._field.setFocus()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._field, key)

    def row(self) -> int:
        return self._list.currentRow()

    def click_last(self) -> None:
        last = self._list.item(self._list.count() - 1)
        self._list.itemClicked.emit(last)

    def taken(self) -> object:
        return self._taken


@pytest.fixture
def picker(qtbot: QtBot) -> Numbers:
    picker = Numbers()
    qtbot.addWidget(picker)
    picker.show()
    return picker


def test_arrows_come_out_at_the_other_end_and_pages_stop_there(picker: Numbers) -> None:
    picker.press(Qt.Key.Key_Up)
    assert picker.row() == 12
    picker.press(Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert picker.row() == PAGE
    picker.press(*[Qt.Key.Key_PageDown] * 5)
    assert picker.row() == 12
    picker.press(Qt.Key.Key_Backtab, Qt.Key.Key_PageUp)
    assert picker.row() == 11 - PAGE


def test_enter_takes_the_row_one_is_at(picker: Numbers) -> None:
    picker.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert picker.taken() == 1
    assert picker.result() == QDialog.DialogCode.Accepted


def test_a_row_that_only_says_something_is_not_taken(picker: Numbers) -> None:
    picker.click_last()
    assert picker.taken() is None
    assert picker.isVisible()


def test_it_stands_below_the_caret_or_above_it_where_there_is_no_room(picker: Numbers) -> None:
    picker.resize(200, 100)
    around = QRect(0, 0, 1_000, 500)
    picker.place_near(QRect(50, 60, 1, 20), around)
    assert picker.pos().x() == 50
    assert picker.pos().y() >= 80
    picker.place_near(QRect(950, 450, 1, 20), around)
    assert picker.geometry().bottom() <= 450
    assert picker.geometry().right() <= around.right()
