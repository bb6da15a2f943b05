"""A problem is told with the way out; a fault of the program with what to send."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer import __version__
from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ReviewerError
from reviewer.ui.dialogs.problem import CrashReport, Problem, show_fault, title_of
from reviewer.ui.guard import Fault
from tests.ui.walking import nameless, spoken, stage

FULL = CannotSave("“{name}” cannot be saved: {reason}.", name="زرویل.review", reason="disk full")
FAULT = Fault("TypeError", "reviewer.ui.pane.resizeEvent", "TypeError\n  File pane.py, line 1")


def press(qtbot: QtBot, dialog: QWidget, words: str) -> None:
    (button,) = [
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words_in(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def shown(qtbot: QtBot, dialog: Problem | CrashReport) -> None:
    stage(qtbot, dialog)


def test_a_problem_says_what_happened_under_a_short_title(qtbot: QtBot) -> None:
    dialog = Problem(FULL)
    shown(qtbot, dialog)
    assert dialog.windowTitle() == title_of(FULL) == "This was not saved"
    assert "“\u2068زرویل.review\u2069” cannot be saved: \u2068disk full\u2069." in words_in(dialog)
    assert title_of(Damaged("x")) != title_of(NotAllowed("x"))
    assert nameless(dialog) == []


def test_a_problem_can_be_copied_and_closed_by_either_key(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = Problem(FULL)
        shown(qtbot, dialog)
        press(qtbot, dialog, "Copy")
        assert QGuiApplication.clipboard().text() == "“زرویل.review” cannot be saved: disk full."
        assert dialog.isVisible()
        with qtbot.waitSignal(dialog.rejected):
            qtbot.keyClick(dialog, key)


def test_what_may_pass_can_be_tried_again(qtbot: QtBot) -> None:
    dialog = Problem(FULL, retry=True)
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "Try again")
    dialog = Problem(FULL, retry=True)
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.rejected):
        press(qtbot, dialog, "Cancel")


def test_names_in_a_problem_are_never_taken_for_markup(qtbot: QtBot) -> None:
    dialog = Problem(CannotSave("“{name}” is gone.", name="<h1>x</h1>"))
    shown(qtbot, dialog)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )


def test_a_long_list_scrolls_instead_of_growing_over_the_screen(qtbot: QtBot) -> None:
    lines = "\n".join(f"D{number}: the quote differs" for number in range(400))
    dialog = Problem(Damaged("“{name}” differs:\n{lines}", name="x.review", lines=lines))
    shown(qtbot, dialog)
    (text,) = dialog.findChildren(QPlainTextEdit)
    assert "D399" in text.toPlainText()
    assert dialog.height() < 600
    press(qtbot, dialog, "Copy")
    assert QGuiApplication.clipboard().text().count("\n") == 400


@pytest.mark.parametrize("problem", [FULL, NotAllowed("One.\nTwo.")])
def test_every_word_of_a_problem_can_be_seen(qtbot: QtBot, problem: ReviewerError) -> None:
    dialog = Problem(problem)
    shown(qtbot, dialog)
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_crash_report_says_that_the_work_is_safe_and_what_to_send(qtbot: QtBot) -> None:
    dialog = CrashReport(FAULT, Path("/home/x/reviewer.log"))
    shown(qtbot, dialog)
    said = words_in(dialog)
    assert "Something went wrong in the program." in said
    assert "Your work is saved up to the last change." in said
    assert "/home/x/reviewer.log" in said
    press(qtbot, dialog, "Copy")
    copied = QGuiApplication.clipboard().text()
    assert FAULT.report in copied
    assert __version__ in copied
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_the_report_of_a_fault_does_not_wait_to_be_closed(qtbot: QtBot) -> None:
    window = QWidget()
    stage(qtbot, window)
    show_fault(window, FAULT)
    (report,) = window.findChildren(CrashReport)
    assert report.isVisible()
    assert spoken(report)
    report.close()


def test_frames_are_read_from_the_left_in_a_window_that_begins_at_the_right(
    qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        long = Fault("KeyError", "somewhere", "  File " + "a_very_long_folder/" * 20)
        dialog = CrashReport(long, Path("/home/x/reviewer.log"))
        shown(qtbot, dialog)
        (box,) = dialog.findChildren(QPlainTextEdit)
        across = box.horizontalScrollBar()
        assert across.maximum() > 0
        assert across.value() == 0
        assert box.cursorRect().left() < 20
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
