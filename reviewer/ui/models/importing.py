"""The table of an import: a row a file, with a tick, what it is and what there is to say of it."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain.edtf import DateBasis
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.models.dates import shown, spelled
from reviewer.ui.models.import_rows import Again, ImportRow, ImportRows, Weight
from reviewer.ui.models.import_words import BASIS_WORDS, problem_in_words, to_look_at
from reviewer.ui.theme.icons import icon
from reviewer.ui.wording import isolated, one_line, tip
from reviewer.workspace.operations.imports import ENCODINGS

Index = QModelIndex | QPersistentModelIndex
_LABELS = dict(ENCODINGS)
_INDENT = "\u2003\u2003"


class ImportColumn(IntEnum):
    """The columns, in their order."""

    FILE = 0
    SAID = 1
    TITLE = 2
    DATE = 3
    WORDS = 4
    KIND = 5
    ENCODING = 6
    SAME = 7


HEADINGS = {
    ImportColumn.FILE: N_("File"),
    ImportColumn.SAID: N_("What there is to know"),
    ImportColumn.TITLE: N_("Title"),
    ImportColumn.DATE: N_("Published"),
    ImportColumn.WORDS: N_("Words"),
    ImportColumn.KIND: N_("Kind"),
    ImportColumn.ENCODING: N_("Encoding"),
    ImportColumn.SAME: N_("The same as"),
}
_ICONS = {Weight.BROKEN: "error", Weight.UNSURE: "warning", Weight.REMARKED: "info"}


class ImportTable(QAbstractTableModel):
    """Shows ``ImportRows`` as they come; asked to, those to be looked at stand first."""

    ticked = Signal()

    def __init__(self, rows: ImportRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._order: list[ImportRow] = list(rows.rows)
        self._sorted_by: ImportColumn | None = None
        self._backwards = False
        self.troubled_first = False

    def row(self, place: int) -> ImportRow | None:
        """Return the row that stands at a place."""
        return self._order[place] if 0 <= place < len(self._order) else None

    def place_of(self, row: ImportRow | None) -> int:
        """Return where a row stands, -1 where it does not."""
        for place, one in enumerate(self._order):
            if one is row:
                return place
        return -1

    def rows_added(self, made: Sequence[ImportRow]) -> None:
        """Show rows that were added; they stand last until the rows are sorted again."""
        if not made:
            return
        first = len(self._order)
        self.beginInsertRows(QModelIndex(), first, first + len(made) - 1)
        self._order += made
        self.endInsertRows()

    def row_changed(self, row: ImportRow) -> None:
        """Show what is other about a row now."""
        place = self.place_of(row)
        if place >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, ImportColumn.SAME))

    def all_changed(self) -> None:
        """Show what is other about many rows now."""
        if self._order:
            last = self.index(len(self._order) - 1, ImportColumn.SAME)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_again(self) -> None:
        """Show the rows as they are now, in their order."""
        self.beginResetModel()
        self._order = self._in_order()
        self.endResetModel()

    def set_troubled_first(self, *, wanted: bool) -> None:
        """Let those to be looked at stand first, or all where they were found."""
        self.troubled_first = wanted
        self.show_again()

    def tick(self, rows: Sequence[ImportRow], *, ticked: bool) -> None:
        """Tick rows, or take their ticks off; those that cannot come in have none."""
        self._rows.tick(rows, ticked=ticked)
        self.all_changed()
        self.ticked.emit()

    @override
    @guard()
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = ImportColumn(column) if column >= 0 else None
        self._backwards = order is Qt.SortOrder.DescendingOrder
        self.show_again()

    @override
    @guard(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    @override
    @guard(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(ImportColumn)

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _(HEADINGS[ImportColumn(section)])

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = ImportColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            if column is ImportColumn.FILE and row.came_with and self._is_as_found():
                return _INDENT + isolated(row.file.name)  # below its mail
            return _WORDS[column](row)
        return _shown_beside(row, column, role)

    @override
    @guard(fallback=False)
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or row is None:
            return False
        self.tick([row], ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row())
        if row is not None and _can_be_ticked(row, ImportColumn(index.column())):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _is_as_found(self) -> bool:
        """Say whether the rows stand as they were found, each attachment below its mail."""
        return self._sorted_by is None and not self.troubled_first

    def _in_order(self) -> list[ImportRow]:
        rows = list(self._rows.rows)
        if self._sorted_by is not None:
            rows.sort(key=_KEYS[self._sorted_by], reverse=self._backwards)
        if self.troubled_first:
            rows.sort(key=lambda row: row.weight)
        return rows


def said_of(row: ImportRow) -> str:
    """Return what there is to know of a row, the most pressing first, on one line."""
    return " ".join(all_said(row))


def all_said(row: ImportRow) -> list[str]:
    """Return what there is to know of a row, a sentence each, the most pressing first."""
    if row.document is not None:
        return [_("Imported as {label}.").format(label=row.label), *_alike(row)]
    if row.outcome.problem is not None:
        return [problem_in_words(row.outcome.problem)]
    if row.incoming is None:
        return []
    said = [*filter(None, [row.wrong]), *to_look_at(row.incoming), *_alike(row), *_came_with(row)]
    return [*said, _("Left out.")] if not row.ticked and row.is_readable else said


def _came_with(row: ImportRow) -> list[str]:
    if not row.came_with:
        return []
    return [_("It came with {mail}.").format(mail=isolated(row.came_with))]


def _shown_beside(row: ImportRow, column: ImportColumn, role: int) -> object:
    """Return a cell's tick, its place, its tip or its sign."""
    if role == Qt.ItemDataRole.CheckStateRole and _can_be_ticked(row, column):
        return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.TextAlignmentRole and column is ImportColumn.WORDS:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(*all_said(row)) if column is ImportColumn.SAID else tip(_where(row))
    if role == Qt.ItemDataRole.DecorationRole and column is ImportColumn.SAID:
        name = "check" if row.document is not None else _ICONS.get(row.weight, "")
        return icon(name) if name else None
    return None


