"""Paints the hits of a search: a light frame on the page, and a column of their own in the ruler.

The frame leaves the tints and the words as they are. On the page only what is in sight is worked
out; in the ruler a row is asked whether a hit begins in it, so that very many cost no more.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer.domain.spans import Span
from reviewer.ui.text.hits import Hits
from reviewer.ui.text.lines import LaidOut, Line, ranges
from reviewer.ui.theme.themes import Theme

COLUMN = 4
"""How wide the column of the hits in the ruler is."""

_GROUND, _FRAME = 0.16, 0.7
_TICK = 2


def paint_hits(
    painter: QPainter, page: Sequence[tuple[LaidOut, int]], hits: Hits, theme: Theme
) -> None:
    """Paint the ground and the frame of the hits among the segments of a page."""
    if not hits:
        return
    ground, frame = QColor(theme.warning), QColor(theme.warning)
    ground.setAlphaF(_GROUND)
    frame.setAlphaF(_FRAME)
    painter.setBrush(ground)
    painter.setPen(QPen(frame, 1))
    painter.drawRects(
        [
            box
            for laid, top in page
            for line in laid.lines
            for span in hits.between(line.start, line.ink_end)
            for box in _boxes(laid, line, top, span)
        ]
    )


def paint_present(
    painter: QPainter, page: Sequence[tuple[LaidOut, int]], hits: Hits, theme: Theme
) -> None:
    """Frame the hit one is at, over the words: what is selected would hide the frame."""
    present = hits.present_span
    if present is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.warning, 2))
    for laid, top in page:
        for line in laid.lines:
            if line.start < present.end and line.ink_end > present.start:
                painter.drawRects(list(_boxes(laid, line, top, present)))


def _boxes(laid: LaidOut, line: Line, top: int, span: Span) -> Iterator[QRectF]:
    for left, right in ranges(laid, line, span.start, span.end):
        yield QRectF(left - 0.5, top + line.top + 0.5, right - left, line.height - 1)


class HitColumn:
    """The hits in the ruler, drawn once into a picture and kept."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None

    def forget(self) -> None:
        """Draw anew when next asked: other hits, or another height."""
        self._picture = None

    def paint(
        self, painter: QPainter, size: QSizeF, starts: Sequence[int], hits: Hits, theme: Theme
    ) -> None:
        """Paint the column at the right edge of a ruler of that size.

        ``starts`` is the code point at which each row of the ruler begins.
        """
        if not hits:
            return
        left = size.width() - COLUMN - 1
        if self._picture is None:
            ratio = painter.device().devicePixelRatioF()
            self._picture = QPixmap(round(COLUMN * ratio), max(1, round(size.height() * ratio)))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as ticks:
                boxes = [QRectF(0, row, COLUMN, _TICK) for row in hits.rows(starts)]
                ticks.setPen(Qt.PenStyle.NoPen)
                ticks.setBrush(theme.warning)
                ticks.drawRects(boxes)
        painter.drawPixmap(round(left), 0, self._picture)
        present = hits.present_span
        if present is not None:
            row = max(0, bisect_right(starts, present.start) - 1)
            painter.fillRect(QRectF(0, row, size.width(), 3), theme.warning)
