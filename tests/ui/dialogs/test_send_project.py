"""For which program a project goes out is asked with what the format is good for and lacks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.asking.sending_questions import ProgramOffer, SendQuestion, SendWish
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.send_project import SendDialog
from reviewer.ui.dialogs.stayed import Stayed
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage

QUESTION = SendQuestion(
    offers=(
        ProgramOffer("whole", "Everything", ".jsonld", "For keeping", "Nothing to speak of"),
        ProgramOffer("lines", "Lines", ".jsonl", "For scripts"),
    ),
    begin=SendWish("whole"),
    counts={Scope.ALL: 9, Scope.SHOWN: 4, Scope.CHOSEN: 0},
    protected=2,
    can_protect=frozenset(("lines",)),
)


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


def test_every_control_has_its_name_and_what_cannot_be_left_out_is_said(qtbot: QtBot) -> None:
    dialog = SendDialog(QUESTION)
    stage(qtbot, dialog)
    assert nameless(dialog) == []
    assert dialog.said()[1:3] == ["For keeping", "Nothing to speak of"]
    assert "Protected names go out as they are" in dialog.said()[3]
    assert dialog.wish() == SendWish("whole")


def test_names_are_replaced_where_they_can_be_unless_switched_off(qtbot: QtBot) -> None:
    dialog = SendDialog(replace(QUESTION, begin=SendWish("lines", Scope.SHOWN)))
    stage(qtbot, dialog)
    assert dialog.wish() == SendWish("lines", Scope.SHOWN, protect=True)
    dialog.protect.click()
    assert dialog.wish() == SendWish("lines", Scope.SHOWN)


def test_without_protected_names_nothing_is_said_of_them(qtbot: QtBot) -> None:
    dialog = SendDialog(replace(QUESTION, protected=0, begin=SendWish("gone")))
    stage(qtbot, dialog)
    assert not dialog.protect.isVisible()
    assert dialog.wish().format == "whole"


def test_an_arrow_and_enter_are_enough(dialogs: Dialogs) -> None:
    def answer(dialog: SendDialog) -> None:
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    meanwhile(SendDialog, answer)
    assert dialogs.what_to_send(QUESTION) == SendWish("lines", protect=True)
    meanwhile(SendDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.what_to_send(QUESTION) is None


def test_what_stayed_can_be_copied(dialogs: Dialogs) -> None:
    def answer(dialog: Stayed) -> None:
        assert nameless(dialog) == []
        assert dialog.list.toPlainText() == "• 3 ratings\n• 2 events"
        dialog.copy()

    meanwhile(Stayed, answer)
    dialogs.stayed("9 passages exported", ["3 ratings", "2 events"], "", Path("/x/a"), opens=False)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert (copied[0], copied[-1]) == ("9 passages exported", "2 events")
