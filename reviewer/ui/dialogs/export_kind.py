"""What an export shall be, each with a line what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.environment.translation import N_, _
from reviewer.ui.asking.sending_questions import ExportKind
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.scrolled import Scrolled, most_height
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, heavier, on_screen
from reviewer.ui.theme.mirroring import inset, leading
from reviewer.ui.theme.style import set_role

WIDTH = 560
_INDENT = 26  # so that the lines begin where the titles do

TITLES = {
    ExportKind.REPORT: N_("&Report"),
    ExportKind.TABLE: N_("&Table"),
    ExportKind.DOCUMENTS: N_("&Documents with passages"),
    ExportKind.PROGRAMS: N_("For &other programs"),
}
LINES = {
    ExportKind.REPORT: N_(
        "To be read: who says what, in their words, with figures, method and sources."
    ),
    ExportKind.TABLE: N_(
        "To count and sort: passages, figures, links and the rest as a workbook, CSV or JSON."
    ),
    ExportKind.DOCUMENTS: N_("To read in context: each document with its passages marked in it."),
    ExportKind.PROGRAMS: N_(
        "To go on elsewhere: documents and passages for NVivo, ATLAS.ti, MAXQDA, brat and others."
    ),
}


class _Line(QLabel):
    """What a kind is for; a press on it chooses the kind, two take it."""

    def __init__(self, choice: QRadioButton, words: str, dialog: QDialog) -> None:
        super().__init__(words)
        self._choice = choice
        self._dialog = dialog
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(leading())
        set_role(self, "muted")

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choice.setChecked(True)
        self._choice.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    @guard()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dialog.accept()


class ExportKindDialog(QDialog):
    """Asks which kind; ``kind`` is the answer."""

    def __init__(
        self, kinds: Sequence[ExportKind], begin: ExportKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAccessibleName(_("Export"))
        self.choices: dict[ExportKind, QRadioButton] = {}
        self.lines: dict[ExportKind, QLabel] = {}
        self._group = QButtonGroup(self)
        box, self.agree = agree_or_cancel(self, _("Next"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.SMALL)
        column.setSpacing(spacing.MEDIUM)
        for kind in ExportKind:
            if kind in kinds:
                column.addLayout(self._offered(kind))
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.WIDE, spacing.SMALL, spacing.WIDE, spacing.LARGE)
        foot.addWidget(box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(inside), 1)
        whole.addLayout(foot)
        wide = on_screen(WIDTH, 0).width()
        high = inside.heightForWidth(wide) + foot.sizeHint().height()
        self.resize(wide, min(high, most_height()))
        chosen = begin if begin in self.choices else next(iter(self.choices))
        self.choose(chosen)
        self.choices[chosen].setFocus()

    def choose(self, kind: ExportKind) -> None:
        """Choose a kind."""
        self.choices[kind].setChecked(True)

    def kind(self) -> ExportKind:
        """Return the kind that is chosen."""
        return next(kind for kind, choice in self.choices.items() if choice.isChecked())

    def _offered(self, kind: ExportKind) -> QVBoxLayout:
        """Return the choice of a kind over the line what it is for."""
        choice = self.choices[kind] = QRadioButton(_(TITLES[kind]))
        heavier(choice, QFont.Weight.DemiBold)
        choice.setAccessibleDescription(_(LINES[kind]))
        self._group.addButton(choice)
        line = self.lines[kind] = _Line(choice, _(LINES[kind]), self)
        below = QVBoxLayout()
        inset(below, grown(_INDENT), 0, 0, spacing.SMALL)
        below.addWidget(line)
        pair = QVBoxLayout()
        pair.setSpacing(spacing.TINY)
        pair.addWidget(choice)
        pair.addLayout(below)
        return pair
