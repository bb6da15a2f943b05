"""Begins the window: fonts, look, faults, and then what was asked for."""

import sys
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reviewer.environment import resources
from reviewer.environment.settings import Settings
from reviewer.ui.dialogs.problem import show_fault
from reviewer.ui.guard import on_fault, report_fault
from reviewer.ui.theme import fonts, style
from reviewer.ui.window import Window, chosen_theme
from reviewer.ui.wish import Wish

IDENTITY = "reviewer-desk"


def start(application: QApplication, wish: Wish) -> Window:
    """Make the window, show it, and then grant the wish, so that questions have a window."""
    application.setApplicationName("Reviewer")
    application.setWindowIcon(QIcon(str(resources.find("icons/reviewer.svg"))))
    QGuiApplication.setDesktopFileName(IDENTITY)
    settings = Settings()
    fonts.load_fonts()
    application.setFont(fonts.interface_font())
    style.apply(application, chosen_theme(settings))
    window = Window(settings)
    on_fault(lambda fault: show_fault(window, fault))
    sys.excepthook = _last_chance
    window.show()
    QTimer.singleShot(0, window, lambda: window.grant(wish))
    return window


def _last_chance(
    _kind: type[BaseException], error: BaseException, _frames: TracebackType | None
) -> None:
    """Log and report what nobody caught: a person never sees a traceback."""
    report_fault(error, "last chance")
