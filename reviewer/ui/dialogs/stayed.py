"""After something went out: what of it the file has no room for, or what was left out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import copy_or_close
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import begin_at_the_edge, plain, put_on_clipboard

SIZE = (560, 360)


class Stayed(QDialog):
    """Shows what was written and, line by line, what stayed; both can be copied."""

    def __init__(
        self,
        done: str,
        losses: Sequence[str],
        heading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        heading = heading or _("What the file has no room for")
        self._words = "\n".join((done, "", heading, *losses))
        self.setWindowTitle(_("Export"))
        self.setAccessibleName(_("Export"))
        self.setAccessibleDescription(done)
        self.list = QPlainTextEdit("\n".join(f"• {one}" for one in losses))
        self.list.setReadOnly(True)
        begin_at_the_edge(self.list)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(heading)
        box, close = copy_or_close(self, _("&Copy"), self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(plain(done))
        column.addWidget(plain(heading, "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(
            plain(_("All of it is in the project still; nothing was changed."), "muted")
        )
        column.addWidget(box)
        self.resize(on_screen(*SIZE))
        close.setFocus()

    def copy(self) -> None:
        """Put all of it on the clipboard."""
        put_on_clipboard(self, self._words)
