"""Keys on any keyboard: what a press is called, what it runs, and how changed keys take hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.commands.keys import key_name
from reviewer.ui.commands.registry import all_commands, commands_in_use
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYPAD, GROUP = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.GroupSwitchModifier
ALT_GR = CONTROL | ALT  # as Windows reports it
URDU_ALEF, ARABIC_SHEEN = 0x0627, 0x0634


def named(
    key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE, scan_code: int = 0
) -> str:
    return key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0, text))


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.mark.parametrize(
    ("name", "pressed"),
    [
        ("A", named(Qt.Key.Key_A, "a")),
        ("Shift+T", named(Qt.Key.Key_T, "T", SHIFT)),
        ("Ctrl+Shift+C", named(Qt.Key.Key_C, "\x03", CONTROL | SHIFT)),
        ("A on Dvorak", named(Qt.Key.Key_A, "a", NONE, 38) + " on Dvorak"),
        ("O on Dvorak", named(Qt.Key.Key_O, "o", NONE, 39) + " on Dvorak"),
        ("A", named(URDU_ALEF, "ا", NONE, 38)),
        ("Shift+A", named(ARABIC_SHEEN, "ِ", SHIFT, 38)),
        ("Ctrl+K", named(URDU_ALEF, "", CONTROL, 45)),
        ("3", named(0x06F3, "۳", NONE, 12)),
        ("1", named(Qt.Key.Key_1, "1", SHIFT, 10)),
        ("5", named(Qt.Key.Key_5, "5", KEYPAD)),
        ("[", named(Qt.Key.Key_BracketLeft, "[", GROUP, 17)),
        ("[", named(Qt.Key.Key_BracketLeft, "[", ALT_GR, 17)),
        (",", named(Qt.Key.Key_Comma, ",", NONE, 59)),
        ("?", named(Qt.Key.Key_Question, "?", SHIFT, 20)),
        ("Return", named(Qt.Key.Key_Enter, "\r", KEYPAD)),
        ("Shift+Tab", named(Qt.Key.Key_Backtab, "", SHIFT)),
        ("Shift+Tab", named(Qt.Key.Key_Backtab)),
        ("Space", named(Qt.Key.Key_Space, " ")),
        ("Alt+Down", named(Qt.Key.Key_Down, "", ALT)),
        ("Shift+F6", named(Qt.Key.Key_F6, "", SHIFT)),
        ("", named(Qt.Key.Key_Shift, "", SHIFT)),
        ("", named(URDU_ALEF, "ا", NONE, 200)),
    ],
)
def test_a_press_has_one_name_whatever_the_keyboard(name: str, pressed: str) -> None:
    assert pressed == name


def press(here: AtTheDesk, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    text = here.view.panes.focused().reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, key, modifiers)


def quiet(here: AtTheDesk) -> bool:
    return here.desk.panes.is_quiet()


def test_a_changed_pane_key_works_at_once_and_the_old_one_no_more(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    here.window.context.settings.set_own_keys({"pane.quiet": ("Ctrl+J",)})
    press(here, Qt.Key.Key_Q)
    assert not quiet(here)
    press(here, Qt.Key.Key_J, CONTROL)
    assert quiet(here)
    here.window.context.settings.set_own_keys({})
    press(here, Qt.Key.Key_Q)
    assert not quiet(here)


def test_a_changed_window_key_works_at_once_and_is_said_everywhere(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    here.window.context.settings.set_own_keys({"view.passages": ("Ctrl+9",)})
    action = here.window.commands.action("view.passages")
    assert action.shortcut().toString() == "Ctrl+9"
    assert "Ctrl+9" in action.toolTip()
    button = here.view.top.findChild(QToolButton, "view.passages")
    assert button is not None
    assert "Ctrl+9" in button.toolTip()
    here.view.give_keys_back()
    with qtbot.waitSignal(action.triggered):
        press(here, Qt.Key.Key_9, CONTROL)


def test_the_strip_of_verbs_says_changed_keys(here: AtTheDesk) -> None:
    here.window.context.settings.set_own_keys({"passage.tag": ("X",)})
    tips = [button.toolTip() for button in here.view.verbs.findChildren(QToolButton)]
    assert any("(X)" in tip for tip in tips)
    assert not any("(T)" in tip for tip in tips)


def test_every_command_says_in_one_line_what_it_does(here: AtTheDesk) -> None:
    without = [one.id for one in all_commands() if not one.help]
    assert without == []
    for command in commands_in_use(here.window.context.settings):
        assert "\n" not in command.help
        assert command.help.endswith((".", "?")), command.id
        assert here.window.commands.action(command.id).statusTip() == command.help


@pytest.fixture
def let_go(here: AtTheDesk) -> int:
    """Let go of a passage by Escape, with the caret in it; return its number in the project."""
    (document, *_rest) = here.workspace.documents.ids()
    passage = a_passage(here.workspace, document, "Twelve people")
    here.open_in_panes(document)
    here.view.give_keys_back()
    here.desk.panes.show_passage(passage)
    press(here, Qt.Key.Key_Escape)
    assert here.desk.panes.chosen_passage() is None
    return passage


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_Return])
def test_a_key_about_a_passage_takes_up_the_one_under_the_caret(
    here: AtTheDesk, let_go: int, key: Qt.Key
) -> None:
    press(here, key)
    assert here.desk.panes.chosen_passage() == let_go


def test_the_caret_moved_within_a_passage_takes_it_up(here: AtTheDesk, let_go: int) -> None:
    press(here, Qt.Key.Key_Right)
    assert here.desk.panes.chosen_passage() == let_go


def test_a_click_where_the_caret_is_takes_the_passage_up(
    here: AtTheDesk, let_go: int, qtbot: QtBot
) -> None:
    text = here.view.panes.focused().reader.focusProxy()
    assert isinstance(text, QTextEdit)
    place = text.cursorRect().center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert here.desk.panes.chosen_passage() == let_go


def test_what_was_let_go_of_is_not_taken_off_unseen(here: AtTheDesk, let_go: int) -> None:
    press(here, Qt.Key.Key_Delete)
    assert here.workspace.passages.ids() == [let_go]
    assert here.prompts.informed == ["Choose a passage first."]


def test_enter_shows_what_it_would_confirm_before_it_does(here: AtTheDesk, let_go: int) -> None:
    before = here.workspace.history.newest()
    press(here, Qt.Key.Key_Return)
    assert here.desk.panes.chosen_passage() == let_go
    assert here.workspace.history.newest() == before


def test_after_the_find_bar_closes_the_passage_at_what_was_found_is_at_hand(
    here: AtTheDesk, let_go: int, qtbot: QtBot
) -> None:
    here.run("find.in_document")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "people")
    searching = here.desk.searching
    assert searching is not None
    qtbot.waitUntil(lambda: searching.find.count() == 1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    press(here, Qt.Key.Key_N)
    assert here.desk.panes.chosen_passage() == let_go


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Return])
def test_a_key_that_can_do_nothing_says_why(here: AtTheDesk, key: Qt.Key) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    press(here, key)
    assert len(here.prompts.informed) == 1
    assert "passage" in here.prompts.informed[0]


def test_tab_and_escape_lead_on_in_silence(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        press(here, key)
    assert here.prompts.informed == []
