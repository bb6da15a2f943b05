"""After a codebook has come in, or actors were merged: what was done, and all that came of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import copy_or_close
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import begin_at_the_edge, plain, put_on_clipboard

SIZE = (560, 380)


class LeftOut(QDialog):
    """Shows ``done`` and the sentences of ``left``, which can be copied."""

    def __init__(
        self,
        done: str,
        left: Sequence[str],
        parent: QWidget | None = None,
        *,
        of_codebook: bool = True,
    ) -> None:
        super().__init__(parent)
        self._words = "\n".join((done, *left))
        title = _("Codebook") if of_codebook else _("Actors")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(done)
        shown = QPlainTextEdit("\n".join(left))
        shown.setReadOnly(True)
        begin_at_the_edge(shown)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(_("What was left out") if of_codebook else title)
        box, close = copy_or_close(self, _("&Copy"), self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(plain(done))
        column.addWidget(shown, 1)
        if of_codebook:
            column.addWidget(
                plain(_("A tag’s key can be chosen in the codebook: Change the tag…"), "muted")
            )
        column.addWidget(box)
        self.resize(on_screen(*SIZE))
        close.setFocus()

    def _copy(self) -> None:
        put_on_clipboard(self, self._words)
