"""What a window that only reads notices of the one that writes."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui import bridge as bridges
from reviewer.ui.bridge import Bridge
from reviewer.workspace.project import Workspace
from tests.builders import a_document


@pytest.fixture
def reading(workspace: Workspace) -> Iterator[Workspace]:
    with Workspace.open(workspace.path, only_read=True) as other:
        yield other


@pytest.fixture
def bridge(
    reading: Workspace, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bridge]:
    monkeypatch.setattr(bridges, "LOOK_MILLISECONDS", 5)
    made = Bridge(reading, qapp)
    yield made
    made.close()


def differs(bridge: Bridge, seen: int) -> bool:
    return bridge._seen != seen


def test_work_in_another_window_is_noticed(
    workspace: Workspace, reading: Workspace, bridge: Bridge, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bridge.changed_elsewhere):
        a_document(workspace)
    with qtbot.waitSignal(bridge.changed_elsewhere):
        workspace.history.undo()
    assert reading.documents.count() == 0


def test_how_another_window_stands_is_no_news(
    workspace: Workspace, bridge: Bridge, qtbot: QtBot
) -> None:
    told: list[bool] = []
    bridge.changed_elsewhere.connect(lambda: told.append(True))
    for number in range(3):
        seen = bridge._seen
        workspace.remember("panes", [number])
        qtbot.waitUntil(partial(differs, bridge, seen))
    assert told == []
    with qtbot.waitSignal(bridge.changed_elsewhere):
        a_document(workspace)
