"""Documents with their passages: which documents, in which format, with which passages."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.environment.translation import _, counted
from reviewer.ui.asking.annotated_questions import (
    AnnotatedOffer,
    AnnotatedQuestion,
    AnnotatedWish,
    Which,
)
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.export_scope import ScopeRow
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, one_line, plain

WIDTH, HIGH = 660, 420
_LONGEST = 60


class AnnotatedDialog(QDialog):
    """Asks all of it on one page; ``wish`` is the answer."""

    def __init__(self, question: AnnotatedQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(_("Export documents with passages"))
        self.setAccessibleName(_("Export documents with passages"))
        self._group = QButtonGroup(self)
        self.documents: Mapping[Which, QRadioButton] = {
            which: QRadioButton(self._said(which)) for which in Which
        }
        for which, button in self.documents.items():
            self._group.addButton(button)
            button.setEnabled(question.documents.get(which, 0) > 0)
        self.format = QComboBox()
        self.format.setAccessibleName(_("Format"))
        for offer in question.offers:
            self.format.addItem(_(offer.title), offer.key)
        self.which = ScopeRow(question.counts)
        self.protect = QCheckBox(_("Replace the names of protected actors"))
        self.line, self.said = plain("", "muted"), plain("", "muted")
        self._lay_out()
        self._begin(question.begin)
        self._group.buttonToggled.connect(self._follow)
        self.format.currentIndexChanged.connect(self._follow)
        self._follow()
        self.format.setFocus()

    def wish(self) -> AnnotatedWish:
        """Return what was chosen."""
        which = next(which for which, button in self.documents.items() if button.isChecked())
        protect = self.protect.isEnabled() and self.protect.isChecked()
        return AnnotatedWish(which, self._offer().key, self.which.scope(), protect)

    def _offer(self) -> AnnotatedOffer:
        return self._question.offers[max(self.format.currentIndex(), 0)]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.LARGE)
        grid.setVerticalSpacing(spacing.TINY)
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain(_("Documents")), 0, 0)
        for row, button in enumerate(self.documents.values()):
            grid.addWidget(button, row, 1)
        grid.setRowMinimumHeight(len(Which), spacing.SMALL)
        label = QLabel(_("Format"))
        label.setBuddy(self.format)
        grid.addWidget(label, len(Which) + 1, 0)
        grid.addWidget(self.format, len(Which) + 1, 1)
        grid.addWidget(self.line, len(Which) + 2, 1)
        grid.setRowMinimumHeight(len(Which) + 3, spacing.SMALL)
        grid.addWidget(plain(_("Passages")), len(Which) + 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.which, len(Which) + 4, 1)
        box, self.agree = agree_or_cancel(self, _("Next"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addLayout(grid)
        column.addWidget(self.protect)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(box)
        self.resize(on_screen(WIDTH, HIGH))

    def _begin(self, wish: AnnotatedWish) -> None:
        there = [which for which, button in self.documents.items() if button.isEnabled()]
        wanted = wish.which if wish.which in there else (there or [Which.ALL])[0]
        self.documents[wanted].setChecked(True)
        self.format.setCurrentIndex(max(self.format.findData(wish.format), 0))
        self.which.choose(wish.scope)
        self.protect.setVisible(self._question.protected > 0)
        self.protect.setChecked(True)

    def _follow(self, *_what: object) -> None:
        offer = self._offer()
        self.line.setText(_(offer.line))
        possible = self._question.protected > 0 and not offer.on_pages
        if possible is not self.protect.isEnabled():
            self.protect.setChecked(possible)
        self.protect.setEnabled(possible)
        wish = self.wish()
        count = self._question.documents.get(wish.which, 0)
        left = self._question.left_out(wish)
        self.agree.setEnabled(count > left)
        self.said.setText(self._about(offer, count, left))

    def _about(self, offer: AnnotatedOffer, count: int, left: int) -> str:
        words = []
        if not count:
            words.append(_("There is no document yet."))
        elif left == count:
            words.append(_("None of these came in as a PDF that is kept: choose another format."))
        elif left:
            words.append(
                counted(
                    "{count} of them did not come in as a PDF that is kept, and is left out.",
                    "{count} of them did not come in as PDFs that are kept, and are left out.",
                    left,
                )
            )
        if count - left > 1:
            words.append(_("Several documents go into one archive (ZIP)."))
        if self._question.protected and offer.on_pages:
            words.append(_("On the pages of a PDF protected names stand as they are printed."))
        return " ".join(words)

    def _said(self, which: Which) -> str:
        count = self._question.documents.get(which, 0)
        if which is Which.MEANT:
            if count == 1:
                return isolated(one_line(self._question.called)[:_LONGEST])
            return _("The documents chosen in the list ({count})").format(count=f"{count:,}")
        listed = _("The documents the list shows now ({count})")
        words = listed if which is Which.LISTED else _("All ({count})")
        return words.format(count=f"{count:,}")
