"""The curves between two panes side by side: from passage to passage, where both are in view.

A strip over the seam, from the edge of the one text to the labels of the other. It paints and does
nothing else: presses and the wheel go to what lies below. It never lies over the words, so that
scrolling them stays as quick as without it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.growing import Letters, widened
from reviewer.ui.theme.themes import Theme

SMOOTH_BELOW = 60
"""With more curves in view the edges are left rough: smoothing costs more than a frame may."""

_BEND = 12
_FONT = 11
_PLATE = 13
_MARK = 4
_THIN, _THICK = 1.0, 2.2
_letters = Letters(_FONT, QFont.Weight.Bold, half=True).now


@dataclass(frozen=True, slots=True)
class Curve:
    """One link in view: from a height at the left to one at the right of the strip, in pixels.

    ``left`` and ``right`` are how far the curve reaches; ``into`` says at which ends it has its
    mark: where the link leads, or both where it says the same either way.
    """

    left: QPointF
    right: QPointF
    sign: str
    into: tuple[bool, bool]
    raised: bool = False


class LinkStrip(QWidget):
    """Paints what ``read`` gives it: the curves in view, and from where to where they bend."""

    def __init__(
        self, read: Callable[["LinkStrip"], Sequence[Curve]], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._read = read
        self.theme = theme
        self.seam = 0.0  # where one pane ends and the other begins
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._curves: Sequence[Curve] = ()

    def curves(self) -> Sequence[Curve]:
        """Return the curves as they were last painted."""
        return self._curves

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        self._curves = self._read(self)
        if self._curves:
            with QPainter(self) as painter:
                paint_curves(painter, self._curves, self.theme, self.seam)


def paint_curves(painter: QPainter, curves: Sequence[Curve], theme: Theme, seam: float) -> None:
    """Paint curves that bend around ``seam``: the raised ones last and thicker, then the signs."""
    quiet = [one for one in curves if not one.raised]
    raised = [one for one in curves if one.raised]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(quiet) <= SMOOTH_BELOW)
    for several, colour, thickness in (
        (quiet, theme.muted_text, _THIN),
        (raised, theme.text, _THICK),
    ):
        painter.setPen(QPen(colour, thickness))
        if len(several) > SMOOTH_BELOW:
            together = QPainterPath()  # rough lines are quickest in one go, smooth ones one by one
            for one in several:
                _add(together, one, seam)
            painter.drawPath(together)
            continue
        for one in several:
            path = QPainterPath()
            _add(path, one, seam)
            painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    for several, colour in ((quiet, theme.muted_text), (raised, theme.text)):
        painter.setBrush(colour)
        for one in several:
            _paint_marks(painter, one)
    ratio = painter.device().devicePixelRatio()
    for one in (*quiet, *raised):
        plate = _plate(one.sign, theme.page.rgba(), theme.text.rgba(), widened(_PLATE), ratio)
        across = QPointF(seam, (one.left.y() + one.right.y()) / 2)
        size = plate.deviceIndependentSize()
        half = QPointF(size.width() / 2, size.height() / 2)
        painter.drawPixmap(across - half, plate)


def _add(path: QPainterPath, one: Curve, seam: float) -> None:
    """Add a curve: straight from its left end, bent around the seam, straight to its right end."""
    start = max(one.left.x(), seam - widened(_BEND))
    stop = min(one.right.x(), seam + widened(_BEND))
    path.moveTo(one.left)
    path.lineTo(start, one.left.y())
    path.cubicTo(seam, one.left.y(), seam, one.right.y(), stop, one.right.y())
    path.lineTo(one.right)


def _paint_marks(painter: QPainter, one: Curve) -> None:
    """Paint a tip at each end the link leads into, and a dot at the other."""
    for place, leads, way in ((one.left, one.into[0], 1), (one.right, one.into[1], -1)):
        if leads:
            tip = QPolygonF(
                [
                    place,
                    place + QPointF(way * (_MARK + 2), -_MARK + 1),
                    place + QPointF(way * (_MARK + 2), _MARK - 1),
                ]
            )
            painter.drawPolygon(tip)
        else:
            painter.drawRect(QRectF(place.x() - 1.5, place.y() - 1.5, 3, 3))


@lru_cache(maxsize=64)
def _plate(sign: str, ground: int, ink: int, size: int, ratio: float) -> QPixmap:
    """Return the short sign of a type on a small plate in the colour of the page."""
    wide = max(size, round(QFontMetricsF(_letters()).horizontalAdvance(sign)) + 4)
    plate = QPixmap(round(wide * ratio), round(size * ratio))
    plate.setDevicePixelRatio(ratio)
    plate.fill(Qt.GlobalColor.transparent)
    box = QRectF(0, 0, wide, size)
    with QPainter(plate) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(ground))
        painter.drawRoundedRect(box, size / 2, size / 2)
        painter.setPen(QColor.fromRgba(ink))
        painter.setFont(_letters())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
    return plate
