"""The files of an import: walked with the arrows, ticked with Space, all chosen ones at once."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.models.importing import ImportColumn, ImportTable
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_rows

_WIDTHS = {
    ImportColumn.FILE: 240,
    ImportColumn.SAID: 230,
    ImportColumn.TITLE: 200,
    ImportColumn.DATE: 100,
    ImportColumn.WORDS: 60,
    ImportColumn.KIND: 110,
    ImportColumn.ENCODING: 150,
}
_FLAG = QItemSelectionModel.SelectionFlag


class _FileNames(QStyledItemDelegate):
    """Cuts names in the middle: what a file is called at its end tells its kind."""

    @override
    @guard()
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class ImportFiles(QTableView):
    """Shows an ``ImportTable``; a click on a heading sorts by it."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table: ImportTable | None = None
        self.setAccessibleName(_("Files found"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegateForColumn(ImportColumn.FILE, _FileNames(self))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(rows, spacing.ROW)
        rows.hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setSectionsMovable(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.sortIndicatorChanged.connect(self._sort)

    def show_table(self, table: ImportTable) -> None:
        """Show the files of an import."""
        fresh = self._table is None
        self._table = table
        self.setModel(table)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentRowChanged.connect(self._tell)
        if fresh:
            for column, width in _WIDTHS.items():
                self.setColumnWidth(column, grown(width))

    def current(self) -> ImportRow | None:
        """Return the file one is at."""
        return self._table.row(self.currentIndex().row()) if self._table else None

    def chosen(self) -> list[ImportRow]:
        """Return the files that are chosen, in the order shown."""
        if self._table is None:
            return []
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in map(self._table.row, places) if row is not None]

    def choose(self, row: ImportRow | None) -> None:
        """Go to a file; to the first where it does not stand here."""
        if self._table is None or not self._table.rowCount():
            self._tell()
            return
        place = max(0, self._table.place_of(row))
        index = self._table.index(place, ImportColumn.FILE)
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
        self.scrollTo(index)

    def set_troubled_first(self, *, wanted: bool) -> None:
        """Let those to be looked at stand first; one is at the first of them then."""
        if self._table is not None:
            here = self.current()
            self._table.set_troubled_first(wanted=wanted)
            self.choose(None if wanted else here)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if self._table is not None:
            here = self.current()
            self._table.sort(column, order)
            self.choose(here)

    def _tell(self) -> None:
        self.chosen_changed.emit()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._table is not None:
            chosen = self.chosen() or [row for row in [self.current()] if row is not None]
            able = [row for row in chosen if row.is_readable and row.document is None]
            if able:
                self._table.tick(chosen, ticked=not all(row.ticked for row in able))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            last = self.model().rowCount() - 1
            place = last if event.key() == Qt.Key.Key_End else 0
            index = self.model().index(place, ImportColumn.FILE)
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
        else:
            super().keyPressEvent(event)
