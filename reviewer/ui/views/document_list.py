"""The document list itself: one table view, in two-line rows where it is narrow.

What is chosen and the place scrolled to are kept by the documents' ids, whatever happens to the
order. Enter opens here, Alt+Enter or the middle button beside; Ctrl+Enter is left to the window.
Letters go to the filter.
"""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates.documents import CellDelegate, DocumentDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.document_cells import COLUMN_TITLES, DocumentColumn
from reviewer.ui.models.documents import DocumentModel
from reviewer.ui.models.pages import runs
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.table_columns import TableColumns, Width

MOST_RUNS_KEPT = 1_000
WIDTHS = {
    DocumentColumn.STATUS: Width(104),
    DocumentColumn.NUMBER: Width(50),
    DocumentColumn.TITLE: Width(140, 260),
    DocumentColumn.POSTED: Width(118, 190),
    DocumentColumn.SOURCE: Width(92, 170),
    DocumentColumn.WORDS: Width(58, 70),
    DocumentColumn.PASSAGES: Width(76),
    DocumentColumn.SECOND_LOOK: Width(36),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is to be found again when the rows are others: documents, not rows."""

    chosen: list[int]
    current: int | None
    row: int
    top: int | None
    offset: int


class DocumentList(QTableView):
    """Shows a ``DocumentModel``; tells what the person wants done with a document."""

    open_here = Signal(int)
    open_beside = Signal(int)
    chosen_changed = Signal()
    typed = Signal(str)
    menu_wanted = Signal(QPoint)  # global position

    def __init__(self, model: DocumentModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._compact = False
        self._kept: _Kept | None = None
        self._narrow = DocumentDelegate(theme, self)
        self._wide = CellDelegate(theme, self)
        self._dress()
        self.setItemDelegate(self._wide)
        self.setModel(model)
        self.columns = TableColumns(
            self, DocumentColumn, COLUMN_TITLES, WIDTHS, DocumentColumn.TITLE
        )
        self._show_order()
        self.setSortingEnabled(True)
        model.ordered.connect(self._show_order)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._open)
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._tell_chosen)
        selection.currentRowChanged.connect(self._tell_chosen)
        self.set_compact(compact=True)

    def set_compact(self, *, compact: bool) -> None:
        """Show two-line rows of one column, or one-line rows of all."""
        if compact == self._compact:
            return
        self._compact = compact
        top = self._model.document_at(self.rowAt(0))
        delegate = self._narrow if compact else self._wide
        self.setItemDelegateForColumn(DocumentColumn.TITLE, delegate)
        self._set_row_height()
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if compact
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.columns.hold_back(alone=compact)
        self._scroll_to_top_of(top, 0)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _set_row_height(self) -> None:
        compact = self._narrow.row_height(self.font())
        height = compact if self._compact else grown(spacing.ROW)
        self.verticalHeader().setDefaultSectionSize(height)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._narrow.theme = self._wide.theme = theme
        self.viewport().update()

    def show_in_panes(self, documents: frozenset[int]) -> None:
        """Let the documents that stand in panes be found among the others, by bold titles."""
        if documents != self._narrow.in_panes:
            self._narrow.in_panes = documents
            self.viewport().update()

    def is_compact(self) -> bool:
        """Say whether rows have two lines."""
        return self._compact

    def chosen(self) -> list[int]:
        """Return the selected documents, the current one first."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        stretches = sorted({(one.top(), one.bottom()) for one in ranges})
        chosen = [
            document for first, last in stretches for document in self._model.ids[first : last + 1]
        ]
        current = self._model.document_at(self.currentIndex().row())
        if current in chosen:
            chosen.remove(current)
            chosen.insert(0, current)
        return chosen

    def choose(self, document: int) -> bool:
        """Select a document and scroll to it; says whether it is in the list."""
        row = self._model.row_of(document)
        if row is None:
            return False
        index = self._model.index(row, DocumentColumn.TITLE)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)
        return True

    def step(self, by: int) -> None:
        """Choose the row ``by`` rows further down; from nowhere, the first."""
        if self._model.rowCount() == 0:
            return
        current = self.currentIndex()
        row = current.row() + by if current.isValid() and self.chosen() else 0
        row = min(max(row, 0), self._model.rowCount() - 1)
        index = self._model.index(row, DocumentColumn.TITLE)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def _dress(self) -> None:
        self.setAccessibleName(_("Documents"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(spacing.ROW)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self._set_row_height()

    def _show_order(self) -> None:
        sort, descending = self._model.order
        column = next(column for column in DocumentColumn if column.sort is sort)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.columns.head.setSortIndicator(column, order)

    def _open(self, index: QModelIndex) -> None:
        document = self._model.document_at(index.row())
        if document is not None:
            self.open_here.emit(document)

    def _keep(self) -> None:
        """Note by ids what is chosen and what stands at the top, before the rows are others."""
        row = self.rowAt(0)
        self._kept = _Kept(
            chosen=self.chosen(),
            current=self._model.document_at(self.currentIndex().row()),
            row=self.currentIndex().row(),
            top=self._model.document_at(row),
            offset=self.rowViewportPosition(row) if row >= 0 else 0,
        )

    def _restore(self) -> None:
        """Choose again what was chosen, and go back to the place, or to the chosen row."""
        kept, self._kept = self._kept, None
        if kept is None:
            return
        rows = sorted(row for row in map(self._model.row_of, kept.chosen) if row is not None)
        current = None if kept.current is None else self._model.row_of(kept.current)
        stretches = runs(rows)
        if len(stretches) > MOST_RUNS_KEPT:
            stretches = [] if current is None else [(current, current)]
        self._select(stretches, kept.row if current is None else current)
        if not self._model.by_hand:
            self._scroll_to_top_of(kept.top, kept.offset)
        elif current is not None:
            self.scrollTo(self.currentIndex())

    def _select(self, stretches: list[tuple[int, int]], current: int) -> None:
        """Select rows; the keys go on from ``current``, or from where it was before it went."""
        last = len(DocumentColumn) - 1
        selection = QItemSelection()
        for first, final in stretches:
            selection.select(self._model.index(first, 0), self._model.index(final, last))
        model = self.selectionModel()
        row = min(current, self._model.rowCount() - 1)
        if row >= 0:
            index = self._model.index(row, DocumentColumn.TITLE)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, _CHOOSE)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    def _scroll_to_top_of(self, document: int | None, offset: int) -> None:
        row = None if document is None else self._model.row_of(document)
        if row is not None:
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - offset)

    @override
    @guard(QModelIndex)
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._model.rowCount() - 1,
        }
        if cursorAction in ends:
            return self._model.index(ends[cursorAction], DocumentColumn.TITLE)
        return super().moveCursor(cursorAction, modifiers)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~_KEYPAD
        if event.key() in _ENTER:
            self._enter(event, modifiers)
        elif _is_letter(event, modifiers):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> None:
        document = self._model.document_at(self.currentIndex().row())
        if document is not None and modifiers == _PLAIN:
            self.open_here.emit(document)
        elif document is not None and modifiers == Qt.KeyboardModifier.AltModifier:
            self.open_beside.emit(document)
        else:
            event.ignore()

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)
            return
        document = self._model.document_at(self.indexAt(event.position().toPoint()).row())
        if document is not None:
            self.open_beside.emit(document)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.lay_out()


def _is_letter(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
    """Say whether a key writes something; a space chooses a row and does not."""
    shifted = modifiers in (_PLAIN, Qt.KeyboardModifier.ShiftModifier)
    return shifted and event.text().isprintable() and bool(event.text().strip())
