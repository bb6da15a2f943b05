"""The document layout of our own: it lays out only the segments somebody looks at.

Qt's own layout takes a second and 250 MB to reach the end of 5 MB; this one estimates the height
of every segment and corrects it when the segment is first seen.
"""

from collections.abc import Callable, Iterable, Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLine,
)
from shiboken6 import isValid
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.ui.guard import guard
from reviewer.ui.text import scripts
from reviewer.ui.text.furniture import FurnitureLines
from reviewer.ui.text.heights import Heights
from reviewer.ui.text.lines import LaidOut, Line, column_at
from reviewer.ui.text.look import Look
from reviewer.ui.text.segments import Segments
from reviewer.ui.text.typesetting import Typesetter

TOP = 20
"""Room above the first line."""

BOTTOM = 64
"""Room below the last one."""

FOLD_HEIGHT = 30
"""Height of the thin line that stands for folded furniture."""

_KEPT = 500
"""Segments that stay laid out after they were seen."""

Paint = Callable[[QPainter, QAbstractTextDocumentLayout.PaintContext], None]


class LazyLayout(QAbstractTextDocumentLayout):
    """Lays out segments on demand and knows where everything is."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._document = document
        self._paint: Paint | None = None
        self._size_news = QTimer(self, singleShot=True)
        self._size_news.timeout.connect(self.announce_size)
        self._announced = (0, -1)
        self._moved = False
        self._laid: dict[int, LaidOut] = {}
        self._for_qt: set[int] = set()
        self._default = Direction.LEFT_TO_RIGHT
        self.look = look
        self.width, self.left, self.column = 600, 20, 560
        self._typesetter = Typesetter(look, self.left, self.column)
        self.segments = Segments("")
        self.furniture = FurnitureLines(self.segments)
        self.heights = Heights([0])
        self.loaded = 1

    def on_paint(self, paint: Paint) -> None:
        """Say who paints."""
        self._paint = paint

    def show(self, segments: Segments, furniture: FurnitureLines, default: Direction) -> None:
        """Take up a new text, before Qt gets it; ``default`` is its base direction."""
        self.segments, self.furniture, self._default = segments, furniture, default
        self.loaded = 0
        self._for_qt.clear()
        self.estimate()

    def place_column(self, width: int, left: int, column: int) -> bool:
        """Set the width of everything and where the reading column is; say if that is new."""
        if (width, left, column) == (self.width, self.left, self.column):
            return False
        self.width, self.left, self.column = width, left, column
        self.estimate()
        return True

    def estimate(self) -> None:
        """Guess every height anew and forget what was laid out."""
        self._laid.clear()
        for segment in tuple(self._for_qt):
            self.forget(segment)
        self._typesetter = Typesetter(self.look, self.left, self.column)
        look, memory = self.look, dict[int, int]()
        line = look.line_height(self._default is Direction.RIGHT_TO_LEFT) + look.lead
        in_a_line = max(1.0, self.column / look.character)
        for length in set(self.segments.lengths):
            memory[length] = ceil(length / in_a_line) * line + look.gap
        memory[0] = look.blank
        heights = list(map(memory.__getitem__, self.segments.lengths))
        for fold in self.furniture.folds:
            if self.furniture.fold_at(fold.first):
                heights[fold.first : fold.last + 1] = [0] * (fold.last + 1 - fold.first)
                heights[fold.first] = FOLD_HEIGHT
        self.heights = Heights(heights)
        self._moved = True

    # What is where.

    def block(self, segment: int) -> QTextBlock:
        """Return Qt's block of a segment; valid only once it is loaded."""
        return self._document.findBlockByNumber(segment)

    def top(self, segment: int) -> int:
        """Return where a segment begins on the page."""
        return TOP + self.heights.top(segment)

    def find(self, y: float) -> tuple[int, int]:
        """Return the segment at ``y`` on the page and where it begins."""
        segment, top = self.heights.find(max(0.0, y - TOP))
        return segment, top + TOP

    def laid_out(self, segment: int) -> LaidOut:
        """Return a segment laid out; it must be loaded."""
        laid = self._laid.get(segment)
        if laid is None:
            laid = self._lay_out(segment)
            self._laid[segment] = laid
            if self.furniture.fold_at(segment) is None and self.heights.set(segment, laid.height):
                self._moved = True
                self._size_news.start()
        return laid

    def shown(self, top: float, bottom: float) -> Iterator[tuple[LaidOut, int]]:
        """Yield the segments between two heights of the page, and where each begins.

        Folded ones are left out. What is looked at is laid out, so places further down may move.
        """
        segment, y = self.find(top)
        while segment < self.loaded and y < bottom:
            fold = self.furniture.fold_at(segment)
            if fold is not None:
                y += self.heights[fold.first]
                segment = fold.last + 1
                continue
            laid = self.laid_out(segment)
            yield laid, y
            y += self.heights[segment]
            segment += 1

    def line_place(self, position: int) -> tuple[LaidOut, Line, int]:
        """Return the segment and the line of a position, and the line's place on the page."""
        segment = min(self.segments.at(position), self.loaded - 1)
        laid = self.laid_out(segment)
        line = laid.line_of(position)
        return laid, line, self.top(segment) + line.top

    def character_at(self, x: float, y: float) -> tuple[int, float] | None:
        """Return the character at a point of the page, and how far under its line the point is.

        Negative on the line itself, from 0 in the room for lanes; ``None`` beside the text.
        """
        segment, top = self.find(y)
        if segment >= self.loaded or y < top or self.furniture.fold_at(segment):
            return None
        laid = self.laid_out(segment)
        line = laid.line_at(y - top)
        under = y - top - line.top - line.height
        qt_line = laid.layout.lineAt(line.number)
        ink = qt_line.naturalTextRect()
        if under > self.look.lead or not ink.left() <= x < ink.right():
            return None
        column = qt_line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return laid.start + laid.columns.from_utf16(column), under

    def forget(self, segment: int) -> None:
        """Make Qt's own lines of a segment anew when it next asks."""
        if segment in self._for_qt:
            self._for_qt.discard(segment)
            self.block(segment).clearLayout()

    def laid_segments(self) -> Iterable[LaidOut]:
        """Return what is laid out just now."""
        return self._laid.values()

    def let_go(self, top: float, bottom: float) -> None:
        """Free the memory of segments seen longest ago that are not between two heights."""
        surplus = len(self._laid) - _KEPT
        if surplus <= 0:
            return
        first, last = self.find(top)[0], self.find(bottom)[0]
        old = [segment for segment in self._laid if not first - 40 <= segment <= last + 40]
        for segment in old[: surplus + _KEPT // 4]:
            del self._laid[segment]

    def announce_size(self) -> bool:
        """Tell the view how tall the page is, if that is news; say whether it was.

        Where heights were corrected, the view paints everything anew: in scrolling Qt moves what
        is painted by as much as the bar has moved, and the words have moved by something else.
        """
        if self._moved:
            self._moved = False
            self.update.emit()
        size = (self.width, self.heights.total)
        if self._announced == size:
            return False
        self._announced = size
        self.documentSizeChanged.emit(self.documentSize())
        return True

    # Laying out.

    def right_to_left(self, segment: int) -> bool:
        """Say which way a paragraph runs: where most of its letters do."""
        first = self.segments.paragraph_of(segment)
        words = self.segments.words(first)
        return direction_of(words, self._default) is Direction.RIGHT_TO_LEFT

    def _lay_out(self, segment: int) -> LaidOut:
        words, shown = self.segments.words(segment), self.block(segment).text()
        right_to_left = self.right_to_left(segment)
        layout = self._typesetter.own_layout(shown, right_to_left)
        columns, start = self.segments.columns(segment), self.segments.starts[segment]
        lines: list[Line] = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = columns.from_utf16(line.textStart())
            last = columns.from_utf16(line.textStart() + line.textLength())
            ink = first + len(words[first:last].rstrip())
            top, tall = round(line.y()), ceil(line.height())
            lines.append(Line(number, start + first, start + last, start + ink, top, tall))
        height = lines[-1].top + lines[-1].height + self.look.lead
        if not words or words.isspace():
            height = self.look.blank
        elif not self.segments.goes_on(segment) and not self.furniture.whole(segment):
            height += self.look.gap
        mixed = scripts.is_mixed(words, right_to_left)
        return LaidOut(segment, start, columns, right_to_left, mixed, height, lines, layout)

    # What Qt asks.

    @override
    @guard()
    def documentChanged(self, from_: int, charsRemoved: int, charsAdded: int, /) -> None:
        """Nothing: the loader says what was put in, and formats are set where lines are made."""

    @override
    @guard(QSizeF)
    def documentSize(self) -> QSizeF:
        """Return the size of the page."""
        return QSizeF(self.width, TOP + self.heights.total + BOTTOM)

    @override
    @guard(1)
    def pageCount(self) -> int:
        """Return that it is all one page."""
        return 1

    @override
    @guard(QRectF)
    def frameBoundingRect(self, frame: QTextFrame, /) -> QRectF:
        """Return the page."""
        return QRectF(QPointF(), self.documentSize())

    @override
    @guard(QRectF)
    def blockBoundingRect(self, block: QTextBlock, /) -> QRectF:
        """Return where a block is; it is laid out when Qt asks."""
        # Qt asks once more while the document is being destroyed.
        if not isValid(self._document) or not block.isValid():
            return QRectF()
        segment = block.blockNumber()
        if segment >= min(self.loaded, len(self.segments)):
            return QRectF()
        laid = self.laid_out(segment)
        if segment not in self._for_qt or not block.layout().lineCount():
            self._for_qt.add(segment)
            as_the_text = laid.right_to_left is (self._default is Direction.RIGHT_TO_LEFT)
            self._typesetter.fill_block(block, laid.right_to_left, as_the_text=as_the_text)
        return QRectF(0, self.top(segment), self.width, laid.height)

    @override
    @guard(-1)
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy, /) -> int:  # type: ignore[override]
        """Return Qt's position under a point of the page, or -1 where an exact hit is asked."""
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        segment, top = self.find(point.y())
        fold = self.furniture.fold_at(segment)
        if fold is not None:
            after = point.y() > top + FOLD_HEIGHT / 2 and fold.last + 1 < self.loaded
            block = self.block(fold.last + 1 if after else fold.first)
            return -1 if exact else block.position()
        if segment >= self.loaded:
            return -1 if exact else self._document.characterCount() - 1
        laid = self.laid_out(segment)
        line = laid.line_at(point.y() - top)
        ink = laid.layout.lineAt(line.number).naturalTextRect()
        if exact and not ink.contains(point.x(), line.top + 1):
            return -1
        return self.block(segment).position() + column_at(laid, line, point.x())

    @override
    @guard()
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, /) -> None:
        """Let the painter paint."""
        if self._paint is not None:
            self._paint(painter, context)
