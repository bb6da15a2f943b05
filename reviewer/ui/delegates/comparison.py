"""Paints a cell of the grid: the state's mark, what the source says, and who says so below."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer.domain.comparisons import CellState
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.marks import paint_state
from reviewer.ui.delegates.rows import Index, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.comparison import CellWords
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import our_way, placed

CELL_HEIGHT, CELL_WIDTH = 54, 208
MARK = 11
_LINE = 21
_RING = 2


class ComparisonDelegate(QStyledItemDelegate):
    """Paints the cells of a ``ComparisonModel``; what nobody confirmed stands in italics."""

    _font = Letters()
    _small = Letters(12)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = index.data(ROW_ROLE)
        if not isinstance(words, CellWords):
            return
        rect, theme = QRect(option.rect), theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        says = words.state is CellState.SAYS
        if chosen:
            painter.fillRect(rect, theme.selection)
        elif not says:
            painter.fillRect(rect, theme.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        side = rect.left() if option.widget.isRightToLeft() else rect.right()
        painter.fillRect(QRect(side, rect.top(), 1, rect.height()), theme.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = rect.adjusted(0, 0, -1, -1)
            for one in range(_RING):
                painter.setPen(theme.focus)
                painter.drawRect(ring.adjusted(one, one, -one, -one))
        ink = theme.selection_text if chosen else (theme.text if says else theme.muted_text)
        pale = theme.selection_text if chosen else theme.muted_text
        room = rect.adjusted(spacing.SMALL, spacing.TINY, -spacing.SMALL, -spacing.TINY)
        first = self._block(words.first(), room, slanted=words.hollow, small=not says)
        second = self._block(words.second(), room, slanted=words.hollow, small=True)
        height = first.height + (second.height if words.second() else 0)
        top = middle(room, height)
        mark = grown(MARK)
        box = placed(
            room,
            QRect(room.left(), round(top + (first.height - mark) / 2), mark, mark),
        )
        paint_state(painter, QRectF(box), words.state, ink, hollow=words.hollow)
        left = placed(room, QRect(room.left() + self._inset(), room.top(), self._width(room), 1))
        first.draw(painter, left.left(), top, ink)
        if words.second():
            second.draw(painter, left.left(), top + first.height, pale)
        painter.restore()

    def _inset(self) -> int:
        return grown(MARK) + spacing.SMALL

    def _width(self, room: QRect) -> int:
        return max(1, room.width() - self._inset())

    def _block(self, words: str, room: QRect, *, slanted: bool, small: bool) -> WordBlock:
        font = QFont(self._small if small else self._font)
        font.setItalic(slanted)
        return WordBlock(our_way(words), font, self._width(room), lines=1, most_height=grown(_LINE))
