"""Paints a picture that ``domain`` laid out, in the colours of a theme and the window's letters."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
)

from reviewer.domain.pictures import (
    Align,
    Box,
    Dash,
    Dot,
    Fill,
    Ink,
    Item,
    Line,
    Picture,
    Shape,
    Stroke,
)
from reviewer.domain.words import Saying
from reviewer.environment.translation import filled
from reviewer.ui.keycaps import needs_boxes
from reviewer.ui.theme.growing import Letters as Font
from reviewer.ui.theme.themes import Theme, between
from reviewer.ui.views.events.boxed_digits import paint_boxed
from reviewer.ui.wording import isolated_values

SIZE, SMALL_SIZE = 13, 12
_DASHES = {
    Dash.PLAIN: Qt.PenStyle.SolidLine,
    Dash.DASHED: Qt.PenStyle.DashLine,
    Dash.DOTTED: Qt.PenStyle.DotLine,
}
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def font_of(*, small: bool, bold: bool) -> QFont:
    """Return the letters in which words of a picture are written."""
    weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
    return Font(SMALL_SIZE if small else SIZE, weight).now()


class WindowLetters:
    """How large words are in the window's letters; implements ``pictures.Letters``."""

    @property
    def line(self) -> float:
        """How high a line is."""
        return QFontMetricsF(font_of(small=False, bold=False)).height() + 1

    @property
    def small_line(self) -> float:
        """How high a line of small letters is."""
        return QFontMetricsF(font_of(small=True, bold=False)).height() + 1

    def width(self, words: str, *, small: bool, bold: bool) -> float:
        """Return how wide words are on one line."""
        return QFontMetricsF(font_of(small=small, bold=bold)).horizontalAdvance(words)


def said(saying: Saying) -> str:
    """Return what a rule says, in the person's language; numbers as they are written here."""
    return filled(
        saying.template,
        {
            key: f"{value:,}" if isinstance(value, int) else value
            for key, value in isolated_values(saying.values).items()
        },
    )


def inks(theme: Theme) -> dict[Ink, QColor]:
    """Return the colour of each ink."""
    return {
        Ink.TEXT: theme.text,
        Ink.PALE: theme.muted_text,
        Ink.LINE: theme.line_strong,
        Ink.MARK: theme.accent,
        Ink.BAND: between(theme.page, theme.muted_text, 0.14),
    }


class PicturePainter:
    """Paints pictures in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._inks = inks(theme)
        self._ground = theme.page
        self._painting: dict[type, Callable[[QPainter, Item], None]] = {
            Line: self._line,
            Box: self._box,
            Dot: self._dot,
            Shape: self._shape,
            Stroke: self._stroke,
        }

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Paint a picture with its upper left corner where the painter's is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in picture.items:
            self._painting[type(one)](painter, one)

    def _pen(self, ink: Ink, width: float, dash: Dash = Dash.PLAIN) -> QPen:
        return QPen(self._inks[ink], width, _DASHES[dash])

    def _stroke(self, painter: QPainter, one: Item) -> None:
        if isinstance(one, Stroke):
            painter.setPen(self._pen(one.ink, one.width, one.dash))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in one.points]))

    def _box(self, painter: QPainter, one: Item) -> None:
        if not isinstance(one, Box):
            return
        solid = one.fill is Fill.SOLID
        painter.setPen(Qt.PenStyle.NoPen if solid else self._pen(one.ink, 1.4))
        painter.setBrush(self._brush(one))
        painter.drawRect(QRectF(one.x, one.y, one.width, one.height))

    def _brush(self, one: Box) -> QBrush:
        ink = self._inks[one.ink]
        if one.fill is Fill.SOLID:
            return QBrush(ink)
        if one.fill is Fill.STRIPED:
            return QBrush(ink, Qt.BrushStyle.BDiagPattern)
        if one.fill is Fill.HOLLOW:
            return QBrush(self._ground)
        soft = QLinearGradient(one.x, 0, one.x + one.width, 0)
        for at, share in ((0.0, 0.08), (0.5, 0.75), (1.0, 0.08)):
            soft.setColorAt(at, between(self._ground, ink, share))
        return QBrush(soft)

    def _dot(self, painter: QPainter, one: Item) -> None:
        if isinstance(one, Dot):
            self._outline(painter, one.ink, hollow=one.hollow)
            painter.drawEllipse(QPointF(one.x, one.y), one.radius, one.radius)

    def _shape(self, painter: QPainter, one: Item) -> None:
        if isinstance(one, Shape):
            self._outline(painter, one.ink, hollow=one.hollow)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in one.points]))

    def _outline(self, painter: QPainter, ink: Ink, *, hollow: bool) -> None:
        painter.setPen(self._pen(ink, 1.6) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(self._ground if hollow else self._inks[ink])

    def _line(self, painter: QPainter, one: Item) -> None:
        if not isinstance(one, Line):
            return
        painter.setFont(font_of(small=one.small, bold=one.bold))
        painter.setPen(self._inks[one.ink])
        way = Qt.LayoutDirection.RightToLeft if one.leftward else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        height = painter.fontMetrics().height()
        flags = _SIDES[one.align] | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        room = QRectF(one.x, one.y, one.width, height)
        if needs_boxes(one.words, painter.font()):
            paint_boxed(painter, room, _SIDES[one.align], one.words, way)
            return
        painter.drawText(room, flags | Qt.TextFlag.TextDontClip, one.words)
