"""Showing places beside the pane that is worked in, and giving what was lent back as it was.

An empty pane is lent first, wherever it stands: nothing is read there that would have to go.
"""

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reviewer.domain.passages import Passage
from reviewer.domain.spans import Span
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.panes import PaneAreaView


class Beside:
    """An empty pane or the one beside the focused one, lent; one is made where there is none."""

    def __init__(self, panes: PaneAreaView) -> None:
        self._panes = panes
        self._pane: Pane | None = None
        self._made = False
        self._before: dict[str, object] = {}
        self._raised: int | None = None
        self._by_hand = False

    def show(self, document: int, span: Span) -> None:
        """Show a place there, its words chosen. The keys and the other pane stay as they are.

        Raises ``NotFound`` or ``Damaged``.
        """
        pane = self.pane() or self._borrow()
        pane.show_document(document, span)
        pane.reader.choose(span)

    def show_passage(self, passage: Passage) -> None:
        """Show a passage there, raised. The keys and the other pane stay as they are.

        Raises ``NotFound`` or ``Damaged``.
        """
        pane = self.pane() or self._borrow()
        pane.show_document(passage.document)
        pane.show_passage(passage)

    def pane(self) -> Pane | None:
        """Return the pane that is lent, if it is still there."""
        pane = self._pane
        return pane if pane is not None and isValid(pane) and pane in self._panes.panes() else None

    def keep(self) -> Pane | None:
        """Let the pane stay as it is now, for good; returns it."""
        pane, self._pane = self.pane(), None
        return pane

    def give_back(self) -> None:
        """Let the pane show what it showed, or close it where it was made. Keys stay."""
        pane, self._pane = self.pane(), None
        if pane is None:
            return
        if not self._made:
            pane.show_document(None)
            pane.restore(self._before)
            pane.reader.raise_mark(self._raised, by_hand=self._by_hand)
            return
        here = QApplication.focusWidget()
        pane.close_wanted.emit()
        if here is not None and isValid(here):
            here.setFocus()

    def _borrow(self) -> Pane:
        here = QApplication.focusWidget()
        panes = self._panes.panes()
        working = self._panes.focused()
        empty = next((one for one in panes if one.document is None), None)
        self._made = len(panes) == 1 and empty is None
        if self._made:
            self._panes.split(2)
            panes = self._panes.panes()
            if here is not None:
                here.setFocus()
        beside = panes[(panes.index(working) + 1) % len(panes)]
        pane = empty or beside
        self._before = {} if self._made else pane.state()
        self._raised = pane.chosen_passage()
        self._by_hand = pane.reader.raised_by_hand() is not None
        self._pane = pane
        return pane
