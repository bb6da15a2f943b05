"""A field whose words narrow the list or grid below it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.growing import grown

WIDTH = 200
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NarrowingField(QLineEdit):
    """Down and Enter go into what it narrows, Escape shows all of it again."""

    down = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(grown(WIDTH), super().sizeHint().height())

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
