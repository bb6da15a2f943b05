"""Two tags become one: what moves is said before, and what it means is chosen."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.asking.tag_questions import Joining, MergeQuestion, MergeWish
from reviewer.ui.dialogs.merge_tags import MergeDialog
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.ui.walking import nameless, stage


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> MergeDialog:
    first, second, third = (tag.id for tag in workspace.tags.all())
    workspace.tags.change(first, TagChange(definition="One says so."))
    workspace.tags.change(second, TagChange(definition="One says no."))
    workspace.tags.change(third, TagChange(definition=""))
    question = MergeQuestion(
        workspace.tags.all(), first, lambda _from, into: Joining(14, 3, 1 if into == third else 0)
    )
    made = MergeDialog(question)
    stage(qtbot, made)
    return made


def said(dialog: MergeDialog) -> str:
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels).replace("\u2068", "").replace("\u2069", "")


def into(dialog: MergeDialog, tag: int) -> None:
    dialog.target.setCurrentIndex(dialog.target.findData(tag))


def agree(dialog: MergeDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Merge")


def test_it_waits_until_both_tags_are_chosen(dialog: MergeDialog) -> None:
    assert "Choose the tag that stays." in said(dialog)
    assert not agree(dialog).isEnabled()
    into(dialog, 1)
    assert "A tag cannot be merged with itself." in said(dialog)
    assert not agree(dialog).isEnabled()
    into(dialog, 2)
    assert agree(dialog).isEnabled()


def test_it_says_what_moves_and_what_stands_there_already(dialog: MergeDialog) -> None:
    into(dialog, 2)
    assert "11 passages move. 3 more stand there on the same words already" in said(dialog)
    assert "“Allegation” is gone then" in said(dialog)
    into(dialog, 3)
    assert "1 tag under it moves too." in said(dialog)


def test_what_it_means_is_asked_where_the_two_differ(dialog: MergeDialog) -> None:
    into(dialog, 2)
    assert dialog.keep.isVisible()
    assert dialog.wish() == MergeWish(1, 2)
    dialog.other.setChecked(True)
    assert "“One says so.”" in said(dialog)
    assert dialog.wish() == MergeWish(1, 2, "One says so.")
    dialog.both.setChecked(True)
    assert dialog.wish() == MergeWish(1, 2, "One says no.\n\nOne says so.")


def test_a_tag_without_a_meaning_is_offered_the_others(dialog: MergeDialog) -> None:
    into(dialog, 3)
    assert dialog.wish() == MergeWish(1, 3, "One says so.")


def test_the_two_are_turned_round(dialog: MergeDialog) -> None:
    into(dialog, 3)
    dialog.turn.click()
    assert not dialog.keep.isVisible()
    assert dialog.wish() == MergeWish(3, 1)


def test_every_control_is_named(dialog: MergeDialog) -> None:
    into(dialog, 2)
    assert nameless(dialog) == []
