"""What was done is told in passing; what could not be done stays until it is dismissed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.views.frame import notice as room
from reviewer.ui.views.frame.notice import Deed, Message, Notice, Tone
from tests.ui.walking import nameless, stage


class Host(QWidget):
    """A window with a field that has the keys, and a notice."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setAccessibleName("field")
        self.resize(800, 500)
        self.notice = Notice(self)
        stage(qtbot, self)
        self.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)

    def words(self) -> str:
        """Return what can be read on the notice."""
        labels = self.notice.findChildren(QLabel)
        return " ".join(label.text() for label in labels) if self.notice.isVisible() else ""

    def button(self) -> QPushButton:
        """Return the button for the action."""
        button, _also = self.notice.findChildren(QPushButton)
        return button

    def also(self) -> QPushButton:
        """Return the second button."""
        _button, also = self.notice.findChildren(QPushButton)
        return also

    def close_button(self) -> QToolButton:
        """Return the button that dismisses."""
        (button,) = self.notice.findChildren(QToolButton)
        return button


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    return Host(qtbot)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LEAST_MILLISECONDS", "LEAST_WITH_ACTION", "MOST_MILLISECONDS"):
        monkeypatch.setattr(room, name, 20)


def test_a_notice_is_seen_and_the_keys_stay_where_they_were(host: Host) -> None:
    host.notice.tell("Undone: Tag D4·12 as Denial", action="Redo", run=lambda: None)
    assert host.words() == "Undone: Tag D4·12 as Denial"
    assert host.field.hasFocus()


@pytest.mark.usefixtures("hasty")
def test_what_was_done_goes_away_by_itself(host: Host, qtbot: QtBot) -> None:
    host.notice.tell("Saved")
    assert host.words() == "Saved"
    qtbot.waitUntil(lambda: not host.notice.isVisible())
    assert host.notice.message() is None


def test_what_was_done_goes_with_the_next_key_and_an_error_stays(host: Host) -> None:
    host.notice.error("No place was found")
    host.notice.caution("Tag taken off D1·1")
    QTest.keyClick(host.field, Qt.Key.Key_Shift)
    assert host.words() == "Tag taken off D1·1"
    QTest.keyClick(host.field, Qt.Key.Key_A)
    assert host.words() == "No place was found"
    assert host.field.text() == "a"
    QTest.keyClick(host.field, Qt.Key.Key_B)
    assert host.words() == "No place was found"
    host.notice.dismiss()
    assert host.words() == ""


def test_what_a_key_tells_is_seen_although_the_key_was_pressed(host: Host) -> None:
    host.notice.tell("one")
    host.field.textEdited.connect(lambda _words: host.notice.tell("two"))
    QTest.keyClick(host.field, Qt.Key.Key_A)
    assert host.words() == "two"


def test_who_tabs_to_the_button_still_finds_it(host: Host) -> None:
    host.notice.tell("Undone", action="Redo", run=lambda: None)
    QTest.keyClick(host.field, Qt.Key.Key_Tab)
    assert host.words() == "Undone"
    host.button().setFocus()
    QTest.keyClick(host.button(), Qt.Key.Key_Right)
    assert host.words() == "Undone"


def test_the_next_takes_the_place_of_what_was_told_before(host: Host) -> None:
    host.notice.tell("one")
    host.notice.caution("two")
    assert host.words() == "two"
    host.notice.dismiss()
    assert not host.notice.isVisible()


@pytest.mark.usefixtures("hasty")
def test_an_error_is_over_with_the_next_thing_that_is_done(host: Host, qtbot: QtBot) -> None:
    host.notice.error("could not be read")
    host.notice.tell("Saved")
    assert host.words() == "Saved"
    qtbot.waitUntil(lambda: host.words() != "Saved")
    assert host.words() == ""


def test_an_error_lies_under_a_caution_and_comes_back(host: Host, qtbot: QtBot) -> None:
    host.notice.error("could not be read")
    host.notice.caution("The next change is by Basit")
    assert host.words() == "The next change is by Basit"
    qtbot.waitUntil(lambda: host.words() == "could not be read", timeout=15_000)


def test_errors_are_dismissed_one_by_one_and_none_is_told_twice(host: Host) -> None:
    for words in ("one", "two", "one"):
        host.notice.error(words)
    assert host.words() == "one"
    host.notice.dismiss()
    assert host.words() == "two"
    host.notice.dismiss()
    assert host.words() == ""


