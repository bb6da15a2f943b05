"""A table whose rows are called by ids: what is chosen is found again when the rows are others.

What the list of documents and the table of passages have in common. Rows are chosen whole; Home
and End go to the first and last row; a menu opens where the mouse or the chosen row is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.models.pages import runs
from reviewer.ui.views.pieces.lit_rows import menu_place

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
Stretches = list[tuple[int, int]]


class RowModel(Protocol):
    """A Qt model of rows with ids."""

    @property
    def ids(self) -> Sequence[int]:
        """The ids shown, in order."""
        ...

    def row_of(self, identity: int, /) -> int | None:
        """Return the row of an id, ``None`` where it is not shown."""
        ...

    def rowCount(self) -> int:
        """Return how many rows there are."""
        ...

    def columnCount(self) -> int:
        """Return how many columns there are."""
        ...

    def index(self, row: int, column: int, /) -> QModelIndex:
        """Return the index of a cell."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be found again when the rows are others: ids, not rows."""

    chosen: list[int]
    current: int | None
    row: int
    top: int | None
    offset: int


class RowTable(QTableView):
    """Knows its rows by ids; the keys are in the column ``filler``."""

    chosen_changed = Signal()
    typed = Signal(str)
    menu_wanted = Signal(QPoint)  # global position

    def __init__(self, rows: RowModel, filler: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._filler = filler
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        numbers = self.verticalHeader()
        numbers.setVisible(False)
        numbers.setSectionResizeMode(numbers.ResizeMode.Fixed)

    def chosen(self) -> list[int]:
        """Return the selected ids, the current one first, the others in the order shown."""
        ids = self._rows.ids
        chosen = [one for first, last in self.chosen_rows() for one in ids[first : last + 1]]
        current = self.id_at(self.currentIndex().row())
        if current in chosen:
            chosen.remove(current)
            chosen.insert(0, current)
        return chosen

    def chosen_rows(self) -> Stretches:
        """Return the first and last row of each stretch that is selected, in order."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({(one.top(), one.bottom()) for one in ranges})

    def id_at(self, row: int) -> int | None:
        """Return the id of a row, ``None`` outside the table."""
        ids = self._rows.ids
        return ids[row] if 0 <= row < len(ids) else None

    def kept(self) -> Kept:
        """Return by ids what is chosen and what stands at the top."""
        row = self.rowAt(0)
        return Kept(
            chosen=self.chosen(),
            current=self.id_at(self.currentIndex().row()),
            row=self.currentIndex().row(),
            top=self.id_at(row),
            offset=self.rowViewportPosition(row) if row >= 0 else 0,
        )

    def found_again(self, kept: Kept, most: int) -> tuple[Stretches, int | None]:
        """Return where the chosen rows and the current one are now.

        Of more than ``most`` stretches only the current row stays chosen: selecting them is slow.
        """
        rows = sorted(row for row in map(self._rows.row_of, kept.chosen) if row is not None)
        current = None if kept.current is None else self._rows.row_of(kept.current)
        stretches = runs(rows)
        if len(stretches) > most:
            stretches = [] if current is None else [(current, current)]
        return stretches, current

    def select_rows(self, stretches: Stretches, current: int) -> None:
        """Select rows, and put the keys on ``current``, where that is a row."""
        last = self._rows.columnCount() - 1
        selection = QItemSelection()
        for first, final in stretches:
            selection.select(self._rows.index(first, 0), self._rows.index(final, last))
        model = self.selectionModel()
        if current >= 0:
            index = self._rows.index(current, self._filler)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, CHOOSE)

    def scroll_to_top_of(self, identity: int | None, offset: int) -> None:
        """Let a row begin ``offset`` pixels below the top, where it is shown."""
        row = None if identity is None else self._rows.row_of(identity)
        if row is not None:
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - offset)

    @override
    @guard(QModelIndex)
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1,
        }
        if cursorAction in ends:
            return self._rows.index(ends[cursorAction], self._filler)
        return super().moveCursor(cursorAction, modifiers)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(menu_place(self, event))
