"""Paints the passages table: the words on two lines in their own direction, tags by mark and name.

Delegates only paint. What a cell says in words comes from the model, for screen readers too.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer.domain.passages import Anchor, PassageRow
from reviewer.environment.clock import local_time
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle, places_of
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.passages import PassageColumn
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import interface_font
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.views.tag_chips import MARK, paint_mark

ROW_HEIGHT = 48
_MARKER, _MARKER_ON_CHOSEN = 0.28, 0.6
_SIDE = spacing.SMALL

Paint = Callable[[QPainter, QStyleOptionViewItem, QRect, PassageRow, str], None]


class PassageDelegate(RowDelegate):
    """Paints every column; ``sought`` are the words the table is filtered by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sought: tuple[str, ...] = ()
        self._font = interface_font()
        self._small = interface_font(12)
        self._digits = interface_font(12, tabular=True)
        self._painters: Mapping[PassageColumn, Paint] = {
            PassageColumn.NUMBER: self._paint_number,
            PassageColumn.WORDS: self._paint_words,
            PassageColumn.TAG: self._paint_tag,
            PassageColumn.DOCUMENT: self._paint_title,
            PassageColumn.PLACE: self._paint_place,
            PassageColumn.ANALYST: self._paint_block,
            PassageColumn.DATE: self._paint_date,
            PassageColumn.NOTE: self._paint_note,
        }

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.paint_ground(painter, option, index)
        words = str(index.data() or "")
        row = index.data(ROW_ROLE)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if not isinstance(row, PassageRow):
            self._paint_line(painter, room, words, self.pale_ink(option), self._font)
            return
        painter.save()
        painter.setClipRect(option.rect)
        self._painters[PassageColumn(index.column())](painter, option, room, row, words)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._font)
        return QSize(metrics.horizontalAdvance(str(index.data() or "")) + 2 * _SIDE, ROW_HEIGHT)

    def _paint_number(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        self._paint_line(painter, room, words, self.pale_ink(option), self._digits)
        if row.anchor is Anchor.NOT_CERTAIN:
            size = spacing.ICON_SMALL
            where = QRect(room.left(), room.bottom() - size - 2, size, size)
            paint_icon(painter, where, "warning", theme_of(option.palette).warning)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        del row
        theme = theme_of(option.palette)
        marker = QColor(theme.page if self.is_chosen(option) else theme.warning)
        marker.setAlphaF(_MARKER_ON_CHOSEN if self.is_chosen(option) else _MARKER)
        found = places_of(self.sought, words)
        block = WordBlock(words, self._font, room.width(), turned=True, found=found, marker=marker)
        block.draw(painter, room.left(), middle(option.rect, block.height), self.ink(option))

    def _paint_tag(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        mark = QRect(room.left(), round(middle(option.rect, MARK)), MARK, MARK)
        paint_mark(painter, mark, row.tag_colour, theme_of(option.palette))
        room = room.adjusted(MARK + 6, 0, 0, 0)
        self._paint_two_lines(painter, option, room, words, self.ink(option), self._font)

    def _paint_block(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        del row
        self._paint_two_lines(painter, option, room, words, self.ink(option), self._font)

    def _paint_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        del row
        block = WordBlock(words, self._font, room.width(), turned=True)
        block.draw(painter, room.left(), middle(option.rect, block.height), self.ink(option))

    def _paint_place(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        sure = row.anchor is Anchor.SURE
        ink = self.pale_ink(option)
        if not sure and not self.is_chosen(option):
            ink = theme_of(option.palette).warning
        self._paint_two_lines(painter, option, room, words, ink, self._small)

    def _paint_date(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        del words
        day, _space, time = local_time(row.created_at).partition(" ")
        ink, line = self.pale_ink(option), QFontMetrics(self._digits).height()
        top = round(middle(option.rect, 2 * line))
        upper = QRect(room.left(), top, room.width(), line)
        self._paint_line(painter, upper, day, ink, self._digits)
        self._paint_line(painter, upper.translated(0, line), time, ink, self._digits)

    def _paint_note(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        row: PassageRow,
        words: str,
    ) -> None:
        del row
        block = WordBlock(words, self._small, room.width(), turned=True)
        block.draw(painter, room.left(), middle(option.rect, block.height), self.pale_ink(option))

    def _paint_two_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        words: str,
        ink: QColor,
        font: QFont,
    ) -> None:
        block = WordBlock(words, font, room.width())
        block.draw(painter, room.left(), middle(option.rect, block.height), ink)

    def _paint_line(
        self, painter: QPainter, room: QRect, words: str, ink: QColor, font: QFont
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
