"""A list of the overview: only rows in sight are read, however many there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.ui.models.overview import Opens, OverviewModel, OverviewRow
from reviewer.ui.views.overview.overview_list import OverviewList
from reviewer.workspace.project import Workspace
from tests.builders import NOOR


class Counting(OverviewModel):
    """Notes which rows were asked for."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(workspace, parent)
        self.asked: set[int] = set()

    @override
    def row(self, place: int) -> OverviewRow | None:
        self.asked.add(place)
        return super().row(place)


@pytest.fixture
def model(tmp_path: Path) -> Iterator[Counting]:
    with Workspace.create(tmp_path / "dossier.review", NOOR) as workspace:
        owner = QObject()
        yield Counting(workspace, owner)


def test_rows_out_of_sight_are_not_read(qtbot: QtBot, model: Counting) -> None:
    view = OverviewList(model, "Passages", two_lines=True)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    model.show_rows(
        [OverviewRow(str(key), f"row {key}", "below", Opens.PASSAGE) for key in range(900)]
    )
    view.go_to("5")
    view.grab()
    assert 5 in model.asked
    assert len(model.asked) < 50
    heights = {view.visualRect(model.index(row, 0)).height() for row in range(900)}
    assert heights == {view.sizeHintForRow(0)}
    view.go_to("899")
    view.grab()
    assert 899 in model.asked
    assert len(model.asked) < 100
