"""The document list itself: one table view, in two-line rows where it is narrow.

What is chosen and the place scrolled to are kept by the documents' ids, whatever happens to the
order. Enter opens here, Alt+Enter or the middle button beside; Ctrl+Enter is left to the window.
Letters go to the filter.
"""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates.documents import CellDelegate, DocumentDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.document_cells import COLUMN_TITLES, SELDOM_SHOWN, DocumentColumn
from reviewer.ui.models.documents import DocumentModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.table_columns import TableColumns, Width
from reviewer.ui.views.pieces.command_keys import letters_typed
from reviewer.ui.views.pieces.row_table import CHOOSE, Kept, RowTable

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
    DocumentColumn.ORIGIN: Width(96, 140),
    DocumentColumn.AUTHOR: Width(92, 150),
    DocumentColumn.LANGUAGE: Width(80, 110),
    DocumentColumn.KIND: Width(90, 130),
    DocumentColumn.CAME_WITH: Width(110, 190),
    DocumentColumn.CAPTURED: Width(118, 190),
    DocumentColumn.IMPORTED: Width(118, 150),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class DocumentList(RowTable):
    """Shows a ``DocumentModel``; tells what the person wants done with a document."""

    open_here = Signal(int)
    open_beside = Signal(int)

    def __init__(self, model: DocumentModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, DocumentColumn.TITLE, parent)
        self._model = model
        self._compact = False
        self._followed: int | None = None
        self._kept: Kept | None = None
        self._narrow = DocumentDelegate(theme, self)
        self._wide = CellDelegate(theme, self)
        self._dress()
        self.setItemDelegate(self._wide)
        self.setModel(model)
        self.columns = TableColumns(
            self,
            DocumentColumn,
            COLUMN_TITLES,
            WIDTHS,
            DocumentColumn.TITLE,
            hidden=SELDOM_SHOWN,
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
        self.scroll_to_top_of(top, 0)

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
            self._narrow.in_panes = self._model.in_panes = documents
            self.viewport().update()

    def is_compact(self) -> bool:
        """Say whether rows have two lines."""
        return self._compact

    def choose(self, document: int) -> bool:
        """Select a document and scroll to it; says whether it is in the list."""
        row = self._model.row_of(document)
        if row is None:
            return False
        index = self._model.index(row, DocumentColumn.TITLE)
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.scrollTo(index)
        return True

    def follow(self, document: int | None) -> None:
        """Highlight the document that is read now, unless somebody is at work in the list."""
        if document is None or document == self._followed:
            return
        self._followed = document
        if not self.hasFocus() and len(self.chosen()) < 2:
            self.choose(document)

    def step(self, by: int) -> None:
        """Choose the row ``by`` rows further down; from nowhere, the first."""
        if self._model.rowCount() == 0:
            return
        current = self.currentIndex()
        row = current.row() + by if current.isValid() and self.chosen() else 0
        row = min(max(row, 0), self._model.rowCount() - 1)
        index = self._model.index(row, DocumentColumn.TITLE)
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.scrollTo(index)

    def _dress(self) -> None:
        self.setAccessibleName(_("Documents"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setWordWrap(False)
        self.verticalHeader().setMinimumSectionSize(spacing.ROW)
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
        self._kept = self.kept()

    def _restore(self) -> None:
        """Choose again what was chosen, and go back to the place, or to the chosen row."""
        kept, self._kept = self._kept, None
        if kept is None:
            return
        stretches, current = self.found_again(kept, MOST_RUNS_KEPT)
        # The keys go on from the current row, or from where it was before it went.
        row = kept.row if current is None else current
        self.select_rows(stretches, min(row, self._model.rowCount() - 1))
        self._tell_chosen()
        if not self._model.by_hand:
            self.scroll_to_top_of(kept.top, kept.offset)
        elif current is not None:
            self.scrollTo(self.currentIndex())

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~_KEYPAD
        if event.key() in _ENTER:
            self._enter(event, modifiers)
        elif letters_typed(event):
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.lay_out()
