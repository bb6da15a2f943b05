"""The top line of a panel at the side: what it is, how much is in it, and a way to close it."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role


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
