"""Counting apart: one worker at a time, once more where things changed, and what goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import ReviewerError
from reviewer.environment import places
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.models.looked_over import LookedOver
from reviewer.ui.models.overview import Section
from reviewer.ui.views.overview.counting import Counting
from reviewer.ui.wording import sentence
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage


class Watching:
    """Somebody who waits for what is counted."""

    def __init__(self, workspace: Workspace, bridge: Bridge, owner: QObject) -> None:
        self.counting = Counting(workspace, bridge, owner)
        self.found: list[LookedOver] = []
        self.problems: list[str] = []
        self.jobs: list[Job] = []
        self.counting.counted.connect(self.found.append)
        self.counting.failed.connect(self._note)
        bridge.job_begun.connect(self.jobs.append)

    def _note(self, problem: ReviewerError) -> None:
        self.problems.append(sentence(problem))

    def is_done(self) -> bool:
        return not self.counting.is_counting()

    def unchecked(self) -> list[int]:
        return [len(one.lists[Section.UNCHECKED]) for one in self.found]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "dossier.review", NOOR) as workspace:
        document = a_document(workspace, "They were beaten. Nobody came.")
        a_passage(workspace, document, "They were beaten")
        yield workspace


@pytest.fixture
def watching(workspace: Workspace) -> Iterator[Watching]:
    owner = QObject()
    bridge = Bridge(workspace, owner)
    yield Watching(workspace, bridge, owner)
    bridge.close()


def tag_another(workspace: Workspace) -> None:
    a_passage(workspace, workspace.documents.ids()[0], "Nobody came")


def test_lists_and_counts_come_first_and_the_timeline_with_them_after(
    qtbot: QtBot, watching: Watching
) -> None:
    watching.counting.start()
    assert watching.found == []
    qtbot.waitUntil(watching.is_done)
    first, whole = watching.found
    assert first.in_time is None
    assert whole.in_time is not None
    assert watching.unchecked() == [1, 1]
    assert whole.counts()[Section.UNCHECKED] == 1
    assert whole.counts()[Section.NOT_READ] == 1


def test_what_changes_meanwhile_is_counted_once_more_and_no_oftener(
    qtbot: QtBot, watching: Watching, workspace: Workspace
) -> None:
    watching.counting.start()
    tag_another(workspace)
    for _time in range(3):
        watching.counting.start()
    qtbot.waitUntil(watching.is_done)
    assert len(watching.jobs) == 2
    assert watching.unchecked()[-1] == 2


def test_changes_that_follow_closely_are_counted_together(
    qtbot: QtBot, watching: Watching, workspace: Workspace
) -> None:
    watching.counting.start_when_quiet()
    assert watching.counting.is_counting()
    assert not watching.counting.is_felt()
    tag_another(workspace)
    watching.counting.start_when_quiet()
    assert watching.jobs == []
    qtbot.waitUntil(watching.is_done)
    assert len(watching.jobs) == 1
    assert watching.unchecked() == [2, 2]


def test_counting_that_is_stopped_says_so(qtbot: QtBot, watching: Watching) -> None:
    watching.counting.start()
    watching.jobs[0].cancel()
    qtbot.waitUntil(watching.is_done)
    assert watching.problems == ["Counting was stopped."]
    assert watching.found == []


def test_a_project_that_cannot_be_opened_again_is_told_of(
    qtbot: QtBot, watching: Watching, workspace: Workspace
) -> None:
    elsewhere = workspace.path.rename(workspace.path.with_name("elsewhere.review"))
    watching.counting.start()
    qtbot.waitUntil(watching.is_done)
    elsewhere.rename(workspace.path)
    (problem,) = watching.problems
    assert "dossier" in problem


def test_where_only_one_can_open_the_project_it_is_counted_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"1 1 0:1 / {tmp_path.resolve()} rw - cifs //server/office rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    with Workspace.create(tmp_path / "alone.review", NOOR) as workspace:
        assert workspace.alone is not None
        a_passage(workspace, a_document(workspace), "Twelve")
        owner = QObject()
        bridge = Bridge(workspace, owner)
        watching = Watching(workspace, bridge, owner)
        watching.counting.start()
        assert watching.unchecked() == [1]
        assert watching.found[0].in_time is not None
        assert watching.is_done()
        assert watching.jobs == []
        bridge.close()
