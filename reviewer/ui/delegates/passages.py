"""Paints the passages table: the words on two lines in their own direction, tags by mark and name.

What only a rule read stands in slanted letters.

Delegates only paint. What a cell says in words comes from the model, for screen readers too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer.domain.passages import Anchor, PassageRow
from reviewer.environment.clock import local_time
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle, places_of
from reviewer.ui.guard import guard
from reviewer.ui.models import ONLY_READ_ROLE, ROW_ROLE
from reviewer.ui.models.passage_columns import HIDDEN_AT_FIRST, PassageColumn
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated

ROW_HEIGHT = 48
_MARKER, _MARKER_ON_CHOSEN = 0.28, 0.6
_SIDE = spacing.SMALL


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one cell is painted from: ``room`` is what its margins leave."""

    painter: QPainter
    option: QStyleOptionViewItem
    room: QRect
    row: PassageRow
    words: str
    only_read: bool

    @property
    def theme(self) -> Theme:
        """The theme of the palette it is painted with."""
        return theme_of(self.option.palette)

    def placed(self, part: QRect) -> QRect:
        """Return where a part of the cell stands, which is the other side in a turned window."""
        return placed(self.option.rect, part)


Paint = Callable[[_Cell], None]


class PassageDelegate(RowDelegate):
    """Paints every column; ``sought`` are the words the table is filtered by."""

    _font = Letters()
    _small = Letters(12)
    _digits = Letters(12, tabular=True)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sought: tuple[str, ...] = ()
        self._painters: Mapping[PassageColumn, Paint] = {
            PassageColumn.NUMBER: self._paint_number,
            PassageColumn.WORDS: self._paint_words,
            PassageColumn.TAG: self._paint_tag,
            PassageColumn.DOCUMENT: self._paint_title,
            PassageColumn.PLACE: self._paint_place,
            PassageColumn.ANALYST: self._paint_analyst,
            PassageColumn.DATE: self._paint_date,
            PassageColumn.NOTE: self._paint_note,
            PassageColumn.CHECKED: self._paint_checked,
            **dict.fromkeys(HIDDEN_AT_FIRST, self._paint_carried),
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
        only_read = bool(index.data(ONLY_READ_ROLE))
        cell = _Cell(painter, option, room, row, words, only_read)
        self._painters[PassageColumn(index.column())](cell)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._font)
        return QSize(
            metrics.horizontalAdvance(str(index.data() or "")) + 2 * _SIDE, grown(ROW_HEIGHT)
        )

    def _paint_number(self, cell: _Cell) -> None:
        ink = self.pale_ink(cell.option)
        self._paint_line(cell.painter, cell.room, cell.words, ink, self._digits)
        if cell.row.anchor is Anchor.NOT_CERTAIN:
            size = grown(spacing.ICON_SMALL)
            where = QRect(cell.room.left(), cell.room.bottom() - size - 2, size, size)
            paint_icon(cell.painter, cell.placed(where), "warning", cell.theme.warning)

    def _paint_words(self, cell: _Cell) -> None:
        chosen = self.is_chosen(cell.option)
        marker = QColor(cell.theme.page if chosen else cell.theme.warning)
        marker.setAlphaF(_MARKER_ON_CHOSEN if chosen else _MARKER)
        found = places_of(self.sought, cell.words)
        block = WordBlock(
            cell.words, self._font, cell.room.width(), turned=True, found=found, marker=marker
        )
        self._draw(block, cell, cell.room, self.ink(cell.option))

    def _paint_tag(self, cell: _Cell) -> None:
        side = grown(MARK)
        mark = QRect(cell.room.left(), round(middle(cell.option.rect, side)), side, side)
        paint_mark(cell.painter, cell.placed(mark), cell.row.tag_colour, cell.theme)
        room = cell.room.adjusted(side + 6, 0, 0, 0)
        block = WordBlock(cell.words, self._font, room.width())
        self._draw(block, cell, room, self.ink(cell.option))

    def _paint_analyst(self, cell: _Cell) -> None:
        block = WordBlock(cell.words, self._font, cell.room.width())
        self._draw(block, cell, cell.room, self.ink(cell.option))

    def _paint_title(self, cell: _Cell) -> None:
        block = WordBlock(cell.words, self._font, cell.room.width(), turned=True)
        self._draw(block, cell, cell.room, self.ink(cell.option))

    def _paint_carried(self, cell: _Cell) -> None:
        font = QFont(self._font)
        font.setItalic(cell.only_read)
        block = WordBlock(cell.words, font, cell.room.width(), turned=True)
        self._draw(block, cell, cell.room, self.ink(cell.option))

    def _paint_place(self, cell: _Cell) -> None:
        doubtful = cell.row.anchor is not Anchor.SURE and not self.is_chosen(cell.option)
        ink = cell.theme.warning if doubtful else self.pale_ink(cell.option)
        self._draw(WordBlock(cell.words, self._small, cell.room.width()), cell, cell.room, ink)

    def _paint_date(self, cell: _Cell) -> None:
        moment = local_time(cell.row.created_at)
        day, time = moment[:-5].rstrip(" ,،"), moment[-5:]
        ink, line = self.pale_ink(cell.option), QFontMetrics(self._digits).height()
        top = round(middle(cell.option.rect, 2 * line))
        upper = QRect(cell.room.left(), top, cell.room.width(), line)
        self._paint_line(cell.painter, upper, day, ink, self._digits)
        self._paint_line(cell.painter, upper.translated(0, line), time, ink, self._digits)

    def _paint_note(self, cell: _Cell) -> None:
        block = WordBlock(cell.words, self._small, cell.room.width(), turned=True)
        self._draw(block, cell, cell.room, self.pale_ink(cell.option))

    def _paint_checked(self, cell: _Cell) -> None:
        """Paint a sign and who it was; an eye stands for another look that is wanted."""
        ink, room = self.pale_ink(cell.option), cell.room
        size = grown(spacing.ICON_SMALL)
        top = round(middle(cell.option.rect, size))
        if cell.row.another_look:
            where = QRect(room.right() - size + 1, top, size, size)
            chosen = self.is_chosen(cell.option)
            shade = ink if chosen else cell.theme.warning
            paint_icon(cell.painter, cell.placed(where), "second-look", shade)
            room = room.adjusted(0, 0, -size - spacing.TINY, 0)
        if cell.row.checked_by:
            sign = "done" if cell.row.checked_by_another else "check"
            where = QRect(room.left(), top, size, size)
            paint_icon(cell.painter, cell.placed(where), sign, ink)
            room = room.adjusted(size + spacing.TINY, 0, 0, 0)
            block = WordBlock(cell.row.checked_by, self._small, room.width())
            self._draw(block, cell, room, ink)

    def _draw(self, block: WordBlock, cell: _Cell, room: QRect, ink: QColor) -> None:
        left = cell.placed(room).left()
        block.draw(cell.painter, left, middle(cell.option.rect, block.height), ink)

    def _paint_line(
        self, painter: QPainter, room: QRect, words: str, ink: QColor, font: QFont
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, isolated(shown))
