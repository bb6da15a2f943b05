"""Two panes that scroll together, by the same share of their lengths.

Decided: by share, because any two documents have one. Refused: by passages of one tag, in their
order; two documents seldom tell a matter in one order, and a pane that jumps is worse than one
that is a little off.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.ui.views.frame.remembered import several, whole
from reviewer.ui.views.reading.pane import Pane


class ScrollTogether(QObject):
    """Pairs of panes; a pane is in one pair at most. Where one goes, the other goes at once."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[Pane, Pane]] = []
        self._leading = False

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

    def state(self, panes: Sequence[Pane]) -> list[list[int]]:
        """Return the pairs by the places of their panes, to be remembered."""
        return [[panes.index(one) for one in pair] for pair in self._pairs]

    def restore(self, state: object, panes: Sequence[Pane]) -> None:
        """Link the pairs that ``state`` gave; what makes no sense is passed over."""
        for pair in several(state, len(panes)):
            found = [whole(one, most=len(panes) - 1) for one in several(pair, 2)]
            both = [panes[one] for one in found if one is not None]
            if len(both) == 2 and both[0] is not both[1]:
                self.link(*both)

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
