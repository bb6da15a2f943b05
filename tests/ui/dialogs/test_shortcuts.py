"""Changing keys: press them; whose they are is said; one more press takes them; all goes back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.desk import Context
from reviewer.ui.dialogs.shortcuts import ShortcutsDialog
from tests.ui.walking import nameless, stage


def nothing(_context: Context) -> None:
    """Do nothing."""


ALLEGATION = Command(
    "passage.tag.1", "Allegation", nothing, Menu.PASSAGE, shortcuts=("A",), scope=Scope.PANE
)


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    made = ShortcutsDialog(settings, [ALLEGATION])
    stage(qtbot, made)
    yield made
    made.hide()


def choose(dialog: ShortcutsDialog, identity: str) -> None:
    dialog.tree.setCurrentItem(dialog._items[identity])


def keys_of(settings: Settings, identity: str) -> tuple[str, ...]:
    return next(one.shortcuts for one in commands_in_use(settings) if one.id == identity)


def said(dialog: ShortcutsDialog) -> str:
    return dialog._message.text()


def test_keys_pressed_are_set_at_once_and_shown(
    dialog: ShortcutsDialog, settings: Settings
) -> None:
    choose(dialog, "view.passages")
    QTest.keyClick(dialog.field, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert keys_of(settings, "view.passages") == ("Ctrl+9",)
    assert dialog._items["view.passages"].text(1) == "Ctrl+9"
    assert dialog._items["view.passages"].font(1).bold()


def test_keys_of_another_are_named_and_taken_by_one_more_press(
    dialog: ShortcutsDialog, settings: Settings
) -> None:
    choose(dialog, "view.passages")
    QTest.keyClick(dialog.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Undo" in said(dialog)
    assert keys_of(settings, "history.undo") == ("Ctrl+Z",)
    dialog.take.click()
    assert keys_of(settings, "view.passages") == ("Ctrl+Z",)
    assert keys_of(settings, "history.undo") == ()
    assert dialog._items["history.undo"].text(1) == ""


def test_other_keys_can_be_kept(dialog: ShortcutsDialog, settings: Settings) -> None:
    choose(dialog, "view.passages")
    dialog.more.setChecked(True)
    dialog.press("Ctrl+9")
    assert keys_of(settings, "view.passages") == ("Alt+2", "Ctrl+9")
    dialog.press("Ctrl+9")
    assert "already" in said(dialog)


def test_a_letter_of_a_tag_is_taken_in_a_document_but_not_elsewhere(
    dialog: ShortcutsDialog, settings: Settings
) -> None:
    choose(dialog, "pane.quiet")
    dialog.press("A")
    assert "Allegation" in said(dialog)
    assert dialog.take.isHidden()
    assert keys_of(settings, "pane.quiet") == ("Q",)
    dialog.press("Z")
    assert keys_of(settings, "pane.quiet") == ("Z",)


def test_what_does_not_fit_says_why(dialog: ShortcutsDialog, settings: Settings) -> None:
    choose(dialog, "view.passages")
    dialog.press("J")
    assert "Ctrl" in said(dialog)
    assert settings.own_keys() == {}


def test_one_is_set_back_and_all_are_and_can_be_brought_back(
    dialog: ShortcutsDialog, settings: Settings
) -> None:
    choose(dialog, "view.passages")
    dialog.press("Ctrl+9")
    choose(dialog, "view.read")
    dialog.press("Ctrl+8")
    dialog.back.click()
    assert keys_of(settings, "view.read") == ("Alt+1",)
    assert not dialog.back.isEnabled()
    dialog.all_back.click()
    assert settings.own_keys() == {}
    dialog.all_back.click()
    assert keys_of(settings, "view.passages") == ("Ctrl+9",)


def test_a_command_can_be_left_without_keys(dialog: ShortcutsDialog, settings: Settings) -> None:
    choose(dialog, "view.passages")
    dialog.none.click()
    assert keys_of(settings, "view.passages") == ()
    assert not dialog.none.isEnabled()


def test_a_tag_is_shown_and_its_key_is_not_changed_here(
    dialog: ShortcutsDialog, settings: Settings
) -> None:
    choose(dialog, ALLEGATION.id)
    assert not dialog.field.isEnabled()
    dialog.press("J")
    assert settings.own_keys() == {}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("second look", "document.second_look"),
        ("ctrl+shift+x", "pane.swap"),
        ("edit undo", "history.undo"),
    ],
)
def test_typing_finds_by_command_menu_and_key(
    dialog: ShortcutsDialog, typed: str, found: str
) -> None:
    QTest.keyClicks(dialog.filter, typed)
    shown = [one for one, item in dialog._items.items() if not item.isHidden()]
    assert found in shown
    assert len(shown) < 4
    assert dialog.command() is not None
    QTest.keyClicks(dialog.filter, "zzqx")
    assert all(item.isHidden() for item in dialog._items.values())


def test_escape_in_the_field_goes_to_the_table_and_tab_goes_on(
    dialog: ShortcutsDialog, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    choose(dialog, "view.passages")
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.field.hasFocus)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.tree.hasFocus)
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Shift)
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert not dialog.field.hasFocus()
    assert dialog.isVisible()
    assert settings.own_keys() == {}


def test_it_opens_at_the_command_asked_for(settings: Settings, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(settings, at="pane.swap")
    stage(qtbot, dialog)
    command = dialog.command()
    assert command is not None
    assert command.id == "pane.swap"


def test_every_control_says_what_it_is(dialog: ShortcutsDialog) -> None:
    assert nameless(dialog) == []
