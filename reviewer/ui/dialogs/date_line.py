"""A field for a date, typed in words or as EDTF, with what it is read as below."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.environment.translation import _
from reviewer.ui.models.dates import spelled
from reviewer.ui.models.typed_dates import as_typed, typed_date, year_is_added, year_of
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import plain, sentence

MOST_LETTERS = 200


class DateLine(QWidget):
    """Begins with a date; what nobody changed is given back as it was, evidence and all.

    A date typed without a year has the year of the date it began with.
    """

    def __init__(self, date: WrittenDate, name: str) -> None:
        super().__init__()
        self._before = date
        self.line = QLineEdit(as_typed(date))
        self.line.setMaxLength(MOST_LETTERS)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(_("2015-03-11, March 2015 as 2015-03, about: 2015~"))
        self._heard = plain("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._heard)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._weigh)
        self._weigh()

    def put(self, date: WrittenDate) -> None:
        """Show another date."""
        self._before = date
        self.line.setText(as_typed(date))
        self._weigh()

    def is_changed(self) -> bool:
        """Say whether something else is written than what it began with."""
        return " ".join(self.line.text().split()) != as_typed(self._before)

    def date(self) -> WrittenDate:
        """Return the date written; raises ``NotAllowed`` for what is none."""
        if not self.is_changed():
            return self._before
        return typed_date(self.line.text(), year_of(self._before))

    def problem(self) -> str:
        """Return what is wrong with what is written; empty when it can be read."""
        try:
            self.date()
        except NotAllowed as fault:
            return sentence(fault)
        return ""

    def _weigh(self) -> None:
        problem = self.problem()
        said = problem
        if not problem:
            reading = spelled(self.date().edtf)
            said = self._reading(reading) if reading else ""
        self._heard.setText(said)
        self._heard.setVisible(bool(said))
        set_role(self._heard, "danger" if problem else "muted")
        self.line.setAccessibleDescription(said)

    def _reading(self, reading: str) -> str:
        """Say what is read; the year of the date that stood here is no guess, but is told."""
        if self.is_changed() and year_is_added(self.line.text(), year_of(self._before)):
            return _("reads as {date}: the year is that of the date that stood here").format(
                date=reading
            )
        return _("reads as {date}").format(date=reading)
