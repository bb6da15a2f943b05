"""Where the window stood and how large it was, remembered in a person's settings."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from reviewer.environment.settings import Settings

FIRST_SIZE = (1_440, 900)
_KEY = "geometry"


def restore_geometry(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood; the first time it gets a good size."""
    window.resize(*FIRST_SIZE)
    kept = settings.window(_KEY)
    if isinstance(kept, str):
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore"))))
    fit_on_screen(window)


def fit_on_screen(window: QMainWindow) -> None:
    """Make the window no larger than its screen: another screen or scale may have been used."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
        window.move(room.topLeft())


def save_geometry(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    settings.set_window({_KEY: geometry})
