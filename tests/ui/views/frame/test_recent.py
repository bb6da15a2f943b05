"""A row of the recent projects says when it was changed, or that it is gone."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.views.frame.recent import RecentRow, look_up, when_in_words
from tests.ui.walking import stage

NOW = dt.datetime(2026, 3, 14, 9, 26, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (dt.datetime(2026, 3, 14, 0, 5, tzinfo=dt.UTC), "today, 00:05"),
        (dt.datetime(2026, 3, 13, 23, 59, tzinfo=dt.UTC), "yesterday, 23:59"),
        (dt.datetime(2026, 3, 12, 23, 59, tzinfo=dt.UTC), "12 Mar 2026"),
        (dt.datetime(2026, 3, 15, 1, 0, tzinfo=dt.UTC), "15 Mar 2026"),
    ],
)
def test_a_day_is_said_so_that_it_cannot_be_misread(moment: dt.datetime, words: str) -> None:
    assert when_in_words(moment, NOW) == words


def test_a_project_that_is_gone_or_can_not_be_looked_at_is_missing(tmp_path: Path) -> None:
    here = tmp_path / "here.review"
    here.touch()
    assert look_up(here, "").changed is not None
    assert look_up(tmp_path / "gone.review", "").changed is None
    assert look_up(here / "inside.review", "").changed is None
    assert look_up(Path("nul\0.review"), "").changed is None


def test_a_network_drive_is_not_asked_and_the_project_can_be_opened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gone.review"
    mounts = f"1 1 0:1 / {tmp_path} rw - nfs4 server:/office rw\n"
    row = RecentRow(look_up(path, mounts), NOW)
    stage(qtbot, row)
    assert "on a network drive" in row.button.accessibleName()
    with qtbot.waitSignal(row.wanted):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)


def test_a_row_opens_its_project_by_mouse_and_by_enter(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "here.review"
    path.touch()
    row = RecentRow(look_up(path, ""), NOW)
    stage(qtbot, row)
    with qtbot.waitSignal(row.wanted) as signal:
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert signal.args == [path]
    with qtbot.waitSignal(row.wanted) as signal:
        qtbot.keyClick(row.button, Qt.Key.Key_Return)
    assert signal.args == [path]


def test_delete_takes_a_row_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "here.review"
    path.touch()
    row = RecentRow(look_up(path, ""), NOW)
    stage(qtbot, row)
    with qtbot.waitSignal(row.unwanted) as signal:
        qtbot.keyClick(row.button, Qt.Key.Key_Delete)
    assert signal.args == [path]


def test_a_missing_project_cannot_be_opened_but_removed(qtbot: QtBot, tmp_path: Path) -> None:
    row = RecentRow(look_up(tmp_path / "زرویل.review", ""), NOW)
    stage(qtbot, row)
    assert not row.button.isEnabled()
    assert "not found" in row.button.accessibleName()
    with qtbot.assertNotEmitted(row.wanted):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.unwanted):
        qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert not row.grab().isNull()
