"""Codebooks to begin with stand on cards that say what is new in them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer.ui.asking.tag_questions import StarterCard
from reviewer.ui.dialogs.starters import StartersDialog, TagList
from reviewer.workspace.operations.starters import starter
from reviewer.workspace.project import Workspace
from tests.ui.walking import nameless, stage


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> StartersDialog:
    made = StartersDialog(
        [
            StarterCard(
                one.key,
                one.title,
                one.description,
                workspace.codebooks.preview(starter(one.key)),
            )
            for one in workspace.codebooks.starters()
        ]
    )
    stage(qtbot, made)
    return made


def agree(dialog: StartersDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("Add"))


def test_it_begins_at_one_that_has_something_new(dialog: StartersDialog) -> None:
    assert dialog.key() == "casualty_recorder"
    assert agree(dialog).text() == "Add 19 tags"


def test_a_card_names_its_tags_and_how_many_are_here(dialog: StartersDialog) -> None:
    first, second, _third = dialog.findChildren(TagList)
    assert first.accessibleName() == "Allegation, Denial, Casualty figure"
    assert "Disappeared" in second.accessibleName()
    words = [one.text() for one in dialog.findChildren(QLabel)]
    assert "3 are here already and stay as they are." in words
    assert "19 new tags; 3 are here already and stay as they are." in words


def test_all_names_of_a_card_have_room(dialog: StartersDialog) -> None:
    for shown in dialog.findChildren(TagList):
        last = shown._places(shown.width())[-1][1]
        assert shown.height() >= last.y() + 20


def test_nothing_is_added_where_nothing_is_new(dialog: StartersDialog) -> None:
    dialog.choose("default")
    assert not agree(dialog).isEnabled()


def test_arrow_keys_and_a_press_on_a_card_choose(dialog: StartersDialog) -> None:
    second = dialog.findChildren(QRadioButton)[1]
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert dialog.key() == "fact_checker"
    card = dialog.findChildren(TagList)[0].parentWidget()
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert dialog.key() == "default"


def test_every_control_is_named(dialog: StartersDialog) -> None:
    assert nameless(dialog) == []
