"""A field that the wheel changes only while it has the keys: else one scrolls past it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.ui.guard import guard


class CalmWheel(QObject):
    """Passes the wheel on to what lies around a field that does not have the keys."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self._field.hasFocus():
            event.ignore()
            return True
        return False
