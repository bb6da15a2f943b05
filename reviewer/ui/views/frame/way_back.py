"""Keeps the way one came, from place to place and from document to document, and goes back it."""

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.models.trail import Spot, Trail
from reviewer.ui.views.frame.places import Places
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.project import Workspace


class WayBack(QObject):
    """Keeps a spot before each jump; a jump through several parts of the window is one."""

    def __init__(self, workspace: Workspace, places: Places, panes: PaneAreaView) -> None:
        super().__init__(places)
        self._workspace = workspace
        self._places = places
        self._panes = panes
        self._trail = Trail()
        self._kept = False  # whether the jump that is going on was kept already
        places.leaving.connect(self._place_left)
        panes.leaving.connect(self._pane_left)

    def back(self) -> None:
        """Go back to where one was before the last jump; at the beginning nothing happens."""
        spot = self._trail.back(self._here(), self._is_there)
        if spot is not None:
            self._panes.go_back_to(spot.document, spot.place)
            self._places.show_place(spot.page)

    def _is_there(self, document: int) -> bool:
        return document in self._workspace.documents.ids()

    def _here(self) -> Spot:
        document = self._panes.document()
        place = None if document is None else self._panes.focused().place()
        return Spot(self._places.name(), document, place)

    def _place_left(self) -> None:
        self._keep()

    def _pane_left(self) -> None:
        if not self._kept:
            self._keep()

    def _keep(self) -> None:
        self._trail.leave(self._here())
        self._kept = True
        QTimer.singleShot(0, self, self._jumped)

    def _jumped(self) -> None:
        self._kept = False
