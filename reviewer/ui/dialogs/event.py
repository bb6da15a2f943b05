"""Asks what a new event is called, when and where it was: filled in already, Enter makes it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reviewer.domain.events import EVENT_TYPE_LABELS, LONGEST_NAME, EventType, NewEvent
from reviewer.environment.translation import _
from reviewer.ui.dialogs.date_line import DateLine
from reviewer.ui.dialogs.form import FormDialog, choice_of, line_of
from reviewer.ui.wording import plain


class EventDialog(FormDialog):
    """A name, a date, a place and a type; ``about`` says what will stand in the event."""

    def __init__(self, proposed: NewEvent, about: str, parent: QWidget | None = None) -> None:
        super().__init__(_("New event"), _("Make the event"), parent)
        self._proposed = proposed
        self.name = line_of(proposed.name, _("Name"), LONGEST_NAME)
        self.name.selectAll()
        self.date = DateLine(proposed.date, _("When it is said to have happened"))
        self.place = line_of(proposed.place, _("Place"), LONGEST_NAME)
        self.type = choice_of(EVENT_TYPE_LABELS, proposed.type, _("Type"))
        self.lay_out(
            [plain(about, "muted")] if about else [],
            (
                (_("&Name"), self.name),
                (_("&When"), self.date),
                (_("&Place"), self.place),
                (_("&Type"), self.type),
            ),
        )
        self.name.textChanged.connect(self._weigh)
        self.date.line.textChanged.connect(self._weigh)
        self.name.setFocus()
        self._weigh()

    def event_wanted(self) -> NewEvent:
        """Return the event as it is written."""
        return replace(
            self._proposed,
            name=self.name.text(),
            date=self.date.date(),
            place=self.place.text(),
            type=EventType(self.type.currentData()),
        )

    def _weigh(self) -> None:
        self.agree.setEnabled(bool(self.name.text().strip()) and not self.date.problem())
