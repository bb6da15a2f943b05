"""Paints what a search has found: a heading a document, and each hit in the line it stands in.

The hits stand under each other, as in a concordance: on the line's left as many whole words as
there is room for, on its right the rest. A line that is written from right to left stands the
other way round. A whole line is set as one, so that letters join across the ends of a hit.
"""

from math import inf

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.offsets import to_utf16
from reviewer.domain.search import Hit, HitKind
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.search import Heading, kind_words
from reviewer.ui.text.lines import cursor_x
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed, placed_f

ROW_HEIGHT = 34
_SIDE = spacing.LARGE
_MARKER, _MARKER_ON_CHOSEN = 0.28, 0.6
_MIDDLE, _MIDDLE_NARROW = 0.5, 0.3
_WIDE_FROM = 760
_KIND_WIDTH = 190
_BOLD = 8  # pixels by which the words of a hit are wider for being bold
_ELLIPSIS = "…"
_ICONS = {HitKind.ACTOR: "actors", HitKind.EVENT: "events"}  # of what stands in no document


class HitLine:
    """One hit in its line, set as one line of text.

    ``reach`` is how far before it words go, ``room`` how much there is from its beginning on.
    """

    def __init__(
        self, hit: Hit, font: QFont, reach: float, marker: QColor, room: float = inf
    ) -> None:
        metrics = QFontMetricsF(font)
        before = _shortened(hit.before, metrics, reach)
        behind = room - metrics.horizontalAdvance(hit.words) - grown(_BOLD)
        words = f"{before}{hit.words}{_cut(hit.after, metrics, behind)}"
        self.right_to_left = direction_of(f"{hit.before}{hit.words}{hit.after}") is (
            Direction.RIGHT_TO_LEFT
        )
        self._layout = QTextLayout(words, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        ways = Qt.LayoutDirection
        option.setTextDirection(ways.RightToLeft if self.right_to_left else ways.LeftToRight)
        self._layout.setTextOption(option)
        start = to_utf16(words, len(before))
        end = to_utf16(words, len(before) + len(hit.words))
        self._layout.setFormats([_marked(start, end - start, marker)])
        self._layout.beginLayout()
        line = self._layout.createLine()
        self._layout.endLayout()
        self.height = line.height()
        self._near = _near_edge(line, start, end, right_to_left=self.right_to_left)

    def draw(self, painter: QPainter, at: float, top: float, ink: QColor) -> None:
        """Draw the line so that the hit begins at ``at``: with its right edge, where it runs so."""
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(at - self._near, top))


def _near_edge(line: QTextLine, start: int, end: int, *, right_to_left: bool) -> float:
    """Return where on its line a hit begins; of pieces apart, the one on that side."""
    boxes = [run.boundingRect() for run in line.glyphRuns(start, max(1, end - start))]
    if not boxes:
        return cursor_x(line, start)
    if right_to_left:
        return max(box.right() for box in boxes)
    return min(box.left() for box in boxes)


def _shortened(before: str, metrics: QFontMetricsF, reach: float) -> str:
    """Return as many of the last words as there is room for."""
    shown = before
    while shown and metrics.horizontalAdvance(shown) > reach:
        _word, space, rest = shown.lstrip(_ELLIPSIS).partition(" ")
        if not space or not rest:
            return _ELLIPSIS
        shown = _ELLIPSIS + rest
    return shown


def _cut(after: str, metrics: QFontMetricsF, room: float) -> str:
    """Return as many of the first words as there is room for."""
    shown = after
    while shown and metrics.horizontalAdvance(shown) > room:
        rest, space, _word = shown.rstrip(_ELLIPSIS).rstrip().rpartition(" ")
        if not space or not rest:
            return _ELLIPSIS
        shown = rest + _ELLIPSIS
    return shown


def _marked(start: int, length: int, marker: QColor) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length = start, length
    style = QTextCharFormat()
    style.setBackground(marker)
    style.setFontWeight(QFont.Weight.DemiBold)
    one.format = style
    return one


class HitDelegate(RowDelegate):
    """Paints the rows of a ``SearchModel``."""

    _font = Letters()
    _small = Letters(12)
    _bold = Letters(weight=QFont.Weight.DemiBold)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, Hit):
            self.paint_ground(painter, option, index)
            self._paint_hit(painter, option, row)
        painter.restore()

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), grown(ROW_HEIGHT))

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        theme, rect = theme_of(option.palette), option.rect
        painter.fillRect(rect, theme.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        size = grown(spacing.ICON_SMALL)
        picture = QRect(rect.left() + spacing.MEDIUM, round(middle(rect, size)), size, size)
        outside = _ICONS.get(heading.kind, "journal")
        name = outside if heading.document is None else "document"
        paint_icon(painter, placed(rect, picture), name, theme.muted_text)
        count = f"{heading.count:,}"
        metrics = QFontMetricsF(self._small)
        wide = metrics.horizontalAdvance(count) + 2 * spacing.SMALL
        tall = metrics.height() + 2
        badge = QRectF(rect.right() - wide - _SIDE, middle(rect, tall), wide, tall)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.badge)
        turned = placed_f(QRectF(rect), badge)
        painter.drawRoundedRect(turned, tall / 2, tall / 2)
        painter.setFont(self._small)
        painter.setPen(theme.text)
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, count)
        left = picture.right() + spacing.SMALL
        label = QFontMetricsF(self._small).horizontalAdvance(heading.label)
        if heading.label:
            painter.setPen(theme.muted_text)
            where = QRectF(left, rect.top(), label + 1, rect.height() - 1)
            where = placed_f(QRectF(rect), where)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, heading.label)
            left = round(left + label + spacing.SMALL)
        room = badge.left() - spacing.SMALL - left
        block = WordBlock(
            heading.title, self._bold, room, lines=1, most_height=grown(ROW_HEIGHT) - 6
        )
        title = placed_f(QRectF(rect), QRectF(left, rect.top(), room, rect.height()))
        block.draw(painter, title.left(), middle(rect, block.height), theme.text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        theme, rect, chosen = theme_of(option.palette), option.rect, self.is_chosen(option)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if hit.kind is not HitKind.TEXT:
            self._paint_kind(painter, option, room, hit)
            room.setRight(room.right() - min(grown(_KIND_WIDTH), room.width() // 3) - spacing.SMALL)
            room = placed(rect, room)
        marker = QColor(theme.page if chosen else theme.warning)
        marker.setAlphaF(_MARKER_ON_CHOSEN if chosen else _MARKER)
        share = _MIDDLE if rect.width() >= _WIDE_FROM else _MIDDLE_NARROW
        place = (rect.width() - 2 * _SIDE) * share
        line = HitLine(hit, self._font, place, marker, room.width() - place)
        at = room.right() - place if line.right_to_left else room.left() + place
        painter.setClipRect(room)
        line.draw(painter, at, middle(rect, line.height), self.ink(option))

    def _paint_kind(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, hit: Hit
    ) -> None:
        wide = min(grown(_KIND_WIDTH), room.width() // 3)
        where = QRect(room.right() - wide, room.top(), wide, room.height() - 1)
        painter.setFont(self._small)
        painter.setPen(self.pale_ink(option))
        words = QFontMetricsF(self._small).elidedText(
            kind_words(hit), Qt.TextElideMode.ElideRight, wide
        )
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(placed(option.rect, where), side, words)
