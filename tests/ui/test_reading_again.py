"""What is shown is read again when the project has changed: soon in sight, else when looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.bridge import Bridge
from reviewer.ui.reading_again import ReadingAgain
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document


class Page(QWidget):
    """Counts how often it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def read(self) -> None:
        self.times += 1


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "dossier.review", NOOR) as workspace:
        yield workspace


@pytest.fixture
def bridge(workspace: Workspace) -> Iterator[Bridge]:
    bridge = Bridge(workspace)
    yield bridge
    bridge.close()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    return page


def test_it_is_read_when_it_is_first_shown_and_not_again_without_news(
    page: Page, bridge: Bridge
) -> None:
    ReadingAgain(page, bridge, page.read)
    assert page.times == 0
    page.show()
    assert page.times == 1
    page.hide()
    page.show()
    assert page.times == 1


def test_in_sight_it_follows_soon_and_once_for_several_changes(
    qtbot: QtBot, page: Page, bridge: Bridge, workspace: Workspace
) -> None:
    ReadingAgain(page, bridge, page.read)
    page.show()
    for number in range(3):
        workspace.actors.add(f"Somebody {number}")
    assert page.times == 1
    qtbot.waitUntil(lambda: page.times == 2)
    bridge.changed_elsewhere.emit()
    qtbot.waitUntil(lambda: page.times == 3)


def test_out_of_sight_it_waits_until_it_is_looked_at(
    page: Page, bridge: Bridge, workspace: Workspace
) -> None:
    again = ReadingAgain(page, bridge, page.read)
    page.show()
    page.hide()
    workspace.actors.add("Somebody")
    workspace.actors.add("Somebody else")
    assert page.times == 1
    again.catch_up()
    assert page.times == 2
    page.show()
    again.catch_up()
    assert page.times == 2


def test_what_it_shows_nothing_of_does_not_let_it_read(
    page: Page, bridge: Bridge, workspace: Workspace
) -> None:
    again = ReadingAgain(page, bridge, page.read, frozenset(("actors",)))
    page.show()
    page.hide()
    a_document(workspace, "They came at night.")
    again.catch_up()
    assert page.times == 1
    workspace.actors.add("Somebody")
    again.catch_up()
    assert page.times == 2
