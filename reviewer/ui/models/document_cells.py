"""The cells of the document list: what each column says of a row, for each of Qt's roles.

Words first: an icon never stands for something that is not also said, on the screen or in the
tip and to a screen reader. Tips are the only rich text, and everything in them is escaped, because
Qt takes what looks like a tag for one.
"""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt

from reviewer.domain.documents import (
    REVIEW_STATUS_LABELS,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.environment.clock import local_time
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.models import ID_ROLE, RAW_ROLE, ROW_ROLE
from reviewer.ui.models.dates import BASIS_LABELS, shown, spelled, two_readings
from reviewer.ui.models.known_values import kind_words, value_words
from reviewer.ui.theme.icons import icon
from reviewer.ui.wording import isolated, one_line, tip


class DocumentColumn(IntEnum):
    """The columns of the full table, in the order they have at first."""

    STATUS = 0
    NUMBER = 1
    TITLE = 2
    POSTED = 3
    SOURCE = 4
    WORDS = 5
    PASSAGES = 6
    SECOND_LOOK = 7
    ORIGIN = 8
    AUTHOR = 9
    LANGUAGE = 10
    KIND = 11
    CAME_WITH = 12
    CAPTURED = 13
    IMPORTED = 14

    @property
    def sort(self) -> DocumentSort:
        """What the list is ordered by when this column's head is pressed."""
        return _SORTS[self]


_SORTS = {
    DocumentColumn.STATUS: DocumentSort.REVIEW_STATUS,
    DocumentColumn.NUMBER: DocumentSort.NUMBER,
    DocumentColumn.TITLE: DocumentSort.TITLE,
    DocumentColumn.POSTED: DocumentSort.POSTED,
    DocumentColumn.SOURCE: DocumentSort.SOURCE,
    DocumentColumn.WORDS: DocumentSort.WORDS,
    DocumentColumn.PASSAGES: DocumentSort.PASSAGES,
    DocumentColumn.SECOND_LOOK: DocumentSort.SECOND_LOOK,
    DocumentColumn.ORIGIN: DocumentSort.ORIGIN,
    DocumentColumn.AUTHOR: DocumentSort.AUTHOR,
    DocumentColumn.LANGUAGE: DocumentSort.LANGUAGE,
    DocumentColumn.KIND: DocumentSort.KIND,
    DocumentColumn.CAME_WITH: DocumentSort.CAME_WITH,
    DocumentColumn.CAPTURED: DocumentSort.CAPTURED,
    DocumentColumn.IMPORTED: DocumentSort.IMPORTED,
}
COLUMN_TITLES = {
    DocumentColumn.STATUS: N_("Status"),
    DocumentColumn.NUMBER: N_("No."),
    DocumentColumn.TITLE: N_("Title"),
    DocumentColumn.POSTED: N_("Published"),
    DocumentColumn.SOURCE: N_("Source"),
    DocumentColumn.WORDS: N_("Words"),
    DocumentColumn.PASSAGES: N_("Passages"),
    DocumentColumn.SECOND_LOOK: N_("Second look"),
    DocumentColumn.ORIGIN: N_("One origin with"),
    DocumentColumn.AUTHOR: N_("Author"),
    DocumentColumn.LANGUAGE: N_("Language"),
    DocumentColumn.KIND: N_("Kind"),
    DocumentColumn.CAME_WITH: N_("Came with"),
    DocumentColumn.CAPTURED: N_("Saved from the web"),
    DocumentColumn.IMPORTED: N_("Imported"),
}
SELDOM_SHOWN = tuple(DocumentColumn)[DocumentColumn.ORIGIN :]
"""Columns that are hidden until somebody wants them."""

_COLUMN_HELP = {
    DocumentColumn.STATUS: N_("How far you have come with it"),
    DocumentColumn.NUMBER: N_("What it is called in citations; never given twice"),
    DocumentColumn.TITLE: N_("Title"),
    DocumentColumn.POSTED: N_("When it was published, as printed or as it was settled"),
    DocumentColumn.SOURCE: N_("Who published it, else who wrote it"),
    DocumentColumn.WORDS: N_("How long it is, in words"),
    DocumentColumn.PASSAGES: N_("How many passages are tagged in it"),
    DocumentColumn.SECOND_LOOK: N_("Marked to be looked at again"),
    DocumentColumn.ORIGIN: N_("Documents with which it counts as one source"),
    DocumentColumn.AUTHOR: N_("Who wrote it"),
    DocumentColumn.LANGUAGE: N_("In which language it is written"),
    DocumentColumn.KIND: N_("What kind of file it came in"),
    DocumentColumn.CAME_WITH: N_("The mail or the archive it lay in"),
    DocumentColumn.CAPTURED: N_("When it was saved from the web"),
    DocumentColumn.IMPORTED: N_("When it came into the project"),
}
STATUS_ICONS = {
    ReviewStatus.UNREAD: "unread",
    ReviewStatus.READING: "reading",
    ReviewStatus.DONE: "done",
    ReviewStatus.SET_ASIDE: "set-aside",
}
RIGHT_COLUMNS = (DocumentColumn.WORDS, DocumentColumn.PASSAGES)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def cell(row: DocumentRow | None, column: DocumentColumn, role: int) -> object:
    """Return what a cell says for a role; ``None`` where it says nothing.

    A row that cannot be read says so in place of its title.
    """
    if row is None:
        missing = column is DocumentColumn.TITLE and role == Qt.ItemDataRole.DisplayRole
        return _("This document cannot be read.") if missing else None
    return _ROLES[role](row, column)


def cell_words(row: DocumentRow | None, column: DocumentColumn) -> str:
    """Return the words of a cell as the model displays them, for a delegate that has the row."""
    return str(cell(row, column, Qt.ItemDataRole.DisplayRole) or "")


def cell_icon(row: DocumentRow, column: DocumentColumn) -> str:
    """Return the name of a cell's icon, empty for none."""
    if column is DocumentColumn.STATUS:
        return STATUS_ICONS[row.review_status]
    if column is DocumentColumn.SECOND_LOOK and row.second_look:
        return "second-look"
    if column is DocumentColumn.POSTED and row.posted.basis is DateBasis.AMBIGUOUS:
        return "calendar-question"
    return ""


def serves(role: int) -> bool:
    """Say whether any cell has something to say for a role."""
    return role in _ROLES


def header(column: DocumentColumn, role: int) -> object:
    """Return what a column's head says for a role; the mark for a second look is an icon."""
    mark = column is DocumentColumn.SECOND_LOOK
    if role == Qt.ItemDataRole.DisplayRole:
        return "" if mark else _(COLUMN_TITLES[column])
    if role == Qt.ItemDataRole.ToolTipRole:
        return _(_COLUMN_HELP[column])
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return _(COLUMN_TITLES[column])
    if role == Qt.ItemDataRole.DecorationRole and mark:
        return icon("second-look")
    if role == Qt.ItemDataRole.TextAlignmentRole and column in RIGHT_COLUMNS:
        return _RIGHT
    return None


def date_words(date: WrittenDate) -> str:
    """Return a date as it is shown, and that it has two readings while nobody has settled it."""
    if date.basis is DateBasis.AMBIGUOUS:
        return _("{date}, two readings").format(date=shown(date))
    return shown(date)


def passages_words(count: int) -> str:
    """Return how many passages there are."""
    return counted("{count} passage", "{count} passages", count)


def date_lines(date: WrittenDate) -> list[str]:
    """Return how a date's words were read, why, and on what evidence."""
    lines = [_("“{words}”").format(words=isolated(date.words))] if date.words else []
    meanings = two_readings(date)
    if meanings:
        lines.append(_("{first} or {second}?").format(first=meanings[0], second=meanings[-1]))
    if date.edtf:
        lines.append(_("read as {date} ({edtf})").format(date=spelled(date.edtf), edtf=date.edtf))
    if date.basis:
        lines.append(_(BASIS_LABELS[date.basis]))
    if date.evidence:
        lines.append(_("on this evidence: {words}").format(words=isolated(date.evidence)))
    return lines


def status_words(row: DocumentRow, reason: str = "") -> str:
    """Return how far one has come with a document, and why it is set aside."""
    label = _(REVIEW_STATUS_LABELS[row.review_status])
    return f"{label}: {isolated(reason)}" if reason else label


def whole_tip(row: DocumentRow, reason: str = "") -> str:
    """Return all that the list knows of a document, for the list's narrow form."""
    lines = [f"{row.label} · {isolated(row.title)}", status_words(row, reason)]
    lines += date_lines(row.posted)
    if row.source:
        lines.append(isolated(row.source))
    lines.append(length_words(row))
    if row.passages:
        lines.append(passages_words(row.passages))
    if row.second_look:
        lines.append(_(_COLUMN_HELP[DocumentColumn.SECOND_LOOK]))
    if row.parent or row.inside:
        lines.append(came_with_words(row))
    if row.origin:
        lines.append(_("One origin with {labels}").format(labels=origin_words(row)))
    return tip(*lines)


def length_words(row: DocumentRow) -> str:
    """Return how long a document is, or that it is not held."""
    if not row.held:
        return _("not held")
    return counted("{count} word", "{count} words", row.words)


def origin_words(row: DocumentRow) -> str:
    """Return the labels of the documents it has one origin with."""
    return _(", ").join(f"D{number}" for number in row.origin)


def came_with_words(row: DocumentRow) -> str:
    """Return what a document came with, or lay in; empty for a file by itself."""
    if row.parent:
        return _("attached to {label}").format(label=f"D{row.parent}")
    return isolated(row.inside) if row.inside else ""


def _display(row: DocumentRow, column: DocumentColumn) -> object:
    return _WORDS[column](row)


_WORDS: dict[DocumentColumn, Callable[[DocumentRow], str]] = {
    DocumentColumn.STATUS: lambda row: _(REVIEW_STATUS_LABELS[row.review_status]),
    DocumentColumn.NUMBER: lambda row: row.label,
    DocumentColumn.TITLE: lambda row: one_line(row.title),
    DocumentColumn.POSTED: lambda row: date_words(row.posted),
    DocumentColumn.SOURCE: lambda row: one_line(row.source),
    DocumentColumn.WORDS: lambda row: f"{row.words:,}" if row.held else _("not held"),
    DocumentColumn.PASSAGES: lambda row: f"{row.passages:,}",
    DocumentColumn.SECOND_LOOK: lambda _row: "",
    DocumentColumn.ORIGIN: origin_words,
    DocumentColumn.AUTHOR: lambda row: one_line(row.author),
    DocumentColumn.LANGUAGE: lambda row: value_words("language", row.language),
    DocumentColumn.KIND: lambda row: kind_words(row.media_type),
    DocumentColumn.CAME_WITH: came_with_words,
    DocumentColumn.CAPTURED: lambda row: date_words(row.captured),
    DocumentColumn.IMPORTED: lambda row: local_time(row.imported_at) if row.imported_at else "",
}


def _tip(row: DocumentRow, column: DocumentColumn) -> object:
    if column in (DocumentColumn.POSTED, DocumentColumn.CAPTURED):
        return tip(*date_lines(row.posted if column is DocumentColumn.POSTED else row.captured))
    if column is DocumentColumn.CAME_WITH:
        return tip(came_with_words(row), isolated(row.inside) if row.inside else "") or None
    if column is DocumentColumn.SOURCE:
        return tip(isolated(row.source)) if row.source else None
    if column is DocumentColumn.SECOND_LOOK and row.second_look:
        return _(_COLUMN_HELP[column])
    return None


def _decoration(row: DocumentRow, column: DocumentColumn) -> object:
    picture = cell_icon(row, column)
    return icon(picture) if picture else None


def _alignment(_row: DocumentRow, column: DocumentColumn) -> object:
    return _RIGHT if column in RIGHT_COLUMNS else None


def _said(row: DocumentRow, column: DocumentColumn) -> object:
    """Return what a screen reader says: of the title, the whole row, for the narrow form."""
    if column is DocumentColumn.SECOND_LOOK:
        return _(COLUMN_TITLES[column]) if row.second_look else ""
    if column is not DocumentColumn.TITLE:
        return _display(row, column)
    parts = [one_line(row.title), row.label, _(REVIEW_STATUS_LABELS[row.review_status])]
    parts += [date_words(row.posted), one_line(row.source), passages_words(row.passages)]
    if row.second_look:
        parts.append(_(COLUMN_TITLES[DocumentColumn.SECOND_LOOK]))
    if row.parent:
        parts.append(came_with_words(row))
    if row.origin:
        parts.append(_("One origin with {labels}").format(labels=origin_words(row)))
    return _(", ").join(part for part in parts if part)


def _raw(row: DocumentRow, column: DocumentColumn) -> object:
    return _RAW[column](row)


_RAW: dict[DocumentColumn, Callable[[DocumentRow], object]] = {
    DocumentColumn.STATUS: lambda row: row.review_status.value,
    DocumentColumn.NUMBER: lambda row: row.number,
    DocumentColumn.TITLE: lambda row: row.title,
    DocumentColumn.POSTED: lambda row: row.posted.edtf,
    DocumentColumn.SOURCE: lambda row: row.source,
    DocumentColumn.WORDS: lambda row: row.words,
    DocumentColumn.PASSAGES: lambda row: row.passages,
    DocumentColumn.SECOND_LOOK: lambda row: row.second_look,
    DocumentColumn.ORIGIN: lambda row: " ".join(f"D{one}" for one in row.origin),
    DocumentColumn.AUTHOR: lambda row: row.author,
    DocumentColumn.LANGUAGE: lambda row: row.language,
    DocumentColumn.KIND: lambda row: row.media_type,
    DocumentColumn.CAME_WITH: lambda row: row.inside,
    DocumentColumn.CAPTURED: lambda row: row.captured.edtf,
    DocumentColumn.IMPORTED: lambda row: row.imported_at,
}
_ROLES: dict[int, Callable[[DocumentRow, DocumentColumn], object]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.DecorationRole: _decoration,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.AccessibleTextRole: _said,
    RAW_ROLE: _raw,
    ROW_ROLE: lambda row, _column: row,
    ID_ROLE: lambda row, _column: row.id,
}
