"""Going through a text by keys, and choosing words by keys, as commands ask for it.

What comes next is told by ``domain/selections.py``; here it is brought to a comfortable place. The
end of a selection that moves is where its caret is.
"""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.boundaries import Edge, Stride, moved
from reviewer.domain.selections import (
    Ends,
    Unit,
    extended,
    neighbour,
    unit_after,
    unit_before,
    whole,
)
from reviewer.domain.spans import Span
from reviewer.environment.translation import N_, _
from reviewer.ui.text.furniture import Fold
from reviewer.ui.text.handles import Handles
from reviewer.ui.text.marks import by_start
from reviewer.ui.text.view import REVEALED, TextView
from reviewer.ui.wording import announce

EDGE_MOVES = {Edge.START: N_("the beginning moves"), Edge.END: N_("the end moves")}
"""Which end of a selection or a passage moves, in words."""

_FAR_DOWN = 2 / 3
_MOST_SAID = 600  # code points of a sentence that a screen reader is given


class Walker(QObject):
    """Moves the caret and the selection of one view; an ``InText``.

    ``ends_changed`` says that another end moves now.
    """

    ends_changed = Signal()

    def __init__(self, view: TextView, handles: Handles) -> None:
        super().__init__(view)
        self._view = view
        self._handles = handles
        self._chose_end = False
        view.caret_moved.connect(self._caret_moved)

    # Going.

    def caret(self) -> int:
        """Return where the caret is."""
        return self._view.caret()

    def go(self, unit: Unit, *, earlier: bool) -> bool:
        """Put the caret at the start of the next sentence or paragraph; say if there is one."""
        found = self._out_of_folds(self._next(unit, earlier=earlier), unit, earlier=earlier)
        if found is None:
            return False
        in_sight = self._view.scroller.in_sight(found.start, found.end)
        self._view.select(found.start, found.start)
        if not in_sight:
            self._view.scroller.show_line(found.start, REVEALED)
        target = self._view.target() or found
        announce(self._view, target.of(self._view.text)[:_MOST_SAID])
        return True

    def go_to_passage(self, *, earlier: bool) -> bool:
        """Raise the next passage; say whether there is one."""
        marks = self._view.scene.marks
        raised = marks.get(self._view.scene.raised)
        # Without one, whatever begins at the caret or behind it comes next.
        place = by_start(raised) if raised else (self.caret(), -len(self._view.text) - 1, 0)
        found = marks.next_from(place, earlier=earlier)
        if found is None:
            return False
        span = found.span
        in_sight = self._view.scroller.in_sight(span.start, span.end)
        self._view.go_to(found)
        self._handles.show_by_keys()
        if not in_sight:
            self._view.scroller.show_line(span.start, REVEALED)
        announce(self._view, span.of(self._view.text)[:_MOST_SAID])
        return True

    def has_passages(self) -> bool:
        """Say whether anything is tagged in this text."""
        return len(self._view.scene.marks) > 0

    def _next(self, unit: Unit, *, earlier: bool) -> Span | None:
        text, caret = self._view.text, self.caret()
        target = self._view.target()
        if unit is Unit.SENTENCE and target is not None:
            return neighbour(text, target, unit, earlier=earlier)
        if earlier:
            return unit_before(text, caret, unit)
        found = unit_after(text, caret, unit)
        if found is None or found.start > caret:
            return found
        return unit_after(text, found.end, unit)

    def _out_of_folds(self, found: Span | None, unit: Unit, *, earlier: bool) -> Span | None:
        text, segments = self._view.text, self._view.page.segments
        while found is not None and (fold := self._fold_at(found.start)) is not None:
            if earlier:
                found = unit_before(text, segments.starts[fold.first], unit)
            else:
                found = unit_after(text, segments.end(fold.last), unit)
        return found

    def _fold_at(self, position: int) -> Fold | None:
        page = self._view.page
        return page.furniture.fold_at(page.segments.at(position))

    # Choosing words.

    def more_under_caret(self, *, earlier: bool) -> bool:
        """Say whether Tab has another passage to raise here, before the keys go elsewhere."""
        return self._view.more_under_caret(backwards=earlier)

    def has_selection(self) -> bool:
        """Say whether words are selected."""
        return self._view.selection() is not None

    def extend(self, unit: Unit, *, earlier: bool) -> bool:
        """Let the selection go on by a unit; say whether it could.

        Without a selection it begins with what a tag key would take.
        """
        before = self._view.ends()
        after = self._begun(unit, earlier=earlier) if before is None else None
        if after is None and before is not None:
            after = self._extended(before, unit, earlier=earlier)
        if after is None or after == before:
            return False
        flipped = before is not None and after.anchor != before.anchor
        self._select(after)
        if flipped:
            self._tell_edge()
        return True

    def _begun(self, unit: Unit, *, earlier: bool) -> Ends | None:
        text, target = self._view.text, self._view.target()
        if target is None:
            find = unit_before if earlier else unit_after
            found = self._out_of_folds(find(text, self.caret(), unit), unit, earlier=earlier)
            return None if found is None else _ends(found, earlier=earlier)
        held = whole(text, target, unit)
        ends = _ends(held, earlier=earlier)
        return ends if held != target else self._extended(ends, unit, earlier=earlier)

    def _extended(self, ends: Ends, unit: Unit, *, earlier: bool) -> Ends:
        """Go on until the caret stands outside folded furniture; what is folded is selected too."""
        while True:
            after = extended(self._view.text, ends, unit, earlier=earlier)
            if after == ends or self._fold_at(after.caret) is None:
                return after
            ends = after

    def step(self, stride: Stride, *, earlier: bool) -> None:
        """Move the end of the selection that moves, by a word or a character."""
        selection, edge = self._view.selection(), self.moving_edge()
        if selection is None or edge is None:
            return
        span = moved(self._view.text, selection, edge, stride, earlier=earlier)
        self._select(_ends(span, earlier=edge is Edge.START))

    def _select(self, ends: Ends) -> None:
        before = self._view.selection()
        caret = ends.caret
        in_sight = self._view.scroller.in_sight(*_line_around(caret, len(self._view.text)))
        self._view.select(ends.anchor, caret)
        if not in_sight:
            share = _FAR_DOWN if caret > ends.anchor else REVEALED
            self._view.scroller.show_line(caret, share)
        self._say_difference(before, Span(*sorted(ends)))

    def _say_difference(self, before: Span | None, now: Span) -> None:
        text = self._view.text
        if before is None:
            words = now.of(text)
        elif len(now) >= len(before):
            words = text[now.start : before.start] + text[before.end : now.end]
        else:
            left = text[before.start : now.start] + text[now.end : before.end]
            words = _("not chosen any more: {words}").format(words=left)
        announce(self._view, words[:_MOST_SAID])

    def change_ends(self) -> Edge | None:
        """Let the other end move; say which one moves now."""
        ends = self._view.ends()
        if ends is not None:
            self._view.select(ends.caret, ends.anchor)
        elif not self._handles.change_edge():
            return None
        self._tell_edge()
        return self.moving_edge()

    def moving_edge(self) -> Edge | None:
        """Return which end moves; ``None`` with nothing selected and nothing raised."""
        ends = self._view.ends()
        if ends is not None:
            return Edge.START if ends.caret < ends.anchor else Edge.END
        return self._handles.edge if self._handles.mark() is not None else None

    def chosen_edge(self) -> Edge | None:
        """Return which end moves, where a person needs to be told."""
        edge = self.moving_edge()
        if self._view.ends() is None:
            return edge if self._handles.in_use() else None
        return edge if self._chose_end or edge is Edge.START else None

    def _tell_edge(self) -> None:
        self._chose_end = True
        edge = self.moving_edge()
        if edge is not None:
            announce(self._view, _(EDGE_MOVES[edge]))
        self.ends_changed.emit()

    def _caret_moved(self, _position: int) -> None:
        if self._view.selection() is None:
            self._chose_end = False

    # The raised passage.

    def runs_to_the_left(self) -> bool:
        """Say whether the paragraph of the end that moves runs from right to left."""
        ends, place = self._view.ends(), self._handles.place()
        position = ends.caret if ends is not None else place
        page = self._view.page
        return page.right_to_left(page.segments.at(self.caret() if position is None else position))

    def show_edge(self) -> None:
        """Bring the moved edge of the raised passage into sight, and say its words."""
        self._handles.show_by_keys()
        place, words = self._handles.place(), self.raised_words()
        if place is not None:
            if not self._view.scroller.in_sight(*_line_around(place, len(self._view.text))):
                self._view.scroller.show_line(place, REVEALED)
            announce(self._view, words[:_MOST_SAID])
        self.ends_changed.emit()

    def raised_words(self) -> str:
        """Return the words of the raised passage as they are shown, while it is dragged too."""
        mark = self._view.scene.marks.get(self._view.scene.raised)
        return "" if mark is None else mark.span.of(self._view.text)

    # Letting go.

    def can_let_go(self) -> bool:
        """Say whether there is something to let go of."""
        return self.has_selection() or self._view.scene.raised is not None

    def let_go_of_words(self) -> bool:
        """Let go of an edge that is dragged, else of the selection; say whether there was one."""
        if self._handles.cancel():
            return True
        selected = self.has_selection()
        if selected:
            self._view.select(self.caret(), self.caret())
        return selected

    def let_go_of_passage(self) -> None:
        """Raise no passage any more."""
        self._view.raise_mark(None)

    def take_up_passage(self) -> bool:
        """Raise the passage under the caret again, by hand; say whether there is one."""
        if self._view.scene.raised is None:
            self._view.raise_next()
        return self._view.scene.raised is not None


def _ends(span: Span, *, earlier: bool) -> Ends:
    return Ends(span.end, span.start) if earlier else Ends(span.start, span.end)


def _line_around(position: int, length: int) -> tuple[int, int]:
    """Return a stretch on the line of a position that may be the end of the text."""
    start = max(0, min(position, length) - 1)
    return start, start + 1
