"""Paints a tag of the codebook: its mark and name, its key, and how many passages it has."""

from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.codebook import TagRow
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import interface_font
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated, one_line

_ICON = 14
_CAP = 18
_LEAST_COUNT = 26
_PART = spacing.SMALL


@cache
def _small() -> QFont:
    return interface_font(12, tabular=True)


@cache
def _cap_font() -> QFont:
    return interface_font(11, QFont.Weight.DemiBold)


class CodebookDelegate(QStyledItemDelegate):
    """One line a tag; the ground of the row is the tree's, because it begins at its very edge."""

    def count_box(self, rect: QRect, row: TagRow) -> QRect:
        """Return where in a row's ``rect`` the number of passages stands, with room to press."""
        return rect.adjusted(rect.width() - _count_width(row) - spacing.SMALL, 0, 0, 0)

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height() + spacing.MEDIUM
        return QSize(120, max(spacing.ROW, height))

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, TagRow):
            return
        theme = theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = theme.selection_text if chosen else theme.text
        pale = theme.selection_text if chosen else theme.muted_text
        painter.save()
        room = option.rect.adjusted(spacing.TINY, 0, -_PART, 0)
        painter.setFont(_small())
        painter.setPen(pale)
        count = QRect(room.right() - _count_width(row) + 1, room.top(), 0, room.height())
        count.setRight(room.right())
        if row.passages:
            painter.drawText(count, _right(), f"{row.passages:,}")
        room.setRight(count.left() - _PART)
        room = _paint_another_look(painter, room, row, theme, chosen=chosen)
        room = _paint_key(painter, room, row.tag.key, theme, chosen=chosen)
        mark = QRect(room.left(), room.center().y() - MARK // 2 + 1, MARK, MARK)
        paint_mark(painter, mark, row.tag.colour, theme)
        room.setLeft(room.left() + MARK + spacing.SMALL)
        painter.setFont(option.font)
        painter.setPen(ink if row.fits else pale)
        metrics = QFontMetrics(option.font)
        name = metrics.elidedText(
            one_line(row.tag.name), Qt.TextElideMode.ElideRight, max(0, room.width())
        )
        painter.drawText(room, _left(), isolated(name))
        painter.restore()


def _paint_another_look(
    painter: QPainter, room: QRect, row: TagRow, theme: Theme, *, chosen: bool
) -> QRect:
    """Paint how many passages want another look; returns the room that is left."""
    if not row.another_look:
        return room
    ink = theme.selection_text if chosen else theme.warning
    words = f"{row.another_look:,}"
    width = QFontMetrics(_small()).horizontalAdvance(words)
    painter.setPen(ink)
    painter.drawText(room, _right(), words)
    left = room.right() - width - spacing.TINY - _ICON
    icon = QRect(left, room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    paint_icon(painter, icon, "second-look", ink)
    return room.adjusted(0, 0, left - _PART - room.right(), 0)


def _paint_key(painter: QPainter, room: QRect, key: str, theme: Theme, *, chosen: bool) -> QRect:
    """Paint a tag's key as it is printed on a keyboard; returns the room that is left."""
    if not key:
        return room
    cap = QRect(room.right() - _CAP + 1, room.center().y() - _CAP // 2 + 1, _CAP, _CAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.selection_text if chosen else theme.line_strong, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), spacing.TINY, spacing.TINY)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(theme.selection_text if chosen else theme.muted_text)
    painter.setFont(_cap_font())
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    return room.adjusted(0, 0, -_CAP - _PART, 0)


def _count_width(row: TagRow) -> int:
    words = f"{row.passages:,}" if row.passages else ""
    return max(_LEAST_COUNT, QFontMetrics(_small()).horizontalAdvance(words))


def _left() -> int:
    sides = Qt.AlignmentFlag
    return int(sides.AlignVCenter | sides.AlignLeft | sides.AlignAbsolute)


def _right() -> int:
    return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
