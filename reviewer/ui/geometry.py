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


def save_geometry(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    settings.set_window({_KEY: geometry})
