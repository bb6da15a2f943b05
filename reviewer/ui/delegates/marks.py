"""Marks for what a source has to say, told apart by their shape alone.

A filled dot: it says something; a ring: the same, but a rule has read it and nobody confirmed it.
Three small dots: not read yet; two: not read to its end. A ring of dashes: no passage of it, and
nobody is known to have looked for one. A triangle to the side at which time began: older. A dash:
does not mention it. A ring crossed out: mentions it, nothing on this, checked. A question mark:
mentions it, not checked.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.domain.comparisons import CellState
from reviewer.ui.theme.mirroring import turned

_LINE = 1.5


def paint_state(
    painter: QPainter, box: QRectF, state: CellState, ink: QColor, *, hollow: bool = False
) -> None:
    """Paint a state's mark into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(_LINE, _LINE, -_LINE, -_LINE)
    if state is CellState.SAYS and not hollow:
        painter.setBrush(ink)
    _PAINTERS[state](painter, inner, ink)
    painter.restore()


def _dot(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    painter.drawEllipse(box)


def _dots(painter: QPainter, box: QRectF, ink: QColor) -> None:
    _in_a_row(painter, box, ink, (0.14, 0.5, 0.86))


def _two_dots(painter: QPainter, box: QRectF, ink: QColor) -> None:
    _in_a_row(painter, box, ink, (0.3, 0.7))


def _in_a_row(painter: QPainter, box: QRectF, ink: QColor, shares: Sequence[float]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    radius = box.width() / 9
    for share in shares:
        at = QPointF(box.left() + box.width() * share, box.center().y())
        painter.drawEllipse(at, radius, radius)


def _dashed(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, _LINE, Qt.PenStyle.DotLine))
    painter.drawEllipse(box)


def _triangle(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    point, base = (box.right(), box.left()) if turned() else (box.left(), box.right())
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(point, box.center().y()),
                QPointF(base, box.top() + 0.5),
                QPointF(base, box.bottom() - 0.5),
            ]
        )
    )


def _dash(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    painter.drawLine(
        QPointF(box.left() + 0.5, box.center().y()), QPointF(box.right() - 0.5, box.center().y())
    )


def _crossed(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    painter.drawEllipse(box)
    painter.drawLine(box.bottomLeft(), box.topRight())


def _question(painter: QPainter, box: QRectF, _ink: QColor) -> None:
    font = painter.font()
    font.setPixelSize(max(8, round(box.height() * 1.25)))
    font.setBold(True)
    painter.setFont(font)
    around = box.adjusted(-box.width(), -box.height(), box.width(), box.height())
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, "?")


_PAINTERS: Mapping[CellState, Callable[[QPainter, QRectF, QColor], None]] = {
    CellState.SAYS: _dot,
    CellState.NOT_READ: _dots,
    CellState.NOT_TO_ITS_END: _two_dots,
    CellState.OLDER: _triangle,
    CellState.READ_BEFORE: _dashed,
    CellState.NO_PASSAGE: _dashed,
    CellState.NOT_MENTIONED: _dash,
    CellState.NOTHING_ON_THIS: _crossed,
    CellState.NOT_CHECKED: _question,
}
