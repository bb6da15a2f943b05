"""Shows a window, and walks through it as somebody does who cannot see it or has no mouse."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def stage(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget and keep it until the test's windows are closed.

    One that nobody holds may be collected while it is being painted, which ends the process.
    """
    qtbot.addWidget(widget, before_close_func=lambda _: widget.hide())
    widget.show()


def controls(window: QWidget) -> list[QWidget]:
    """Return what in a shown window can be reached by Tab, in that order.

    What was met is held as long as the window: ``nextInFocusChain`` makes each widget a child of
    the one before it, for Python alone, and Python deletes a child that loses its parent.
    """
    held: list[QWidget] = window.__dict__.setdefault("walked", [])
    gc.collect()  # shiboken would hand out the wrapper of a dead widget that lay in the same place
    found: list[QWidget] = []
    here = window.nextInFocusChain()
    while here is not None and here is not window:
        held.append(here)
        if window.isAncestorOf(here) and _takes_tab(here):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def nameless(window: QWidget) -> list[str]:
    """Return the classes of those controls of which a screen reader would say nothing."""
    return [type(control).__name__ for control in controls(window) if not spoken(control)]


def spoken(control: QWidget) -> str:
    """Return the name a screen reader says for a control."""
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


def _takes_tab(control: QWidget) -> bool:
    by_tab = control.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    is_proxied = control.focusProxy() is not None
    return bool(by_tab) and control.isVisible() and control.isEnabled() and not is_proxied
