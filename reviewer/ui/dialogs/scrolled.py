"""A part of a dialog or a page that scrolls where there is too little height for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.growing import on_screen

_LEAST = 160  # of its height stays, in pixels
_MOST = 4_000  # more than any screen: on_screen says how high one may be


class Scrolled(QScrollArea):
    """Shows a widget as high as it wants to be, and scrolls it upright when there is less room."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what is inside asks for it."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        wanted = self._inside.sizeHint()
        if self._inside.hasHeightForWidth():
            width = self.viewport().width() if self.isVisible() else wanted.width()
            wanted.setHeight(self._inside.heightForWidth(width))
        return wanted

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, _LEAST)


def most_height() -> int:
    """Return how high a dialog may be on this screen, in pixels."""
    return on_screen(0, _MOST).height()
