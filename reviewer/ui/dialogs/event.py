"""Asks what a new event is called, when and where it was: filled in already, Enter makes it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.events import EVENT_TYPE_LABELS, LONGEST_NAME, EventType, NewEvent
from reviewer.environment.translation import _
from reviewer.ui.dialogs.date_line import DateLine
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDTH = 480
Word = TypeVar("Word", bound=StrEnum)


def choice_of(labels: Mapping[Word, str], now: Word, name: str) -> QComboBox:
    """Return a list of the words of a closed list, by their labels; each carries its word."""
    box = QComboBox()
    box.setAccessibleName(name)
    for word, label in labels.items():
        box.addItem(_(label) if label else _("not said"), word)
    box.setCurrentIndex(list(labels).index(now))
    return box


class EventDialog(QDialog):
    """A name, a date, a place and a type; ``about`` says what will stand in the event."""

    def __init__(self, proposed: NewEvent, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed = proposed
        self.setWindowTitle(_("New event"))
        self.setAccessibleName(self.windowTitle())
        self.name = QLineEdit(proposed.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self.name.setAccessibleName(_("Name"))
        self.date = DateLine(proposed.date, _("When it is said to have happened"))
        self.place = QLineEdit(proposed.place)
        self.place.setMaxLength(LONGEST_NAME)
        self.place.setAccessibleName(_("Place"))
        self.type = choice_of(EVENT_TYPE_LABELS, proposed.type, _("Type"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        for label, field in (
            (_("&Name"), self.name),
            (_("&When"), self.date),
            (_("&Place"), self.place),
            (_("&Type"), self.type),
        ):
            form.addRow(label, field)
        box = QDialogButtonBox(self)
        self._agree = box.addButton(_("Make the event"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        if about:
            column.addWidget(plain(about, "muted"))
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(box)
        self.setMinimumWidth(on_screen(WIDTH, 0).width())
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
        self._agree.setEnabled(bool(self.name.text().strip()) and not self.date.problem())
