"""What each document says of each event, or on each question of one: a grid for a table.

The grid is one value of the domain; of what a cell says only those are read that are looked at,
a screenful at a time.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.domain.comparisons import (
    CELL_STATE_LABELS,
    NO_PASSAGE_HERE,
    WHY_NO_PASSAGE,
    Cell,
    CellState,
    Grid,
    GridColumn,
    GridRow,
)
from reviewer.domain.documents import REVIEW_STATUS_LABELS
from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.accounts import Account, accounts
from reviewer.ui.models.dates import shown
from reviewer.ui.wording import isolated, one_line, tip
from reviewer.workspace.project import Workspace

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROWS_AHEAD, _COLUMNS_AHEAD = 16, 12  # about a screenful, read at once
_MOST_KEPT = 5_000
_MOST_IN_TIP = 12
EMPTY = Grid((), ())


@dataclass(frozen=True, slots=True)
class CellWords:
    """What a cell shows: its state, and what the source says where it says something."""

    state: CellState
    accounts: tuple[Account, ...] = ()
    passages: tuple[int, ...] = field(default=())

    @property
    def hollow(self) -> bool:
        """Say whether anything in it was read by a rule and nobody confirmed it."""
        return any(not one.confirmed for one in self.accounts)

    def first(self) -> str:
        """Return what is read first."""
        if not self.accounts:
            short = self.state in WHY_NO_PASSAGE
            return _(NO_PASSAGE_HERE if short else CELL_STATE_LABELS[self.state])
        return self.accounts[0].said()

    def second(self) -> str:
        """Return who says so, and how many more passages there are; or why there are none."""
        if not self.accounts:
            why = WHY_NO_PASSAGE.get(self.state)
            return _(why) if why else ""
        by = _("says: {who}").format(who=self.accounts[0].by())
        more = len(self.passages) - 1
        if not more:
            return by
        return _(" · ").join((by, counted("and {count} more", "and {count} more", more)))

    def whole(self) -> str:
        """Return everything the source says there, a passage a line."""
        if not self.accounts:
            return _(CELL_STATE_LABELS[self.state])
        return "\n".join(one.line() for one in self.accounts)


class ComparisonModel(QAbstractTableModel):
    """Rows are events or questions, columns documents."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._said: dict[int, Account] = {}
        self.grid: Grid = EMPTY

    def show(self, grid: Grid) -> bool:
        """Show a grid; says whether its rows or columns are others. What was read is forgotten."""
        same = [one.id for one in grid.rows] == [one.id for one in self.grid.rows] and [
            one.id for one in grid.columns
        ] == [one.id for one in self.grid.columns]
        if not same:
            self.beginResetModel()
        self._said = {}
        self.grid = grid
        if not same:
            self.endResetModel()
        elif grid.rows and grid.columns:
            last = self.index(len(grid.rows) - 1, len(grid.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(grid.rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(grid.columns) - 1)
        return not same

    def row(self, row: int) -> GridRow | None:
        """Return the event or question of a row."""
        return self.grid.rows[row] if 0 <= row < len(self.grid.rows) else None

    def column(self, column: int) -> GridColumn | None:
        """Return the document of a column."""
        return self.grid.columns[column] if 0 <= column < len(self.grid.columns) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """Return what a source says there, as passages, or why it says nothing."""
        one, other = self.row(row), self.column(column)
        return None if one is None or other is None else self.grid.cell(one, other)

    def words(self, row: int, column: int) -> CellWords | None:
        """Return what a cell shows."""
        cell = self.cell(row, column)
        if cell is None:
            return None
        missing = [one for one in cell.passages if one not in self._said]
        if missing:
            self._read_around(row, column)
        known = tuple(self._said[one] for one in cell.passages if one in self._said)
        return CellWords(cell.state, known, cell.passages)

    def place_of(self, row: int | None, column: int | None) -> tuple[int, int]:
        """Return where an event or question and a document stand now, -1 where they do not."""
        rows = [one.id for one in self.grid.rows]
        columns = [one.id for one in self.grid.columns]
        return (
            rows.index(row) if row in rows else -1,
            columns.index(column) if column in columns else -1,
        )

    def as_text(self, places: Iterable[tuple[int, int]]) -> str:
        """Return cells as lines of columns set apart by tabs, with their heads."""
        chosen = sorted(set(places))
        columns = sorted({column for _row, column in chosen})
        heads = [self._column_name(column) for column in columns]
        lines = ["\t".join(("", *heads))]
        for row in sorted({row for row, _column in chosen}):
            name = self.row(row)
            cells = [
                self._copied(row, column) if (row, column) in chosen else "" for column in columns
            ]
            lines.append("\t".join((one_line(name.name) if name else "", *cells)))
        return "\n".join(lines)

    def _copied(self, row: int, column: int) -> str:
        words = self.words(row, column)
        return words.whole().replace("\n", "; ").replace("\t", " ") if words else ""

    def _column_name(self, column: int) -> str:
        found = self.column(column)
        return f"{found.label} {one_line(found.title)}" if found else ""

    def _read_around(self, row: int, column: int) -> None:
        """Read what stands in this cell and in those that are likely to be looked at with it."""
        if len(self._said) > _MOST_KEPT:
            self._said = {}
        rows = self.grid.rows[max(0, row - _ROWS_AHEAD) : row + _ROWS_AHEAD]
        columns = self.grid.columns[max(0, column - _COLUMNS_AHEAD) : column + _COLUMNS_AHEAD]
        wanted = [
            passage
            for one in rows
            for other in columns
            for passage in self.grid.says.get((one.id, other.id), ())
            if passage not in self._said
        ]
        try:
            self._said |= accounts(self._workspace, wanted)
        except ReviewerError:  # something there is gone; news of it follows
            return

    @override
    @guard(0)
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        serve = _SERVED.get(role)
        if serve is None or not index.isValid():
            return None
        words = self.words(index.row(), index.column())
        if words is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column(), words)
        return serve(words)

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            column = self.column(section)
            serve = _OF_COLUMNS.get(role)
            return None if column is None or serve is None else serve(column)
        row = self.row(section)
        serve_row = _OF_ROWS.get(role)
        return None if row is None or serve_row is None else serve_row(row)

    def _spoken(self, row: int, column: int, words: CellWords) -> str:
        one, other = self.row(row), self.column(column)
        if one is None or other is None:
            return ""
        differ = _("Accounts differ") if one.differ else ""
        parts = (
            isolated(one.name),
            f"{other.label} {isolated(other.title)}",
            differ,
            words.whole(),
        )
        return _(", ").join(part for part in parts if part)


def _tip_of(words: CellWords) -> str:
    if not words.accounts:
        return tip(words.whole())
    lines = []
    for one in words.accounts[:_MOST_IN_TIP]:
        lines += [one.line(), _("“{words}”").format(words=isolated(one.quote[:600]))]
    more = len(words.passages) - _MOST_IN_TIP
    if more > 0:
        lines.append(counted("{count} more passage", "{count} more passages", more))
    return tip(*lines)


def _tip_of_column(column: GridColumn) -> str:
    posted = shown(column.posted)
    return tip(
        f"{column.label} {column.title}",
        _("Published {date}").format(date=isolated(posted)) if posted else "",
        _(REVIEW_STATUS_LABELS[column.review_status]),
    )


def _tip_of_row(row: GridRow) -> str:
    return tip(row.name, shown(row.date), _("Accounts differ") if row.differ else "")


def _spoken_row(row: GridRow) -> str:
    parts = (isolated(row.name), shown(row.date), _("Accounts differ") if row.differ else "")
    return _(", ").join(part for part in parts if part)


_SERVED: Mapping[int, Callable[[CellWords], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda words: (
        " · ".join(part for part in (words.first(), words.second()) if part)
        if words.accounts
        else words.whole()
    ),
    Qt.ItemDataRole.AccessibleTextRole: CellWords.whole,
    Qt.ItemDataRole.ToolTipRole: _tip_of,
    ROW_ROLE: lambda words: words,
}
_OF_COLUMNS: Mapping[int, Callable[[GridColumn], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda one: f"{one.label} {one_line(one.title)}",
    Qt.ItemDataRole.AccessibleTextRole: lambda one: f"{one.label} {isolated(one.title)}",
    Qt.ItemDataRole.ToolTipRole: _tip_of_column,
    ROW_ROLE: lambda one: one,
    ID_ROLE: lambda one: one.id,
}
_OF_ROWS: Mapping[int, Callable[[GridRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda one: one_line(one.name),
    Qt.ItemDataRole.AccessibleTextRole: _spoken_row,
    Qt.ItemDataRole.ToolTipRole: _tip_of_row,
    ROW_ROLE: lambda one: one,
    ID_ROLE: lambda one: one.id,
}
