"""What W asks about: the words selected, the passage one went to, or the sentence one walked to.

A passage is gone to when it begins to stand out; whoever then moves the caret on, or walks by
sentences and paragraphs, means what is outlined.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.panes import PaneAreaView

_WALKS = (
    "go.next_sentence",
    "go.previous_sentence",
    "go.next_paragraph",
    "go.previous_paragraph",
)


class AskedAbout(QObject):
    """Follows the panes, and knows in which of them a person has moved on from the passage."""

    def __init__(self, panes: PaneAreaView, actions: CommandActions, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._seen: dict[Pane, int | None] = {}
        self._moved_on: set[Pane] = set()
        panes.pane_made.connect(self._watch)
        actions.ran.connect(self._did)

    def passage(self) -> int | None:
        """Return the passage that is meant in the focused pane; ``None``: what is outlined."""
        pane = self._panes.focused()
        return None if pane in self._moved_on else pane.chosen_passage()

    def _watch(self, pane: Pane) -> None:
        pane.reader.mark_raised.connect(partial(self._raised, pane))
        pane.reader.caret_moved.connect(partial(self._caret_moved, pane))
        pane.destroyed.connect(partial(self._forget, pane))

    def _raised(self, pane: Pane, _mark: int | None) -> None:
        self._moved_on.discard(pane)
        # A caret that raises it as it moves tells so at once; whoever comes later moves on.
        QTimer.singleShot(0, self, partial(self._see, pane))

    def _see(self, pane: Pane) -> None:
        if pane in self._panes.panes():
            self._seen[pane] = pane.chosen_passage()

    def _caret_moved(self, pane: Pane, _caret: int) -> None:
        raised = pane.chosen_passage()
        if self._seen.get(pane) == raised:
            self._moved_on.add(pane)
        self._seen[pane] = raised

    def _did(self, command: str) -> None:
        if command in _WALKS:
            self._moved_on.add(self._panes.focused())

    def _forget(self, pane: Pane, _gone: QObject | None = None) -> None:
        self._seen.pop(pane, None)
        self._moved_on.discard(pane)
