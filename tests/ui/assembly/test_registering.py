"""The register of actors at the side: whoever works in it comes back to the text by Escape."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.assembly.registering import ACTORS
from reviewer.ui.views.frame.sides import NOTHING
from reviewer.ui.views.overview.actors import ActorsPanel
from tests.ui.at_the_desk import a_file, at_the_desk


@pytest.mark.parametrize("part", ["field", "list", "name", "kind", "protected", "note", "rate"])
def test_escape_closes_the_register_wherever_the_keys_are_in_it(
    qtbot: QtBot, tmp_path: Path, part: str
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as here:
        actor = here.workspace.actors.find_or_add("The governor")
        here.open_in_panes(*here.workspace.documents.ids())
        here.run("actors.show")
        (panel,) = here.view.findChildren(ActorsPanel)
        panel.choose(actor)
        widget = getattr(panel, part, None) or getattr(panel.card, part)
        assert widget is not None
        widget.setFocus()
        assert QApplication.focusWidget() is widget
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert here.view.sides.wanted() == NOTHING != ACTORS
        assert here.keys_are_in(here.view.panes.focused().reader)
