"""Where the window stood and how large it was, remembered in a person's settings."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QStyle

from reviewer.environment.settings import Settings

FIRST_SIZE = (1_440, 900)
_KEY = "geometry"
_EDGES = 8  # pixels that a window has at its sides together, as far as one can know before


def restore_geometry(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood; the first time it gets a good size."""
    window.resize(*FIRST_SIZE)
    kept = settings.window(_KEY)
    if isinstance(kept, str):
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore"))))
    fit_on_screen(window)


def fit_on_screen(window: QMainWindow) -> None:
    """Make the window no larger than its screen: another screen or scale may have been used.

    Its title and edges are on the screen too; how large they are is known only once it was shown.
    """
    room = window.screen().availableGeometry()
    edges = window.frameSize() - window.size()
    if edges.isNull():
        edges = QSize(_EDGES, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
    most = room.size() - edges
    if window.width() > most.width() or window.height() > most.height():
        window.resize(window.size().boundedTo(most))
        window.move(room.topLeft())


def save_geometry(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    settings.set_window({_KEY: geometry})
