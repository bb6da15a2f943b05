"""The places of the top row, one in sight at a time, and the way back."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.ui.desk import PageName


class Places(QStackedWidget):
    """Shows one place; the first one given is where one begins."""

    moved = Signal()  # another place is in sight

    def __init__(self, places: Mapping[PageName, QWidget]) -> None:
        super().__init__()
        self._names = list(places)
        self._came_from: list[PageName] = []
        for place in places.values():
            self.addWidget(place)

    def name(self) -> PageName:
        """Return the place in sight."""
        return self._names[self.currentIndex()]

    def go(self, name: PageName) -> None:
        """Go to a place, and remember where one came from."""
        if name is not self.name():
            self._came_from.append(self.name())
        self.show_place(name)

    def back(self) -> None:
        """Go back to where one came from, if anywhere."""
        if self._came_from:
            self.show_place(self._came_from.pop())

    def show_place(self, name: PageName) -> None:
        """Show a place without remembering the way."""
        self.setCurrentIndex(self._names.index(name))
        self.moved.emit()
