"""A grip at an edge of a passage: a bar beside the letter, with a knob on it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.domain.boundaries import Edge
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.text.inks import Inks

KNOB = 11
_BAR = 2
_REACH = 6  # pixels beside the bar that take it, away from the words
_INNER = 2  # and over them, so that a first letter can still be clicked

_NAMES = {
    Edge.START: N_("Beginning of the passage: drag to move it"),
    Edge.END: N_("End of the passage: drag to move it"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a grip stands in the view: the edge of the words, and which way is out of them."""

    x: float
    top: int
    height: int
    outward: int  # -1 to the left, 1 to the right

    def hold(self, point: QPointF) -> QPointF:
        """Return the way from where the pointer takes the grip to the words it stands for.

        Half the height is kept: so the line is the same whether the pointer goes along with the
        knob, beside the line, or is brought onto the words themselves.
        """
        return QPointF(self.x - point.x(), (self.top + self.height / 2 - point.y()) / 2)


class Grip(QWidget):
    """One of the two; it never takes the focus, for keys move edges as well.

    Points are those of the widget it stands on.
    """

    pressed = Signal(object, QPointF)  # which Edge, and where
    dragged = Signal(QPointF, bool)  # where to, and whether to the letter
    released = Signal()

    def __init__(self, each: Edge, parent: QWidget) -> None:
        super().__init__(parent)
        self._each = each
        self._colour = ""
        self._inks: Inks | None = None
        self._filled = True
        self._height = 0
        self._outward = 1
        self.setObjectName(f"grip_{each.value}")
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_(_NAMES[each]))
        self.setToolTip(_("Drag to move this end of the passage. Alt: letter by letter."))
        self.hide()

    def stand(self, stand: Stand, *, filled: bool) -> None:
        """Stand beside a letter; the knob of an end that keys do not move is hollow."""
        self._height, self._outward, self._filled = stand.height, stand.outward, filled
        above = KNOB if self._each is Edge.START else 0
        self.setGeometry(round(stand.x) - KNOB, stand.top - above, 2 * KNOB, stand.height + KNOB)
        knob = self._knob().toAlignedRect().adjusted(-1, -1, 1, 1)
        left = _REACH if stand.outward < 0 else _INNER
        bar = QRect(KNOB - left, above, _REACH + _INNER, stand.height)
        self.setMask(QRegion(knob).united(QRegion(bar)))
        self.update()

    def dress(self, colour: str, inks: Inks) -> None:
        """Take the colour of a tag."""
        self._colour, self._inks = colour, inks
        self.update()

    def middle(self) -> QPoint:
        """Return the middle of the knob, where one takes hold."""
        return self._knob().center().toPoint()

    def _knob(self) -> QRectF:
        top = 0 if self._each is Edge.START else self._height
        left = KNOB - KNOB / 2 + self._outward * (_BAR / 2)
        return QRectF(left, top, KNOB, KNOB).adjusted(1, 1, -1, -1)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the knob."""
        if self._inks is None:
            return
        colour, page = self._inks.colour(self._colour), self._inks.theme.page
        above = KNOB if self._each is Edge.START else 0
        left = KNOB if self._outward > 0 else KNOB - _BAR
        with QPainter(self) as painter:
            painter.fillRect(QRect(left, above, _BAR, self._height), colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(page if self._filled else colour, 1.5))
            painter.setBrush(colour if self._filled else page)
            painter.drawEllipse(self._knob())

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._each, self._in_view(event))

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self.dragged.emit(self._in_view(event), exact)

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def _in_view(self, event: QMouseEvent) -> QPointF:
        return QPointF(self.mapToParent(event.position().toPoint()))
