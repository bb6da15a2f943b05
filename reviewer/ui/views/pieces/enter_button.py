"""A button that Enter presses too: it is a way to go on, not one of a dialog's answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from reviewer.ui.guard import guard


class EnterButton(QPushButton):
    """Is pressed by Enter, by Space and by the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
