"""The margin beside the ruler: sentences that stand in other documents too, quietly marked.

A line along the sentence, whole where it stands word for word, in pieces where nearly so, and the
number of documents where it begins. It says nothing of what that means.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from reviewer.domain.spans import Span
from reviewer.ui.guard import guard
from reviewer.ui.text.view import TextView
from reviewer.ui.theme.growing import Letters, widened
from reviewer.ui.wording import tip

WIDE = 24
_BAR, _ON, _OFF = 2, 3, 3
_HIGH = 15
_PAD = 3
_MOST = 99

_font = Letters(11, QFont.Weight.Medium, half=True).now


@dataclass(frozen=True, slots=True)
class EchoMark:
    """A sentence, how many other documents have it, whether word for word, and what is told."""

    span: Span
    documents: int
    exact: bool
    words: str


@dataclass(frozen=True, slots=True)
class PlacedEcho:
    """A sentence where it stands beside the text; ``opens`` where it begins in view."""

    mark: EchoMark
    bar: QRectF
    box: QRectF
    opens: bool


class EchoMargin(QWidget):
    """Painted from what the view has laid out, moved with it."""

    echo_wanted = Signal(int)  # where the sentence begins that was pressed

    def __init__(self, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._marks: Sequence[EchoMark] = ()
        self._starts: list[int] = []
        self._mirrored = False
        self.setMouseTracking(True)
        self.hide()
        view.repainted.connect(self.update)

    def show_marks(self, marks: Sequence[EchoMark]) -> None:
        """Mark these sentences, given in order of place; none lets the margin be empty."""
        self._marks = marks
        self._starts = [mark.span.start for mark in marks]
        self.setVisible(bool(marks))
        self.update()

    def marks(self) -> Sequence[EchoMark]:
        """Return what is marked."""
        return self._marks

    def arrange(self, *, mirrored: bool) -> None:
        """Say whether the text is on the right of it."""
        self._mirrored = mirrored
        self.update()

    def placed(self) -> list[PlacedEcho]:
        """Return the marks in view; several that begin on one line share the first one's box."""
        top, bottom = self._view.scroller.span
        found: dict[int, PlacedEcho] = {}
        taken = set[float]()
        for laid, at in self._view.page.shown(top, bottom):
            for line in laid.lines:
                y = float(at - top + line.top)
                for number in self._between(line.start, line.ink_end):
                    known = found.get(number)
                    found[number] = self._grown(known, number, y, line.height, line.start, taken)
        return list(found.values())

    def under(self, point: QPointF) -> list[EchoMark]:
        """Return the sentences marked at the height of a point, those first that begin there."""
        here = [one for one in self.placed() if one.bar.top() <= point.y() <= one.bar.bottom()]
        here.sort(key=lambda one: not one.box.contains(point))
        return [one.mark for one in here]

    def _between(self, start: int, end: int) -> range:
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end - 1)
        while first < last and self._marks[first].span.end <= start:
            first += 1
        return range(first, last)

    def _grown(
        self,
        known: PlacedEcho | None,
        number: int,
        y: float,
        high: int,
        start: int,
        taken: set[float],
    ) -> PlacedEcho:
        """Return a mark with one line more."""
        mark = self._marks[number]
        x = self.width() - _BAR - 1.0 if self._mirrored else 1.0
        bar = QRectF(x, y + 2, _BAR, high - 4)
        if known is not None:
            return PlacedEcho(mark, known.bar.united(bar), known.box, known.opens)
        opens = mark.span.start >= start and y not in taken
        taken.add(y)
        left = 0.0 if self._mirrored else _BAR + 2.0
        box = QRectF(left, y + (high - widened(_HIGH)) / 2, self.width() - _BAR - 2, widened(_HIGH))
        return PlacedEcho(mark, bar, box, opens)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line along each sentence, and how many documents have it."""
        theme = self._view.page.look.theme
        with QPainter(self) as painter:
            painter.setFont(_font())
            for one in self.placed():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.line_strong)
                painter.drawRects(_pieces(one.bar, whole=one.mark.exact))
                if one.opens:
                    painter.setPen(theme.muted_text)
                    number = one.mark.documents
                    words = f"{number}" if number <= _MOST else f"{_MOST}+"
                    side = (
                        Qt.AlignmentFlag.AlignRight
                        if self._mirrored
                        else Qt.AlignmentFlag.AlignLeft
                    )
                    room = one.box.adjusted(_PAD, 0, -_PAD, 0)
                    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the places of the sentence that was pressed."""
        found = self.under(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
            self.echo_wanted.emit(found[0].span.start)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be pressed."""
        if self.under(event.position()):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._view.wheelEvent(event)

    @override
    @guard(False)  # noqa: FBT003 - what Qt is told then
    def event(self, event: QEvent, /) -> bool:
        """Say in which documents the sentence under the pointer stands too."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.under(QPointF(event.pos()))
            words = tip(*(one.words for one in found[:3])) if found else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _pieces(bar: QRectF, *, whole: bool) -> list[QRectF]:
    if whole:
        return [bar]
    steps = range(round(bar.top()), round(bar.bottom()), _ON + _OFF)
    return [QRectF(bar.left(), y, bar.width(), min(_ON, max(1.0, bar.bottom() - y))) for y in steps]
