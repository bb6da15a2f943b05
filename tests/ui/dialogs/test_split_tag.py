"""Passages are ticked, and a new tag is named for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.asking.tag_questions import SplitQuestion, SplitWish
from reviewer.ui.dialogs.split_tag import SplitDialog
from reviewer.ui.models.tags import passage_offer
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag
from tests.ui.walking import nameless, stage

TEXT = "Twelve people were hurt at the bridge.\nNobody was killed, he said. Two were taken away."


@pytest.fixture
def passages(workspace: Workspace) -> list[int]:
    document = a_document(workspace, TEXT)
    words = ("Twelve people", "Nobody was killed", "Two were taken")
    return [a_passage(workspace, document, one, "Casualty figure") for one in words]


@pytest.fixture
def dialog(workspace: Workspace, passages: list[int], qtbot: QtBot) -> SplitDialog:
    del passages
    tag = workspace.tags.get(a_tag(workspace, "Casualty figure"))
    made = SplitDialog(SplitQuestion(tag, passage_offer(workspace, tag.id), frozenset({"denial"})))
    stage(qtbot, made)
    return made


def rows(dialog: SplitDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def agree(dialog: SplitDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text().startswith("Split"))


def said(dialog: SplitDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def tick(dialog: SplitDialog, row: int) -> None:
    rect = dialog.list.visualRect(dialog.list.model().index(row, 0))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_passages_are_ticked_and_counted(dialog: SplitDialog, passages: list[int]) -> None:
    assert rows(dialog) == ["Twelve people", "Nobody was killed", "Two were taken"]
    assert not agree(dialog).isEnabled()
    QTest.keyClicks(dialog.name, " Killed ")
    tick(dialog, 1)
    assert agree(dialog).text() == "Split 1 passage off"
    assert "1 of 3 ticked" in said(dialog)
    assert dialog.wish() == SplitWish((passages[1],), "Killed")
    tick(dialog, 1)
    assert not agree(dialog).isEnabled()


def test_what_is_ticked_stays_so_while_the_list_is_narrowed(
    dialog: SplitDialog, passages: list[int]
) -> None:
    tick(dialog, 0)
    dialog.field.setText("nobody")
    assert rows(dialog) == ["Nobody was killed"]
    next(
        one for one in dialog.findChildren(QPushButton) if one.text() == "Tick all of these"
    ).click()
    assert dialog.wish().passages == (passages[0], passages[1])
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Tick none").click()
    assert dialog.wish().passages == ()


def test_space_ticks_the_row_the_keys_are_on(dialog: SplitDialog, passages: list[int]) -> None:
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.wish().passages == (passages[2],)


def test_a_name_that_is_taken_is_said_at_once(dialog: SplitDialog) -> None:
    tick(dialog, 0)
    dialog.name.setText("DENIAL")
    assert "There is already a tag of this name." in said(dialog)
    assert not agree(dialog).isEnabled()


def test_it_means_the_same_unless_something_else_is_written(
    dialog: SplitDialog, workspace: Workspace
) -> None:
    tag = workspace.tags.get(a_tag(workspace, "Casualty figure"))
    assert dialog.definition.toPlainText() == tag.definition
    assert dialog.wish().definition is None
    dialog.definition.setPlainText("Lost their lives.")
    assert dialog.wish().definition == "Lost their lives."


def test_every_control_is_named(dialog: SplitDialog) -> None:
    assert nameless(dialog) == []
