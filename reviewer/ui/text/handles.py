"""Grips at the first and the last letter of the raised passage, by which its edges are moved.

They show while the pointer is near, or after keys that move an edge. Dragging shows the words as
they will be; only letting go asks for the change. The drag itself never touches the project.
"""

from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from reviewer.domain.boundaries import Edge, dragged
from reviewer.domain.offsets import widen
from reviewer.domain.spans import Span
from reviewer.ui.guard import guard
from reviewer.ui.text.grips import KNOB, Grip, Stand
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.lines import LaidOut, Line, edge, ranges
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.view import TextView
from reviewer.ui.wording import announce

_NEAR = 44  # pixels from an edge within which the grips show
_TICK = 40
_AUTOSCROLL_SHARE = 0.4

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_LEFT_TO_RIGHT = frozenset(("L", "EN", "AN"))


@dataclass(slots=True)
class _Drag:
    mark: Mark
    edge: Edge
    hold: QPointF  # from the pointer to the place in the words it stands for
    at: QPointF
    exact: bool = False


class Handles(QObject):
    """The two grips of one view.

    ``moved`` gives a passage and where it shall stand; ``changed`` says that the grips, or the
    words shown between them, are others now.
    """

    moved = Signal(int, object)
    changed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._inks = Inks(view.page.look.theme)
        self._grips = {each: Grip(each, view.viewport()) for each in Edge}
        self._stands: dict[Edge, Stand] = {}
        self._editable = False
        self._near = self._keys = False
        self._edge = Edge.END
        self._drag: _Drag | None = None
        self._autoscroll = QTimer(self, interval=_TICK)
        self._autoscroll.timeout.connect(self._scroll_on)
        for grip in self._grips.values():
            grip.pressed.connect(self.begin)
            grip.dragged.connect(self.drag)
            grip.released.connect(self.drop)
        view.viewport().installEventFilter(self)
        view.repainted.connect(self.follow)
        view.mark_raised.connect(self._raised)

    def set_editable(self, editable: bool) -> None:
        """Offer grips, or none where nothing may be changed."""
        self._editable = editable
        self.follow()

    @property
    def edge(self) -> Edge:
        """Which edge keys move."""
        return self._edge if self._drag is None else self._drag.edge

    def mark(self) -> Mark | None:
        """Return the passage whose edges can be moved: the raised one, in its certain place."""
        mark = self._view.scene.marks.get(self._view.scene.raised)
        return mark if mark is not None and mark.sure and self._editable else None

    def place(self) -> int | None:
        """Return where the edge is that moves; ``None`` where none does."""
        mark = self.mark()
        if mark is None:
            return None
        return mark.span.start if self.edge is Edge.START else mark.span.end

    def in_use(self) -> bool:
        """Say whether an edge is being moved, by keys or by hand."""
        return self.mark() is not None and (self._keys or self._drag is not None)

    def is_dragging(self) -> bool:
        """Say whether an edge is being dragged."""
        return self._drag is not None

    def change_edge(self) -> bool:
        """Let keys move the other edge; says whether there is one."""
        if self.mark() is None:
            return False
        self._edge = Edge.START if self._edge is Edge.END else Edge.END
        self.show_by_keys()
        return True

    def show_by_keys(self) -> None:
        """Show the grips until another passage is raised."""
        self._keys = True
        self.follow()
        self.changed.emit()

    def _theme_inks(self) -> Inks:
        theme = self._view.page.look.theme
        if self._inks.theme is not theme:
            self._inks = Inks(theme)
        return self._inks

    # Where they stand.

    @guard()
    def follow(self) -> None:
        """Put the grips where the raised passage begins and ends in the view."""
        mark = self.mark()
        self._stands = {} if mark is None else self._find(mark)
        inks = self._theme_inks()
        shown = self._near or self._keys or self._drag is not None
        for each, grip in self._grips.items():
            stand = self._stands.get(each) if shown else None
            if stand is None:
                # One that is held stays, even out of sight: hidden it would lose the mouse.
                grip.setVisible(self._drag is not None and self._drag.edge is each)
            elif mark is not None:
                # While only the mouse is used neither goes before the other.
                grip.stand(stand, filled=not self._keys or each is self.edge)
                grip.dress(mark.colour, inks)
                grip.show()

    def _find(self, mark: Mark) -> dict[Edge, Stand]:
        places = {Edge.START: mark.span.start, Edge.END: mark.span.end - 1}
        found = {each: self._stand(each, at) for each, at in places.items()}
        return {each: stand for each, stand in found.items() if stand is not None}

    def _stand(self, each: Edge, position: int) -> Stand | None:
        """Return where the edge at a character stands, if that character is in view."""
        page = self._view.page
        top, bottom = self._view.scroller.span
        segment = page.segments.at(position)
        y = page.top(segment)
        if segment >= page.loaded or page.furniture.fold_at(segment) is not None:
            return None
        if y >= bottom or y + page.heights[segment] <= top:
            return None
        laid, line, y = page.line_place(position)
        if y + line.height <= top or y >= bottom:
            return None
        to_the_left = _runs_to_the_left(self._view.text[position], laid)
        outward = 1 if to_the_left is (each is Edge.START) else -1
        letter = widen(self._view.text, Span(position, position + 1))
        x = _edge_x(laid, line, letter, each, outward)
        return Stand(x, y - top, line.height, outward)

    # The pointer.

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether the pointer is near; nothing is kept from the text."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._come_near(near=self._is_near(event.position()) and not event.buttons())
        elif event.type() == QEvent.Type.Leave:
            self._come_near(near=False)
        return False

    def _come_near(self, *, near: bool) -> None:
        if near is not self._near:
            self._near = near
            self.follow()

    def _is_near(self, point: QPointF) -> bool:
        for stand in self._stands.values():
            beside = abs(point.x() - stand.x) <= _NEAR
            if beside and stand.top - KNOB <= point.y() <= stand.top + stand.height + KNOB:
                return True
        raised = self._view.scene.raised
        return any(mark.id == raised for mark in self._view.pointer.marks_under(point))

    def _raised(self, _mark: object) -> None:
        self.cancel()
        self._keys, self._edge = False, Edge.END
        self.follow()

    # Dragging.

    def begin(self, each: Edge, point: QPointF) -> None:
        """Take hold of an edge at a point of the view."""
        mark, stand = self.mark(), self._stands.get(each)
        if mark is None or stand is None:
            return
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag = _Drag(mark, each, stand.hold(point), point)
        self.changed.emit()

    def drag(self, point: QPointF, exact: bool) -> None:
        """Bring the edge to a point; the words between the edges are shown as they would be."""
        if self._drag is None:
            return
        self._drag.at, self._drag.exact = point, exact
        self._preview()
        inside = 0 <= point.y() <= self._view.viewport().height()
        if inside:
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def drop(self) -> None:
        """Let go: ask for the change, where there is one."""
        drag, shown = self._drag, self.mark()
        self.cancel()
        if drag is not None and shown is not None and shown.span != drag.mark.span:
            self.moved.emit(drag.mark.id, shown.span)

    def cancel(self) -> bool:
        """Let everything be as it was before the drag; says whether there was one."""
        drag, self._drag = self._drag, None
        if drag is None:
            return False
        self._autoscroll.stop()
        self._show(drag.mark)
        return True

    def _preview(self) -> None:
        if self._drag is None:
            return
        drag, text = self._drag, self._view.text
        position = self._view.pointer.position_at(drag.at + drag.hold)
        span = dragged(text, drag.mark.span, drag.edge, position, exact=drag.exact)
        self._show(drag.mark._replace(span=span))

    def _show(self, mark: Mark) -> None:
        shown = self._view.scene.marks.get(mark.id)
        if shown is None or shown.span == mark.span:
            self.changed.emit()
            return
        self._view.forget_strokes(self._view.scene.marks.add(mark))
        announce(self._view, mark.span.of(self._view.text)[-120:])
        self.changed.emit()

    @guard()
    def _scroll_on(self) -> None:
        if self._drag is None:
            return
        height, y = self._view.viewport().height(), self._drag.at.y()
        beyond = min(0.0, y) + max(0.0, y - height)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * _AUTOSCROLL_SHARE))
        self._preview()


def _runs_to_the_left(character: str, laid: LaidOut) -> bool:
    """Say which way the words at a character run: its own, or that of its paragraph."""
    if laid.mixed:
        own = bidirectional(character)
        if own in _RIGHT_TO_LEFT or own in _LEFT_TO_RIGHT:
            return own in _RIGHT_TO_LEFT
    return laid.right_to_left


def _edge_x(laid: LaidOut, line: Line, letter: Span, each: Edge, outward: int) -> float:
    """Return where on a line the outer side of the letter at an edge is."""
    if laid.mixed:
        boxes = ranges(laid, line, letter.start, letter.end)
        if boxes:
            return boxes[-1][1] if outward > 0 else boxes[0][0]
    if each is Edge.START:
        return edge(laid, line, min(letter.start, line.end))
    return edge(laid, line, min(letter.end, line.end))  # a line end is no letter on the line
