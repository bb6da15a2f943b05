"""The places of the top row, one in sight at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.ui.desk import PageName


class Places(QStackedWidget):
    """Shows one place; the first one given is where one begins."""

    leaving = Signal()  # somebody goes to another place
    moved = Signal()  # another place is in sight

    def __init__(self, places: Mapping[PageName, QWidget]) -> None:
        super().__init__()
        self._names = list(places)
        for place in places.values():
            self.addWidget(place)

    def add(self, name: PageName, place: QWidget) -> None:
        """Take in one more place."""
        self._names.append(name)
        self.addWidget(place)

    def name(self) -> PageName:
        """Return the place in sight."""
        return self._names[self.currentIndex()]

    def go(self, name: PageName) -> None:
        """Go to a place, from which one may want to come back; passes over one there is not."""
        if name not in self._names:
            return
        if name is not self.name():
            self.leaving.emit()
        self.show_place(name)

    def show_place(self, name: PageName) -> None:
        """Show a place without remembering the way."""
        self.setCurrentIndex(self._names.index(name))
        self.moved.emit()
