"""For which other program a project goes out: what each format is good for, what it cannot hold."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.environment.translation import _
from reviewer.ui.asking.sending_questions import ProgramOffer, SendQuestion, SendWish
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.export_scope import ScopeRow
from reviewer.ui.dialogs.scrolled import Scrolled
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, on_screen, widened
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import isolated, plain

WIDTH, HIGH = 800, 540
_LIST = 320


class SendDialog(QDialog):
    """The formats at the side, and of the chosen one what there is to know; ``wish`` is the answer.

    Protected names are replaced where that can be done; where it cannot, that is said.
    """

    def __init__(self, question: SendQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(_("Export for other programs"))
        self.setAccessibleName(_("Export for other programs"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Format"))
        for offer in question.offers:
            self._add(offer)
        self.which = ScopeRow(question.counts)
        self.which.choose(question.begin.scope)
        self.protect = QCheckBox(_("Replace the names of protected actors"))
        self._title, self._good_for = plain("", "heading"), plain("")
        self._heading, self._lacks = plain(_("What it has no room for"), "muted"), plain("")
        self._names = plain("", "muted")
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        keys = [offer.key for offer in question.offers]
        begin = question.begin.format
        self.list.setCurrentRow(keys.index(begin) if begin in keys else 0)
        self.list.setFocus()

    def wish(self) -> SendWish:
        """Return what was chosen."""
        protect = self.protect.isEnabled() and self.protect.isChecked()
        return SendWish(self._offer().key, self.which.scope(), protect)

    def said(self) -> list[str]:
        """Return what is said of the chosen format."""
        return [one.text() for one in (self._title, self._good_for, self._lacks, self._names)]

    def _add(self, offer: ProgramOffer) -> None:
        item = QListWidgetItem(f"{_(offer.title)} ({isolated(offer.suffix)})")
        item.setSizeHint(QSize(0, grown(spacing.ROW)))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _(offer.good_for))
        self.list.addItem(item)

    def _offer(self) -> ProgramOffer:
        return self._question.offers[max(self.list.currentRow(), 0)]

    def _lay_out(self) -> None:
        inside = QWidget()
        about = QVBoxLayout(inside)
        about.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM)
        about.setSpacing(spacing.SMALL)
        for part in (self._title, self._good_for, self._heading, self._lacks):
            about.addWidget(part)
        about.addStretch(1)
        card = Scrolled(inside)
        set_surface(card, "card")
        both = QHBoxLayout()
        both.setSpacing(spacing.LARGE)
        self.list.setFixedWidth(widened(_LIST))
        both.addWidget(self.list)
        both.addWidget(card, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.addRow(_("Passages"), self.which)
        box, self.agree = agree_or_cancel(self, _("Next"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addLayout(both, 1)
        column.addLayout(form)
        column.addWidget(self.protect)
        column.addWidget(self._names)
        column.addWidget(
            plain(
                _("What did not fit is told, and can be copied, when the file is there."), "muted"
            )
        )
        column.addWidget(box)
        self.resize(on_screen(WIDTH, HIGH))

    def _show(self) -> None:
        offer = self._offer()
        self._title.setText(isolated(_(offer.title)))
        self._good_for.setText(_(offer.good_for))
        self._lacks.setText(_(offer.lacks))
        for part in (self._heading, self._lacks):
            part.setVisible(bool(offer.lacks))
        possible = offer.key in self._question.can_protect
        self.protect.setVisible(self._question.protected > 0)
        self.protect.setEnabled(possible)
        self.protect.setChecked(possible)
        self._names.setText(self._about_names(possible=possible))
        self._names.setVisible(self._question.protected > 0)

    def _about_names(self, *, possible: bool) -> str:
        if possible:
            return _("Each becomes its actor’s number, as in [A3].")
        return _(
            "Protected names go out as they are: other programs get the words of documents, and "
            "whom they name."
        )
