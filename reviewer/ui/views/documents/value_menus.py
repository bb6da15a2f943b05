"""Menus that narrow the list of documents to one value of a field: a language, a kind of file."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.environment.translation import _
from reviewer.ui.models.known_values import FIELD_TITLES, value_words
from reviewer.workspace.project import Workspace

_LONGEST = 48

Known = tuple[tuple[str, str], ...]


class ValueMenus(QObject):
    """A menu a field; each lists the values there are when it is opened."""

    chosen = Signal(object)  # all values the list shall be narrowed to, by their fields

    def __init__(self, workspace: Workspace, menu: QMenu) -> None:
        super().__init__(menu)
        self._workspace = workspace
        self._known: Known = ()
        for field, title in FIELD_TITLES.items():
            part = menu.addMenu(_(title))
            part.aboutToShow.connect(partial(self._fill, part, field))
            part.addAction(_("All"))  # else it would not open

    def show_known(self, known: Known) -> None:
        """Say which values the list is narrowed to."""
        self._known = known

    def _fill(self, menu: QMenu, field: str) -> None:
        menu.clear()
        here = dict(self._known).get(field)
        self._add(menu, field, "", _("All")).setChecked(here is None)
        for value, count in self._workspace.documents.values(field):
            words = value_words(field, value)
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            action = self._add(menu, field, value, f"{shown.replace('&', '&&')}  ({count:,})")
            action.setChecked(value == here)

    def _add(self, menu: QMenu, field: str, value: str, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(partial(self._choose, field, value))
        return action

    def _choose(self, field: str, value: str) -> None:
        others = tuple(one for one in self._known if one[0] != field)
        self.chosen.emit((*others, (field, value)) if value else others)
