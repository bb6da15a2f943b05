"""A panel at the side: its top line says what it is and closes it, as Escape does."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role


class SidePanel(QWidget):
    """Wants to be closed on Escape, which no part of it had a use for."""

    close_wanted = Signal()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)


def panel_head(title: str, count: QWidget, close: str, wanted: SignalInstance) -> QHBoxLayout:
    """Return such a line; its button says ``close`` and emits ``wanted``."""
    heading = QLabel(title)
    set_role(heading, "heading")
    button = QToolButton()
    button.setIcon(icon("close"))
    button.setToolTip(close)
    button.setAccessibleName(close)
    button.clicked.connect(wanted)
    head = QHBoxLayout()
    inset(head, spacing.MEDIUM, spacing.TINY, spacing.TINY, 0)
    head.addWidget(heading)
    head.addSpacing(spacing.SMALL)
    head.addWidget(count, 1)
    head.addWidget(button)
    return head