@pytest.mark.usefixtures("hasty")
def test_what_is_kept_stays_with_its_button_until_it_is_dismissed(host: Host, qtbot: QtBot) -> None:
    host.notice.keep("nearly the same", action="Show", run=lambda: None)
    QTest.keyClick(host.field, Qt.Key.Key_A)
    assert host.words() == "nearly the same"
    host.notice.tell("Saved")
    assert host.words() == "Saved"
    qtbot.waitUntil(lambda: host.words() == "nearly the same")
    assert host.button().text() == "Show"
    host.close_button().click()
    assert host.words() == ""


def test_clearing_takes_errors_away_too(host: Host) -> None:
    host.notice.error("one")
    host.notice.tell("two")
    host.notice.clear()
    assert host.words() == ""


def test_an_error_has_no_time_to_go(host: Host) -> None:
    host.notice.error("one")
    assert not host.notice._time.isActive()
    host.notice.tell("two")
    assert host.notice._time.isActive()


def test_the_button_does_what_it_says_and_the_notice_goes(host: Host, qtbot: QtBot) -> None:
    done: list[str] = []
    host.notice.tell("Removed", action="Undo", run=lambda: done.append("undone"))
    qtbot.mouseClick(host.button(), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not host.notice.isVisible()


def test_a_notice_told_by_the_button_is_seen(host: Host, qtbot: QtBot) -> None:
    host.notice.tell("Removed", action="Undo", run=lambda: host.notice.tell("Undone"))
    qtbot.mouseClick(host.button(), Qt.MouseButton.LeftButton)
    assert host.words() == "Undone"


def test_who_tabs_to_the_button_and_back_out_with_escape_is_where_they_were(
    host: Host, qtbot: QtBot
) -> None:
    host.notice.tell("Removed", action="Undo", run=lambda: None)
    qtbot.keyClick(host.field, Qt.Key.Key_Tab)
    assert host.button().hasFocus()
    qtbot.keyClick(host.button(), Qt.Key.Key_Escape)
    assert not host.notice.isVisible()
    assert host.field.hasFocus()


@pytest.mark.usefixtures("hasty")
def test_a_notice_waits_while_somebody_reaches_for_its_button(host: Host, qtbot: QtBot) -> None:
    host.notice.tell("Removed", action="Undo", run=lambda: None)
    host.button().setFocus()
    host.notice._time_is_up()
    assert host.words() == "Removed"
    host.field.setFocus()
    qtbot.waitUntil(lambda: not host.notice.isVisible())


def test_it_is_inside_the_window_whatever_its_size(host: Host) -> None:
    words = "A long sentence about a file that could not be read, and what to do. " * 4
    host.notice.error(words)
    for width in (900, 400, 260):
        host.resize(width, 420)
        QApplication.processEvents()
        assert host.rect().contains(host.notice.geometry())
    label = host.notice.findChildren(QLabel)[0]
    assert label.height() >= label.heightForWidth(label.width())


def test_long_words_get_more_time_but_not_for_ever() -> None:
    short, longer, longest = (Message("x" * count).milliseconds for count in (3, 120, 5_000))
    assert short < longer < longest <= 15_000
    assert Message("x", action="Undo", run=lambda: None).milliseconds > short


def test_every_control_says_what_it_is(host: Host) -> None:
    host.notice.error("one", action="Try again", run=lambda: None)
    assert nameless(host) == []


def test_it_can_be_told_while_a_screen_reader_listens(host: Host) -> None:
    QAccessible.setActive(True)
    try:
        host.notice.error("one")
    finally:
        QAccessible.setActive(False)
    message = host.notice.message()
    assert message is not None
    assert message.tone is Tone.ERROR


def test_a_notice_leaves_rows_of_choices_at_the_foot_in_sight(host: Host) -> None:
    row = QWidget(host)
    row.setProperty(room.KEPT_CLEAR, 1)
    row.setGeometry(0, 400, 800, 80)
    host.notice.tell("Set aside")
    assert host.notice.geometry().bottom() > row.y()
    row.show()
    host.notice.tell("Set aside")
    assert host.notice.geometry().bottom() < row.y()


def test_a_second_button_is_there_only_where_it_does_something(host: Host, qtbot: QtBot) -> None:
    done: list[str] = []
    also = Deed("Open", lambda: done.append("open"))
    host.notice.tell("Saved", action="Show", run=lambda: done.append("show"), also=also)
    assert (host.button().isVisible(), host.also().isVisible()) == (True, True)
    assert host.also().geometry().right() < host.close_button().geometry().left()
    host.also().setFocus()
    QTest.keyClick(host.also(), Qt.Key.Key_Space)
    assert done == ["open"]
    qtbot.waitUntil(host.field.hasFocus)
    host.notice.tell("Undone", action="Redo", run=lambda: None)
    assert not host.also().isVisible()
