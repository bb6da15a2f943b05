"""The grid of what each document says: cells walked by keys, heads that stay in sight.

The head of a row is reached by going on past the first cell; there Enter opens the questions of
the event. Keys that act here are commands of the scope ``compare``.
"""

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from reviewer.domain.comparisons import GridColumn, GridRow
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.comparison import CELL_HEIGHT, CELL_WIDTH, ComparisonDelegate
from reviewer.ui.delegates.rows import WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.comparison import ComparisonModel
from reviewer.ui.models.dates import shown
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import our_way, turned
from reviewer.ui.views.pieces.command_keys import CommandKeys
from reviewer.ui.views.pieces.lit_rows import menu_place
from reviewer.ui.wording import announce, isolated

HEAD_WIDTH, HEAD_HEIGHT = 240, 52
_LINE = 21
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Heads(QHeaderView):
    """Heads of rows or columns on two lines, painted like the cells beside them."""

    _font = Letters(weight=QFont.Weight.Medium)
    _small = Letters(12)

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.at = -1  # the row whose head has the keys
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = orientation == Qt.Orientation.Vertical
        self.setDefaultSectionSize(grown(CELL_HEIGHT if rows else CELL_WIDTH))
        self.setMinimumSectionSize(grown(CELL_HEIGHT if rows else CELL_WIDTH))

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(grown(HEAD_WIDTH), 0)
        return QSize(0, grown(HEAD_HEIGHT))

    @override
    @guard()
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = theme_of(self.palette())
        painter.save()
        painter.setClipRect(rect)
        with_keys = logicalIndex == self.at
        painter.fillRect(rect, theme.selection if with_keys else theme.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        side = rect.left() if turned() else rect.right()
        painter.fillRect(QRect(side, rect.top(), 1, rect.height()), theme.line)
        row = self.model().headerData(logicalIndex, self.orientation(), ROW_ROLE)
        first, second, flagged = _lines(row)
        width = max(1, rect.width() - 2 * spacing.SMALL)
        height = grown(_LINE)
        above = WordBlock(our_way(first), self._font, width, lines=1, most_height=height)
        below = WordBlock(our_way(second), self._small, width, lines=1, most_height=height)
        top = middle(rect, above.height + (below.height if second else 0))
        left = rect.left() + spacing.SMALL
        ink = theme.selection_text if with_keys else theme.text
        pale = theme.selection_text if with_keys else theme.muted_text
        above.draw(painter, left, top, ink)
        if second:
            flag_ink = theme.warning if flagged and not with_keys else pale
            below.draw(painter, left, top + above.height, flag_ink)
        painter.restore()


def _lines(row: object) -> tuple[str, str, bool]:
    """Return what a head shows on its two lines, and whether the second warns."""
    if isinstance(row, GridRow):
        differ = _("Accounts differ") if row.differ else ""
        return (
            isolated(row.name),
            _(" · ").join(part for part in (differ, shown(row.date)) if part),
            row.differ,
        )
    if isinstance(row, GridColumn):
        parts = (row.label, shown(row.posted))
        title = isolated(row.title or row.label)
        return title, _(" · ").join(part for part in parts if part), False
    return "", "", False


class ComparisonTable(QTableView):
    """Shows a ``ComparisonModel``; ``runs`` says whether a key of that name runs anything here."""

    chosen_changed = Signal()
    command_wanted = Signal(str)
    read_wanted = Signal()  # a cell was pressed twice
    questions_wanted = Signal(int)  # the head of a row was pressed, or Enter on it
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ComparisonModel, runs: Callable[[str], bool]) -> None:
        super().__init__()
        self._model = model
        self._keys = CommandKeys(self, runs)
        self._rows = _Heads(Qt.Orientation.Vertical, self)
        self._columns = _Heads(Qt.Orientation.Horizontal, self)
        self.setVerticalHeader(self._rows)
        self.setHorizontalHeader(self._columns)
        self.setModel(model)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setAccessibleName(_("What each document says"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._moved)
        self._rows.sectionClicked.connect(self._head_pressed)
        self.doubleClicked.connect(self._read)

    def place(self) -> tuple[int, int]:
        """Return the row and column one is at, -1 for none."""
        index = self.currentIndex()
        return index.row(), index.column()

    def places(self) -> list[tuple[int, int]]:
        """Return the cells chosen, in order of rows; the one that one is at without any."""
        chosen = sorted((one.row(), one.column()) for one in self.selectedIndexes())
        here = self.place()
        return chosen or ([here] if here[0] >= 0 else [])

    def at_head(self) -> bool:
        """Say whether one is at the head of a row."""
        return self._rows.at >= 0

    def go(self, row: int, column: int) -> None:
        """Go to a cell, where there is one."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        if rows and columns:
            index = self._model.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)

    def _enter_head(self) -> None:
        """Go from the first cell of a row to its head."""
        row = self.currentIndex().row()
        self._rows.at = row
        self.clearSelection()
        self._rows.viewport().update()
        name = self._model.headerData(
            row, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole
        )
        announce(self, str(name or ""))
        self.chosen_changed.emit()

    def _leave_head(self) -> None:
        row, self._rows.at = self._rows.at, -1
        self._rows.viewport().update()
        if row >= 0:
            self.go(row, 0)

    def _head_pressed(self, row: int) -> None:
        found = self._model.row(row)
        if found is not None:
            self.questions_wanted.emit(found.id)

    def _moved(self, current: QModelIndex) -> None:
        if self._rows.at >= 0 and self._rows.at != current.row():
            self._rows.at = -1
            self._rows.viewport().update()
        self.chosen_changed.emit()

    def _tell(self) -> None:
        self.chosen_changed.emit()

    def _read(self) -> None:
        self.read_wanted.emit()

    def _at_head(self, event: QKeyEvent) -> bool:
        """Do what a key does at the head of a row; says whether it does anything there."""
        onward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        row = self._rows.at
        if event.key() in _ENTER:
            self._head_pressed(row)
        elif event.key() == onward:
            self._leave_head()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            following = row + step
            if 0 <= following < self._model.rowCount():
                self._rows.at = following
                self.setCurrentIndex(self._model.index(following, 0))
                self._enter_head()
        else:
            return False
        return True

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self._keys.command(event)
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if self._rows.at >= 0 and self._at_head(event):
            return
        if event.key() == back and self.currentIndex().column() == 0 and not event.modifiers():
            self._enter_head()
        elif name:
            self.command_wanted.emit(name)
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(menu_place(self, event))
