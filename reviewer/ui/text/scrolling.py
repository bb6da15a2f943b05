"""Scrolling by pixels, in which nothing jumps.

Heights are guesses until a segment is seen. When a guess above the reader's eye is corrected, the
scroll bar is moved by as much, so that the words under the eye stay where they are.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle

from reviewer.ui.guard import guard
from reviewer.ui.text.layout import FOLD_HEIGHT, LazyLayout
from reviewer.ui.text.loading import Loader

_ROUNDS = 8
_TICK = 12  # milliseconds
_SHARE = 0.32  # of the way still to go, in one tick
_NOTCH = 120  # Qt's unit: one notch of a wheel


class Held(NamedTuple):
    """What is to stay in place: ``offset`` pixels below a segment's top stand at ``y`` in view."""

    segment: int
    offset: float
    y: float


class Wish(NamedTuple):
    """What was asked to be seen: the line of ``position``, less the share of it that is ``past``.

    Its place is a share of the view's height, 0 at the top. It holds until somebody scrolls, so
    that it comes true even where the view gets its size only later.
    """

    position: int
    past: float
    share: float


class Scroller(QObject):
    """Moves the view over the page. ``settled`` says that what is in view has changed."""

    settled = Signal()

    def __init__(self, view: QAbstractScrollArea, layout: LazyLayout, loader: Loader) -> None:
        super().__init__(view)
        self._view = view
        self._bar = view.verticalScrollBar()
        self._layout = layout
        self._loader = loader
        self._busy = False
        self._top = Held(0, 0, 0)
        self._kept: tuple[int, Wish] | None = None
        self._goal = 0.0
        self._glide = QTimer(self)
        self._glide.setInterval(_TICK)
        self._glide.timeout.connect(self._glide_on)

    @property
    def span(self) -> tuple[int, int]:
        """Return from where to where of the page is in view."""
        top = self._bar.value()
        return top, top + self._view.viewport().height()

    def scrolled(self, dy: int) -> None:
        """Follow the scroll bar, which moved everything down by ``dy``."""
        if self._busy:
            return
        near = abs(dy) < self._view.viewport().height()
        self.settle(self._top._replace(y=self._top.y + dy) if near else None)

    def hold(self, *, busy: bool) -> None:
        """Pay no heed to the scroll bar while something bigger is going on."""
        self._busy = busy

    def settle(self, held: Held | None = None) -> None:
        """Lay out what is in view, keep ``held`` in its place, and tell the scroll bar the size."""
        self._busy = True
        for _ in range(_ROUNDS):
            top, bottom = self.span
            for _seen in self._layout.shown(top, bottom):
                pass
            changed = self._layout.announce_size()
            wanted = self._bar.value()
            if held is not None:
                wanted = round(self._layout.top(held.segment) + held.offset - held.y)
                wanted = min(max(wanted, self._bar.minimum()), self._bar.maximum())
            if wanted == self._bar.value() == top and not changed:
                break
            self._bar.setValue(wanted)
        self._busy = False
        top, bottom = self.span
        segment, y = self._layout.find(top)
        self._top = Held(segment, top - y, 0)
        self._layout.let_go(top, bottom)
        self.settled.emit()

    def show_line(self, position: int, share: float) -> None:
        """Bring the line of ``position`` to a share of the height, 0 is the top."""
        self.fulfil(Wish(position, 0, share))

    def in_sight(self, start: int, end: int) -> bool:
        """Say whether a stretch of text can be read where the view stands.

        From its first line to its last; of a longer one it is enough that it begins in the upper
        half.
        """
        top, bottom = self.span
        first, last = self._line_in_sight(start), self._line_in_sight(end - 1)
        if first is None:
            return False
        return last is not None or first < (top + bottom) / 2

    def _line_in_sight(self, position: int) -> int | None:
        """Return where the line of a position stands on the page, if all of it is in view."""
        top, bottom = self.span
        segment = self._layout.segments.at(position)
        y = self._layout.top(segment)
        near = y < bottom and y + self._layout.heights[segment] > top
        if not near or self._layout.furniture.fold_at(segment) is not None:
            return None
        _laid, line, y = self._layout.line_place(position)
        return y if top <= y and y + line.height <= bottom else None

    def place(self) -> tuple[int, float]:
        """Return the first code point of the first line in view, and how much of it is past.

        Until somebody scrolls that is what was last gone back to: else every small change of the
        width would move the place to the start of another line.
        """
        wish = self.wish()
        return self.line_at() if wish.share else (wish.position, wish.past)

    def wish(self) -> Wish:
        """Return what is to be seen again when the width or the face has changed."""
        if self._kept is not None and self._kept[0] == self._bar.value():
            return self._kept[1]
        return Wish(*self.line_at(), 0)

    def hold_line(self, y: float) -> None:
        """Let the line that is ``y`` pixels below the top stay there, whatever face comes next."""
        share = min(max(y / max(1, self._view.viewport().height()), 0.0), 1.0)
        if self.wish().share != share:
            self._kept = (self._bar.value(), Wish(*self.line_at(y), share))

    def line_at(self, below: float = 0) -> tuple[int, float]:
        """Return the start of the line so far below the view's top, and how much of it is past."""
        top = self._bar.value() + below
        segment, y = self._layout.find(top)
        fold = self._layout.furniture.fold_at(segment)
        if fold is not None:
            start = self._layout.segments.starts[fold.first]
            return start, (top - self._layout.top(fold.first)) / FOLD_HEIGHT
        if segment >= self._layout.loaded:
            return self._layout.segments.starts[segment], 0.0
        line = self._layout.laid_out(segment).line_at(top - y)
        return line.start, (top - y - line.top) / (line.height + self._layout.look.lead)

    def restore(self, place: tuple[int, float]) -> None:
        """Go back to what ``place`` returned, whatever the width and the face are now."""
        self.fulfil(Wish(*place, 0))

    def fulfil(self, wish: Wish) -> None:
        """Bring into view what was asked for."""
        self._glide.stop()
        position = min(max(wish.position, 0), len(self._layout.segments.text))
        segment = self._layout.segments.at(position)
        y = wish.share * self._view.viewport().height()
        fold = self._layout.furniture.fold_at(segment)
        if fold is not None:
            self.settle(Held(fold.first, wish.past * FOLD_HEIGHT, y))
        else:
            self._loader.ensure(segment)
            laid, line, _ = self._layout.line_place(position)
            offset = line.top + wish.past * (line.height + self._layout.look.lead)
            self.settle(Held(laid.segment, offset, y))
        self._kept = (self._bar.value(), Wish(position, wish.past, wish.share))

    def forget(self) -> None:
        """Begin at the top of another text."""
        self._kept = None
        self._glide.stop()

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll by the pixels a touchpad says, or glide by the notches of a wheel."""
        pixels = event.pixelDelta().y()
        if pixels:
            self._glide.stop()
            self._bar.setValue(self._bar.value() - pixels)
            return
        notches = event.angleDelta().y() / _NOTCH
        step = self._layout.look.lines[0] + self._layout.look.lead
        start = self._goal if self._glide.isActive() else self._bar.value()
        goal = start - notches * QApplication.wheelScrollLines() * step
        self._goal = min(max(goal, self._bar.minimum()), self._bar.maximum())
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._view.style().styleHint(hint, None, self._view) == 0:
            self._bar.setValue(round(self._goal))
        elif not self._glide.isActive():
            self._glide.start()

    @guard()
    def _glide_on(self) -> None:
        before = self._bar.value()
        way = self._goal - before
        step = round(way * _SHARE) or (1 if way > 0 else -1)
        if abs(way) < 1:
            self._glide.stop()
            return
        self._bar.setValue(before + step)
        # Corrected heights may have moved the bar; the goal moves with it.
        self._goal += self._bar.value() - (before + step)
        if self._bar.value() in {self._bar.minimum(), self._bar.maximum()}:
            self._glide.stop()
