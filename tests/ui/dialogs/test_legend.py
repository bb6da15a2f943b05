"""The key legend lists every command that has a key, and is narrowed by typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.desk import Context
from reviewer.ui.dialogs.legend import KEYS, PAGE, Legend, fitting, in_columns
from tests.ui.walking import nameless, stage


def nothing(_context: Context) -> None:
    """Do nothing: the legend only lists."""


def a_command(name: str, menu: Menu, *keys: str, scope: Scope = Scope.WINDOW) -> Command:
    return Command(name, name, nothing, menu, shortcuts=keys, scope=scope)


COMMANDS = (
    a_command("New project…", Menu.PROJECT, "Ctrl+N"),
    a_command("Quit", Menu.PROJECT, "Ctrl+Q"),
    a_command("Rarely wanted", Menu.PROJECT),
    a_command("Tag passage…", Menu.PASSAGE, "T", scope=Scope.PANE),
    a_command("Copy citation", Menu.PASSAGE, "Ctrl+Shift+C"),
)


def shown(qtbot: QtBot, commands: tuple[Command, ...] = COMMANDS, width: int = 1440) -> Legend:
    window = QWidget()
    window.resize(width, 900)
    stage(qtbot, window)
    legend = Legend(commands, window)
    stage(qtbot, legend)
    return legend


def said(legend: Legend) -> list[str]:
    return [label.text() for label in legend.findChildren(QLabel) if label.isVisible()]


def test_commands_stand_under_their_menu_with_their_keys(qtbot: QtBot) -> None:
    words = said(shown(qtbot))
    for expected in ("Project", "New project", "Ctrl+N", "Passage", "Tag passage", "T"):
        assert expected in words
    assert "Rarely wanted" not in words
    assert "View" not in words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tag", ["Tag passage…"]),
        ("PASSAGE", ["Tag passage…", "Copy citation"]),
        ("ctrl shift", ["Copy citation"]),
        ("project new", ["New project…"]),
        ("zzz", []),
        ("", ["New project…", "Quit", "Tag passage…", "Copy citation"]),
    ],
)
def test_typing_finds_by_title_menu_and_key(typed: str, found: list[str]) -> None:
    assert [command.title for command in fitting(COMMANDS, typed)] == found


def test_typing_narrows_what_is_seen_and_says_when_nothing_is_left(qtbot: QtBot) -> None:
    legend = shown(qtbot)
    (field,) = legend.findChildren(QLineEdit)
    qtbot.keyClicks(field, "quit")
    assert [command.title for command in legend.shown()] == ["Quit"]
    assert "New project" not in said(legend)
    qtbot.keyClicks(field, "zzz")
    assert any("No key" in words for words in said(legend))
    field.clear()
    assert "New project" in said(legend)


def test_escape_closes_it_while_one_types(qtbot: QtBot) -> None:
    legend = shown(qtbot)
    (field,) = legend.findChildren(QLineEdit)
    with qtbot.waitSignal(legend.rejected):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


@given(st.lists(st.integers(1, 30), max_size=6), st.integers(1, 3))
def test_groups_stay_whole_and_in_order_whatever_the_columns(
    lengths: list[int], columns: int
) -> None:
    groups = [(menu, [COMMANDS[0]] * length) for menu, length in zip(Menu, lengths, strict=False)]
    dealt = in_columns(groups, columns)
    assert [group for column in dealt for group in column] == groups
    assert len(dealt) <= columns


def test_in_a_narrow_window_there_are_fewer_columns(qtbot: QtBot) -> None:
    assert shown(qtbot, width=700).width() < shown(qtbot, width=1440).width()


def test_every_command_of_the_program_can_be_listed(qtbot: QtBot) -> None:
    legend = shown(qtbot, all_commands())
    assert len(legend.shown()) > 20
    for command in legend.shown():
        assert command.title.rstrip("…") in said(legend)


def test_every_control_says_what_it_is(qtbot: QtBot) -> None:
    assert nameless(shown(qtbot)) == []


@pytest.mark.parametrize(("words", "wanted"), [("To be printed", PAGE), ("Change keys…", KEYS)])
def test_one_goes_on_from_it_to_print_the_keys_or_to_change_them(
    qtbot: QtBot, words: str, wanted: str
) -> None:
    legend = shown(qtbot)
    assert legend.wanted == ""
    next(one for one in legend.findChildren(QPushButton) if one.text() == words).click()
    assert legend.wanted == wanted
    assert legend.isHidden()


def test_what_a_command_does_is_said_where_one_points(qtbot: QtBot) -> None:
    legend = shown(qtbot, all_commands())
    (label,) = [one for one in legend.findChildren(QLabel) if one.text() == "Swap panes"]
    assert "change places" in label.toolTip()
