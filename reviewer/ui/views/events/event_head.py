"""What is known of an event, at the top of its page: each thing is edited where it stands.

It is saved when a field is left or Enter is pressed; Escape brings back what was there. What cannot
be saved stays in its field, with why.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.edtf import NO_DATE
from reviewer.domain.events import (
    EVENT_STATUS_LABELS,
    EVENT_TYPE_LABELS,
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    PLACE_PRECISION_LABELS,
    Event,
    EventStatus,
    EventType,
    PlacePrecision,
    event_name,
)
from reviewer.environment.translation import _
from reviewer.ui.dialogs.date_line import DateLine
from reviewer.ui.dialogs.form import choice_of
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, heavier
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.details.growing_field import Growing, put_words
from reviewer.ui.views.pieces.problem_line import ProblemLine
from reviewer.ui.wording import isolated

THREE_FROM, TWO_FROM = 640, 340
"""Widths from which three fields stand beside each other, or two, with letters of usual size."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EventHead(QWidget):
    """The fields of one event at a time; ``written`` tells what shall be changed of it."""

    written = Signal(int, object)  # the event, and its new values by the names ``change`` has
    parent_wanted = Signal()  # another larger event shall be chosen
    done = Signal()  # the keys shall go on to the rows below

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._event: Event | None = None
        self._read_only = read_only
        self.name = self._line(_("Name of the event"), _("Name"))
        heavier(self.name, QFont.Weight.DemiBold)
        self.problem = ProblemLine(self.name, event_name)
        self.date = DateLine(NO_DATE, _("When it is said to have happened"))
        self.place = self._line(_("Place"), _("Place"))
        self.precision = choice_of(
            PLACE_PRECISION_LABELS, PlacePrecision.NOT_SAID, _("How exact the place is")
        )
        self.type = choice_of(EVENT_TYPE_LABELS, EventType.INCIDENT, _("Type"))
        self.status = choice_of(EVENT_STATUS_LABELS, EventStatus.OPEN, _("Status"))
        self.parent_button = QPushButton()
        self.parent_button.setAutoDefault(False)
        self.parent_button.clicked.connect(self.parent_wanted)
        self.description = QPlainTextEdit()
        self.description.setAccessibleName(_("Description"))
        self.description.setPlaceholderText(_("Description, in your own words"))
        self._growing = Growing(self.description)
        self._lines: Mapping[str, QLineEdit] = {
            "name": self.name,
            "date": self.date.line,
            "place": self.place,
        }
        self._boxes: Mapping[str, QComboBox] = {
            "place_precision": self.precision,
            "type": self.type,
            "status": self.status,
        }
        self._lay_out()
        self._connect()

    def show_event(self, event: Event, parent: str) -> None:
        """Show an event, ``parent`` is what its larger one is called; what is typed stays."""
        same = self._event is not None and self._event.id == event.id
        old, self._event = self._event if same else None, event
        if old is None or self.name.text() == old.name:
            self.name.setText(event.name)
            self.name.setCursorPosition(0)
        if old is None or not self.date.is_changed():
            self.date.put(event.date)
        if old is None or self.place.text() == old.place:
            self.place.setText(event.place)
            self.place.setCursorPosition(0)
        if old is None or self.description.toPlainText().strip() == old.description:
            put_words(self.description, event.description)
        for box, word in (
            (self.precision, event.place_precision),
            (self.type, event.type),
            (self.status, event.status),
        ):
            box.setCurrentIndex(box.findData(word))
        shown = isolated(parent) if parent else _("no larger event")
        self.parent_button.setText(shown.replace("&", "&&"))
        self.parent_button.setAccessibleName(_("Part of: {event}").format(event=shown))

    def forget(self) -> None:
        """Show no event any more; what was typed is saved first."""
        self.flush()
        self._event = None

    def flush(self) -> None:
        """Save what was typed and is not saved."""
        for key in (*self._lines, "description"):
            self._save(key)

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(LONGEST_NAME)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        return line

    def _lay_out(self) -> None:
        for line in self._lines.values():
            line.setReadOnly(self._read_only)
        self.description.setReadOnly(self._read_only)
        for widget in (*self._boxes.values(), self.parent_button):
            widget.setEnabled(not self._read_only)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.SMALL)
        self._grid.setVerticalSpacing(spacing.SMALL)
        labelled: Sequence[tuple[str, QWidget]] = (
            (_("When"), self.date),
            (_("Place"), self.place),
            (_("How exact"), self.precision),
            (_("Part of"), self.parent_button),
            (_("Type"), self.type),
            (_("Status"), self.status),
        )
        self._pairs = [(self._label(words, widget), widget) for words, widget in labelled]
        self._across = 0
        self._arrange(3)
        for widget in (*self._boxes.values(), self.parent_button):
            widget.setMinimumWidth(1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)
        column_of.setSpacing(spacing.SMALL)
        column_of.addWidget(self.name)
        column_of.addWidget(self.problem)
        column_of.addLayout(self._grid)
        column_of.addWidget(self.description)

    def _label(self, words: str, widget: QWidget) -> QLabel:
        label = QLabel(words)
        set_role(label, "muted")
        label.setBuddy(widget)
        label.setContentsMargins(0, spacing.TINY + 2, 0, 0)
        return label

    def _arrange(self, across: int) -> None:
        """Let so many fields stand beside each other; the keys go through them in one order."""
        if across == self._across:
            return
        self._across = across
        top = Qt.AlignmentFlag.AlignTop
        for place, (label, widget) in enumerate(self._pairs):
            row, column = divmod(place, across)
            for part in (label, widget):
                self._grid.removeWidget(part)
            self._grid.addWidget(label, row, 2 * column, top)
            self._grid.addWidget(widget, row, 2 * column + 1, top)
        for column in range(3):
            stretch = (3, 3, 2)[column] if column < across else 0
            self._grid.setColumnStretch(2 * column + 1, stretch)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave each field room for its words, in more lines where the page is narrow."""
        super().resizeEvent(event)
        room = self.width()
        self._arrange(3 if room >= grown(THREE_FROM) else 2 if room >= grown(TWO_FROM) else 1)

    def _connect(self) -> None:
        for line in self._lines.values():
            line.editingFinished.connect(self.flush)
            line.returnPressed.connect(self.done)
            line.installEventFilter(self)
        for box in self._boxes.values():
            box.activated.connect(self._choose)
        self.description.installEventFilter(self)

    def _choose(self) -> None:
        for key, box in self._boxes.items():
            self._write(key, box.currentData())

    def _save(self, key: str) -> None:
        if key == "date":
            if self.date.is_changed() and not self.date.problem():
                self._write(key, self.date.date())
        elif key == "description":
            self._write(key, self.description.toPlainText().strip()[:LONGEST_DESCRIPTION])
        elif key != "name" or not self.problem.weigh():
            self._write(key, " ".join(self._lines[key].text().split()))

    def _write(self, key: str, value: object) -> None:
        event = self._event
        if event is not None and not self._read_only and value != getattr(event, key):
            self.written.emit(event.id, {key: value})

    def _restore(self) -> None:
        """Show again what is saved."""
        event = self._event
        if event is not None:
            self.name.setText(event.name)
            self.date.put(event.date)
            self.place.setText(event.place)
            put_words(self.description, event.description)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a field on Escape as it was; save the description when it is left."""
        if watched is self.description and event.type() == QEvent.Type.FocusOut:
            self._save("description")
        if not isinstance(event, QKeyEvent) or not _leaves(event, watched is self.description):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._restore()
            else:
                self._save("description")
            self.done.emit()
            return True
        return False


def _leaves(event: QKeyEvent, in_description: bool) -> bool:
    """Say whether a key is Escape, or Ctrl+Enter in the description."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return held == Qt.KeyboardModifier.NoModifier
    control = held == Qt.KeyboardModifier.ControlModifier
    return in_description and event.key() in _ENTER and control
