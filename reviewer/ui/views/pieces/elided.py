"""A label of one line that shortens its words to the room there is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.mirroring import leading, runs_leftward
from reviewer.ui.wording import tip

# The words may hold isolates of their own, which a name from outside may not.
ISOLATE, POP = "\u2068", "\u2069"
_LEFTWARD = "\u2067"


class ElidedLabel(QWidget):
    """One line of plain text, cut with an ellipsis: at the end, or where ``cut`` says.

    With a ``width`` it asks for that, in pixels, whatever its words, so that what stands beside it
    does not jump with each of them.
    """

    def __init__(
        self,
        words: str = "",
        *,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        width: int = 0,
    ) -> None:
        super().__init__()
        self._words = ""
        self._cut = cut
        self._width = width
        across = QSizePolicy.Policy.Expanding if width else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def text(self) -> str:
        """Return the whole words."""
        return self._words

    def setText(self, words: str) -> None:
        """Show these words, on one line; nothing is to be painted when they stand here already."""
        words = " ".join(words.split())
        if words == self._words:
            return
        self._words = words
        self.setToolTip(tip(self._words))
        self.setAccessibleName(self._words)
        self.update()

    def shown(self) -> str:
        """Return what there is room for."""
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self._words, self._cut, width)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        width = self._width or self.fontMetrics().horizontalAdvance(self._words)
        return QSize(width, self._height())

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def _height(self) -> int:
        margins = self.contentsMargins()
        return self.fontMetrics().height() + margins.top() + margins.bottom()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            shown = self.shown()
            flags = Qt.AlignmentFlag.AlignVCenter | leading()
            painter.drawText(self.contentsRect(), int(flags), f"{_way_of(shown)}{shown}{POP}")


def _way_of(words: str) -> str:
    """Return what isolates words in their own direction.

    A line that begins at the right does so too where a number or a name stands first in it.
    """
    return _LEFTWARD if runs_leftward(words) else ISOLATE
