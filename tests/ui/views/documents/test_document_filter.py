"""The filter field waits for a pause; the chips say what they would show."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.ui.views.documents.document_filter import (
    FilterField,
    StatusChips,
    filter_sentence,
    with_words,
)


def chip(chips: StatusChips, name: str) -> QToolButton:
    return next(one for one in chips.findChildren(QToolButton) if one.accessibleName() == name)


def test_quick_typing_is_told_once(qtbot: QtBot) -> None:
    field = FilterField("Filter")
    qtbot.addWidget(field)
    told: list[str] = []
    field.settled.connect(told.append)
    QTest.keyClicks(field, "bridge")
    assert told == []
    qtbot.waitUntil(lambda: told == ["bridge"])


def test_the_clear_button_is_there_while_there_is_something_to_clear(qtbot: QtBot) -> None:
    field = FilterField("Filter")
    qtbot.addWidget(field)
    clear = field.actions()[1]
    assert not clear.isVisible()
    field.setText("bridge")
    assert clear.isVisible()
    clear.trigger()
    assert field.text() == ""
    assert not clear.isVisible()


def test_escape_in_an_empty_field_is_left_to_the_window(qtbot: QtBot) -> None:
    field = FilterField("Filter")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.settled):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_a_chip_says_how_many_it_would_show(qtbot: QtBot) -> None:
    chips = StatusChips()
    qtbot.addWidget(chips)
    chips.show_counts({ReviewStatus.DONE: 1_200, ReviewStatus.UNREAD: 3})
    assert chip(chips, "Done").toolTip() == "Done: 1,200"
    assert chip(chips, "Reading").toolTip() == "Reading: 0"
    assert chip(chips, "All").toolTip() == "All: 1,203"


def test_pressing_a_chip_tells_its_status_and_choosing_one_does_not(qtbot: QtBot) -> None:
    chips = StatusChips()
    qtbot.addWidget(chips)
    with qtbot.waitSignal(chips.chosen) as told:
        chip(chips, "Set aside").click()
    assert told.args == [ReviewStatus.SET_ASIDE]
    with qtbot.assertNotEmitted(chips.chosen):
        chips.choose(None)
    assert chip(chips, "All").isChecked()


def test_chips_show_words_where_there_is_room(qtbot: QtBot) -> None:
    chips = StatusChips()
    qtbot.addWidget(chips)
    chips.set_wordy(wordy=False)
    narrow = chips.sizeHint().width()
    chips.set_wordy(wordy=True)
    assert chips.sizeHint().width() > narrow


def test_a_filter_is_said_in_words() -> None:
    chosen = DocumentFilter(statuses=(ReviewStatus.DONE,), second_look=True)
    said = filter_sentence(with_words(chosen, "  the   bridge "))
    assert said == "“\u2068the bridge\u2069”, Done, second look"
    assert filter_sentence(DocumentFilter()) == ""
