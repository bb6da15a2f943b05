"""The room at the far side of the window: one panel at a time, or none."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

NOTHING = ""


class SidePanels(QStackedWidget):
    """Shows the panel that is wanted, beside every place; hidden while none is."""

    moved = Signal()  # another panel is wanted, or none

    def __init__(self, panels: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._names = list(panels)
        self._wanted = NOTHING
        for panel in panels.values():
            self.addWidget(panel)
        self.hide()

    def add(self, name: str, panel: QWidget) -> None:
        """Take in one more panel."""
        self._names.append(name)
        self.addWidget(panel)

    def names(self) -> list[str]:
        """Return which panels there are."""
        return list(self._names)

    def wanted(self) -> str:
        """Return which panel is wanted, ``NOTHING`` for none."""
        return self._wanted

    def toggle(self, name: str) -> None:
        """Show a panel with the keys in it, so that Escape closes it, or put it away."""
        self.want(NOTHING if self._wanted == name else name)
        panel = self.currentWidget()
        if self._wanted and panel is not None:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def want(self, name: str) -> None:
        """Show a panel, or none; a name there is no panel of is passed over."""
        if name and name not in self._names:
            return
        self._wanted = name
        if name:
            self.setCurrentIndex(self._names.index(name))
        self.setVisible(bool(name))
        self.moved.emit()
