"""What an export shall hold is asked for by its kinds, by keys alone too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.export_what import ExportWhat
from reviewer.ui.prompts import ExportWish
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage

KINDS = (("passages", "Passages"), ("links", "Links"), ("project", "The whole project"))


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


def test_it_begins_at_what_was_exported_last_and_every_choice_has_its_name(qtbot: QtBot) -> None:
    dialog = ExportWhat(KINDS, "links")
    stage(qtbot, dialog)
    assert dialog.choice() == ExportWish("links")
    assert [one.text() for one in dialog.findChildren(QRadioButton)] == [one[1] for one in KINDS]
    assert nameless(dialog) == []


def test_it_begins_at_the_first_where_the_last_is_no_longer_known(qtbot: QtBot) -> None:
    dialog = ExportWhat(KINDS, "rumours")
    qtbot.addWidget(dialog)
    assert dialog.choice() == ExportWish("passages")


def test_an_arrow_chooses_the_next(qtbot: QtBot) -> None:
    dialog = ExportWhat(KINDS, "links")
    with qtbot.waitActive(dialog):
        stage(qtbot, dialog)
        dialog.activateWindow()
    QTest.keyClick(dialog.findChildren(QRadioButton)[1], Qt.Key.Key_Down)
    assert dialog.choice() == ExportWish("project")


def test_enter_agrees_to_what_is_chosen(dialogs: Dialogs) -> None:
    def answer(dialog: ExportWhat) -> None:
        dialog.findChildren(QRadioButton)[2].setChecked(True)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    meanwhile(ExportWhat, answer)
    assert dialogs.what_to_export(KINDS, "links", 3) == ExportWish("project", protect=True)


def test_it_can_be_declined(dialogs: Dialogs) -> None:
    meanwhile(ExportWhat, lambda dialog: dialog.reject())
    assert dialogs.what_to_export(KINDS, "passages", 0) is None


def test_protected_names_are_replaced_unless_it_is_switched_off(qtbot: QtBot) -> None:
    dialog = ExportWhat(KINDS, "links", 7)
    stage(qtbot, dialog)
    assert dialog.protect.accessibleDescription().startswith("7 names are replaced")
    assert dialog.choice() == ExportWish("links", protect=True)
    QTest.keyClick(dialog.protect, Qt.Key.Key_Space)
    assert dialog.choice() == ExportWish("links")
    assert nameless(dialog) == []


def test_without_a_protected_name_there_is_nothing_to_replace(qtbot: QtBot) -> None:
    dialog = ExportWhat(KINDS, "links", 0)
    stage(qtbot, dialog)
    assert not dialog.protect.isEnabled()
    assert dialog.choice() == ExportWish("links")
    assert "No actor is protected" in dialog.protect.accessibleDescription()
