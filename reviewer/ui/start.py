"""Begins the window: fonts, look, faults, and then what was asked for."""

import sys
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reviewer.environment import resources
from reviewer.environment.logs import log_path
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui import language
from reviewer.ui.dialogs.problem import show_fault
from reviewer.ui.guard import on_fault, report_fault
from reviewer.ui.preferences import chosen_theme, dress
from reviewer.ui.theme import fonts
from reviewer.ui.window import Window
from reviewer.ui.wish import Wish

IDENTITY = "reviewer-desk"


COULD_NOT_START = 3
STOPPED = 130  # by Ctrl+C, as shells number it


def start(application: QApplication, wish: Wish) -> Window:
    """Make the window, show it, and then grant the wish, so that questions have a window.

    A fault before there is a window ends the program with a sentence on standard error.
    """
    sys.excepthook = _before_the_window
    application.setApplicationName("Reviewer")
    application.setWindowIcon(QIcon(str(resources.find("icons/reviewer.svg"))))
    QGuiApplication.setDesktopFileName(IDENTITY)
    settings = Settings()
    language.put_on(application, settings)
    fonts.load_fonts()
    dress(application, settings, chosen_theme(settings))
    window = Window(settings)
    on_fault(lambda fault: show_fault(window, fault))
    window.show()
    window.preferences.tell_news()
    sys.excepthook = _last_chance
    QTimer.singleShot(0, window, lambda: window.grant(wish))
    return window


def _before_the_window(
    kind: type[BaseException], error: BaseException, _frames: TracebackType | None
) -> None:
    """Log what nobody caught, say so in a sentence, and end: there is no window to show it in.

    Python takes the exit code from a ``SystemExit`` that leaves this hook.
    """
    if issubclass(kind, KeyboardInterrupt):
        raise SystemExit(STOPPED)
    report_fault(error, "start")
    if sys.stderr is not None:
        words = _(
            "The window could not be made ({kind}). Nothing of yours was changed. "
            "Details, without a word of your documents, are in {log}."
        )
        sys.stderr.write(words.format(kind=kind.__name__, log=log_path()) + "\n")
    raise SystemExit(COULD_NOT_START)


def _last_chance(
    _kind: type[BaseException], error: BaseException, _frames: TracebackType | None
) -> None:
    """Log and report what nobody caught: a person never sees a traceback. Ctrl+C closes."""
    if isinstance(error, KeyboardInterrupt):
        QApplication.closeAllWindows()
        return
    report_fault(error, "last chance")
