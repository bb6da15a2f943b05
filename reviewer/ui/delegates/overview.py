"""Paints a row of the overview: words, what they rest on, and a count with its bar."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.overview import Opens, OverviewRow
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown

ONE_LINE, TWO_LINES, HEADING = 28, 50, 32
"""Heights of rows."""

_SIDE = spacing.MEDIUM
_BAR, _BAR_HEIGHT = 160, 8
_LEAST_WORDS = 200
"""Room that words keep; what is left is the bar's."""


class OverviewDelegate(RowDelegate):
    """Paints the rows of an ``OverviewModel``; with ``two_lines`` all are equally high."""

    _font = Letters()
    _small = Letters(12)
    _bold = Letters(12, QFont.Weight.DemiBold)
    _number = Letters(tabular=True)

    def __init__(self, parent: QWidget, *, two_lines: bool = False) -> None:
        super().__init__(parent)
        self._two_lines = two_lines

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._two_lines:
            return QSize(100, grown(TWO_LINES))
        row = index.data(ROW_ROLE)
        height = ONE_LINE
        if isinstance(row, OverviewRow):
            height = TWO_LINES if row.second else ONE_LINE
            height = HEADING if row.opens is Opens.NOTHING else height
        return QSize(100, grown(height))

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, OverviewRow):
            return
        painter.save()
        painter.setClipRect(option.rect)
        if row.opens is Opens.NOTHING:
            self._paint_heading(painter, option, row)
        else:
            self.paint_ground(painter, option, index)
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: OverviewRow
    ) -> None:
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        block = WordBlock(row.first, self._bold, room.width(), lines=1)
        top = room.bottom() - block.height - spacing.TINY
        block.draw(painter, room.left(), top, theme_of(option.palette).muted_text)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: OverviewRow) -> None:
        whole = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        room = QRect(whole)
        if row.count is not None:
            self._paint_count(painter, option, row, whole, room)
        place = QStyle.visualRect(option.direction, whole, room)
        first = WordBlock(row.first, self._font, place.width(), lines=1, most_height=grown(20))
        if not row.second:
            first.draw(painter, place.left(), middle(place, first.height), self.ink(option))
            return
        second = WordBlock(row.second, self._small, place.width(), lines=1, most_height=grown(18))
        top = middle(place, first.height + second.height)
        first.draw(painter, place.left(), top, self.ink(option))
        second.draw(painter, place.left(), top + first.height, self.pale_ink(option))

    def _paint_count(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: OverviewRow,
        whole: QRect,
        room: QRect,
    ) -> None:
        """Paint number and bar at the end of the row, and leave the words what remains."""
        words = f"{row.count:,}"
        least = "000" if row.share is None else "00,000"
        metrics = QFontMetrics(self._number)
        width = max(metrics.horizontalAdvance(least), metrics.horizontalAdvance(words))
        box = QRect(room.right() - width + 1, room.top(), width, room.height())
        painter.setFont(self._number)
        painter.setPen(self.ink(option))
        place = QStyle.visualRect(option.direction, whole, box)
        at_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(option.direction, at_end)
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignAbsolute), words)
        room.setRight(box.left() - spacing.SMALL)
        most = min(grown(_BAR), room.width() - grown(_LEAST_WORDS))
        if row.share is None or most <= 0:
            return
        theme, height = theme_of(option.palette), grown(_BAR_HEIGHT)
        ground = QRect(room.right() - most + 1, room.center().y() - height // 2, most, height)
        bar = QRect(ground.left(), ground.top(), max(2, round(most * row.share)), height)
        painter.fillRect(QStyle.visualRect(option.direction, whole, ground), theme.badge)
        ink = theme.selection_text if self.is_chosen(option) else theme.accent
        painter.fillRect(QStyle.visualRect(option.direction, whole, bar), ink)
        room.setRight(ground.left() - spacing.MEDIUM)
