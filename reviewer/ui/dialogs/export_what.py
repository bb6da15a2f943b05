"""Asks which of a project's things an export shall hold; where to is asked next."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.environment.translation import _, counted
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.prompts import ExportWish
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDTH = 420


class ExportWhat(QDialog):
    """One choice a kind (word, title); begins at ``current``, or at the first.

    ``protected`` names are replaced unless a person switches it off: that is what was promised
    where the actor was protected.
    """

    def __init__(
        self,
        kinds: Sequence[tuple[str, str]],
        current: str,
        protected: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAccessibleName(_("Export"))
        self.protect = QCheckBox(_("Replace the names of protected actors"))
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
        column.addSpacing(spacing.SMALL)
        self._add_protection(column, protected)
        box, _agree = agree_or_cancel(self, _("Next"))
        column.addSpacing(spacing.MEDIUM)
        column.addStretch(1)
        column.addWidget(box)
        wide = on_screen(WIDTH, 0).width()
        self.resize(wide, column.totalHeightForWidth(wide))
        begin = self._choices.get(current, self._choices[kinds[0][0]])
        begin.setChecked(True)
        begin.setFocus()

    def choice(self) -> ExportWish:
        """Return what was chosen."""
        what = next(what for what, choice in self._choices.items() if choice.isChecked())
        return ExportWish(what, self.protect.isChecked())

    def _add_protection(self, column: QVBoxLayout, protected: int) -> None:
        """Add the switch, and how many names it replaces; without any there is none to set."""
        self.protect.setChecked(protected > 0)
        self.protect.setEnabled(protected > 0)
        said = _("No actor is protected: every name is written as it is.")
        if protected:
            said = counted(
                "{count} name is replaced wherever it stands in whole words, in quotes and notes "
                "too, by its actor's number, as in [A3].",
                "{count} names are replaced wherever they stand in whole words, in quotes and "
                "notes too, by their actor's number, as in [A3].",
                protected,
            )
        column.addWidget(self.protect)
        column.addWidget(plain(said, "muted"))
        self.protect.setAccessibleDescription(said)
