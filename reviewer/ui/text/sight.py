"""What of a text is in sight, and at which height: pixels below the upper edge of the view."""

from reviewer.domain.spans import Span
from reviewer.ui.text.layout import FOLD_HEIGHT
from reviewer.ui.text.view import REVEALED, TextView


class Sight:
    """Asked while somebody scrolls, so it looks at nothing but the lines in view."""

    def __init__(self, view: TextView) -> None:
        self._view = view

    @property
    def size(self) -> tuple[int, int]:
        """How wide and how high the view is, in pixels."""
        room = self._view.viewport()
        return room.width(), room.height()

    @property
    def height(self) -> int:
        """How high the view is, in pixels."""
        return max(1, self._view.viewport().height())

    def line(self) -> float:
        """Return at which height one reads: a third from the top.

        The first and last lines of a text never come to that height. So at the beginning the line
        moves down from the upper edge, and at the end down to the lower one.
        """
        bar, height = self._view.verticalScrollBar(), self.height
        value, most, line = bar.value(), bar.maximum(), REVEALED * height
        if most <= 0:
            return line
        if most < height:
            return height * value / most
        return max(min(line, value), height - (most - value))

    def between(self, top: float, bottom: float) -> Span:
        """Return the words from the line at one height to the line at another, at least one."""
        scroller = self._view.scroller
        first, last = scroller.line_at(top)[0], scroller.line_at(bottom)[0]
        return Span(first, max(first, last) + 1)

    def extent(self, span: Span) -> tuple[float, float]:
        """Return from which height to which a stretch of text reaches, cut where the view ends."""
        shown, height = self.between(0, self.height), float(self.height)
        top = bottom = 0.0
        if span.start >= shown.end:
            top = height
        elif span.start >= shown.start:
            top = self._line(span.start)[0]
        if span.end > shown.end:
            bottom = height
        elif span.end > shown.start:
            bottom = sum(self._line(span.end - 1))
        return max(top, 0.0), min(max(bottom, top), height)

    def bring(self, position: int, height: float) -> None:
        """Scroll so that the line of a code point stands at a height, as far as the text allows."""
        self._view.scroller.show_line(position, height / self.height)

    def _line(self, position: int) -> tuple[float, float]:
        """Return the height at which the line of a code point begins, and how tall it is."""
        page, above = self._view.page, self._view.verticalScrollBar().value()
        segment = page.segments.at(position)
        fold = page.furniture.fold_at(segment)
        if fold is not None:
            return float(page.top(fold.first) - above), float(FOLD_HEIGHT)
        _laid, line, top = page.line_place(position)
        return float(top - above), float(line.height)
