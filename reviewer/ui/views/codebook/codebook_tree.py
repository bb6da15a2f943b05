"""The tree of tags itself: chosen and moved by keys or by drag, found again by id.

Keys that act here are commands of the scope ``codebook``; where they cover keys of the window
(Alt+Left goes back everywhere else) the tree takes them first. Letters go to the filter.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.codebook import CodebookDelegate
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.codebook import CodebookModel, TagRow
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.pieces.command_keys import CommandKeys, letters_typed
from reviewer.ui.views.pieces.lit_rows import menu_place

_BAR = 3
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class CodebookTree(QTreeView):
    """Shows a ``CodebookModel``; one tag is chosen at a time.

    ``runs`` says whether a key of that name runs anything here.
    """

    chosen_changed = Signal()
    passages_wanted = Signal(int)  # the number of a tag's passages was pressed twice
    edit_wanted = Signal()
    menu_wanted = Signal(QPoint)  # global position
    typed = Signal(str)
    command_wanted = Signal(str)  # the name of a key that runs something here

    def __init__(self, model: CodebookModel, runs: Callable[[str], bool]) -> None:
        super().__init__()
        self._model = model
        self._keys = CommandKeys(self, runs)
        self._delegate = CodebookDelegate(self)
        self._closed: set[int] = set()
        self._kept: int | None = None
        self._beside: list[int] = []
        self._place = 0
        self._hovered = QModelIndex()
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_open)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def chosen(self) -> int | None:
        """Return the tag that is selected."""
        rows = self.selectionModel().selectedRows()
        return self._model.data(rows[0], ID_ROLE) if rows else None  # type: ignore[return-value]

    def choose(self, tag: int) -> bool:
        """Select a tag and bring it into sight; says whether it is shown at all."""
        index = self._model.index_of(tag)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Select the first tag that fits, unless one is selected."""
        fitting = self._model.fitting()
        if not self.selectionModel().hasSelection() and fitting:
            self.choose(fitting[0])

    def _dress(self) -> None:
        set_surface(self, "panel")
        self.setAccessibleName(_("Tags"))
        # Asked for here, so that Python knows whose it is: found by way of the focus chain alone it
        # would be deleted with the Python object, and the tree paints no more without it.
        self.header().hide()
        self.setUniformRowHeights(True)
        self.setIndentation(spacing.LARGE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(600)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def _keep(self) -> None:
        """Remember what is chosen, and what stands around it in case it goes."""
        self._kept, self._place = self.chosen(), self.verticalScrollBar().value()
        self._beside = []
        if self._kept is not None:
            index = self._model.index_of(self._kept)
            row = index.row()
            around = (index.siblingAtRow(row + 1), index.siblingAtRow(row - 1), index.parent())
            self._beside = [one.data(ID_ROLE) for one in around if one.isValid()]

    def _restore(self) -> None:
        self._hovered = QModelIndex()
        closed, self._closed = self._closed, set()
        self.expandAll()
        if not self._model.words:
            for tag in closed:
                self.collapse(self._model.index_of(tag))
        self._closed = closed
        self.verticalScrollBar().setValue(self._place)
        for tag in [] if self._kept is None else [self._kept, *self._beside]:
            if self.choose(tag):
                break
        self.chosen_changed.emit()

    def _note_closed(self, index: QModelIndex) -> None:
        self._closed.add(index.data(ID_ROLE))

    def _note_open(self, index: QModelIndex) -> None:
        self._closed.discard(index.data(ID_ROLE))

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    @override
    @guard()
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the whole row, from the edge of the tree, and then what it says."""
        theme, row = theme_of(self.palette()), QRect(options.rect)
        row.setLeft(0)
        row.setRight(self.viewport().width())
        if self.selectionModel().isSelected(index):
            painter.fillRect(row, theme.selection)
        elif index == self._hovered:
            painter.fillRect(row, theme.hover)
        super().drawRow(painter, options, index)
        if self.hasFocus() and index == self.currentIndex():
            left = row.right() - _BAR if self.isRightToLeft() else 0
            painter.fillRect(QRect(left, row.top(), _BAR, row.height()), theme.focus)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self._keys.command(event)
        if name:
            self.command_wanted.emit(name)
        elif letters_typed(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(row, TagRow):
            super().mouseDoubleClickEvent(event)
        elif self._count_box(index, row).contains(at):
            self.passages_wanted.emit(row.tag.id)
        elif self.visualRect(index).contains(at):
            self.edit_wanted.emit()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    @override
    @guard(fallback=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(menu_place(self, event))
            return
        if not self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.clearSelection()
        self.menu_wanted.emit(event.globalPos())

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    def _count_box(self, index: QModelIndex, row: TagRow) -> QRect:
        return self._delegate.count_box(self.visualRect(index), row, self.layoutDirection())

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()
