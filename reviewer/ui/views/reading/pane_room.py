"""Room for a page: while one stands beside a text, empty panes keep no more than they need.

Refused: closing them. They are where the next document is dropped, and a person asked for them.
"""

from PySide6.QtCore import QObject

from reviewer.ui.soon import Soon
from reviewer.ui.theme.growing import widened
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.panes import PaneAreaView

_STRIP = 72  # pixels wide: its name in short, and what closes it


class PaneRoom(QObject):
    """Lets empty panes give their room while a page is shown, and have it again after."""

    def __init__(self, panes: PaneAreaView) -> None:
        super().__init__(panes)
        self._panes = panes
        self._giving: frozenset[Pane] = frozenset()
        self._soon = Soon(self.follow, self)
        self._then = Soon(self._share_out, self)
        panes.focus_moved.connect(self._soon.start)

    def follow(self) -> None:
        """Share the room out anew where other panes give it than before.

        Widths that a person chose meanwhile stay as long as the same panes are empty.
        """
        panes = self._panes.panes()
        page = any(one.document is not None and one.body.page() is not None for one in panes)
        giving = frozenset(one for one in panes if page and one.document is None)
        if giving == self._giving:
            return
        self._giving = giving
        for pane in panes:
            pane.empty.set_brief(brief=pane in giving)
        self._then.start()  # once the panes have found how little they need

    def _share_out(self) -> None:
        panes, strip = self._panes.panes(), widened(_STRIP)
        splitter = self._panes.splitter()
        full = max(1, len([one for one in panes if one not in self._giving]))
        even = max(1, (splitter.width() - strip * (len(panes) - full)) // full)
        splitter.setSizes([strip if one in self._giving else even for one in panes])
