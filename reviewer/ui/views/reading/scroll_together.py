"""Panes that scroll together: two by the same share of their lengths, or all by events.

By share, because any two documents have one. By passages of the same event, see
``scroll_by_events.py``, because who compares accounts has put them there. Refused: by passages of
one tag, in their order; two documents seldom tell a matter in one order.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.ui.parts import Scrolling
from reviewer.ui.views.frame.remembered import several, whole
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.scroll_by_events import ScrollByEvents
from reviewer.workspace.project import Workspace


class ScrollTogether(QObject):
    """How panes scroll; implements ``parts.ScrollingPart``.

    By share there are pairs of panes; a pane is in one pair at most. Where one goes, the other goes
    at once.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        panes: Callable[[], Sequence[Pane]],
        focused: Callable[[], Pane],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._focused = focused
        self._pairs: list[tuple[Pane, Pane]] = []
        self._leading = False
        self.by_events = ScrollByEvents(workspace, panes, self)

    def how(self) -> Scrolling:
        """Return how the focused pane scrolls."""
        if self.by_events.is_on:
            return Scrolling.BY_EVENTS
        together = self.partner(self._focused()) is not None
        return Scrolling.BY_SHARE if together else Scrolling.APART

    def choose(self, how: Scrolling) -> None:
        """Let the focused pane scroll like this, with the next one or with all."""
        here, panes = self._focused(), self._panes()
        if how is not Scrolling.BY_EVENTS:
            self.by_events.switch(on=False)
        if how is Scrolling.APART:
            self.part(here)
        elif how is Scrolling.BY_SHARE and len(panes) > 1:
            self.link(here, panes[(panes.index(here) + 1) % len(panes)])
        elif how is Scrolling.BY_EVENTS:
            self._by_events(here)

    def share_events(self) -> bool:
        """Say whether any two of the documents in the panes speak of one event."""
        return self.by_events.share_any()

    def pairs(self) -> list[tuple[Pane, Pane]]:
        """Return which panes scroll together."""
        return list(self._pairs)

    def partner(self, pane: Pane) -> Pane | None:
        """Return the pane that scrolls with this one."""
        for one, other in self._pairs:
            if pane in (one, other):
                return other if pane is one else one
        return None

    def link(self, one: Pane, other: Pane) -> None:
        """Let two panes scroll together, and no longer with others."""
        self.part(one)
        self.part(other)
        self._pairs.append((one, other))
        for pane in (one, other):
            pane.scroll_bar().valueChanged.connect(self._scrolled)
            pane.header.set_linked(linked=True)
        self.changed.emit()

    def part(self, pane: Pane) -> None:
        """Let a pane scroll by itself again, and the one it scrolled with."""
        found = next((pair for pair in self._pairs if pane in pair), None)
        if found is None:
            return
        self._pairs.remove(found)
        for one in found:
            one.scroll_bar().valueChanged.disconnect(self._scrolled)
            one.header.set_linked(linked=False)
        self.changed.emit()

    def state(self, panes: Sequence[Pane]) -> object:
        """Return how panes scroll, to be remembered: the places of each pair, or by events."""
        if self.by_events.is_on:
            return Scrolling.BY_EVENTS.value
        return [[panes.index(one) for one in pair] for pair in self._pairs]

    def restore(self, state: object, panes: Sequence[Pane]) -> None:
        """Link what ``state`` gave; what makes no sense is passed over."""
        if state == Scrolling.BY_EVENTS.value:
            self._by_events(None)
        for pair in several(state, len(panes)):
            found = [whole(one, most=len(panes) - 1) for one in several(pair, 2)]
            both = [panes[one] for one in found if one is not None]
            if len(both) == 2 and both[0] is not both[1]:
                self.link(*both)

    def _by_events(self, here: Pane | None) -> None:
        for one, _other in self.pairs():
            self.part(one)
        self.by_events.switch(on=True, here=here)
        self.changed.emit()

    def _scrolled(self) -> None:
        """Let the other pane follow; what it does then leads nobody."""
        if self._leading:
            return
        here = next((pane for pair in self._pairs for pane in pair if self._sent_by(pane)), None)
        other = None if here is None else self.partner(here)
        if here is None or other is None or here.is_moving():
            return
        bar, followed = here.scroll_bar(), other.scroll_bar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._leading = True
        try:
            followed.setValue(round(share * followed.maximum()))
        finally:
            self._leading = False

    def _sent_by(self, pane: Pane) -> bool:
        return self.sender() is pane.scroll_bar()
