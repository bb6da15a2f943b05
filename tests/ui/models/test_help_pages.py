"""The help pages: all there, all linked, with the keys there are, and found by their words."""

import re

import pytest

from reviewer.environment import resources
from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.help import PAGES
from reviewer.ui.commands.keymap import in_use
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.desk import Context
from reviewer.ui.models.help_pages import (
    KEYBOARD,
    MENU_NAMES,
    ORDER,
    find_in_help,
    headings,
    key_tables,
    page,
    page_text,
    title,
)

LINK = re.compile(r"\]\(([^)]+)\)")
KEY = re.compile(r"\{key:([^}]+)\}")


def nothing(_context: Context) -> None:
    """Do nothing."""


@pytest.mark.parametrize("name", ORDER)
def test_every_page_begins_with_its_title_and_leads_nowhere_else(name: str) -> None:
    words = page_text(name)
    assert words.startswith("# ")
    assert title(name)
    assert len([one for one in headings(name) if one.level == 1]) == 1
    for target in LINK.findall(words):
        assert target.removesuffix(".md") in ORDER, target
    known = {command.id for command in all_commands()}
    assert [one for one in KEY.findall(words) if one not in known] == []


def test_every_page_in_the_folder_is_in_the_contents() -> None:
    there = {path.stem for path in resources.find("help").glob("*.md")}
    assert there == set(ORDER)


def test_a_page_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        page_text("../licences/LICENCE")


def test_every_part_of_the_window_with_a_page_has_one_there_is() -> None:
    assert set(PAGES.values()) <= set(ORDER)


def test_pages_say_the_keys_there_are_now() -> None:
    assert "**Ctrl+Z**" in page("history", all_commands())
    changed = in_use(all_commands(), {"history.undo": ("Ctrl+J",)})
    assert "**Ctrl+J**" in page("history", changed)
    assert "**Ctrl+Z**" not in page("history", changed)
    without = in_use(all_commands(), {"history.undo": ()})
    assert "**Undo**" in page("history", without)
    assert "{key:" not in "".join(page(name, all_commands()) for name in ORDER)


def test_the_page_of_the_keys_has_every_command_with_keys() -> None:
    words = page(KEYBOARD, all_commands())
    for command in all_commands():
        if command.shortcuts:
            assert f"| {command.title.rstrip('…')} |" in words
        assert command.menu in MENU_NAMES


def test_a_tag_of_any_name_stays_in_its_cell() -> None:
    command = Command(
        "x", "a|b **c** <i>\nd", nothing, Menu.PASSAGE, shortcuts=("X",), scope=Scope.PANE
    )
    (row,) = [line for line in key_tables([command]).splitlines() if "X" in line]
    assert row.startswith(r"| a\|b \*\*c\*\* \<i\> d |")
    assert re.sub(r"\\.", "", row).count("|") == 4


def test_words_are_found_under_their_heading_whatever_their_capitals() -> None:
    found = find_in_help("FINGERPRINT changes", all_commands())
    assert found[0].page == "privacy"
    assert found[0].heading == "Fingerprints"
    assert find_in_help("zzqx", all_commands()) == []
    assert find_in_help("  ", all_commands()) == []


def test_keys_are_found_by_what_they_do() -> None:
    found = find_in_help("closes pane", all_commands())
    assert any(one.page == KEYBOARD and "Ctrl+F4" in one.words for one in found)
