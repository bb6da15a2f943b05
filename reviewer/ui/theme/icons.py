"""Line icons drawn in the palette's colours.

The SVGs of ``resources/icons`` say ``currentColor``; the engine puts in the colour of the moment
when it paints. So one icon serves both themes, disabled and chosen rows and every screen, and a
change of theme needs no new icon: what repaints, repaints right.
"""

import functools

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from reviewer.environment import resources
from reviewer.ui.guard import guard
from reviewer.ui.theme.mirroring import turned

_SIDED = frozenset(
    (
        "back",
        "chevron-left",
        "chevron-right",
        "details",
        "documents-panel",
        "forward",
        "open-beside",
        "passages",
        "redo",
        "undo",
    )
)
"""What points to a side or shows the window's: drawn the other way round where it is turned."""

_kept: dict[str, tuple[QIcon, QIconEngine]] = {}
_twins: list[QIconEngine] = []  # Qt owns a clone, but only Python keeps its overrides alive


def icon(name: str) -> QIcon:
    """Return the icon of that name, as in ``icon("copy-citation")``.

    It takes the colour of the palette when it is painted: of buttons, of disabled things, of
    chosen rows, and the accent where it is switched on. Raises FileNotFoundError for an unknown
    name.
    """
    if name not in _kept:
        engine = _LineIcon(name)
        _kept[name] = (QIcon(engine), engine)
    return _kept[name][0]


def paint_icon(painter: QPainter, where: QRect, name: str, colour: QColor) -> None:
    """Paint an icon in a colour of the caller's, for delegates and panes that paint themselves."""
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(where.topLeft(), icon_pixmap(name, where.size(), colour, scale))


def icon_pixmap(name: str, size: QSize, colour: QColor, scale: float = 1.0) -> QPixmap:
    """Return an icon of ``size`` device-independent pixels for a screen of that pixel ratio.

    Raises FileNotFoundError for an unknown name.
    """
    other_way = name in _SIDED and turned()
    drawn = f"{name}/turned" if other_way else name
    key = f"reviewer-icon/{drawn}/{size.width()}x{size.height()}@{scale:g}/{colour.rgba():08x}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name, colour.name()).render(painter, QRectF(QPoint(0, 0), pixmap.size()))
    if other_way:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, pixmap)
    return pixmap


@functools.cache
def _source(name: str) -> bytes:
    return resources.find(f"icons/{name}.svg").read_bytes()


def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(_source(name).replace(b"currentColor", colour.encode()))


def _colour(mode: QIcon.Mode, state: QIcon.State) -> QColor:
    """Return the palette's colour for what the thing that shows the icon is doing."""
    palette, role = QGuiApplication.palette(), QPalette.ColorRole
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, role.ButtonText)
    if mode == QIcon.Mode.Selected:
        return palette.color(role.HighlightedText)
    return palette.color(role.Accent if state == QIcon.State.On else role.ButtonText)


class _LineIcon(QIconEngine):
    """Draws one SVG in whatever colour the palette has at that moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        _source(name)
        self._name = name

    @override
    @guard()
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State, /
    ) -> None:
        paint_icon(painter, rect, self._name, _colour(mode, state))

    @override
    @guard(QPixmap)
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        return icon_pixmap(self._name, size, _colour(mode, state))

    @override
    @guard(QPixmap)
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float, /
    ) -> QPixmap:
        return icon_pixmap(self._name, size, _colour(mode, state), scale)

    @override
    @guard(QSize)
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QSize:
        return size

    @override
    @guard(str)
    def key(self) -> str:
        return "reviewer-line-icon"

    @override
    @guard(QIconEngine)
    def clone(self) -> QIconEngine:
        twin = _LineIcon(self._name)
        _twins.append(twin)
        return twin
