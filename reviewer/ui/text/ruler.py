"""The overview ruler: the whole text in one narrow strip, with every passage in it.

It is the scroll bar too: two strips side by side would say the same thing twice. Drawn once into a
picture and kept; scrolling only moves the band over it.
"""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.text.hit_painting import COLUMN, HitColumn
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.layout import TOP
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.view import TextView
from reviewer.ui.theme.spacing import RULER_WIDTH

_COLUMNS = 3
_LEAST = 2
_PAUSE = 60  # milliseconds
_LEAST_BAND = 28.0
_SEEN, _HELD = 0.16, 0.3
_CORNER = 4
_MANY = 4_000
"""So many passages take longer to draw than anybody should wait for the words."""


class Ruler(QWidget):
    """Shows where passages are and which part is in view; a press goes there."""

    def __init__(self, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._inks = Inks(view.page.look.theme)
        self._picture: QPixmap | None = None
        self._hits = HitColumn()
        self._drawn_for = 0
        self._rows: list[int] = [0]
        self._grip: float | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._redraw)
        self.setFixedWidth(RULER_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.repainted.connect(self._follow)

    def theme_changed(self) -> None:
        """Take up the colours of the view's look."""
        self._inks = Inks(self._view.page.look.theme)
        self._redraw()

    def marks_changed(self) -> None:
        """Draw the passages anew, soon: many changes in a row are drawn once."""
        self._later.start()

    def text_changed(self) -> None:
        """Forget the picture of the text before; one with very many passages is drawn soon."""
        self._picture = None
        if len(self._view.scene.marks) > _MANY:
            self._later.start()
        self.update()

    def hits_changed(self) -> None:
        """Draw the hits of a search anew, in a column of their own."""
        self._hits.forget()
        self.update()

    def mark_added(self, mark: Mark) -> None:
        """Draw one more passage without drawing all the others again."""
        if self._picture is not None and not self._later.isActive():
            self._draw(self._picture, [mark])
            self.update()

    def _follow(self) -> None:
        # Heights are corrected as one reads; a hundredth of the whole is not worth a new picture.
        total = self._view.page.heights.total
        if abs(total - self._drawn_for) * 100 > total and self._picture is not None:
            self._later.start()
        self.update()

    @guard()
    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _make_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._inks.theme.page)
        self._drawn_for = self._view.page.heights.total
        self._rows = self._find_rows()
        self._hits.forget()
        self._draw(picture, self._view.scene.marks.all())
        return picture

    def _draw(self, picture: QPixmap, marks: Iterable[Mark]) -> None:
        """Draw marks row by row of the strip, the tallest where several begin in one place."""
        rows, lane = self._rows, self._view.scene.marks.lane
        found: dict[tuple[int, int], tuple[int, str]] = {}
        for mark in marks:
            span = mark.span
            top = bisect_right(rows, span.start) - 1
            tall = bisect_right(rows, span.end, lo=top) - top
            place = (lane(mark) % _COLUMNS, top)
            known = found.get(place)
            if known is None or known[0] < tall:
                found[place] = (tall, mark.colour)
        column = (self.width() - COLUMN - 3) / _COLUMNS
        with QPainter(picture) as painter:
            for (at, top), (tall, colour) in found.items():
                box = QRectF(2 + at * column, top, column - 1, max(_LEAST, tall))
                painter.fillRect(box, self._inks.colour(colour))

    def _find_rows(self) -> list[int]:
        """Return the code point at which each row of the strip begins."""
        page, height = self._view.page, max(1, self.height())
        share, rows = self._total() / height, []
        tops = page.heights.tops()
        last = len(page.heights) - 1
        for row in range(height):
            y = max(0.0, row * share - TOP)
            segment = min(bisect_right(tops, y) - 1, last)
            inside = min(1.0, (y - tops[segment]) / max(1, page.heights[segment]))
            start, length = page.segments.starts[segment], page.segments.lengths[segment]
            rows.append(start + round(inside * length))
        rows[0] = 0
        return rows

    def _total(self) -> float:
        """Return the height that the ruler stands for: the page, or the view where it is taller."""
        size = self._view.page.documentSize().height()
        return max(1.0, size, float(self._view.viewport().height()))

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and the band of what is in view."""
        if self._picture is None and not self._later.isActive():
            self._picture = self._make_picture()
        with QPainter(self) as painter:
            if self._picture is None:
                painter.fillRect(event.rect(), self._inks.theme.page)
            else:
                painter.drawPixmap(0, 0, self._picture)
                size, theme = QSizeF(self.size()), self._inks.theme
                self._hits.paint(painter, size, self._rows, self._view.scene.hits, theme)
            lit = self._view.scene.lit
            if lit is not None:
                self._paint_lit(painter, lit)
            band = self._band()
            if band.height() < self.height():
                self._paint_band(painter, band)

    def _paint_band(self, painter: QPainter, band: QRectF) -> None:
        shade = QColor(self._inks.theme.muted_text)
        shade.setAlphaF(_HELD if self._grip is not None else _SEEN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(shade)
        painter.setPen(self._inks.theme.line_strong)
        painter.drawRoundedRect(band.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)

    def _band(self) -> QRectF:
        """Return where the part in view is, never too small to be taken hold of."""
        top, bottom = self._view.scroller.span
        share = self.height() / self._total()
        height = min(float(self.height()), max(_LEAST_BAND, (bottom - top) * share))
        bar = self._view.verticalScrollBar()
        way = (self.height() - height) * top / max(1, bar.maximum())
        return QRectF(0, way, self.width(), height)

    def _paint_lit(self, painter: QPainter, lit: Mark) -> None:
        """Mark the passage that stands out across the whole strip."""
        page = self._view.page
        segment = page.segments.at(lit.span.start)
        y = page.top(segment) * self.height() / self._total()
        painter.fillRect(QRectF(0, y, self.width(), 3), self._inks.colour(lit.colour))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another height."""
        super().resizeEvent(event)
        self._picture = None

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the band, or go to a place outside it and take hold there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        band, y = self._band(), event.position().y()
        self._grip = y - band.top() if band.contains(event.position()) else band.height() / 2
        self._drag_to(y)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the band along."""
        self._drag_to(event.position().y())

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the band."""
        self._grip = None
        self.update()
        super().mouseReleaseEvent(event)

    def _drag_to(self, y: float) -> None:
        if self._grip is None:
            return
        bar, way = self._view.verticalScrollBar(), self.height() - self._band().height()
        bar.setValue(round((y - self._grip) / max(1.0, way) * bar.maximum()))
        self.update()

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._view.wheelEvent(event)
