"""The real window, offscreen: opened, given keys, and watched for its paint.

Paint is waited for in the event loop, never by a fixed pause. What other parts of the window do
until then counts: a person waits for it as well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from reviewer.app import prepare_interpreter
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.guard import guard
from reviewer.ui.preferences import chosen_theme
from reviewer.ui.session import Session
from reviewer.ui.theme import style
from reviewer.ui.window import Window
from tests.scripted import ScriptedPrompts

SIZE = (1_440, 900)
LONGEST_WAIT_SECONDS = 120.0
PAUSE_MILLISECONDS = 20
BEAT_MILLISECONDS = 50
_FIRST = Qt.EventPriority.HighEventPriority.value


class Paints(QObject):
    """Counts how often a widget was painted, and knows when the last paint was on the screen.

    The moment is that of an event posted while painting and handled first thing afterwards, when
    Qt has painted and flushed all that was due.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self.ended = 0.0
        widget.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _FIRST)
        return False

    @override
    @guard()
    def customEvent(self, event: QEvent) -> None:
        self.count += 1
        self.ended = perf_counter()


def application() -> QApplication:
    """Return the application, dressed and prepared as the program does it."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    made = QApplication(["benchmarks"])
    prepare_interpreter()
    style.apply(made, chosen_theme(Settings()))
    return made


def wait_until(done: Callable[[], bool]) -> None:
    """Let the event loop turn until something holds; raises ``TimeoutError`` when it never does."""
    app, end = application(), perf_counter() + LONGEST_WAIT_SECONDS
    heart = QTimer()  # without a beat now and then, nothing would notice that nothing happens
    heart.start(BEAT_MILLISECONDS)
    while not done():
        # Sleeping between events, as a real event loop does: polling would starve the workers.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if perf_counter() > end:
            raise TimeoutError(f"waited {LONGEST_WAIT_SECONDS} s in vain")


def until_painted(paints: Paints, deed: Callable[[], object]) -> float:
    """Return the seconds from a deed to the end of the next paint of a widget.

    A paint that began before the deed does not count: its end was posted before.
    """
    QCoreApplication.sendPostedEvents(paints)
    before = paints.count
    start = perf_counter()
    deed()
    wait_until(lambda: paints.count > before)
    return paints.ended - start


def rest() -> None:
    """Give the window the moment that a person leaves it between two keys."""
    QTest.qWait(PAUSE_MILLISECONDS)


@contextmanager
def shown(widget: QWidget, *, at_once: bool = False) -> Iterator[Paints]:
    """Show a widget in a plain window of the usual size, and count its paints.

    It is given a moment to settle, unless ``at_once`` the caller wants to see the first paint.
    """
    application()
    window = QMainWindow()
    window.setCentralWidget(widget)
    window.resize(*SIZE)
    paints = Paints(widget)
    window.show()
    if not at_once:
        rest()
    try:
        yield paints
    finally:
        _drop(window)


@contextmanager
def window(project: Path | None = None) -> Iterator[Window]:
    """Open the real window, on a project if one is given; nobody will be asked anything."""
    application()
    settings = Settings()
    settings.set(ANALYST_NAME, "Noor")
    made = Window(settings, ScriptedPrompts())
    made.resize(*SIZE)
    made.show()
    if project is not None:
        made.open_project(project)
    rest()
    try:
        yield made
    finally:
        made.close()
        _drop(made)


def session_of(opened: Window) -> Session:
    """Return the window's session; raises what the window would have told a person."""
    if opened.session is None:
        told = scripted(opened).told
        raise told[0] if told else AssertionError("no project is open")
    return opened.session


def scripted(opened: Window) -> ScriptedPrompts:
    """Return the script that stands in for a person."""
    return cast("ScriptedPrompts", opened.prompts)


def _drop(widget: QWidget) -> None:
    """Delete a window now: outside an event loop nothing else would."""
    widget.hide()
    widget.deleteLater()
    application().sendPostedEvents(None, QEvent.Type.DeferredDelete)
