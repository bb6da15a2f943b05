"""Places, panels and the look, by their commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import READING_SIZE
from reviewer.ui.commands.views import LARGEST, SMALLEST
from reviewer.ui.desk import PageName
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def test_one_goes_to_the_passages_and_back(here: AtTheDesk) -> None:
    here.run("view.passages")
    assert here.desk.pages.current() is PageName.PASSAGES
    here.run("view.back")
    here.run("view.back")
    assert here.desk.pages.current() is PageName.READ


def test_panels_are_put_away_and_brought_back_even_from_another_place(here: AtTheDesk) -> None:
    view = here.view
    here.run("view.documents")
    here.run("view.details")
    assert view.documents.isHidden()
    assert view.details.isHidden()
    here.run("view.passages")
    here.run("view.documents")
    here.run("view.documents")
    here.run("view.read")
    assert view.documents.isHidden()
    here.run("view.documents")
    here.run("view.details")
    assert not view.documents.isHidden()
    assert not view.details.isHidden()


def test_the_drawer_of_a_narrow_window_goes_in_and_out(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "narrow"
    folder.mkdir()
    with at_the_desk(qtbot, a_file(folder), 1_024, 700) as here:
        assert here.view.documents.isHidden()
        here.run("view.documents")
        assert not here.view.documents.isHidden()
        here.view.documents.open_here.emit(here.workspace.documents.ids()[1])
        assert here.view.documents.isHidden()


def test_reading_size_stays_within_what_can_be_read(here: AtTheDesk) -> None:
    settings = here.window.context.settings
    settings.set(READING_SIZE, LARGEST - 1.5)
    for _ in range(3):
        here.run("view.larger")
    assert settings.number(READING_SIZE) == LARGEST
    settings.set(READING_SIZE, SMALLEST + 1.5)
    for _ in range(3):
        here.run("view.smaller")
    assert settings.number(READING_SIZE) == SMALLEST
    here.run("view.normal")
    assert settings.number(READING_SIZE) == READING_SIZE.default


def test_the_theme_in_use_is_the_one_that_is_checked(here: AtTheDesk) -> None:
    here.run("view.theme_dark")
    here.window.commands.refresh()
    checked = [
        name
        for name in ("light", "dark", "system")
        if here.window.commands.action(f"view.theme_{name}").isChecked()
    ]
    assert checked == ["dark"]
    here.run("view.theme_light")
