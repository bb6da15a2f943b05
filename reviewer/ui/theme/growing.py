"""Sizes that follow the letters of the window.

Every size in this program is drawn for letters of ``fonts.INTERFACE_SIZE`` pixels. Whoever sets the
window's letters larger gets rows, fields, buttons and icons larger by the same share: ``grown``
says how large. What sets a size once keeps it through ``keep_height`` and its sisters, so that it
follows when the letters change while it is shown; a ``sizeHint`` that asks ``grown`` follows by
itself. Nothing shrinks: small letters in rows as drawn are easier to hit.

The style sheet writes such sizes as ``12sp`` (``sheet.py``); fonts of delegates are ``Letters``.
"""

import functools
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QWidget

from reviewer.ui.theme.fonts import INTERFACE_SIZE, interface_font

_MOST_OF_SCREEN = 0.92
_HEIGHT, _LEAST_HEIGHT = "grown_height", "grown_least_height"
_WIDTH, _ICON, _ROWS = "grown_width", "grown_icon", "grown_rows"


def letters() -> int:
    """Return the size of the window's letters in device-independent pixels."""
    font = QGuiApplication.font()
    return font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()


def share() -> float:
    """Return how many times larger than drawn things are, at least 1."""
    return max(1.0, letters() / INTERFACE_SIZE)


def grown(pixels: float) -> int:
    """Return a size as it is beside the window's letters, in device-independent pixels."""
    return round(pixels * share())


def widened(pixels: float) -> int:
    """Return a width for panels: they grow by half as much, for the room beside them is needed."""
    return round(pixels * (1 + share()) / 2)


def on_screen(width: float, height: float) -> QSize:
    """Return the size of a dialog beside the window's letters; never more than the screen has."""
    screen = QGuiApplication.primaryScreen().availableSize()
    most = QSize(round(screen.width() * _MOST_OF_SCREEN), round(screen.height() * _MOST_OF_SCREEN))
    return QSize(grown(width), grown(height)).boundedTo(most)


def keep_height(widget: QWidget, pixels: int) -> None:
    """Give a widget a fixed height that grows with the letters."""
    _keep(widget, _HEIGHT, pixels)


def keep_least_height(widget: QWidget, pixels: int) -> None:
    """Give a widget a least height that grows with the letters."""
    _keep(widget, _LEAST_HEIGHT, pixels)


def keep_width(widget: QWidget, pixels: int) -> None:
    """Give a widget a fixed width that grows with the letters."""
    _keep(widget, _WIDTH, pixels)


def keep_square(widget: QWidget, pixels: int) -> None:
    """Give a widget a fixed width and height that grow with the letters."""
    _keep(widget, _HEIGHT, pixels)
    _keep(widget, _WIDTH, pixels)


def keep_icon(button: QAbstractButton, pixels: int) -> None:
    """Give a button's icon a size that grows with the letters."""
    _keep(button, _ICON, pixels)


def keep_rows(header: QHeaderView, pixels: int) -> None:
    """Give the rows of a table a height that grows with the letters."""
    _keep(header, _ROWS, pixels)


def heavier(widget: QWidget, weight: QFont.Weight) -> None:
    """Give a widget's letters a weight; their face and size stay the window's."""
    font = QFont()
    font.setWeight(weight)
    widget.setFont(font)


def grow_all() -> None:
    """Bring every size that was kept to what the letters are now."""
    for widget in QApplication.allWidgets():
        for kind, put in _PUT.items():
            pixels = widget.property(kind)
            if isinstance(pixels, int):
                put(widget, grown(pixels))


class Letters:
    """A font of a class that paints, as ``_small = Letters(12)``: it follows the window's letters.

    ``size`` is in pixels, beside letters of ``INTERFACE_SIZE``. With ``half`` it grows by half as
    much, as what stands beside a document's text does, whose letters have a size of their own.
    """

    def __init__(
        self,
        size: float = INTERFACE_SIZE,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        tabular: bool = False,
        struck: bool = False,
        half: bool = False,
    ) -> None:
        self._size = size
        self._weight = weight
        self._tabular = tabular
        self._struck = struck
        self._half = half

    def __get__(self, one: object, kind: type | None = None) -> QFont:
        return self.now()

    def now(self) -> QFont:
        """Return the font as it is now; nobody changes it."""
        size = widened(self._size) if self._half else grown(self._size)
        return _font(size, self._weight, self._tabular, self._struck)


@functools.lru_cache(maxsize=64)
def _font(size: float, weight: QFont.Weight, tabular: bool, struck: bool) -> QFont:
    font = interface_font(size, weight, tabular=tabular)
    font.setStrikeOut(struck)
    return font


def _keep(widget: QWidget, kind: str, pixels: int) -> None:
    widget.setProperty(kind, pixels)
    _PUT[kind](widget, grown(pixels))


def _put_icon(widget: QWidget, pixels: int) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setIconSize(QSize(pixels, pixels))


def _put_rows(widget: QWidget, pixels: int) -> None:
    if isinstance(widget, QHeaderView):
        widget.setDefaultSectionSize(pixels)


_PUT: Mapping[str, Callable[[QWidget, int], None]] = {
    _HEIGHT: QWidget.setFixedHeight,
    _LEAST_HEIGHT: QWidget.setMinimumHeight,
    _WIDTH: QWidget.setFixedWidth,
    _ICON: _put_icon,
    _ROWS: _put_rows,
}
