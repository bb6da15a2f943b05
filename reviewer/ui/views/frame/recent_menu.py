"""The menu of the projects opened last, beside "Open project…": filled each time it is opened.

No file is asked whether it is there: one on a network drive that has gone would hold the menu up.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.wording import isolated, one_line

_LONGEST = 60  # letters of a name


class RecentMenu(QMenu):
    """Lists projects by name and folder, the last first; ``wanted`` is the one chosen."""

    wanted = Signal(object)  # a path

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(_("Open recent"), parent)
        self._settings = settings
        self.aboutToShow.connect(self.refresh)
        self.setToolTipsVisible(True)

    def refresh(self) -> None:
        """List what was opened last."""
        self.clear()
        for path in self._settings.recent():
            name = one_line(path.stem)[:_LONGEST].replace("&", "&&")
            action = self.addAction(name)
            action.setToolTip(isolated(path))
            action.triggered.connect(partial(self._choose, path))
        if self.isEmpty():
            self.addAction(_("No project was opened yet")).setEnabled(False)

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.wanted.emit(path)
