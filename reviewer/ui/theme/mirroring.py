"""What is painted by hand stands on the other side where the window begins at the right.

Places are reckoned from left to right and turned round when they are painted: ``placed`` for a
part of something, ``leading`` for the side at which words begin. The direction is the window's,
put on once at its start; documents keep their own, whatever it is.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle


def turned() -> bool:
    """Say whether the window begins at the right."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(whole: QRect, part: QRect) -> QRect:
    """Return where a part of ``whole``, reckoned from the left, stands in this window."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), whole, part)


def placed_f(whole: QRectF, part: QRectF) -> QRectF:
    """Return the same for places between pixels."""
    if not turned():
        return QRectF(part)
    left = whole.left() + whole.right() - part.right()
    return QRectF(left, part.top(), part.width(), part.height())


def leading() -> Qt.AlignmentFlag:
    """Return the side at which words begin, to be taken as it is whatever the words are."""
    sides = Qt.AlignmentFlag
    return (sides.AlignRight if turned() else sides.AlignLeft) | sides.AlignAbsolute
