"""Documents side by side, by their keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.desk import PageName
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def test_f6_goes_to_the_only_pane_there_is(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.documents.list.setFocus()
    here.run("pane.next")
    assert here.keys_are_in(here.view.panes.focused())


def test_f6_from_the_list_goes_back_to_the_pane_and_then_on(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first, second, third)
    here.view.documents.list.setFocus()
    here.run("pane.next")
    assert here.desk.panes.document() == first
    here.run("pane.next")
    assert here.desk.panes.document() == second
    here.run("pane.previous")
    here.run("pane.previous")
    assert here.desk.panes.document() == third


def test_f6_among_the_passages_goes_to_where_the_panes_are(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first, second)
    here.run("view.passages")
    here.run("pane.next")
    assert here.desk.pages.current() is PageName.READ
    assert here.desk.panes.document() == first
    assert here.keys_are_in(here.view.panes.focused())


def test_without_a_project_there_are_no_panes_to_go_to(here: AtTheDesk) -> None:
    here.window.close_project()
    here.window.commands.refresh()
    for command in ("pane.next", "pane.previous", "pane.swap", "pane.close", "pane.split_1"):
        assert not here.window.commands.action(command).isEnabled()


def test_one_pane_keeps_what_is_being_read(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first, second, third)
    here.run("pane.next")
    here.run("pane.split_1")
    assert here.desk.panes.documents() == [second]
    here.window.commands.refresh()
    assert here.window.commands.action("pane.split_1").isChecked()


def test_swapping_needs_two(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first)
    here.window.commands.refresh()
    assert not here.window.commands.action("pane.swap").isEnabled()
    here.open_in_panes(first, second, third)
    here.run("pane.swap")
    assert here.desk.panes.documents() == [second, first, third]


@pytest.mark.parametrize("place", [PageName.PASSAGES, PageName.SCREENING])
def test_panes_out_of_sight_are_left_as_they_are(here: AtTheDesk, place: PageName) -> None:
    here.open_in_panes(*here.workspace.documents.ids()[:2])
    changing = [
        *(f"pane.split_{count}" for count in (1, 2, 3, 4)),
        *("pane.close", "pane.swap", "pane.together", "pane.furniture", "pane.quiet"),
    ]
    here.desk.pages.show_page(place)
    here.window.commands.refresh()
    assert [one for one in changing if here.window.commands.action(one).isEnabled()] == []
    here.run("view.read")
    here.window.commands.refresh()
    assert [one for one in changing if not here.window.commands.action(one).isEnabled()] == []


def test_quiet_view_is_switched_on_and_off(here: AtTheDesk) -> None:
    here.run("pane.quiet")
    here.run("pane.split_4")
    assert [pane.reader._view.scene.quiet for pane in here.view.panes.panes()] == [True] * 4
    here.run("pane.quiet")
    assert not here.desk.panes.is_quiet()
