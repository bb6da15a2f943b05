"""What every test of the window stands on: no display, no fault unseen, no widget left behind."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Delete what was asked to be deleted later, and let the next test begin undressed.

    Outside an event loop Qt never deletes; a theme or a direction that one test put on the
    application would be worn by the next.
    """
    before = QApplication.instance()
    font = before.font() if isinstance(before, QApplication) else None
    yield
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
    if font is not None and application.font() != font:
        application.setFont(font)
    if application.layoutDirection() is not Qt.LayoutDirection.LeftToRight:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
