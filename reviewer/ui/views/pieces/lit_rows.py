"""Which rows of a list are painted as under the mouse and as the one with the keys; their menu."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from reviewer.ui.delegates.rows import RowDelegate
from reviewer.ui.guard import guard


class LitRows(QObject):
    """Tells a delegate which row is under the mouse and which is current, as they change.

    To be made once the view has its model.
    """

    def __init__(self, view: QAbstractItemView, delegate: RowDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._follow)

    def _follow(self, current: QModelIndex) -> None:
        self._delegate.current = current.row()
        self._view.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self._view.viewport().update()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self._view.indexAt(event.position().toPoint()).row())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return False


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Return where a menu opens on the screen: at the mouse, or below the row with the keys."""
    place = event.pos()
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        place = view.visualRect(view.currentIndex()).bottomLeft()
    return view.viewport().mapToGlobal(place)
