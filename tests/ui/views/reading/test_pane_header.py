"""The lines over a pane keep clear of the edge at which they begin."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.models.resume import Resume
from reviewer.ui.theme import spacing
from reviewer.ui.views.frame.resume import ResumeBar
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.reading.pane_header import PaneHeader

WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


def header() -> QWidget:
    made = PaneHeader()
    made.show_document(None)
    return made


def line() -> QWidget:
    made = ResumeBar()
    made.say(Resume("The last thing", None, "What comes next", None))
    return made


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", [header, line])
def test_words_begin_twelve_pixels_from_the_reading_edge(
    qapp: QApplication, qtbot: QtBot, way: Qt.LayoutDirection, make: type[QWidget]
) -> None:
    qapp.setLayoutDirection(way)
    try:
        widget = make()
        qtbot.addWidget(widget)
        widget.resize(900, 60)
        widget.show()
        rooms = [
            (label.mapTo(widget, QPoint(0, 0)).x(), label.width())
            for kind in (ElidedLabel, QLabel)
            for label in widget.findChildren(kind)
            if not label.isHidden()
        ]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    leftward = way is Qt.LayoutDirection.RightToLeft
    assert rooms
    gaps = [widget.width() - left - wide if leftward else left for left, wide in rooms]
    assert min(gaps) == spacing.MEDIUM == 12
