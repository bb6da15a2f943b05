"""A document in the list's narrow form: its title over date, source and number of passages.

The status is an icon of its own shape at the left, with its word in the tip and for a screen
reader; the mark for a second look stands at the right. A date that can be read two ways says so.
The title of a document that stands in a pane is bold.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from reviewer.domain.documents import DocumentRow, ReviewStatus
from reviewer.domain.edtf import DateBasis
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.document_cells import (
    RIGHT_COLUMNS,
    STATUS_ICONS,
    DocumentColumn,
    came_with_words,
    cell_icon,
    cell_words,
    date_words,
    length_words,
    passages_words,
)
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed
from reviewer.ui.theme.themes import Theme
from reviewer.ui.wording import isolated, one_line

_SMALLER = 1
_SEPARATOR = " · "
_LEAST_SOURCE = 36
_PLAIN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)
_ON_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of one row, chosen or not."""

    title: QColor
    second: QColor
    caution: QColor
    mark: QColor
    status: QColor


class DocumentDelegate(QStyledItemDelegate):
    """Paints two lines a row; every row has the same height."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.in_panes: frozenset[int] = frozenset()

    def row_height(self, font: QFont) -> int:
        """Return the height of a row for the list's font."""
        title, second = QFontMetrics(font), QFontMetrics(_smaller(font))
        return title.height() + second.height() + 2 * spacing.SMALL - 2

    @override
    @guard(QSize)
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(spacing.DOCUMENTS_WIDTH, self.row_height(option.font))

    @override
    @guard()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, DocumentRow):
            super().paint(painter, option, index)
            return
        painter.save()
        try:
            self._paint(painter, option, row)
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, row: DocumentRow) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inks = _inks(option.palette, self.theme, row.review_status, chosen=chosen)
        _paint_ground(painter, option, self.theme, chosen=chosen)
        first, second = self._lines(option)
        side = grown(spacing.ICON_SMALL)
        place = QRect(0, 0, side, side)
        place.moveCenter(
            QRect(option.rect.left(), first.top(), first.left(), first.height()).center()
        )
        place.moveLeft(option.rect.left() + spacing.MEDIUM - 2)
        whole = QRect(option.rect)
        sign = STATUS_ICONS[row.review_status]
        paint_icon(painter, placed(whole, place), sign, inks.status)
        if row.second_look:
            place.moveRight(first.right())
            paint_icon(painter, placed(whole, place), "second-look", inks.mark)
            first.setRight(place.left() - spacing.TINY)
        painter.setFont(_heavier(option.font) if row.id in self.in_panes else option.font)
        painter.setPen(inks.title)
        metrics = painter.fontMetrics()
        title = isolated(_elided(one_line(row.title), metrics, first.width()))
        painter.drawText(placed(whole, first), _PLAIN, title)
        painter.setFont(_smaller(option.font))
        _paint_second_line(painter, second, whole, row, inks)

    def _lines(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Return the places of the two lines of words."""
        left = spacing.MEDIUM - 2 + grown(spacing.ICON_SMALL) + spacing.SMALL
        inside = option.rect.adjusted(left, spacing.SMALL - 2, -spacing.SMALL, -spacing.SMALL)
        title = QFontMetrics(option.font).height()
        first = QRect(inside.left(), inside.top(), inside.width(), title)
        second = QRect(first.left(), first.bottom() + 2, first.width(), inside.height() - title)
        return first, second


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, chosen: bool
) -> None:
    """Paint what says that a row is chosen, under the pointer, or has the keys."""
    if chosen:
        painter.fillRect(option.rect, option.palette.highlight())
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.hover)
    if option.state & QStyle.StateFlag.State_HasFocus:
        edge = QRect(option.rect)
        edge.setWidth(3)
        painter.fillRect(placed(option.rect, edge), option.palette.color(QPalette.ColorRole.Accent))


def _paint_second_line(
    painter: QPainter, place: QRect, whole: QRect, row: DocumentRow, inks: _Inks
) -> None:
    place = QRect(place)
    metrics = painter.fontMetrics()
    date, tail = date_words(row.posted), _tail(row)
    lead = ""
    if row.posted.basis is DateBasis.AMBIGUOUS:
        _paint_question(painter, place, whole, date, inks.caution)
        date, lead = "", _SEPARATOR
    room = place.width() - metrics.horizontalAdvance(lead)
    if lead and metrics.horizontalAdvance(tail) > room:
        tail = ""
    source = came_with_words(row) if row.parent else one_line(row.source)
    words = _fitting(date, source, tail, metrics, room)
    painter.setPen(inks.second)
    if words:
        painter.drawText(placed(whole, place), _PLAIN, lead + words)


def _paint_question(painter: QPainter, place: QRect, whole: QRect, date: str, ink: QColor) -> None:
    """Paint a date that has two readings; ``place`` is left with the room behind it."""
    side = grown(spacing.ICON_SMALL - 2)
    mark = QRect(place.left(), 0, side, side)
    mark.moveTop(place.center().y() - mark.height() // 2)
    paint_icon(painter, placed(whole, mark), "calendar-question", ink)
    place.setLeft(mark.right() + spacing.TINY)
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    shown = _elided(date, metrics, place.width())
    painter.drawText(placed(whole, place), _PLAIN, isolated(shown))
    place.setLeft(place.left() + metrics.horizontalAdvance(shown))


def _tail(row: DocumentRow) -> str:
    """Return the number of passages; where nothing is known of a document, its length."""
    if row.passages:
        return passages_words(row.passages)
    return "" if row.source or date_words(row.posted) else length_words(row)


def _fitting(date: str, source: str, tail: str, metrics: QFontMetrics, width: int) -> str:
    """Return date, source and tail on one line: the source gives way first, then the tail."""
    around = [part for part in (date, tail) if part]
    if around and metrics.horizontalAdvance(_SEPARATOR.join(around)) > width:
        return isolated(_elided(around[0], metrics, width))
    room = width - metrics.horizontalAdvance(_SEPARATOR.join([*around, ""]))
    source = _elided(source, metrics, room) if room >= _LEAST_SOURCE else ""
    return _SEPARATOR.join(isolated(part) for part in (date, source, tail) if part)


def _elided(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return words cut to a width, at a word where there is one in the second half."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    space = cut.rfind(" ", len(cut) // 2)
    return cut if space < 0 else cut[:space].rstrip(" ,;:–—-") + "…"


def _inks(palette: QPalette, theme: Theme, status: ReviewStatus, *, chosen: bool) -> _Inks:
    if chosen:
        words = palette.color(QPalette.ColorRole.HighlightedText)
        return _Inks(words, words, words, words, words)
    muted = palette.color(QPalette.ColorRole.PlaceholderText)
    accent = palette.color(QPalette.ColorRole.Accent)
    statuses = {
        ReviewStatus.UNREAD: muted,
        ReviewStatus.READING: accent,
        ReviewStatus.DONE: theme.success,
        ReviewStatus.SET_ASIDE: muted,
    }
    return _Inks(
        palette.color(QPalette.ColorRole.Text), muted, theme.warning, accent, statuses[status]
    )


def _heavier(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def _smaller(font: QFont) -> QFont:
    smaller = QFont(font)
    if font.pixelSize() > _SMALLER:
        smaller.setPixelSize(font.pixelSize() - _SMALLER)
    return smaller


class CellDelegate(QStyledItemDelegate):
    """Paints a cell of the full table: an icon where there is one, and words on one line.

    Words keep their own direction, whatever the table's is. It asks the model once for the row:
    a cell painted by the style asks nine times, and a page of the table has two hundred.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    @guard()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        column = DocumentColumn(index.column())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, option.palette.highlight())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        place = option.rect.adjusted(spacing.SMALL, 0, -spacing.SMALL, 0)
        words = cell_words(row if isinstance(row, DocumentRow) else None, column)
        picture = cell_icon(row, column) if isinstance(row, DocumentRow) else ""
        if picture:
            asks = picture == "calendar-question" and not chosen
            side = grown(spacing.ICON_SMALL)
            mark = QRect(place.left(), 0, side, side)
            mark.moveTop(place.top() + (place.height() - mark.height()) // 2)
            turned = placed(option.rect, mark)
            paint_icon(painter, turned, picture, self.theme.warning if asks else ink)
            place.setLeft(mark.right() + spacing.SMALL - 2)
        if words:
            self._write(painter, option, placed(option.rect, place), words, ink, column)

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        words: str,
        ink: QColor,
        column: DocumentColumn,
    ) -> None:
        metrics = option.fontMetrics
        if metrics.horizontalAdvance(words) > place.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(option.font)
        painter.setPen(ink)
        flags = _ON_THE_RIGHT if column in RIGHT_COLUMNS else _PLAIN
        painter.drawText(place, flags, isolated(words))
