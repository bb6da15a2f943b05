"""Behaviour of the small window in which one of several entries is chosen by a few letters."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.dialogs.entry_picker import EntryPicker

ENTRIES = tuple(Entry(number, name) for number, name in enumerate(("Fire", "Raid", "Shots"), 1))


def _picker(qtbot: QtBot) -> tuple[EntryPicker, QLineEdit, QListWidget]:
    picker = EntryPicker(Choosing("Part of a larger event", "Find an event…", ENTRIES))
    qtbot.addWidget(picker)
    picker.show()
    field, rows = picker.findChild(QLineEdit), picker.findChild(QListWidget)
    assert field is not None
    assert rows is not None
    return picker, field, rows


def test_a_few_letters_and_enter_choose(qtbot: QtBot) -> None:
    picker, field, _rows = _picker(qtbot)
    QTest.keyClicks(field, "sh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert picker.choice() == ENTRIES[2]


def test_letters_that_nothing_has_are_said_and_choose_nothing(qtbot: QtBot) -> None:
    picker, field, rows = _picker(qtbot)
    height = picker.height()
    QTest.keyClicks(field, "zz")
    assert [rows.item(row).text() for row in range(rows.count())] == ["Nothing fits."]
    assert field.accessibleDescription() == "Nothing fits."
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.viewport().rect().topLeft()
    )
    assert picker.isVisible()
    assert picker.choice() is None
    assert picker.height() == height
