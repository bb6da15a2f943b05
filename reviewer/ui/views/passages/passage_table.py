"""The table of passages itself: rows of two lines, chosen and found again by id.

A click or an arrow key chooses; Enter or a double click goes to the place in the document. Letters
go to the filter, as in the document list.
"""

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from typing_extensions import override

from reviewer.domain.passages import PassageRow, PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import _
from reviewer.ui.delegates.passages import ROW_HEIGHT, PassageDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.passage_columns import COLUMN_TITLES, HIDDEN_AT_FIRST, SORTS, PassageColumn
from reviewer.ui.models.passages import PassagesModel
from reviewer.ui.theme.growing import keep_rows
from reviewer.ui.views.passages.table_columns import TableColumns, Width
from reviewer.ui.views.pieces.command_keys import letters_typed
from reviewer.ui.views.pieces.lit_rows import LitRows
from reviewer.ui.views.pieces.row_table import CHOOSE, Kept, RowTable

MOST_RUNS_KEPT = 5_000
MOST_COPIED = 2_000
WIDTHS = {
    PassageColumn.NUMBER: Width(70, 78),
    PassageColumn.WORDS: Width(230, 460),
    PassageColumn.TAG: Width(130, 170),
    PassageColumn.DOCUMENT: Width(170, 230),
    PassageColumn.PLACE: Width(104),
    PassageColumn.ANALYST: Width(104, 130),
    PassageColumn.DATE: Width(98),
    PassageColumn.NOTE: Width(140, 220),
    PassageColumn.CHECKED: Width(108, 130),
    PassageColumn.NUMBER_TEXT: Width(90, 140),
    PassageColumn.LOW: Width(64),
    PassageColumn.HIGH: Width(64),
    PassageColumn.HARM: Width(90, 110),
    PassageColumn.GROUP: Width(90, 130),
    PassageColumn.SPEAKER: Width(120, 170),
    PassageColumn.ACCUSED: Width(120, 170),
    PassageColumn.VICTIMS: Width(110, 150),
    PassageColumn.ACT: Width(150, 230),
    PassageColumn.ACT_TYPE: Width(100, 130),
    PassageColumn.RESPONSE_KIND: Width(110, 150),
    PassageColumn.EVENT_DATE: Width(96, 120),
    PassageColumn.SAID_ON: Width(96, 120),
    PassageColumn.HAPPENED_AT: Width(110, 150),
    PassageColumn.EVENT: Width(130, 190),
    PassageColumn.QUESTION: Width(110, 160),
    PassageColumn.LINKS: Width(130, 200),
    PassageColumn.CONFIRMED: Width(110, 170),
}
GIVE_WAY = (
    PassageColumn.NOTE,
    PassageColumn.CHECKED,
    PassageColumn.ANALYST,
    PassageColumn.PLACE,
    PassageColumn.DATE,
    PassageColumn.DOCUMENT,
)
"""Which columns go first where there is no room for the words."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PassageColumns(TableColumns[PassageColumn]):
    """Columns that give way, one after the other, where the words would have too little room."""

    @override
    @guard()
    def lay_out(self) -> None:
        wanted = self._hidden
        self._hidden = wanted | self._too_many()
        try:
            super().lay_out()
        finally:
            self._hidden = wanted

    def _too_many(self) -> set[PassageColumn]:
        """Return what has to give way so that the others have their least width."""
        shown = [column for column in PassageColumn if self.is_shown(column)]
        needed = sum(self._given.get(column, WIDTHS[column].least) for column in shown)
        away: set[PassageColumn] = set()
        for column in GIVE_WAY:
            if needed <= self._table.viewport().width():
                break
            if column in shown:
                away.add(column)
                needed -= self._given.get(column, WIDTHS[column].least)
        return away


class PassageTable(RowTable):
    """Shows a ``PassagesModel``."""

    show_wanted = Signal(int)
    remove_wanted = Signal()
    retag_wanted = Signal()
    check_wanted = Signal(bool)  # the chosen ones are checked, or not

    def __init__(self, model: PassagesModel) -> None:
        super().__init__(model, PassageColumn.WORDS)
        self._model = model
        self._kept: Kept | None = None
        self._by_hand = False
        self.delegate = PassageDelegate(self)
        self.setAccessibleName(_("Table of passages"))
        keep_rows(self.verticalHeader(), ROW_HEIGHT)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.columns = PassageColumns(
            self, PassageColumn, COLUMN_TITLES, WIDTHS, PassageColumn.WORDS, HIDDEN_AT_FIRST
        )
        self.columns.head.setSectionsClickable(True)
        self.columns.head.setSortIndicatorShown(True)
        self.columns.head.sectionClicked.connect(self._sort_by)
        self.show_order()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._show)
        LitRows(self, self.delegate)
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._tell_chosen)
        selection.currentRowChanged.connect(self._tell_chosen)

    def chosen_count(self) -> int:
        """Return how many passages are selected."""
        return sum(last - first + 1 for first, last in self.chosen_rows())

    def current(self) -> PassageRow | None:
        """Return the chosen row that has the keys, else the first of those chosen."""
        chosen, current = self.selectionModel(), self.currentIndex()
        if not chosen.isRowSelected(current.row()) and chosen.hasSelection():
            return self._model.row(min(one.row() for one in chosen.selectedRows()))
        return self._model.row(current.row())

    def choose_first(self) -> None:
        """Choose the row that has the keys, or the first, unless something is chosen."""
        if self._model.rowCount() and not self.selectionModel().hasSelection():
            row = max(0, self.currentIndex().row())
            self.selectionModel().setCurrentIndex(self._model.index(row, 1), CHOOSE)

    def set_order(self, sort: PassageSort, *, descending: bool) -> None:
        """Order the rows; the chosen row stays in sight."""
        self._by_hand = True
        try:
            self._model.set_order(sort, descending=descending)
        finally:
            self._by_hand = False
        self.show_order()

    def set_filter(self, chosen: PassageFilter) -> None:
        """Show the passages that pass; what was chosen and passes stays chosen and in sight."""
        self._by_hand = True
        try:
            self._model.set_filter(chosen)
        finally:
            self._by_hand = False
        self.delegate.sought = tuple(chosen.words.split())
        self.viewport().update()

    def show_order(self) -> None:
        """Mark the head the rows are ordered by."""
        sort, descending = self._model.order
        column = next(one for one in reversed(PassageColumn) if SORTS.get(one) is sort)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.columns.head.setSortIndicator(column, order)

    def _sort_by(self, section: int) -> None:
        sort = SORTS.get(PassageColumn(section))
        if sort is None:
            self.show_order()
            return
        now, descending = self._model.order
        self.set_order(sort, descending=sort is now and not descending)

    def _show(self, index: QModelIndex) -> None:
        passage = self.id_at(index.row())
        if passage is not None:
            self.show_wanted.emit(passage)

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    def _keep(self) -> None:
        self._kept = self.kept()

    def _restore(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        stretches, current = self.found_again(kept, MOST_RUNS_KEPT)
        row = min(kept.row if current is None else current, self._model.rowCount() - 1)
        if not stretches and kept.chosen and row >= 0 and not self._by_hand:
            stretches = [(row, row)]
        row = row if stretches else -1
        self.select_rows(stretches, row)
        self.delegate.current = row
        self.delegate.hovered = -1
        self.chosen_changed.emit()
        if not self._by_hand:
            self.scroll_to_top_of(kept.top, kept.offset)
        elif current is not None:
            self.scrollTo(self._model.index(current, PassageColumn.WORDS))
        else:
            self.scrollToTop()

    def _copy(self) -> None:
        """Copy the words of what is chosen, one passage a line."""
        places = map(self._model.row_of, self.chosen()[:MOST_COPIED])
        found = [self._model.row(row) for row in sorted(row for row in places if row is not None)]
        QGuiApplication.clipboard().setText("\n".join(one.quote for one in found if one))

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~_KEYPAD
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif modifiers not in (_PLAIN, _SHIFT) or not self._take(event, modifiers):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        """Do what a plain key does here; says whether it does anything."""
        if event.key() in _ENTER and modifiers == _PLAIN:
            self._show(self.currentIndex())
        elif event.key() in _REMOVE and modifiers == _PLAIN:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_T and modifiers == _SHIFT:
            self.retag_wanted.emit()
        elif event.key() == Qt.Key.Key_V:
            self.check_wanted.emit(modifiers == _PLAIN)
        elif letters_typed(event):
            self.typed.emit(event.text())
        else:
            return False
        return True

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.lay_out()
