"""Paints a row of an event's page: a question, a range, what a source says, or why nothing."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.marks import paint_state
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.event_page import MARKS, PageRow, RowKind
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import our_way, placed

HEADING_HEIGHT, ROW_HEIGHT, LINE_HEIGHT = 52, 50, 30
_LINE = 21
_MARK = 11
_LABEL = 60
_HEADINGS = (RowKind.QUESTION, RowKind.LOOSE)
_OURS = (RowKind.RANGE, RowKind.WORKING, RowKind.RATING)


class EventPageDelegate(RowDelegate):
    """Paints the rows of an event's page; what nobody confirmed stands in italics."""

    _heading = Letters(15, QFont.Weight.DemiBold)
    _font = Letters()
    _small = Letters(12)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        self.paint_ground(painter, option, index)
        if isinstance(row, PageRow):
            self._paint_row(painter, option, row)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        if isinstance(row, PageRow) and row.kind in _HEADINGS:
            return QSize(0, grown(HEADING_HEIGHT))
        two = isinstance(row, PageRow) and bool(row.second)
        return QSize(0, grown(ROW_HEIGHT if two else LINE_HEIGHT))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: PageRow) -> None:
        rect = QRect(option.rect)
        room = rect.adjusted(spacing.MEDIUM, 0, -spacing.MEDIUM, 0)
        inset = 0 if row.kind in _HEADINGS else grown(_MARK) + spacing.SMALL
        label = grown(_LABEL) if row.label else 0
        flag = self._paint_flag(painter, option, row, room)
        width = max(1, room.width() - inset - label - flag)
        font = QFont(self._heading if row.kind in _HEADINGS else self._font)
        font.setItalic(row.hollow)
        if row.kind in _OURS:
            font.setWeight(QFont.Weight.Medium)
        height = grown(_LINE)
        first = WordBlock(our_way(row.first), font, width, lines=1, most_height=height)
        second = WordBlock(our_way(row.second), self._small, width, lines=1, most_height=height)
        total = first.height + (second.height if row.second else 0)
        top = middle(rect, total)
        state = MARKS.get(row.kind)
        ink, pale = self.ink(option), self.pale_ink(option)
        quiet = row.kind in (RowKind.BELOW, RowKind.NOT_CHECKED, RowKind.CHECKED)
        if state is not None:
            side = grown(_MARK)
            box = QRect(room.left(), round(top + (first.height - side) / 2), side, side)
            paint_state(
                painter,
                QRectF(placed(room, box)),
                state,
                pale if quiet else ink,
                hollow=row.hollow,
            )
        if label:
            number = WordBlock(row.label, self._small, label, lines=1, most_height=height)
            at = placed(room, QRect(room.left() + inset, room.top(), label, 1))
            number.draw(painter, at.left(), top + (first.height - number.height) / 2, pale)
        at = placed(room, QRect(room.left() + inset + label, room.top(), width, 1))
        first.draw(painter, at.left(), top, pale if quiet else ink)
        if row.second:
            second.draw(painter, at.left(), top + first.height, pale)

    def _paint_flag(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PageRow, room: QRect
    ) -> int:
        """Paint what stands at the far end; returns the room it takes."""
        if not row.flag:
            return 0
        width = QFontMetricsF(self._small).horizontalAdvance(row.flag) + spacing.SMALL
        width = min(round(width), room.width() // 3)
        block = WordBlock(row.flag, self._small, width, lines=1, most_height=grown(_LINE))
        ink = self.pale_ink(option)
        if row.kind is RowKind.QUESTION and not self.is_chosen(option):
            ink = theme_of(option.palette).warning
        at = placed(room, QRect(room.right() - width + 1, room.top(), width, 1))
        block.draw(painter, at.left(), middle(option.rect, block.height), ink)
        return width + spacing.SMALL
