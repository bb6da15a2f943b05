"""What a person sees in a text: what stands painted in its window, stale or not.

A widget that is grabbed paints itself anew, and so hides what it had failed to paint.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication


def what_stands_painted(view: QAbstractScrollArea) -> QImage:
    """Return the pixels of a text as its window has them, when everything asked for is painted."""
    for _ in range(3):
        QApplication.processEvents()
    window, viewport = view.window(), view.viewport()
    corner = viewport.mapTo(window, QPoint(0, 0))
    size = viewport.size()
    picture = window.screen().grabWindow(
        window.winId(), corner.x(), corner.y(), size.width(), size.height()
    )
    return picture.toImage()


def painted_anew(view: QAbstractScrollArea) -> QImage:
    """Return the pixels of a text after all of it has been painted again."""
    view.viewport().repaint()
    return what_stands_painted(view)
