"""What every test of the window stands on: no display, no fault unseen, no widget left behind."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from reviewer.ui.theme import fonts, style
from reviewer.ui.theme.themes import LIGHT


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """Give the application the program's own letters, whichever test comes first.

    They are put on with the first theme and never again: a test would otherwise be shown in
    letters of the machine or of the program, as others ran before it or not.
    """
    style.apply(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_behind(application: QApplication) -> Iterator[None]:
    """Delete what was asked to be deleted later, and let the next test begin undressed.

    Outside an event loop Qt never deletes; a theme, a size of letters or a direction that one
    test put on the application would be worn by the next.
    """
    _undress(application)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _undress(application)


def _undress(application: QApplication) -> None:
    if application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
    letters = fonts.interface_font()
    if application.font() != letters:
        application.setFont(letters)
    if application.layoutDirection() is not Qt.LayoutDirection.LeftToRight:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
