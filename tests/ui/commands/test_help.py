"""Help, keys and settings, wherever one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def test_f1_opens_the_page_about_where_one_is(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    here.run("help.open")
    here.view.documents.list.setFocus()
    here.run("help.open")
    here.run("view.passages")
    here.run("help.open")
    assert here.prompts.asked == ["help:reading", "help:documents", "help:passages"]


def test_a_part_can_name_its_page_itself(here: AtTheDesk) -> None:
    here.view.documents.list.setProperty("help_page", "search")
    here.view.documents.list.setFocus()
    here.run("help.open")
    assert here.prompts.asked == ["help:search"]


def test_without_a_project_the_first_page_is_opened(here: AtTheDesk) -> None:
    here.window.close_project()
    here.run("help.open")
    here.run("help.news")
    assert here.prompts.asked == ["help:getting-started", "help:whats_new"]


@pytest.mark.parametrize(
    ("answer", "then"), [("", []), ("page", ["help:keyboard"]), ("keys", ["shortcuts:"])]
)
def test_from_the_keys_one_goes_on_to_print_or_to_change_them(
    here: AtTheDesk, answer: str, then: list[str]
) -> None:
    here.prompts.will("legend", answer)
    here.run("help.legend")
    assert here.prompts.asked == ["legend", *then]


def test_the_keys_shown_are_those_there_are_now_tags_included(here: AtTheDesk) -> None:
    here.window.context.settings.set_own_keys({"history.undo": ("Ctrl+J",)})
    seen: dict[str, tuple[str, ...]] = {}

    def look(commands: list[object]) -> str:
        seen.update({one.title: one.shortcuts for one in commands})  # type: ignore[attr-defined]
        return ""

    here.prompts.will("legend", look)
    here.run("help.legend")
    assert seen["Undo"] == ("Ctrl+J",)
    assert seen["Denial"] == ("D",)


def test_from_the_settings_one_goes_on_to_the_keys(here: AtTheDesk) -> None:
    here.prompts.will("settings", "keys", "")
    here.run("settings.open")
    here.run("settings.open")
    here.run("settings.keys")
    assert here.prompts.asked == ["settings", "shortcuts:", "settings", "shortcuts:"]


def test_a_command_says_what_it_needs(here: AtTheDesk) -> None:
    context = here.window.context
    here.open_in_panes(here.workspace.documents.ids()[0])
    assert why_not(command("pane.swap"), context).startswith("There is one pane only")
    assert why_not(command("history.show"), context) == ""
    here.window.close_project()
    assert why_not(command("pane.swap"), context) == "Open a project first."


def test_what_would_change_a_project_that_can_only_be_read_says_so(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    path = here.workspace.path
    with at_the_desk(qtbot, path) as second:
        second.prompts.told.clear()
        context = second.window.context
        assert why_not(command("project.import"), context) == "This project can only be read here."
        assert why_not(command("document.describe"), context) == (
            "This project can only be read here."
        )
        assert why_not(command("project.export"), context) == ""
