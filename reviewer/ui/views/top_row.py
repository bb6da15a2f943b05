"""The row on top: the places, the search and command box, and Export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_height, keep_icon

_PLACES = ("view.read", "view.passages", "search.everywhere")
_RIGHT = ("history.undo", "history.redo", "history.show")


class TopRow(QWidget):
    """Where one can go, and what one can do from anywhere."""

    def __init__(self, actions: CommandActions, box: QWidget) -> None:
        super().__init__()
        self.setObjectName("top_row")
        keep_height(self, spacing.TOP_BAR)
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
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            layout.addWidget(button)
