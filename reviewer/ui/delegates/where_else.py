"""Paints a place that speaks of the same: its document, its words on two lines, and the reason."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem
from typing_extensions import override

from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import placed, turned

ROW_HEIGHT = 64
"""Height of a row without the words of the place."""

_SIDE = spacing.MEDIUM


class WhereElseDelegate(RowDelegate):
    """Paints the rows of a ``WhereElseModel``."""

    _font = Letters()
    _small = Letters(12)
    _bold = Letters(12, QFont.Weight.DemiBold)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        self.paint_ground(painter, option, index)
        if isinstance(place, Elsewhere):
            self._paint_place(painter, option, place)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words on one line or two, as wide as the list is now.

        The bar at its side is reckoned in: whether there is one is known when all rows are placed.
        """
        place, width = index.data(ROW_ROLE), 0
        if isinstance(option.widget, QAbstractScrollArea):
            bar = option.widget.verticalScrollBar().sizeHint().width()
            width = option.widget.contentsRect().width() - bar
        if not isinstance(place, Elsewhere):
            return QSize(width, grown(ROW_HEIGHT))
        quote = self._quote(place, width - 2 * _SIDE)
        return QSize(width, round(quote.height) + grown(ROW_HEIGHT))

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, place: Elsewhere
    ) -> None:
        ink, pale = self.ink(option), self.pale_ink(option)
        room = option.rect.adjusted(_SIDE, spacing.SMALL, -_SIDE, -spacing.SMALL)
        label = QFontMetricsF(self._small).horizontalAdvance(place.label) + spacing.SMALL
        head = WordBlock(place.label, self._small, label, lines=1)
        narrow = QRect(room.left(), room.top(), round(label), 0)
        head.draw(painter, placed(room, narrow).left(), room.top(), pale)
        title = WordBlock(
            place.title, self._bold, room.width() - label, lines=1, most_height=grown(20)
        )
        title.draw(painter, room.left() + (0 if turned() else label), room.top(), ink)
        top = room.top() + max(head.height, title.height) + spacing.TINY
        quote = self._quote(place, room.width())
        quote.draw(painter, room.left(), top, ink)
        reason_ink = theme_of(option.palette).accent if not self.is_chosen(option) else pale
        reason = WordBlock(place.reasons, self._small, room.width(), lines=1, most_height=grown(20))
        reason.draw(painter, room.left(), top + quote.height + spacing.TINY, reason_ink)

    def _quote(self, place: Elsewhere, width: int) -> WordBlock:
        return WordBlock(place.quote, self._font, width, turned=True, most_height=grown(42))
