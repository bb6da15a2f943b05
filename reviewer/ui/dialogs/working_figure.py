"""Asks for the figure to work with: typed, with a reason; never computed."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.events import WorkingFigure
from reviewer.domain.figures import LARGEST
from reviewer.environment.translation import _
from reviewer.ui.asking.event_prompts import Working
from reviewer.ui.dialogs.event import WIDTH
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, plain

_MOST_DIGITS = len(str(LARGEST)) + 6
_MOST_LETTERS = 2_000


class WorkingFigureDialog(QDialog):
    """At least, at most, and why; empty again, it is taken away."""

    def __init__(
        self,
        question: str,
        now: WorkingFigure | None,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._has_one = now is not None
        self.setWindowTitle(_("Our working figure"))
        self.setAccessibleName(self.windowTitle())
        self.low = self._number(now.low if now else None, _("At least"))
        self.high = self._number(now.high if now else None, _("At most"))
        self.reason = QLineEdit(now.reason if now else "")
        self.reason.setMaxLength(_MOST_LETTERS)
        self.reason.setAccessibleName(_("Why"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        for label, field in (
            (_("At &least"), self.low),
            (_("At &most"), self.high),
            (_("&Why"), self.reason),
        ):
            form.addRow(label, field)
        self._doubt = plain("", "danger")
        box = QDialogButtonBox(self)
        self._agree = box.addButton(_("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(isolated(question), "heading"))
        if said:
            column.addWidget(plain(_("The sources: {range}").format(range=said), "muted"))
        column.addWidget(
            plain(_("Chosen by you, with a reason: your name and the time stand with it."), "muted")
        )
        column.addLayout(form)
        column.addWidget(self._doubt)
        column.addStretch(1)
        column.addWidget(box)
        self.setMinimumWidth(on_screen(WIDTH, 0).width())
        for line in (self.low, self.high, self.reason):
            line.textChanged.connect(self._weigh)
        self.low.setFocus()
        self._weigh()

    def working(self) -> Working:
        """Return what is written; empty where it shall be taken away."""
        return Working(_read(self.low), _read(self.high), self.reason.text().strip())

    def _number(self, number: int | None, name: str) -> QLineEdit:
        line = QLineEdit("" if number is None else str(number))
        line.setMaxLength(_MOST_DIGITS)
        line.setAccessibleName(name)
        line.setPlaceholderText(_("no limit"))
        return line

    def _weigh(self) -> None:
        said, complete = "", True
        if any(line.text().strip() and _read(line) is None for line in (self.low, self.high)):
            said = _("Write a number in digits, or nothing.")
        empty = not self.low.text().strip() and not self.high.text().strip()
        reason = bool(self.reason.text().strip())
        complete = (not empty and reason) or (empty and not reason and self._has_one)
        self._doubt.setText(said)
        self._doubt.setVisible(bool(said))
        self._agree.setEnabled(complete and not said)
        away = empty and self._has_one and not reason
        self._agree.setText(_("Take it away") if away else _("OK"))


def _read(line: QLineEdit) -> int | None:
    """Return the number in a field, in digits of any script; ``None`` where there is none."""
    digits = "".join(line.text().split()).replace(",", "")
    return int(digits) if digits.isdecimal() else None
