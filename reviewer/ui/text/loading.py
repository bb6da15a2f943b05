"""Puts a text into the Qt document: at once, or a long one piece by piece between events."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from reviewer.ui.guard import guard
from reviewer.ui.soon import Soon
from reviewer.ui.text.layout import LazyLayout
from reviewer.ui.text.segments import showable

_AT_ONCE = 1_500_000
_CHUNK = 1_000_000


class Loader(QObject):
    """Fills the document with the segments of its layout.

    A text of a million characters goes in at once; a longer one shows its first page at once, and
    when that is painted the rest follows, a million at a time.
    """

    grown = Signal()

    def __init__(self, document: QTextDocument, layout: LazyLayout) -> None:
        super().__init__(document)
        self._document = document
        self._layout = layout
        self._ends: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)
        self._rest_soon = Soon(self._begin_rest, self)

    @property
    def done(self) -> bool:
        """Whether the whole text is in."""
        return self._layout.loaded == len(self._layout.segments)

    def load(self) -> None:
        """Put in the text that the layout has just been given."""
        self._timer.stop()
        segments = self._layout.segments
        size = _CHUNK if len(segments.text) > _AT_ONCE else len(segments.text)
        self._ends = segments.chunks(size)
        first = next(self._ends)
        self._layout.loaded = first
        self._put(segments.display(0, first), first)
        if not self.done:
            self._rest_soon.start()

    def _begin_rest(self) -> None:
        if not self.done:
            self._timer.start()

    def ensure(self, segment: int) -> None:
        """Put in everything up to ``segment`` now, because somebody goes there."""
        while self._layout.loaded <= segment and not self.done:
            self._next()

    def _put(self, words: str, blocks: int) -> None:
        self._document.setPlainText(words)
        if self._document.blockCount() != blocks:
            # Characters that Qt takes for line ends: such a text did not come through import.
            self._document.setPlainText(showable(words))

    @guard()
    def _next(self) -> None:
        last = next(self._ends, None)
        if last is None:
            self._timer.stop()
            return
        first = self._layout.loaded
        words = self._layout.segments.display(first, last)
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._layout.loaded = last
        cursor.insertText("\n" + words)
        if self._document.blockCount() != last:
            self._put(showable(self._layout.segments.display(0, last)), last)
        if self.done:
            self._timer.stop()
        self.grown.emit()
