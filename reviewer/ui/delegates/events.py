"""Paints an event in the list: its name, when and where, and how much there is to it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.events import EventItem
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import our_way, placed
from reviewer.ui.wording import isolated

ROW_HEIGHT = 72
_LINE = 21
_DEEPEST = 6


class EventDelegate(RowDelegate):
    """Paints the rows of an ``EventsModel``; parts stand further in."""

    _font = Letters(weight=QFont.Weight.Medium)
    _small = Letters(12)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        self.paint_ground(painter, option, index)
        if isinstance(item, EventItem):
            self._paint_item(painter, option, item)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, grown(ROW_HEIGHT))

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: EventItem) -> None:
        theme = theme_of(option.palette)
        inset = spacing.MEDIUM + min(item.depth, _DEEPEST) * spacing.LARGE
        room = option.rect.adjusted(spacing.MEDIUM, 0, -spacing.MEDIUM, 0)
        whole = QRect(
            option.rect.left() + inset, room.top(), option.rect.width() - inset - spacing.MEDIUM, 1
        )
        left = placed(option.rect, whole).left()
        counts = item.brief()
        lines = [
            (isolated(item.event.name), self._font, self.ink(option)),
            (item.when_and_where(), self._small, self.pale_ink(option)),
            (counts, self._small, self.pale_ink(option)),
        ]
        if item.differ:
            ink = self.ink(option) if self.is_chosen(option) else theme.warning
            lines[-1] = (_("Accounts differ") + _(" · ") + counts, self._small, ink)
        blocks = [
            (WordBlock(our_way(words), font, whole.width(), lines=1, most_height=grown(_LINE)), ink)
            for words, font, ink in lines
        ]
        top = middle(option.rect, sum(block.height for block, _ink in blocks))
        for block, ink in blocks:
            block.draw(painter, left, top, ink)
            top += block.height
