"""A dialog of a few fields: Enter agrees, Escape and Cancel take everything back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import NO_DATE
from reviewer.domain.events import EVENT_TYPE_LABELS, EventType
from reviewer.ui.dialogs.date_line import DateLine
from reviewer.ui.dialogs.form import FormDialog, choice_of, line_of


@pytest.fixture
def place() -> QLineEdit:
    return line_of("Zarwil", "Place", 8)


@pytest.fixture
def dialog(qtbot: QtBot, place: QLineEdit) -> FormDialog:
    dialog = FormDialog("A place", "Go there")
    dialog.lay_out([QLabel("Where to")], [("&Place", place)], [QLabel("It is far")])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_reads_from_what_it_is_about_to_what_follows(dialog: FormDialog) -> None:
    labels = sorted(dialog.findChildren(QLabel), key=lambda one: one.mapTo(dialog, one.pos()).y())
    assert [label.text() for label in labels] == ["Where to", "&Place", "It is far"]
    assert dialog.accessibleName() == dialog.windowTitle() == "A place"


def test_enter_in_a_field_agrees(dialog: FormDialog, place: QLineEdit) -> None:
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_cancel_takes_everything_back(dialog: FormDialog) -> None:
    cancel = next(one for one in dialog.findChildren(QPushButton) if one is not dialog.agree)
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_line_takes_no_more_than_it_may(place: QLineEdit) -> None:
    QTest.keyClicks(place, " and beyond")
    assert place.text() == "Zarwil a"
    assert place.accessibleName() == "Place"


def test_a_closed_list_carries_its_words(qtbot: QtBot) -> None:
    box = choice_of(EVENT_TYPE_LABELS, EventType.INCIDENT, "Type")
    qtbot.addWidget(box)
    assert box.currentData() == EventType.INCIDENT
    assert [box.itemData(row) for row in range(box.count())] == list(EVENT_TYPE_LABELS)


def test_it_is_as_high_as_its_words_need_where_they_break(qtbot: QtBot, place: QLineEdit) -> None:
    dialog = FormDialog("A place", "Go there")
    words = QLabel("جہاں یہ ہوا، اور جس نے اسے دیکھا، وہ سب یہاں لکھا جائے۔ " * 4)
    words.setWordWrap(True)
    dialog.lay_out([words], [("&Place", place)])
    qtbot.addWidget(dialog)
    dialog.show()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())


def test_it_grows_with_what_is_said_of_a_date_that_cannot_be_read(qtbot: QtBot) -> None:
    dialog, date = FormDialog("An event", "Make it"), DateLine(NO_DATE, "When")
    dialog.lay_out([], [("&When", date), ("&Place", line_of("", "Place", 8))])
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(date.line, "31 February 2019")
    (heard,) = date.findChildren(QLabel)
    assert heard.text()
    qtbot.waitUntil(lambda: heard.height() >= heard.heightForWidth(heard.width()))
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() >= layout.totalHeightForWidth(dialog.width()))
