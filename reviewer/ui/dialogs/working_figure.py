"""Asks for the figure to work with: typed, with a reason; never computed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.domain.events import WorkingFigure
from reviewer.domain.figures import LARGEST
from reviewer.environment.translation import _
from reviewer.ui.asking.event_prompts import Working
from reviewer.ui.dialogs.form import FormDialog, line_of
from reviewer.ui.wording import isolated, plain

_MOST_DIGITS = len(str(LARGEST)) + 6
_MOST_LETTERS = 2_000


class WorkingFigureDialog(FormDialog):
    """At least, at most, and why; empty again, it is taken away."""

    def __init__(
        self,
        question: str,
        now: WorkingFigure | None,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Our working figure"), _("OK"), parent)
        self._has_one = now is not None
        self.low = self._number(now.low if now else None, _("At least"))
        self.high = self._number(now.high if now else None, _("At most"))
        self.reason = line_of(now.reason if now else "", _("Why"), _MOST_LETTERS)
        self._doubt = plain("", "danger")
        above = [plain(isolated(question), "heading")]
        if said:
            above.append(plain(_("The sources: {range}").format(range=said), "muted"))
        above.append(
            plain(_("Chosen by you, with a reason: your name and the time stand with it."), "muted")
        )
        self.lay_out(
            above,
            ((_("At &least"), self.low), (_("At &most"), self.high), (_("&Why"), self.reason)),
            [self._doubt],
        )
        for line in (self.low, self.high, self.reason):
            line.textChanged.connect(self._weigh)
        self.low.setFocus()
        self._weigh()

    def working(self) -> Working:
        """Return what is written; empty where it shall be taken away."""
        return Working(_read(self.low), _read(self.high), self.reason.text().strip())

    def _number(self, number: int | None, name: str) -> QLineEdit:
        line = line_of("" if number is None else str(number), name, _MOST_DIGITS)
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
        self.agree.setEnabled(complete and not said)
        away = empty and self._has_one and not reason
        self.agree.setText(_("Take it away") if away else _("OK"))


def _read(line: QLineEdit) -> int | None:
    """Return the number in a field, in digits of any script; ``None`` where there is none."""
    digits = "".join(line.text().split()).replace(",", "")
    return int(digits) if digits.isdecimal() else None
