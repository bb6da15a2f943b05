"""What an export shall be is chosen among lines, by keys alone too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.asking.sending_questions import ExportKind
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.export_kind import ExportKindDialog
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage

KINDS = tuple(ExportKind)


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


def test_it_begins_at_the_last_one_and_everything_has_a_name(qtbot: QtBot) -> None:
    dialog = ExportKindDialog(KINDS, ExportKind.PROGRAMS)
    stage(qtbot, dialog)
    assert dialog.kind() is ExportKind.PROGRAMS
    assert nameless(dialog) == []


def test_what_cannot_be_had_is_not_offered(qtbot: QtBot) -> None:
    dialog = ExportKindDialog((ExportKind.TABLE,), ExportKind.DOCUMENTS)
    qtbot.addWidget(dialog)
    assert dialog.kind() is ExportKind.TABLE


def test_an_arrow_goes_to_the_next_and_enter_takes_it(qtbot: QtBot) -> None:
    dialog = ExportKindDialog(KINDS, ExportKind.TABLE)
    with qtbot.waitActive(dialog):
        stage(qtbot, dialog)
        dialog.activateWindow()
    QTest.keyClick(dialog.choices[ExportKind.TABLE], Qt.Key.Key_Down)
    assert dialog.kind() is ExportKind.DOCUMENTS
    QTest.keyClick(dialog.choices[ExportKind.DOCUMENTS], Qt.Key.Key_Return)
    assert dialog.result() == ExportKindDialog.DialogCode.Accepted


def test_a_double_click_on_its_line_takes_a_kind(dialogs: Dialogs) -> None:
    def answer(dialog: ExportKindDialog) -> None:
        line = dialog.lines[ExportKind.REPORT]
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(line, Qt.MouseButton.LeftButton)

    meanwhile(ExportKindDialog, answer)
    assert dialogs.export_kind(KINDS, ExportKind.TABLE) is ExportKind.REPORT


def test_escape_declines(dialogs: Dialogs) -> None:
    meanwhile(ExportKindDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.export_kind(KINDS, ExportKind.TABLE) is None
