"""Where the caret is, so that what lies over the window can leave its line in sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing

_HOLDING = frozenset(
    (
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    )
)
"""Keys that do nothing alone, or go on to the next control, which may be a notice's button."""

_WITH_CARET = (QTextEdit, QPlainTextEdit, QLineEdit)
_KEYS = frozenset((QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress))
_MOVING = frozenset(
    (
        *(QEvent.Type.KeyRelease, QEvent.Type.KeyPress, QEvent.Type.Wheel),
        *(QEvent.Type.MouseButtonRelease, QEvent.Type.FocusIn),
    )
)


class KeptInSight(QObject):
    """Looks, while something lies over the window, at keys and at where the caret goes.

    ``key_pressed`` comes before the key does anything, so that what the key tells is told after;
    ``moved`` comes once the caret may be elsewhere, and is painted there.
    """

    key_pressed = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._watching = False
        self._soon = Soon(self.moved.emit, self)

    def watch(self) -> None:
        """Look from now on; every event of the program passes by, so only while it must be."""
        application = QApplication.instance()
        if application is not None and not self._watching:
            self._watching = True
            application.installEventFilter(self)

    def rest(self) -> None:
        """Look no more."""
        application = QApplication.instance()
        if application is not None and self._watching:
            self._watching = False
            application.removeEventFilter(self)

    def beside_the_caret(self, place: QRect, host: QWidget) -> QRect:
        """Return where to lie in ``host`` instead of ``place``: above the caret's line, if on it.

        Below it where there is no room above.
        """
        line = caret_line(host)
        if line is None or not place.intersects(line):
            return place
        above = place.translated(0, line.top() - spacing.SMALL - place.bottom() - 1)
        if above.top() >= 0:
            return above
        return place.translated(0, line.bottom() + spacing.SMALL + 1 - place.top())

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        # An unheeded key goes on to the parents: only where it comes first is it a new one.
        first = kind in _KEYS and watched is QApplication.focusWidget()
        if first and isinstance(event, QKeyEvent) and event.key() not in _HOLDING:
            self.key_pressed.emit()
        if kind in _MOVING:
            self._soon.start()
        return False


def caret_line(host: QWidget) -> QRect | None:
    """Return the line of the caret that has the keys, in ``host``, as wide as its widget."""
    widget = QApplication.focusWidget()
    if not isinstance(widget, _WITH_CARET) or not host.isAncestorOf(widget):
        return None
    inside: QWidget = widget
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        caret = widget.cursorRect()
    else:
        caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if isinstance(widget, QAbstractScrollArea):
        inside = widget.viewport()
    top = inside.mapTo(host, QPoint(0, caret.top()))
    line = QRect(top, top + QPoint(inside.width() - 1, caret.height() - 1))
    return line if line.intersects(QRect(inside.mapTo(host, QPoint(0, 0)), inside.size())) else None
