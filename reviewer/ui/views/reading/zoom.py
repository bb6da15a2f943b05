"""Ctrl and the wheel: the letters become larger or smaller about the line under the pointer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from reviewer.environment.settings import READING_SIZE, Settings
from reviewer.ui.text.reader import Reader

NOTCH = 120
"""How far a wheel turns by one notch, as Qt counts; touchpads send many small parts of it."""


class Zoom:
    """Changes the setting, which every pane follows; the line under the pointer stays there."""

    def __init__(self, settings: Settings, reader: Reader) -> None:
        self._settings = settings
        self._reader = reader
        self._turned = 0

    def turn(self, event: QWheelEvent, at: QWidget) -> bool:
        """Take up a turn of the wheel over ``at``; says whether it was meant for the size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        if notches:
            self._turned -= notches * NOTCH
            self._reader.hold_line(self._reader.mapFrom(at, event.position().toPoint()).y())
            self._settings.set(READING_SIZE, self._settings.number(READING_SIZE) + notches)
        return True
