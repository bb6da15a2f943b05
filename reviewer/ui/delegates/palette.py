"""A row of the palette: what it is, with the letters found marked, what stands beside, the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.offsets import to_utf16
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.models.palette import ENTRY_ROLE, LETTERS_ROLE, Entry, EntryKind, Section
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed, turned
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.tag_chips import paint_mark
from reviewer.ui.wording import one_line

PADDING = 14  # above and below the words of a row together
MARK = 12
_CAP_PADDING = 6
_LEAST_TITLE = 0.6  # of the room a title and what stands beside it share
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PaletteDelegate(QStyledItemDelegate):
    """Paints entries and the headings between them, all of one height."""

    @override
    @guard(QSize)
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, row_height(QFontMetrics(option.font)))

    @override
    @guard()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        theme = theme_of(option.palette)
        inner = QRect(option.rect).adjusted(spacing.SMALL + 2, 0, -spacing.SMALL - 2, 0)
        if isinstance(row, Section):
            _paint_section(painter, inner, row, theme)
        elif isinstance(row, Entry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.selection)
                ground = QRect(option.rect).adjusted(2, 1, -2, -1)
                painter.drawRoundedRect(ground, spacing.CORNER - 1, spacing.CORNER - 1)
            _paint_entry(painter, inner, row, index.data(LETTERS_ROLE) or (), theme, chosen=chosen)
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """Return how high every row is in this font."""
    return max(grown(spacing.ROW), metrics.height() + PADDING)


def _paint_section(painter: QPainter, inner: QRect, section: Section, theme: Theme) -> None:
    painter.setPen(theme.muted_text)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    words = painter.fontMetrics().elidedText(
        section.title, Qt.TextElideMode.ElideRight, inner.width()
    )
    painter.drawText(inner.adjusted(0, 4, 0, 0), _LEFT, words)


def _paint_entry(
    painter: QPainter,
    inner: QRect,
    entry: Entry,
    found: Sequence[int],
    theme: Theme,
    *,
    chosen: bool,
) -> None:
    second = theme.selection_text if chosen else theme.muted_text
    ink = second if entry.why else (theme.selection_text if chosen else theme.text)
    _paint_sign(painter, inner, entry, theme, second)
    whole, room = inner, inner.adjusted(grown(spacing.ICON_SMALL) + spacing.SMALL + 2, 0, 0, 0)
    if entry.keys:
        width = _paint_keys(painter, room, whole, entry.keys, (second, theme.line_strong))
        room = room.adjusted(0, 0, -width - spacing.MEDIUM, 0)
    marker = ink if chosen or entry.why else theme.accent
    beside = entry.why or entry.detail
    metrics = painter.fontMetrics()
    most = room.width()
    if beside and entry.kind is not EntryKind.NOTE:
        free = max(round(most * _LEAST_TITLE), most - metrics.horizontalAdvance(beside) - 12)
        most = min(most, free)
    here = placed(whole, QRect(room.left(), room.top(), most, room.height()))
    taken = _paint_title(painter, here, entry.title, found, (ink, marker))
    if beside:
        room = room.adjusted(taken + spacing.MEDIUM, 0, 0, 0)
        painter.setPen(second)
        words = metrics.elidedText(beside, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(placed(whole, room), _LEFT, words)


def _paint_sign(painter: QPainter, inner: QRect, entry: Entry, theme: Theme, ink: QColor) -> None:
    side = grown(MARK if entry.colour else spacing.ICON_SMALL)
    left = inner.left() + (grown(spacing.ICON_SMALL) - side) // 2
    where = QRect(left, inner.center().y() - side // 2 + 1, side, side)
    if entry.colour:
        paint_mark(painter, placed(inner, where), entry.colour, theme)
    elif entry.icon:
        paint_icon(painter, placed(inner, where), entry.icon, ink)


def _paint_keys(
    painter: QPainter, room: QRect, whole: QRect, keys: str, inks: tuple[QColor, QColor]
) -> int:
    """Paint keys as a cap at the end of the row, its letters and its line; returns its width."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(keys) + 2 * _CAP_PADDING
    height = metrics.height() + 4
    cap = QRect(room.right() - width + 1, room.center().y() - height // 2 + 1, width, height)
    cap = placed(whole, cap)
    painter.setPen(QPen(inks[1], 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), 4, 4)
    painter.setPen(inks[0])
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    return width


def _paint_title(
    painter: QPainter,
    room: QRect,
    title: str,
    found: Sequence[int],
    inks: tuple[QColor, QColor],
) -> int:
    """Paint a title with the letters found in bold; returns the width taken of the room."""
    line = one_line(title)
    shown = painter.fontMetrics().elidedText(
        line, Qt.TextElideMode.ElideRight, max(room.width() - 8, 8)
    )
    layout = QTextLayout(shown, painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    ways = Qt.LayoutDirection
    leftward = direction_of(line) is Direction.RIGHT_TO_LEFT
    option.setTextDirection(ways.RightToLeft if leftward else ways.LeftToRight)
    layout.setTextOption(option)
    kept = len(shown) if shown == line else len(shown) - 1
    layout.setFormats([_marked(line, place, inks[1]) for place in found if place < kept])
    layout.beginLayout()
    laid = layout.createLine()
    laid.setLineWidth(10_000)
    layout.endLayout()
    painter.setPen(inks[0])
    top = room.top() + (room.height() - laid.height()) / 2
    # A line laid out from right to left stands at the far end of so wide a line.
    words = laid.naturalTextRect()
    left = room.left() - words.left()
    if turned():
        left = room.right() + 1 - words.right()
    layout.draw(painter, QPointF(left, top))
    return round(laid.naturalTextWidth())


def _marked(line: str, place: int, ink: QColor) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = to_utf16(line, place)
    marked.length = to_utf16(line, place + 1) - marked.start
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(ink)
    marked.format = style
    return marked
