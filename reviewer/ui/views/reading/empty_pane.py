"""What stands in a pane where no document is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.wording import tip


class EmptyPane(QWidget):
    """What an empty pane says, and a line along the top when the keys go there."""

    choose_wanted = Signal()  # a document of the list shall be chosen

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._focused = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Empty pane"))
        words = _(
            "A document is read and tagged here: double-click one in the list, drag one here, "
            "or press Ctrl+L and choose."
        )
        self._place = EmptyPlace("read", _("Choose a document"), "documents")
        self._place.say(words)
        self._place.wanted.connect(self.choose_wanted)
        self._brief = QToolButton()
        self._brief.setIcon(icon("documents"))
        self._brief.setAutoRaise(True)
        self._brief.setToolTip(tip(_("Choose a document"), words))
        self._brief.setAccessibleName(_("Choose a document"))
        self._brief.clicked.connect(self.choose_wanted)
        self._brief.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, spacing.HUGE, spacing.SMALL, spacing.LARGE)
        layout.addStretch(1)
        layout.addWidget(self._place, 2)
        layout.addWidget(self._brief, 2, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        self.update()

    def set_brief(self, *, brief: bool) -> None:
        """Say it with one small button where others need the room, or in full."""
        self._place.setVisible(not brief)
        self._brief.setVisible(brief)

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
