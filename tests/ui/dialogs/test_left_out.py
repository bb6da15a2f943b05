"""What of a codebook was left out is named, thing by thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.left_out import LeftOut
from tests.ui.walking import nameless, stage

LEFT = ["“Killed” comes without its key K.", "“Injured” comes without its key I."]


def test_everything_left_out_stands_in_a_list_that_can_be_copied(qtbot: QtBot) -> None:
    dialog = LeftOut("19 tags added.", LEFT)
    stage(qtbot, dialog)
    (shown,) = dialog.findChildren(QPlainTextEdit)
    assert shown.toPlainText().split("\n") == LEFT
    assert nameless(dialog) == []
    (copy,) = [one for one in dialog.findChildren(QPushButton) if "Copy" in one.text()]
    copy.click()
    assert QGuiApplication.clipboard().text().split("\n") == ["19 tags added.", *LEFT]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_of_merged_actors_nothing_is_said_of_codebooks(qtbot: QtBot) -> None:
    dialog = LeftOut("2 actors merged.", ["One speaks of the other.", "Two"], of_codebook=False)
    stage(qtbot, dialog)
    assert dialog.windowTitle() == "Actors"
    assert nameless(dialog) == []
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "codebook" not in words
