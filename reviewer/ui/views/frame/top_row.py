"""The row on top: the places, the search and command box, and Export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_height, keep_icon

_PLACES = (
    *("view.read", "view.passages", "search.everywhere"),
    *("view.events", "view.compare", "view.overview"),
)
_RIGHT = ("history.undo", "history.redo", "history.show")
_BESIDE_WORDS = 18  # pixels of a button's edges, and between its icon and its words
_REST = 420  # pixels that the box and what stands beside it want at least
_STYLE = Qt.ToolButtonStyle


class TopRow(QWidget):
    """Where one can go, and what one can do from anywhere.

    In a narrow window the places show their icons alone; their names are in their tips.
    """

    def __init__(self, actions: CommandActions, box: QWidget) -> None:
        super().__init__()
        self.setObjectName("top_row")
        keep_height(self, spacing.TOP_BAR)
        self._worded: list[QToolButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, spacing.TINY, spacing.SMALL, spacing.TINY)
        layout.setSpacing(spacing.TINY)
        self._add(layout, actions, _PLACES, words=True)
        layout.addStretch(1)
        layout.addWidget(box, 2)
        layout.addStretch(1)
        self._add(layout, actions, _RIGHT, words=False)
        self._add(layout, actions, ("project.export",), words=True)

    def _add(
        self,
        layout: QHBoxLayout,
        actions: CommandActions,
        identities: Sequence[str],
        *,
        words: bool,
    ) -> None:
        for identity in identities:
            button = QToolButton()
            button.setObjectName(identity)
            action = actions.action(identity)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            keep_icon(button, spacing.ICON)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if words:
                self._worded.append(button)
            layout.addWidget(button)

    def _say(self) -> None:
        """Show words beside the icons where there is room for them."""
        wanted = sum(
            button.fontMetrics().horizontalAdvance(button.text())
            + button.iconSize().width()
            + grown(_BESIDE_WORDS)
            + spacing.TINY
            for button in self._worded
        )
        roomy = self.width() >= wanted + grown(_REST)
        style = _STYLE.ToolButtonTextBesideIcon if roomy else _STYLE.ToolButtonIconOnly
        for button in self._worded:
            if button.toolButtonStyle() is not style:
                button.setToolButtonStyle(style)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()
