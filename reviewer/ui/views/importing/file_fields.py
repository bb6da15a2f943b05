"""What is known of a file before it comes in, to be corrected, each with where it was read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.environment.translation import N_, _
from reviewer.ui.models.dates import spelled, two_readings
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.models.import_words import read_from
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import isolated, plain, sentence
from reviewer.workspace.waiting_files import DATES, check_corrections

LABELS = {
    "title": N_("&Title"),
    "publisher": N_("&Source"),
    "author": N_("&Author"),
    "posted": N_("&Published"),
    "captured": N_("Saved from the &web"),
    "url": N_("Web a&ddress"),
    "language": N_("&Language"),
}
_HINTS = {"posted": N_("YYYY-MM-DD"), "captured": N_("YYYY-MM-DD"), "language": N_("en, ur, ar")}


class FileFields(QWidget):
    """The fields; ``written`` tells which one somebody wrote in, and what."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: ImportRow | None = None
        self._lines: dict[str, QLineEdit] = {}
        self._said: dict[str, QLabel] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(spacing.MEDIUM)
        form.setVerticalSpacing(spacing.SMALL)
        for name in LABELS:
            self._add(form, name)

    def line(self, name: str) -> QLineEdit:
        """Return the line of a field."""
        return self._lines[name]

    def said(self, name: str) -> str:
        """Return what stands below a field."""
        return self._said[name].text()

    def show_row(self, row: ImportRow) -> None:
        """Show what is known of a file, with what a person wrote."""
        self._row = row
        for name, line in self._lines.items():
            words = row.corrected.get(name, row.as_read(name))
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)
            line.setReadOnly(row.document is not None)
            self._say(name)

    def _add(self, form: QFormLayout, name: str) -> None:
        label = QLabel(_(LABELS[name]))
        line = self._lines[name] = QLineEdit()
        line.setAccessibleName(label.text().replace("&", ""))
        line.setPlaceholderText(_(_HINTS[name]) if name in _HINTS else "")
        label.setBuddy(line)
        label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
        said = self._said[name] = plain("", "muted")
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line)
        column.addWidget(said)
        form.addRow(label, both)
        line.textEdited.connect(lambda words: self._write(name, words))

    def _write(self, name: str, words: str) -> None:
        self.written.emit(name, words)
        self._say(name)

    def _say(self, name: str) -> None:
        """Say below a field where it was read, what a date reads as, or what is wrong with it."""
        if self._row is None:
            return
        problem = problem_of(name, self._lines[name].text())
        words = problem or self._about(self._row, name)
        said = self._said[name]
        said.setText(words)
        said.setVisible(bool(words))
        set_role(said, "danger" if problem else "muted")
        self._lines[name].setAccessibleDescription(words)

    def _about(self, row: ImportRow, name: str) -> str:
        read = ""
        if name in DATES and self._lines[name].text().strip():
            read = _("reads as {date}").format(date=spelled(self._lines[name].text().strip()))
        if name in row.corrected:
            return " · ".join(filter(None, (read, _("your correction"))))
        if row.incoming and name in DATES:
            read = read or _either(getattr(row.incoming, name))
        readings = row.incoming.readings if row.incoming else ()
        found = next((one for one in readings if one.field == name), None)
        where = read_from(found)
        if row.incoming and name in DATES:
            where = where or _printed(getattr(row.incoming, name))
        return " · ".join(filter(None, (read, where)))


def problem_of(name: str, words: str) -> str:
    """Return what is wrong with what stands in a field; empty where nothing is."""
    try:
        check_corrections({name: words})
    except NotAllowed as fault:
        return sentence(fault)
    return ""


def _either(date: WrittenDate) -> str:
    meanings = two_readings(date)
    if not meanings:
        return ""
    return _("{first} or {second}?").format(first=meanings[0], second=meanings[-1])


def _printed(date: WrittenDate) -> str:
    return _("printed as “{words}”").format(words=isolated(date.words)) if date.words else ""
