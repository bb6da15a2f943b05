"""Tab goes as one reads: line by line, panel by panel, whatever came into the window last.

Qt's own order is that in which widgets were given to the window, so tags added later, panes opened
later and fields that appear only with a passage would come at the end. It could be repaired with
``setTabOrder`` in every place that makes widgets; the window knows better where things stand.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard


class ReadingOrderWindow(QMainWindow):
    """A window whose controls are gone through in the order in which they are read."""

    @override
    @guard(fallback=False)
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Give the keys to the next control, or to the one before; round at the ends."""
        stops = list(stops_in(self))
        if not stops:
            return False
        where = _place_of(QApplication.focusWidget(), stops)
        if where is None:
            wanted = stops[0 if next else -1]
        else:
            wanted = stops[(where + (1 if next else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        wanted.setFocus(reason)
        _bring_into_sight(wanted)
        return True


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a part of a window that is shown, in the order of reading."""
    if _is_stop(part):
        yield part
    for child in _as_read(part):
        yield from stops_in(child)


def _as_read(part: QWidget) -> list[QWidget]:
    """Return the children of a widget in lines from top to bottom, each from its beginning."""
    children = [
        one
        for one in part.children()
        if isinstance(one, QWidget) and not one.isWindow() and one.isVisibleTo(part)
    ]
    children.sort(key=lambda one: (one.y(), one.x()))
    lines: list[list[QWidget]] = []
    for child in children:
        # What stands in the middle of a line begins lower than what fills it.
        if lines and child.geometry().center().y() < _lower_edge(lines[-1]):
            lines[-1].append(child)
        else:
            lines.append([child])
    backwards = part.isRightToLeft()
    for line in lines:
        line.sort(key=lambda one: one.x(), reverse=backwards)
    return [one for line in lines for one in line]


def _lower_edge(line: Sequence[QWidget]) -> int:
    """Return where the first of a line ends: what is higher may reach over several lines."""
    return min(one.geometry().bottom() for one in line)


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    usable = widget.isVisible() and widget.isEnabled()
    return bool(by_tab) and usable and widget.focusProxy() is None


def _place_of(widget: QWidget | None, stops: Sequence[QWidget]) -> int | None:
    """Return which stop has the keys, itself or for a part of it."""
    while widget is not None:
        if widget in stops:
            return stops.index(widget)
        widget = widget.parentWidget()
    return None


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to a control that lies outside of what a panel shows."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, 0)
        around = around.parentWidget()
