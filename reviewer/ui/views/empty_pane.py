"""What stands in a pane where no document is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.theme.themes import Theme


class EmptyPane(QWidget):
    """What an empty pane says, and a line along the top when the keys go there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._focused = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Empty pane"))
        self._words = QLabel(
            _(
                "Nothing is open here.\n"
                "Double-click a document in the list, or drag one here.\n"
                "Ctrl+Shift+O opens the chosen one beside the other."
            )
        )
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        set_role(self._words, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.HUGE, spacing.HUGE, spacing.HUGE, spacing.HUGE)
        layout.addWidget(self._words)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        self.update()

    def set_focused(self, *, focused: bool) -> None:
        """Show that the keys go here, or do not."""
        self._focused = focused
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._theme.focus if self._focused else self._theme.line
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.page)
            painter.fillRect(0, 0, self.width(), 2, line)
