"""The curves between two panes side by side: from passage to passage, where both are in view.

A strip over the seam, from the edge of the one text to the labels of the other. It paints and does
nothing else: presses and the wheel go to what lies below. It never lies over the words, so that
scrolling them stays as quick as without it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

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
_TIP = 6
_DOT = 3
_THIN, _THICK = 1.0, 2.2
_letters = Letters(_FONT, QFont.Weight.Bold, half=True).now


class Curve(NamedTuple):
    """One link in view, from a place at the left of the strip to one at the right, in pixels.

    ``into_left`` and ``into_right`` say at which ends it has its tip: where the link leads, or
    both where it says the same either way. A plain tuple: there may be hundreds a frame.
    """

    left: float
    top: float
    right: float
    bottom: float
    sign: str
    into_left: bool
    into_right: bool
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
    """Paint curves that bend around ``seam``: the raised ones last and thicker.

    A raised curve is that of a passage chosen or under the pointer. Where curves are many they are
    rough. Signs never cover each other: the raised ones have theirs, then those nearest to them.
    """
    quiet = [one for one in curves if not one.raised]
    raised = [one for one in curves if one.raised]
    for several, colour, thickness in (
        (quiet, theme.muted_text, _THIN),
        (raised, theme.text, _THICK),
    ):
        smooth = len(several) <= SMOOTH_BELOW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, thickness))
        for path in _paths(several, seam, together=not smooth):
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        _paint_marks(painter, several)
    _paint_signs(painter, signed(curves), theme, seam)


def signed(curves: Sequence[Curve]) -> list[Curve]:
    """Return the curves whose signs have room: the raised ones first, then the nearest to them."""
    middles = [(one.top + one.bottom) / 2 for one in curves if one.raised]
    wanted = sum(middles) / len(middles) if middles else 0.0
    high, taken = widened(_PLATE), set[int]()
    found = []
    for one in sorted(curves, key=partial(_rank, wanted)):
        place = int((one.top + one.bottom) / 2 // high)
        if taken.isdisjoint((place - 1, place, place + 1)):
            taken.add(place)
            found.append(one)
    return found


def _rank(wanted: float, one: Curve) -> tuple[bool, float]:
    return not one.raised, abs((one.top + one.bottom) / 2 - wanted)


def _paths(several: Sequence[Curve], seam: float, *, together: bool) -> Iterator[QPainterPath]:
    """Yield the curves as paths: rough lines are quickest in one go, smooth ones one by one."""
    bend, path = widened(_BEND), QPainterPath()
    for left, top, right, bottom, *_rest in several:
        if not together:
            path = QPainterPath()
        path.moveTo(left, top)
        path.lineTo(max(left, seam - bend), top)
        path.cubicTo(seam, top, seam, bottom, min(right, seam + bend), bottom)
        path.lineTo(right, bottom)
        if not together:
            yield path
    if together:
        yield path


def _paint_marks(painter: QPainter, several: Sequence[Curve]) -> None:
    """Paint a tip at each end a link leads into, and a dot at the others."""
    dots, tips = list[QRectF](), QPainterPath()
    for one in several:
        for x, y, leads, way in (
            (one.left, one.top, one.into_left, _TIP),
            (one.right, one.bottom, one.into_right, -_TIP),
        ):
            if leads:
                tips.moveTo(x, y)
                tips.lineTo(x + way, y - _TIP / 2)
                tips.lineTo(x + way, y + _TIP / 2)
                tips.closeSubpath()
            else:
                dots.append(QRectF(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT))
    painter.drawRects(dots)
    painter.drawPath(tips)


def _paint_signs(painter: QPainter, several: Sequence[Curve], theme: Theme, seam: float) -> None:
    """Paint the short sign of each link on its middle, over the line."""
    ratio, size = painter.device().devicePixelRatio(), widened(_PLATE)
    ground, ink = theme.page.rgba(), theme.text.rgba()
    for one in several:
        plate = _plate(one.sign, ground, ink, size, ratio)
        wide = plate.width() / ratio
        middle = (one.top + one.bottom - size) / 2
        painter.drawPixmap(QPointF(seam - wide / 2, middle), plate)


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
