"""Paints what a change did: labels and values on as many lines as they need, headings across."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters
from reviewer.ui.theme.mirroring import leading

_ASIDE, _ABOVE = spacing.SMALL, 3
_ABOVE_HEADING = spacing.SMALL


class ChangeDelegate(QStyledItemDelegate):
    """Every row is as high as its longest value; the rows in ``headings`` span the table."""

    _font = Letters()
    _bold = Letters(weight=QFont.Weight.DemiBold)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.headings: frozenset[int] = frozenset()
        self._table = table

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        whole = self._table.viewport().width() if index.row() in self.headings else 0
        width = whole or self._table.columnWidth(index.column())
        height = self._laid_out(index, width - 2 * _ASIDE).boundingRect().height()
        return QSize(width, round(height) + self._above(index) + _ABOVE)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, role = QRect(option.rect), QPalette.ColorRole.Text
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.highlight())
            role = QPalette.ColorRole.HighlightedText
        painter.setPen(option.palette.color(role))
        layout = self._laid_out(index, rect.width() - 2 * _ASIDE)
        layout.draw(painter, QPointF(rect.left() + _ASIDE, rect.top() + self._above(index)))

    def _above(self, index: Index) -> int:
        return _ABOVE_HEADING if index.row() in self.headings else _ABOVE

    def _laid_out(self, index: Index, width: int) -> QTextLayout:
        words = str(index.data() or "")
        layout = QTextLayout(words, self._bold if index.row() in self.headings else self._font)
        option = QTextOption(leading())
        ways = Qt.LayoutDirection
        leftward = direction_of(words) is Direction.RIGHT_TO_LEFT
        option.setTextDirection(ways.RightToLeft if leftward else ways.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout
