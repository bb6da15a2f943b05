"""Widgets one behind the other, in as many lines as they need.

It places them itself: a layout written in Python shares its items with Qt, and taking one out frees
it twice.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard


class FlowingRow(QWidget):
    """A row that breaks into lines; mirrored where the window runs from right to left."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._arrange()

    def clear(self) -> None:
        """Take all of them out."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._arrange()

    def widgets(self) -> list[QWidget]:
        """Return them in their order."""
        return list(self._widgets)

    def _arrange(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        """Put each where it belongs, if they shall ``move``; returns the height needed."""
        left, top, line = 0, 0, 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top, line = 0, top + line + self._gap, 0
            if move:
                taken = min(size.width(), width)
                start = width - left - taken if self.isRightToLeft() else left
                widget.setGeometry(start, top, taken, size.height())
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line

    @override
    @guard(0)
    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._place(max(1, self.width()), move=False))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._place(max(1, self.width()), move=False))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._arrange()
