"""Paints a tag of the codebook: its mark and name, its key, and how many passages it has."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.codebook import TagRow
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.views.passages.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated, one_line

_ICON = 14
_CAP = 18
_LEAST_COUNT = 26
_PART = spacing.SMALL


_small = Letters(12, tabular=True).now
_cap_font = Letters(11, QFont.Weight.DemiBold).now


class CodebookDelegate(QStyledItemDelegate):
    """One line a tag; the ground of the row is the tree's, because it begins at its very edge."""

    def count_box(self, rect: QRect, row: TagRow, direction: Qt.LayoutDirection) -> QRect:
        """Return where in a row's ``rect`` the number of passages stands, with room to press."""
        box = rect.adjusted(rect.width() - _count_width(row) - spacing.SMALL, 0, 0, 0)
        return QStyle.visualRect(direction, rect, box)

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + spacing.MEDIUM
        return QSize(120, max(grown(spacing.ROW), height))

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, TagRow):
            painter.save()
            _Line(painter, option, row).paint()
            painter.restore()


class _Line:
    """One row as it is painted: from its end the numbers and the key, and the name in the rest.

    Places are reckoned from left to right, and turned round where the window is mirrored.
    """

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: TagRow) -> None:
        self._painter = painter
        self._row = row
        self._font = QFont(option.font)
        self._whole = QRect(option.rect)
        self._direction = Qt.LayoutDirection(option.direction)
        self._room = self._whole.adjusted(spacing.TINY, 0, -_PART, 0)
        theme = theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._theme = theme
        self._ink = theme.selection_text if chosen else theme.text
        self._pale = theme.selection_text if chosen else theme.muted_text
        self._warning = theme.selection_text if chosen else theme.warning
        self._edge = theme.selection_text if chosen else theme.line_strong

    def paint(self) -> None:
        self._paint_count()
        self._paint_another_look()
        self._paint_key()
        self._paint_name()

    def _take(self, width: int) -> QRect:
        """Take a box of that width from the end of the room that is left."""
        box = QRect(self._room)
        box.setLeft(box.right() - width + 1)
        self._room.setRight(box.left() - _PART)
        return QStyle.visualRect(self._direction, self._whole, box)

    def _words(self, box: QRect, words: str, font: QFont, ink: QColor, *, at_end: bool) -> None:
        turned = self._direction == Qt.LayoutDirection.RightToLeft
        side = _RIGHT if at_end is not turned else _LEFT
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(box, side, words)

    def _paint_count(self) -> None:
        box = self._take(_count_width(self._row))
        if self._row.passages:
            self._words(box, f"{self._row.passages:,}", _small(), self._pale, at_end=True)

    def _paint_another_look(self) -> None:
        """Paint how many passages want another look, with the icon it has everywhere."""
        if not self._row.another_look:
            return
        words = f"{self._row.another_look:,}"
        width = QFontMetrics(_small()).horizontalAdvance(words) + spacing.TINY + grown(_ICON)
        box = self._take(width)
        self._words(box, words, _small(), self._warning, at_end=True)
        side = grown(_ICON)
        icon = QRect(box.left(), box.center().y() - side // 2 + 1, side, side)
        place = QStyle.visualRect(self._direction, box, icon)
        paint_icon(self._painter, place, "second-look", self._warning)

    def _paint_key(self) -> None:
        """Paint the key as it is printed on a keyboard."""
        if not self._row.tag.key:
            return
        side = grown(_CAP)
        box = self._take(side)
        cap = QRect(box.left(), box.center().y() - side // 2 + 1, side, side)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), spacing.TINY, spacing.TINY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self._pale)
        painter.setFont(_cap_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._row.tag.key)

    def _paint_name(self) -> None:
        room, tag = self._room, self._row.tag
        side = grown(MARK)
        mark = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
        place = QStyle.visualRect(self._direction, self._whole, mark)
        paint_mark(self._painter, place, tag.colour, self._theme)
        room.setLeft(mark.right() + 1 + spacing.SMALL)
        metrics = QFontMetrics(self._font)
        width = max(0, room.width())
        name = metrics.elidedText(one_line(tag.name), Qt.TextElideMode.ElideRight, width)
        box = QStyle.visualRect(self._direction, self._whole, room)
        ink = self._ink if self._row.fits else self._pale
        self._words(box, isolated(name), self._font, ink, at_end=False)


def _count_width(row: TagRow) -> int:
    words = f"{row.passages:,}" if row.passages else ""
    return max(grown(_LEAST_COUNT), QFontMetrics(_small()).horizontalAdvance(words))


def _side(flag: Qt.AlignmentFlag) -> int:
    return int(Qt.AlignmentFlag.AlignVCenter | flag | Qt.AlignmentFlag.AlignAbsolute)


_LEFT, _RIGHT = _side(Qt.AlignmentFlag.AlignLeft), _side(Qt.AlignmentFlag.AlignRight)
