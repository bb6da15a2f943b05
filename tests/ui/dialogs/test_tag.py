"""A tag is described as a person does it: by writing, pressing a key, and choosing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.tags import RecordKind, Tag
from reviewer.ui.asking.tag_questions import TagQuestion
from reviewer.ui.dialogs.tag import TagDialog
from reviewer.workspace.project import Workspace
from tests.ui.walking import controls, nameless, stage

TAKEN = {"T": "Tag", "S": "Split here"}
Ask = Callable[..., TagDialog]


@pytest.fixture
def ask(workspace: Workspace, qtbot: QtBot) -> Ask:
    def show(tag: Tag | None = None, parent: int | None = None, passages: int = 0) -> TagDialog:
        tags = workspace.tags.all()
        dialog = TagDialog(TagQuestion(tags, TAKEN, tag, parent, passages))
        with qtbot.waitActive(dialog):
            stage(qtbot, dialog)
            dialog.activateWindow()
        return dialog

    return show


def said(dialog: TagDialog) -> str:
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels).replace("\u2068", "").replace("\u2069", "")


def agree(dialog: TagDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text() in ("Save", "Add the tag"))


def test_a_new_tag_is_described_by_keys_alone(ask: Ask, workspace: Workspace, qtbot: QtBot) -> None:
    figure = workspace.tags.all()[2].id
    dialog = ask(parent=figure)
    assert not agree(dialog).isEnabled()
    QTest.keyClicks(dialog.name, "  Killed ")
    QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.definition, "Lost their lives.")
    dialog.key.setFocus()
    QTest.keyClick(dialog.key, Qt.Key.Key_K)
    QTest.keyClicks(dialog.record, "Cas")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.definition, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wish = dialog.wish()
    assert (wish.name, wish.definition, wish.key) == ("Killed", "Lost their lives.", "K")
    assert (wish.parent, wish.record, wish.colour) == (figure, RecordKind.FIGURE, "4")
    assert not wish.take_key


def test_a_tag_there_already_is_shown_as_it_is(ask: Ask, workspace: Workspace) -> None:
    tag = workspace.tags.all()[1]
    dialog = ask(tag)
    wish = dialog.wish()
    assert (wish.name, wish.definition, wish.colour) == (tag.name, tag.definition, tag.colour)
    assert (wish.key, wish.record, wish.parent) == (tag.key, tag.record, tag.parent)
    assert agree(dialog).isEnabled()


def test_a_name_that_is_taken_is_said_at_once(ask: Ask, workspace: Workspace) -> None:
    dialog = ask(workspace.tags.all()[1])
    dialog.name.setText(" denial ")
    assert agree(dialog).isEnabled()
    dialog.name.setText("ALLEGATION")
    assert "There is already a tag of this name." in said(dialog)
    assert not agree(dialog).isEnabled()
    dialog.name.setText("  ")
    assert not agree(dialog).isEnabled()


def test_a_key_that_runs_something_else_is_refused_with_what_it_runs(ask: Ask) -> None:
    dialog = ask()
    dialog.name.setText("Threat")
    QTest.keyClick(dialog.key, Qt.Key.Key_T)
    assert "In a document T runs “Tag”. Press another." in said(dialog)
    assert not agree(dialog).isEnabled()
    QTest.keyClick(dialog.key, Qt.Key.Key_Backspace)
    assert agree(dialog).isEnabled()
    assert dialog.wish().key == ""


def test_a_key_of_another_tag_is_taken_only_when_that_is_ticked(
    ask: Ask, workspace: Workspace
) -> None:
    dialog = ask(workspace.tags.all()[1])
    QTest.keyClick(dialog.key, Qt.Key.Key_A)
    assert "A tags with “Allegation”." in said(dialog)
    assert not agree(dialog).isEnabled()
    words = dialog.take.text().replace("\u2068", "").replace("\u2069", "")
    assert words == "Take it; “Allegation” gets the key D"
    dialog.take.setChecked(True)
    assert agree(dialog).isEnabled()
    assert dialog.wish().take_key
    QTest.keyClick(dialog.key, Qt.Key.Key_X)
    assert not dialog.take.isVisible()
    assert not dialog.wish().take_key


def test_a_new_tag_leaves_the_other_without_a_key(ask: Ask) -> None:
    dialog = ask()
    QTest.keyClick(dialog.key, Qt.Key.Key_A)
    assert "has no key then" in dialog.take.text()


def test_keys_that_are_no_letter_change_nothing(ask: Ask, workspace: Workspace) -> None:
    dialog = ask(workspace.tags.all()[0])
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Up, Qt.Key.Key_Comma):
        QTest.keyClick(dialog.key, key)
    assert dialog.wish().key == "A"
    QTest.mouseClick(dialog.no_key, Qt.MouseButton.LeftButton)
    assert dialog.wish().key == ""
    assert not dialog.no_key.isEnabled()


def test_it_says_that_other_words_ask_for_another_look(ask: Ask, workspace: Workspace) -> None:
    tag = workspace.tags.all()[0]
    dialog = ask(tag, passages=12)
    assert "another look" not in said(dialog)
    dialog.definition.setPlainText("Something else.")
    assert "12 passages were tagged under the old words" in said(dialog)
    dialog.definition.setPlainText(f"  {tag.definition}\n")
    assert "another look" not in said(dialog)


def test_a_tag_is_not_offered_a_place_under_itself(ask: Ask, workspace: Workspace) -> None:
    figure = workspace.tags.all()[2]
    killed = workspace.tags.add("Killed", parent=figure.id)
    workspace.tags.add("Executed", parent=killed)
    dialog = ask(workspace.tags.get(killed))
    box = dialog.parent_box
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == ["None: at the top level", "Allegation", "Denial", "Casualty figure"]
    assert box.currentText() == "Casualty figure"
    box.setCurrentIndex(0)
    assert dialog.wish().parent is None


def test_details_are_explained_in_plain_words(ask: Ask) -> None:
    dialog = ask()
    dialog.record.setCurrentIndex(dialog.record.findData(RecordKind.RESPONSE.value))
    assert "Someone rejects, explains or answers" in said(dialog)


def test_every_control_is_reached_and_named(ask: Ask, workspace: Workspace) -> None:
    dialog = ask(workspace.tags.all()[0])
    assert nameless(dialog) == []
    order = controls(dialog)
    places = [order.index(one) for one in (dialog.name, dialog.definition, dialog.key)]
    assert places == sorted(places)
    assert order.index(dialog.parent_box) < order.index(dialog.record) < order.index(agree(dialog))
