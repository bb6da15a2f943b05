"""The details in their narrowest panel: nothing is wider than it, so nothing is cut at a side."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from reviewer.ui.bridge import Bridge
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.details.details import LEAST_WIDTH, DetailsPanel
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, two_readings


@pytest.fixture
def panel(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> Iterator[DetailsPanel]:
    bridge = Bridge(workspace, qapp)
    made = DetailsPanel(workspace, bridge, LIGHT)
    qtbot.addWidget(made)
    made.resize(LEAST_WIDTH, 800)
    made.show()
    yield made
    bridge.close()


@pytest.mark.parametrize("tag", ["Allegation", "Denial", "Casualty figure"])
def test_all_of_a_passage_has_room(panel: DetailsPanel, workspace: Workspace, tag: str) -> None:
    document = a_document(workspace, "Twelve were hurt, he said.", posted=two_readings("10/8/2015"))
    passage = a_passage(workspace, document, "Twelve were hurt", tag)
    panel.show_chosen(document, passage)
    panel.edit_record()
    for area in panel.findChildren(QScrollArea):
        inside = area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= area.viewport().width()
