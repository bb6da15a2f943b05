"""Widgets one behind the other, in as many lines as they need.

It places them itself: a layout written in Python shares its items with Qt, and taking one out frees
it twice.
"""

from collections.abc import Sequence
from itertools import pairwise

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

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Put these there in place of the others, which are deleted."""
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()
                widget.deleteLater()
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        for before, behind in pairwise(self._widgets):
            QWidget.setTabOrder(before, behind)
        self._arrange()

    def clear(self) -> None:
        """Take all of them out."""
        self.put([])

    def widgets(self) -> list[QWidget]:
        """Return them in their order."""
        return list(self._widgets)

    def _arrange(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        """Put each where it belongs, if they shall ``move``; returns the height needed."""
        top, height = 0, 0
        for line in self._lines(width):
            top += height + self._gap if height else 0
            height = max(size.height() for _widget, _left, size in line)
            for widget, left, size in line if move else ():
                taken = min(size.width(), width)
                start = width - left - taken if self.isRightToLeft() else left
                lift = (height - size.height()) // 2
                widget.setGeometry(start, top + lift, taken, size.height())
        return top + height

    def _lines(self, width: int) -> list[list[tuple[QWidget, int, QSize]]]:
        """Return the widgets line by line, each with how far from the beginning it stands."""
        lines: list[list[tuple[QWidget, int, QSize]]] = []
        left = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((widget, left, size))
            left += size.width() + self._gap
        return lines

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
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        """Place them anew when one of them has become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._arrange()
