"""The entry to the palette in the top row: looks like a field, and opens the palette over it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.glyphs import Glyph

WIDEST = 560
NARROWEST = 140


class CommandBox(QPushButton):
    """Runs an action when it is pressed, and says the action's keys, whatever they are now."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setObjectName("command_box")
        self.setAccessibleName(_("Find anything"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = ElidedLabel(_("Find anything"))
        self._keys = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.SMALL, 0, spacing.SMALL, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(Glyph("search", spacing.ICON_SMALL))
        row.addWidget(self._words, 1)
        row.addWidget(self._keys)
        for label in (self._words, self._keys):
            set_role(label, "muted")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self._height())

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(grown(WIDEST), self._height())

    def _height(self) -> int:
        return max(grown(spacing.FIELD), self.fontMetrics().height() + spacing.MEDIUM)

    def _follow(self) -> None:
        self._keys.setText(self._action.shortcut().toString())
        self.setToolTip(self._action.toolTip())
