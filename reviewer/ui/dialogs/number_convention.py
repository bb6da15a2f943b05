"""Which convention counts words without a number, as a page of the number-words dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QVBoxLayout, QWidget

from reviewer.domain.reading.conventions import CONVENTION_LABELS, CONVENTION_WORDS, Convention
from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.wording import isolated, plain


class ConventionPage(QWidget):
    """Shows what each convention makes of which words, and lets one be chosen, or none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Convention"))
        for name, label in CONVENTION_LABELS.items():
            self.choice.addItem(_(label), str(name))
        self.rows = QListWidget()
        self.rows.setAccessibleName(_("What it makes of words"))
        self._nothing = plain(_("Words without a number stay words, as the source has them."))
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.MEDIUM)
        form.addRow(_("&Convention"), self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.SMALL, 0, 0)
        column.setSpacing(spacing.MEDIUM)
        help_words = _(
            "What a convention says of “dozens” stands beside the words under the convention’s "
            "name. It never enters a range, and is marked in exports."
        )
        column.addWidget(plain(help_words, "muted"))
        column.addLayout(form)
        column.addWidget(self._nothing)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    def show_convention(self, convention: Convention) -> None:
        """Show which one is in use."""
        self.choice.setCurrentIndex(self.choice.findData(str(convention)))

    def convention(self) -> Convention:
        """Return the one chosen."""
        return Convention(self.choice.currentData() or "")

    def _show(self) -> None:
        words = CONVENTION_WORDS[self.convention()]
        self.rows.clear()
        for word, low in words.items():
            row = _("{word}: {number} or more")
            self.rows.addItem(row.format(word=isolated(word), number=f"{low:,}"))
        self.rows.setVisible(bool(words))
        self._nothing.setVisible(not words)
        self.changed.emit()
