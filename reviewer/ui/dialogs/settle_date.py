"""Settles a date that can be read two ways: which day is meant, for this page or its whole site."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.documents import Document
from reviewer.domain.passages import first_words
from reviewer.domain.reading.dates import DateOrder, Evidence, SiteOrder
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.models.dates import spelled
from reviewer.ui.prompts import Settlement
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, plain

MOST_EVIDENCE = 4
_WIDTH = 500
_ORDERS = {
    DateOrder.MONTH_DAY: N_("month first"),
    DateOrder.DAY_MONTH: N_("day first"),
}
_SHOWN = {
    ("posted", DateOrder.MONTH_DAY): N_("This site prints month/day: “{words}” in “{page}”"),
    ("posted", DateOrder.DAY_MONTH): N_("This site prints day/month: “{words}” in “{page}”"),
    ("captured", DateOrder.MONTH_DAY): N_("Saved with month/day as well: “{words}” in “{page}”"),
    ("captured", DateOrder.DAY_MONTH): N_("Saved with day/month as well: “{words}” in “{page}”"),
}


class SettleDateDialog(QDialog):
    """Asks which reading is meant; what the site's other pages show is chosen already.

    ``readings`` are two EDTF expressions, month/day first; ``unsettled`` counts the documents of
    the site that wait for the same answer, this one among them.
    """

    def __init__(
        self,
        document: Document,
        field: str,
        readings: Sequence[str],
        order: SiteOrder,
        unsettled: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._readings = dict(zip(DateOrder, (readings[0], readings[-1]), strict=True))
        self._field = field
        self._order = order
        self._days = QButtonGroup(self)
        self._reach = QButtonGroup(self)
        self._day_choices: dict[DateOrder, QRadioButton] = {}
        self._whole_site: QRadioButton | None = None
        self.setWindowTitle(_("Settle the date"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(on_screen(_WIDTH, 0).width())
        self._build(document, getattr(document, field).words, unsettled)
        self._days.buttonToggled.connect(self._weigh)
        self._weigh()

    def settlement(self) -> Settlement | None:
        """Return the answer, ``None`` while no day is chosen."""
        chosen = self.chosen()
        if chosen is None:
            return None
        whole_site = self._whole_site is not None and self._whole_site.isChecked()
        return Settlement(self._readings[chosen], chosen, self._evidence(chosen), whole_site)

    def chosen(self) -> DateOrder | None:
        """Return the order that is chosen."""
        return next((one for one, day in self._day_choices.items() if day.isChecked()), None)

    def choose(self, order: DateOrder) -> None:
        """Choose a reading."""
        self._day_choices[order].setChecked(True)

    def choose_whole_site(self) -> None:
        """Choose that all documents of the site that wait are settled."""
        if self._whole_site is not None:
            self._whole_site.setChecked(True)

    def _build(self, document: Document, words: str, unsettled: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        question = _("“{words}” can be read two ways. Which day is meant?")
        column.addWidget(plain(question.format(words=isolated(words)), "heading"))
        title = f"{document.label} · {isolated(first_words(document.title, 90))}"
        column.addWidget(plain(title, "muted"))
        column.addSpacing(spacing.SMALL)
        for order in DateOrder:
            column.addWidget(self._day_choice(order))
        column.addSpacing(spacing.SMALL)
        for line, role in self._evidence_lines():
            column.addWidget(plain(line, role))
        column.addSpacing(spacing.SMALL)
        self._add_reach(column, unsettled)
        column.addSpacing(spacing.MEDIUM)
        column.addStretch(1)
        column.addWidget(self._buttons())

    def _day_choice(self, order: DateOrder) -> QRadioButton:
        words = _("{day} ({order})").format(
            day=spelled(self._readings[order]), order=_(_ORDERS[order])
        )
        choice = QRadioButton(words)
        choice.setAccessibleName(words)
        self._days.addButton(choice)
        self._day_choices[order] = choice
        choice.setChecked(order is self._order.order)
        return choice

    def _evidence_lines(self) -> list[tuple[str, str]]:
        """Return what other pages of the site show, with the role of each line."""
        found = self._order.evidence
        if not found:
            return [(_("No other page of this site shows which number comes first."), "muted")]
        lines: list[tuple[str, str]] = []
        if self._order.conflict:
            lines.append((_("The pages of this site do not agree:"), "warning"))
        lines += [(self._evidence_words(evidence), "") for evidence in found[:MOST_EVIDENCE]]
        more = len(found) - MOST_EVIDENCE
        if more > 0:
            lines.append(
                (counted("and {count} page more", "and {count} pages more", more), "muted")
            )
        return lines

    def _evidence_words(self, evidence: Evidence) -> str:
        return _(_SHOWN[self._field, evidence.order]).format(
            words=isolated(evidence.words), page=isolated(first_words(evidence.page, 90))
        )

    def _add_reach(self, column: QVBoxLayout, unsettled: int) -> None:
        """Offer the whole site where more than this document waits for the answer."""
        if unsettled < 2:
            return
        here = QRadioButton(_("For this document only"))
        everywhere = QRadioButton(
            counted(
                "For the {count} document of this site whose date can be read two ways",
                "For all {count} documents of this site whose date can be read two ways",
                unsettled,
            )
        )
        self._whole_site = everywhere
        for choice in (here, everywhere):
            choice.setAccessibleName(choice.text())
            self._reach.addButton(choice)
            column.addWidget(choice)
        here.setChecked(True)

    def _buttons(self) -> QDialogButtonBox:
        box, self._agree = agree_or_cancel(self, _("Settle"))
        return box

    def _evidence(self, order: DateOrder) -> Evidence | None:
        """Return a page that shows the order chosen; there may be none."""
        return next((one for one in self._order.evidence if one.order is order), None)

    def _weigh(self) -> None:
        self._agree.setEnabled(self.chosen() is not None)
