"""Corrects what is known of a document, or of several: title, source, dates, note.

Dates are written as EDTF and read back in words while one types. For several documents only what
is written is set; what they have differently stays as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.actors import Named
from reviewer.domain.documents import Document
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.models.dates import spelled
from reviewer.ui.prompts import Correction
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.overview.actor_field import ActorField
from reviewer.ui.wording import isolated, plain, sentence
from reviewer.workspace.project import Workspace

LABELS = {
    "title": N_("&Title"),
    "publisher": N_("&Source"),
    "source_type": N_("&Kind of source"),
    "author": N_("&Author"),
    "posted": N_("&Published"),
    "captured": N_("Saved from the &web"),
    "url": N_("Web a&ddress"),
    "language": N_("&Language"),
    "note": N_("&Note"),
}
_HINTS = {
    "publisher": N_("Who published it"),
    "source_type": N_("Newspaper, report, post, court record"),
    "language": N_("en, ur, ar"),
    "note": N_("Your own words; not part of the source."),
}
_WIDTH = 520
_NOTE_LINES = 3


class DateField(QWidget):
    """A date as EDTF, with what it reads as, or what is wrong with it, below."""

    def __init__(self, dates: Sequence[WrittenDate]) -> None:
        super().__init__()
        self.line = QLineEdit()
        self._heard = plain("", "muted")
        self._printed = plain(_printed(dates), "muted")
        self._printed.setVisible(bool(self._printed.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.line, self._heard, self._printed):
            column.addWidget(part)
        self.line.textChanged.connect(self._weigh)
        self._weigh()

    def problem(self) -> str:
        """Return what is wrong with what is written; empty when it can be read."""
        try:
            written = self.line.text().strip()
            if written:
                parse(written)
        except NotAllowed as fault:
            return sentence(fault)
        return ""

    def words(self) -> str:
        """Return what stands below the field."""
        return self._heard.text()

    def _weigh(self) -> None:
        problem = self.problem()
        reading = spelled(self.line.text().strip()) if not problem else ""
        self._heard.setText(
            problem or (_("reads as {date}").format(date=reading) if reading else "")
        )
        self._heard.setVisible(bool(self._heard.text()))
        set_role(self._heard, "danger" if problem else "muted")
        self.line.setAccessibleDescription(self._heard.text())


class DescribeDialog(QDialog):
    """Asks what is to be corrected; ``correction`` has the changed fields only."""

    def __init__(
        self,
        documents: Sequence[Document],
        parent: QWidget | None = None,
        workspace: Workspace | None = None,
    ) -> None:
        super().__init__(parent)
        self._actor = None if workspace is None else ActorField(workspace, many=False)
        self._actor_before = _publisher(documents, workspace)
        self._several = len(documents) > 1
        self._before: dict[str, str | None] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._dates: dict[str, DateField] = {}
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        lines = self._note.fontMetrics().lineSpacing() * _NOTE_LINES
        self._note.setFixedHeight(lines + 2 * spacing.SMALL + 6)
        self._doubt = plain("", "danger")
        self._grow = QTimer(self)
        self._grow.setSingleShot(True)
        self._grow.timeout.connect(self._make_room)
        self.setWindowTitle(_("Correct title, dates and source"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(on_screen(_WIDTH, 0).width())
        self._build(documents)
        for line in self._lines.values():
            line.textChanged.connect(self._weigh)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._agree.click)
        self._put_in_order()
        self._weigh()

    def correction(self) -> Correction:
        """Return what was changed; a field that reads as before is not among it."""
        written = {field: line.text().strip() for field, line in self._lines.items()}
        written["note"] = self._note.toPlainText().strip()
        changed = {field: value for field, value in written.items() if self._changed(field, value)}
        dates = {field: changed.pop(field) for field in self._dates if field in changed}
        return Correction(changed, dates, self._publisher())

    def actor_field(self) -> ActorField | None:
        """Return the field of the actor that publishes; none without a project."""
        return self._actor

    def field(self, name: str) -> QLineEdit:
        """Return the line of a field."""
        return self._lines[name]

    def date_field(self, name: str) -> DateField:
        """Return a date with what it reads as."""
        return self._dates[name]

    def note_field(self) -> QPlainTextEdit:
        """Return the field of the note."""
        return self._note

    def _build(self, documents: Sequence[Document]) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        for name in LABELS:
            self._add(form, name, documents)
            if name == "publisher" and self._actor is not None:
                self._add_actor(form, self._actor)
        box, self._agree = agree_or_cancel(self, _("Save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(plain(_heading(documents), "muted"))
        column.addLayout(form)
        column.addWidget(self._doubt)
        column.addStretch(1)
        column.addWidget(box)

    def _put_in_order(self) -> None:
        """Let Tab go through the fields as they stand, from the first that can be written in."""
        fields: list[QWidget] = [*self._lines.values(), self._note]
        if self._actor is not None:
            fields.insert(list(self._lines).index("publisher") + 1, self._actor.line)
        for one, following in pairwise(fields):
            QWidget.setTabOrder(one, following)
        next(field for field in fields if field.isEnabled()).setFocus()

    def _add(self, form: QFormLayout, name: str, documents: Sequence[Document]) -> None:
        label = QLabel(_(LABELS[name]))
        label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
        spoken = label.text().replace("&", "")
        if name == "note":
            field: QWidget = self._note
            row: QWidget = self._note
        elif name in ("posted", "captured"):
            date = DateField([getattr(document, name) for document in documents])
            self._dates[name], self._lines[name] = date, date.line
            field, row = date.line, date
        else:
            field = row = self._lines[name] = QLineEdit()
        label.setBuddy(field)
        field.setAccessibleName(spoken)
        self._fill(name, field, {_value(document, name) for document in documents})
        form.addRow(label, row)

    def _add_actor(self, form: QFormLayout, field: ActorField) -> None:
        """Add the actor that publishes, which the source's printed name may be one of."""
        label = QLabel(_("Source as an a&ctor"))
        label.setBuddy(field.line)
        field.line.setAccessibleName(label.text().replace("&", ""))
        before = self._actor_before
        field.line.setPlaceholderText(
            _("Its name in the register of actors")
            if before is not None
            else _("Different; stays as it is")
        )
        field.show_names([] if before is None or before.actor is None else [before])
        field.entered.connect(self._press)
        form.addRow(label, field)

    def _press(self) -> None:
        self._agree.click()

    def _publisher(self) -> Named | None:
        """Return who publishes, where that was changed."""
        if self._actor is None:
            return None
        named = next(iter(self._actor.names()), None)
        if named is None:
            was_one = self._actor_before is not None and self._actor_before.actor is not None
            return Named(None) if was_one else None
        return None if named == self._actor_before else named

    def _fill(self, name: str, field: QWidget, values: set[str]) -> None:
        same = values.pop() if len(values) == 1 else None
        self._before[name] = same
        hint = _(_HINTS.get(name, "")) if same is not None else _("Different; stays as it is")
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.setPlaceholderText(hint)
        if isinstance(field, QLineEdit):
            field.setText(same or "")
            field.setCursorPosition(0)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(same or "")

    def _changed(self, field: str, value: str) -> bool:
        """Say whether a field was changed; several documents that differ need something written."""
        before = self._before[field]
        return bool(value) if before is None else value != before.strip()

    def _weigh(self) -> None:
        """Let only what can be saved be saved, and say what is in the way."""
        untitled = not self._several and not self._lines["title"].text().strip()
        self._doubt.setText(_("A document needs a title.") if untitled else "")
        self._doubt.setVisible(untitled)
        problems = any(date.problem() for date in self._dates.values())
        self._agree.setEnabled(not untitled and not problems)
        self._grow.start()

    def _make_room(self) -> None:
        """Grow when what is said below a field needs more lines than before."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)


def _heading(documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        found = documents[0]
        return f"{found.label} · {isolated(found.original_name or found.title)}"
    return counted(
        "{count} document: what you write is set for it.",
        "{count} documents: what you write is set for all of them.",
        len(documents),
    )


def _publisher(documents: Sequence[Document], workspace: Workspace | None) -> Named | None:
    """Return who publishes all of the documents (an empty name: nobody), ``None`` if different."""
    if workspace is None:
        return None
    found = {workspace.actors.publisher(one.id) for one in documents}
    return Named(found.pop()) if len(found) == 1 else None


def _value(document: Document, name: str) -> str:
    value = getattr(document, name)
    return value.edtf if isinstance(value, WrittenDate) else str(value)


def _printed(dates: Sequence[WrittenDate]) -> str:
    """Return how a date is printed, where there is one document with one."""
    if len(dates) != 1 or not dates[0].words or dates[0].basis is DateBasis.ENTERED:
        return ""
    return _("printed as “{words}”").format(words=isolated(dates[0].words))
