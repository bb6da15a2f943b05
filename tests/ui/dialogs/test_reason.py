"""A question in one line: Enter is OK, earlier answers are offered, an empty one is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.reason import OneLine
from tests.ui.walking import controls, nameless, spoken, stage

KNOWN = ("Duplicate of D4", "Not about the events", "Duplicate of D4", " ")


def asked(qtbot: QtBot, *known: str, current: str = "") -> tuple[OneLine, QLineEdit]:
    dialog = OneLine("Why is it set aside?", title="Reason", known=known, current=current)
    stage(qtbot, dialog)
    dialog.activateWindow()
    (line,) = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    return dialog, line


def test_one_writes_and_presses_enter(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot)
    qtbot.keyClicks(line, "  Only   a list of links ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.answer() == "Only a list of links"


def test_an_empty_answer_cannot_be_given(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot)
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClicks(line, "   ")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    agree = next(button for button in dialog.findChildren(QPushButton) if button.text() == "OK")
    assert not agree.isEnabled()


def test_escape_declines(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot)
    qtbot.keyClicks(line, "words")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_earlier_answers_are_offered_each_once_wherever_the_words_stand_in_them(
    qtbot: QtBot,
) -> None:
    _dialog, line = asked(qtbot, *KNOWN)
    completer = line.completer()
    assert completer is not None
    completer.setCompletionPrefix("OF")
    assert completer.completionCount() == 1
    completer.setCompletionPrefix("")
    assert completer.completionCount() == 2


def test_a_number_takes_the_reason_beside_it(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot, *KNOWN)
    offered = [button.text()[0] for button in dialog.findChildren(QToolButton) if button.text()]
    assert offered == ["1", "2"]
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(line, Qt.Key.Key_2)
    assert dialog.answer() == "Not about the events"


def test_a_click_takes_a_reason_too(qtbot: QtBot) -> None:
    dialog, _line = asked(qtbot, *KNOWN)
    first = next(button for button in dialog.findChildren(QToolButton) if button.text())
    with qtbot.waitSignal(dialog.accepted):
        first.click()
    assert dialog.answer() == "Duplicate of D4"


def test_a_number_inside_an_answer_is_written(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot, *KNOWN)
    qtbot.keyClicks(line, "Page 2 of 1, and 9")
    assert dialog.answer() == "Page 2 of 1, and 9"
    other, line = asked(qtbot, *KNOWN)
    qtbot.keyClicks(line, "3 copies")
    assert other.answer() == "3 copies"


def test_down_shows_all_earlier_answers(qtbot: QtBot) -> None:
    _dialog, line = asked(qtbot, *KNOWN)
    completer = line.completer()
    assert completer is not None
    qtbot.keyClicks(line, "something else")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() == 2
    popup.hide()


def test_the_present_answer_is_replaced_by_what_is_typed(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot, current="Noor")
    qtbot.keyClicks(line, "Basit")
    assert dialog.answer() == "Basit"


def test_the_question_names_the_field(qtbot: QtBot) -> None:
    dialog, line = asked(qtbot, *KNOWN)
    assert spoken(line) == "Why is it set aside?"
    assert nameless(dialog) == []
    assert controls(dialog)[0] is line
