"""Paints the page: tints, outlines, lanes, words, caret. In that order, so words lie on top.

All that is the same colour is collected and drawn in one call: a page under a hundred passages
costs a few milliseconds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)

from reviewer.domain.spans import Span
from reviewer.ui.text.hit_painting import paint_hits, paint_present
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.layout import FOLD_HEIGHT, LazyLayout
from reviewer.ui.text.lines import LaidOut, cursor_x, edge, ranges
from reviewer.ui.text.scene import Scene
from reviewer.ui.text.strokes import Strokes, line_strokes
from reviewer.ui.theme.growing import Letters
from reviewer.ui.theme.spacing import SMALL
from reviewer.ui.theme.tag_colours import tag_dash

_Context = QAbstractTextDocumentLayout.PaintContext
_Page = Sequence[tuple[LaidOut, int]]

_CARET = 2
_TICK = 1.5
_TICK_RISE = 4
_PRINT, _FOLD_PRINT = Letters(11, half=True), Letters(12, half=True)
_LIT_DEPTH = 3


class PagePainter:
    """Paints what the layout has laid out and the scene says."""

    def __init__(self, document: QTextDocument, layout: LazyLayout, scene: Scene) -> None:
        self._document = document
        self._layout = layout
        self._scene = scene
        self._inks = Inks(layout.look.theme)

    def theme_changed(self) -> None:
        """Make the colours anew from the look's theme."""
        self._inks = Inks(self._layout.look.theme)

    def strokes(self, laid: LaidOut) -> Strokes:
        """Return what is drawn over a segment for its passages."""
        if laid.strokes is None:
            laid.strokes = self._make_strokes(laid)
        return laid.strokes

    def density(self, top: float, bottom: float) -> float:
        """Return how many passages lie over the average character between two heights."""
        all_strokes = [self.strokes(laid) for laid, _ in self._layout.shown(top, bottom)]
        characters = sum(strokes.characters for strokes in all_strokes)
        return sum(strokes.covered for strokes in all_strokes) / max(1, characters)

    def paint(self, painter: QPainter, context: _Context) -> None:
        """Paint the part of the page that the context's clip asks for."""
        clip = context.clip
        page = list(self._layout.shown(clip.top(), clip.bottom()))
        painter.save()
        try:
            self._paint_all(painter, page, context)
        finally:
            painter.restore()

    def _paint_all(self, painter: QPainter, page: _Page, context: _Context) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if not self._scene.quiet:
            self._paint_tints(painter, page)
        self._paint_lit(painter, page)
        self._paint_flash(painter, page)
        self._paint_bars(painter, page)
        self._paint_more(painter, page)
        paint_hits(painter, page, self._scene.hits, self._layout.look.theme)
        self._paint_target(painter, page)
        self._paint_folds(painter, context.clip)
        self._paint_words(painter, page, context)
        paint_present(painter, page, self._scene.hits, self._layout.look.theme)
        self._paint_caret(painter, context.cursorPosition)

    def _make_strokes(self, laid: LaidOut) -> Strokes:
        marks = self._scene.marks
        strokes = Strokes()
        found = marks.between(laid.start, laid.lines[-1].end)
        pairs = [(mark, marks.lane(mark)) for mark in found]
        for line in laid.lines:
            here = [
                p for p in pairs if p[0].span.start < line.ink_end and p[0].span.end > line.start
            ]

            line_strokes(
                strokes,
                line.number,
                (line.start, line.ink_end),
                here,
                partial(ranges, laid, line),
                partial(edge, laid, line),
            )
        return strokes

    # Behind the words.

    def _paint_tints(self, painter: QPainter, page: _Page) -> None:
        boxes: defaultdict[tuple[str, int], list[QRectF]] = defaultdict(list)
        for laid, top in page:
            for tint in self.strokes(laid).tints:
                line = laid.lines[tint.line]
                box = QRectF(tint.left, top + line.top, tint.right - tint.left, line.height)
                boxes[tint.colour, tint.depth].append(box)
        faint = self._scene.lit is not None
        painter.setPen(Qt.PenStyle.NoPen)
        for (colour, depth), same in boxes.items():
            painter.setBrush(self._inks.tint(colour, depth, faint))
            painter.drawRects(same)

    def _paint_lit(self, painter: QPainter, page: _Page) -> None:
        lit = self._scene.lit
        if lit is not None:
            colour = self._inks.tint(lit.colour, _LIT_DEPTH)
            self._fill(painter, page, lit.span, colour)

    def _paint_flash(self, painter: QPainter, page: _Page) -> None:
        if self._scene.flash is not None and self._scene.flash_strength > 0:
            colour = QColor(self._layout.look.theme.accent)
            colour.setAlphaF(0.3 * self._scene.flash_strength)
            self._fill(painter, page, self._scene.flash, colour)

    def _fill(self, painter: QPainter, page: _Page, span: Span, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(list(self.boxes(page, span)))

    def boxes(self, page: _Page, span: Span) -> Iterable[QRectF]:
        """Yield where ``span`` stands on the page, line by line."""
        for laid, top in page:
            if span.start >= laid.lines[-1].end or span.end <= laid.start:
                continue
            for line in laid.lines:
                for left, right in ranges(laid, line, span.start, span.end):
                    yield QRectF(left, top + line.top, right - left, line.height)

    def _paint_target(self, painter: QPainter, page: _Page) -> None:
        target = self._scene.target
        if target is None or not self._scene.focused:
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        lead = self._layout.look.lead
        last: QRectF | None = None
        for box in self.boxes(page, target):
            # The room between two lines of it belongs to it too, or each would have its own box.
            if last is not None and 0 <= box.top() - last.bottom() <= lead + 1:
                path.addRect(last.adjusted(-3, -1, 3, lead + 1))
            path.addRect(box.adjusted(-3, -1, 3, 1))
            last = box
        colour = QColor(self._layout.look.theme.accent)
        colour.setAlphaF(0.6)
        pen = QPen(colour, 1)
        pen.setDashPattern((3, 3))
        painter.strokePath(path.simplified(), pen)

    # Lanes.

    def _paint_bars(self, painter: QPainter, page: _Page) -> None:
        look, lit = self._layout.look, self._scene.lit
        snap = _snapper(painter)
        tall = max(1.0, snap(look.bar) - snap(0))
        bars: defaultdict[tuple[str, bool], list[QRectF]] = defaultdict(list)
        ticks: defaultdict[tuple[str, bool], list[QRectF]] = defaultdict(list)
        for laid, top in page:
            for bar in self.strokes(laid).bars:
                line = laid.lines[bar.line]
                zone = top + line.top + line.height
                y = snap(zone + 1 + bar.lane * look.pitch)
                key = (bar.colour, lit is not None and lit.id != bar.mark)
                bars[key].append(QRectF(bar.left, y, bar.right - bar.left, tall))
                for x in bar.ticks:
                    at = min(max(x, bar.left), bar.right - _TICK)
                    rise = zone - _TICK_RISE
                    ticks[key].append(QRectF(at, rise, _TICK, y + tall - rise))
        for (colour, faint), boxes in bars.items():
            self._paint_bar(painter, colour, boxes, tall, faint=faint)
        painter.setPen(Qt.PenStyle.NoPen)
        for (colour, faint), boxes in ticks.items():
            painter.setBrush(self._inks.colour(colour, faint))
            painter.drawRects(boxes)

    def _paint_bar(
        self, painter: QPainter, colour: str, boxes: list[QRectF], tall: float, *, faint: bool
    ) -> None:
        if tag_dash(colour) == Qt.PenStyle.SolidLine:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks.colour(colour, faint))
            painter.drawRects(boxes)
            return
        painter.setPen(self._inks.pen(colour, faint, tall))
        middle = tall / 2
        painter.drawLines(
            [
                QLineF(box.left(), box.top() + middle, box.right(), box.top() + middle)
                for box in boxes
            ]
        )

    def _paint_more(self, painter: QPainter, page: _Page) -> None:
        look = self._layout.look
        painter.setPen(look.theme.muted_text)
        painter.setFont(_PRINT.now())
        for laid, top in page:
            for number, count in self.strokes(laid).more.items():
                line = laid.lines[number]
                y = top + line.top + line.height
                side = (
                    Qt.AlignmentFlag.AlignRight
                    if laid.right_to_left
                    else Qt.AlignmentFlag.AlignLeft
                )
                x = (
                    self._layout.left - 44
                    if laid.right_to_left
                    else self._layout.left + self._layout.column + 4
                )
                painter.drawText(
                    QRectF(x, y, 40, look.lead), side | Qt.AlignmentFlag.AlignVCenter, f"+{count}"
                )

    # Furniture, words, caret.

    def _paint_folds(self, painter: QPainter, clip: QRectF) -> None:
        layout, theme = self._layout, self._layout.look.theme
        if not layout.furniture.folded:
            return
        painter.setFont(_FOLD_PRINT.now())
        for fold in layout.furniture.folds:
            if layout.furniture.fold_at(fold.first) is None:
                continue
            top = layout.top(fold.first)
            if top > clip.bottom() or top + FOLD_HEIGHT < clip.top():
                continue
            self._paint_fold(painter, fold.label(), top, theme.furniture_text, theme.line)

    def _paint_fold(
        self, painter: QPainter, label: str, top: int, ink: QColor, rule: QColor
    ) -> None:
        layout = self._layout
        middle = top + FOLD_HEIGHT // 2
        metrics = painter.fontMetrics()
        label = metrics.elidedText(f"▸ {label}", Qt.TextElideMode.ElideRight, layout.column)
        width = metrics.horizontalAdvance(label) + SMALL
        painter.setPen(ink)
        box = QRectF(layout.left, top, width, FOLD_HEIGHT)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(rule)
        if width < layout.column:
            end = layout.left + layout.column
            painter.drawLine(QLineF(layout.left + width, middle, end, middle))

    def _paint_words(self, painter: QPainter, page: _Page, context: _Context) -> None:
        theme = self._layout.look.theme
        # A copy of each format: the original dies with the list, and the process with it.
        chosen = [
            (each.cursor.selectionStart(), each.cursor.selectionEnd(), QTextCharFormat(each.format))
            for each in context.selections
        ]
        for laid, top in page:
            block = self._layout.block(laid.segment)
            painter.setPen(
                theme.furniture_text if self._layout.furniture.whole(laid.segment) else theme.text
            )
            overlays = self._dimmed(laid)
            at, length = block.position(), block.length()
            for start, end, look in chosen:
                first, last = max(start, at), min(end, at + length)
                if first < last:
                    overlays.append(_overlay(first - at, last - first, look))
            laid.layout.draw(painter, QPointF(0, top), overlays, context.clip)

    def _dimmed(self, laid: LaidOut) -> list[QTextLayout.FormatRange]:
        furniture = self._layout.furniture
        if furniture.whole(laid.segment):
            return []
        look = QTextCharFormat()
        look.setForeground(QBrush(self._layout.look.theme.furniture_text))
        found = []
        for part in furniture.parts(laid.segment):
            first = laid.columns.to_utf16(part.start - laid.start)
            last = laid.columns.to_utf16(part.end - laid.start)
            found.append(_overlay(first, last - first, look))
        return found

    def _paint_caret(self, painter: QPainter, position: int) -> None:
        if position < 0:
            return
        block = self._document.findBlock(position)
        segment, column = block.blockNumber(), position - block.position()
        laid = self._layout.laid_out(segment)
        line = laid.layout.lineForTextPosition(column)
        if line.isValid() and self._layout.furniture.fold_at(segment) is None:
            x, y = cursor_x(line, column) - _CARET / 2, self._layout.top(segment) + line.y()
            caret = QRectF(x, y, _CARET, line.height())
            painter.fillRect(caret, self._layout.look.theme.accent)


def _snapper(painter: QPainter) -> Callable[[float], float]:
    """Return what moves a height on the page to the nearest row of the screen's own pixels.

    Else thin bars would be of different thickness where a pixel of ours is one and a half.
    """
    transform = painter.deviceTransform()
    scale, shift = transform.m22() or 1.0, transform.dy()

    def snap(y: float) -> float:
        return (round(y * scale + shift) - shift) / scale

    return snap


def _overlay(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    overlay = QTextLayout.FormatRange()
    overlay.start, overlay.length, overlay.format = start, length, look
    return overlay
