"""Asks which of a project's things an export shall hold; where to is asked next."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDTH = 420


class ExportWhat(QDialog):
    """One choice a kind (word, title); begins at ``current``, or at the first."""

    def __init__(
        self, kinds: Sequence[tuple[str, str]], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAccessibleName(_("Export"))
        self._choices = {what: QRadioButton(_(title)) for what, title in kinds}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(_("What shall be written to a file?")))
        for choice in self._choices.values():
            group.addButton(choice)
            column.addWidget(choice)
        help_words = _("Of passages, those the passages table shows; everything else in full.")
        column.addWidget(plain(help_words, "muted"))
        box, _agree = agree_or_cancel(self, _("Next"))
        column.addSpacing(spacing.MEDIUM)
        column.addStretch(1)
        column.addWidget(box)
        wide = on_screen(WIDTH, 0).width()
        self.resize(wide, column.totalHeightForWidth(wide))
        begin = self._choices.get(current, self._choices[kinds[0][0]])
        begin.setChecked(True)
        begin.setFocus()

    def choice(self) -> str:
        """Return the word of what was chosen."""
        return next(what for what, choice in self._choices.items() if choice.isChecked())