def _can_be_ticked(row: ImportRow, column: ImportColumn) -> bool:
    return column is ImportColumn.FILE and row.is_readable and row.document is None


def _where(row: ImportRow) -> str:
    return isolated(row.file.path) if not row.file.inside else isolated(row.file.called)


def _file(row: ImportRow) -> str:
    return isolated(row.file.called)


def _kind(row: ImportRow) -> str:
    return _(row.kind) if row.kind else ""


def _title(row: ImportRow) -> str:
    return one_line(row.title)


def _date(row: ImportRow) -> str:
    if "posted" in row.corrected:
        return spelled(row.corrected["posted"].strip(), brief=True)
    if row.incoming is None:
        return ""
    posted = row.incoming.posted
    if posted.basis is DateBasis.AMBIGUOUS:
        return f"{shown(posted)} ?"
    return spelled(posted.edtf, brief=True) if posted.edtf else shown(posted)


def _words(row: ImportRow) -> str:
    return f"{row.incoming.words:,}" if row.incoming else ""


def _encoding(row: ImportRow) -> str:
    if row.incoming is None or not row.incoming.encoding:
        return ""
    return encoding_words(row.incoming.encoding)


def encoding_words(encoding: str) -> str:
    """Return what an encoding is called on screen."""
    return _(_LABELS[encoding]) if encoding in _LABELS else encoding


def basis_words(row: ImportRow) -> str:
    """Return why a file was decoded as it was."""
    return _(BASIS_WORDS[row.incoming.encoding_basis]) if row.incoming else ""


def _alike(row: ImportRow) -> list[str]:
    if row.outcome.same_text_as:
        other = isolated(row.outcome.same_text_as)
        return [_("It has the same words as {other}.").format(other=other)]
    said = [row.near] if row.near else []
    if row.older_label:
        words = _("{label} has the same name or address, and other words.")
        said.append(words.format(label=row.older_label))
    return said


def _same(row: ImportRow) -> str:
    if row.outcome.same_text_as:
        return _("same words as {other}").format(other=isolated(row.outcome.same_text_as))
    if isinstance(row.outcome.problem, Again):
        return _("the same file as {other}").format(
            other=isolated(row.outcome.problem.values["other"])
        )
    if row.is_known:
        return _("known already")
    return row.near


_WORDS: dict[ImportColumn, Callable[[ImportRow], str]] = {
    ImportColumn.FILE: _file,
    ImportColumn.KIND: _kind,
    ImportColumn.TITLE: _title,
    ImportColumn.DATE: _date,
    ImportColumn.WORDS: _words,
    ImportColumn.ENCODING: _encoding,
    ImportColumn.SAME: _same,
    ImportColumn.SAID: said_of,
}


def _folded(words: Callable[[ImportRow], str]) -> Callable[[ImportRow], str]:
    return lambda row: words(row).casefold()


_KEYS: dict[ImportColumn, Callable[[ImportRow], Any]] = {
    **{column: _folded(words) for column, words in _WORDS.items()},
    ImportColumn.DATE: lambda row: row.incoming.posted.edtf if row.incoming else "",
    ImportColumn.WORDS: lambda row: row.incoming.words if row.incoming else 0,
    ImportColumn.SAID: lambda row: (row.weight, said_of(row).casefold()),
}
