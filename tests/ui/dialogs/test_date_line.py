"""Behaviour of a field for a date: below it stands what the words are read as."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.ui.dialogs.date_line import DateLine


def _heard(qtbot: QtBot, date: WrittenDate) -> str:
    line = DateLine(date, "When")
    qtbot.addWidget(line)
    label = line.findChild(QLabel)
    assert label is not None
    return label.text()


def test_what_a_date_is_read_as_is_said_in_words(qtbot: QtBot) -> None:
    printed = WrittenDate(words="January to October", edtf="2019-01/2019-10")
    assert _heard(qtbot, printed) == "reads as January 2019 to October 2019"


def test_nothing_is_said_of_no_date(qtbot: QtBot) -> None:
    assert _heard(qtbot, NO_DATE) == ""
