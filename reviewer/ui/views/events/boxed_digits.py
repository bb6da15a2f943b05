"""Digits in boxes, as posts on the web number things, where no letters on the machine have them.

The box is a mark behind the digit (U+20E3). Without it somewhere among the machine's letters Qt
paints an empty frame beside the digit, which looks like words that were lost; then the digit is
painted with a box drawn around it. The words themselves stay as they are.
"""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from reviewer.ui.keycaps import BOX

_BOXED = re.compile(rf"([0-9#*])\ufe0f?{BOX}")
_THIN = "\u2009"  # room for the sides of a box
_CORNER = 2.0


def paint_boxed(
    painter: QPainter, room: QRectF, side: Qt.AlignmentFlag, words: str, way: Qt.LayoutDirection
) -> None:
    """Paint one line of words in the painter's font and pen, a box around each boxed digit."""
    places, plain, end = [], "", 0
    for found in _BOXED.finditer(words):
        plain += words[end : found.start()] + _THIN
        places.append(len(plain))
        plain += found[1] + _THIN
        end = found.end()
    plain += words[end:]
    layout, line = _laid(plain, painter.font(), way)
    wide = line.naturalTextWidth()
    left = room.left()
    if side & Qt.AlignmentFlag.AlignRight:
        left = room.right() - wide
    elif side & Qt.AlignmentFlag.AlignHCenter:
        left = room.center().x() - wide / 2
    # A line that runs from right to left ends where its room does.
    shift = left - line.naturalTextRect().left()
    layout.draw(painter, QPointF(shift, room.top()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places:
        ends = sorted((_x(line, place), _x(line, place + 1)))
        box = QRectF(
            shift + ends[0] - 1.5, room.top() + 1, ends[1] - ends[0] + 3, line.height() - 2
        )
        painter.drawRoundedRect(box, _CORNER, _CORNER)


def _laid(words: str, font: QFont, way: Qt.LayoutDirection) -> tuple[QTextLayout, QTextLine]:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setTextDirection(way)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    return layout, line


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    if isinstance(found, tuple):
        found = found[0]
    return float(found) if isinstance(found, (int, float)) else 0.0
