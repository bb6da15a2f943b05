"""Readers on the screen that is none, and what is asked of them again and again."""

import logging
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.guard import on_fault
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.ui.text.view import TextView
from reviewer.ui.theme.fonts import load_fonts

Show = Callable[..., Reader]


@pytest.fixture(autouse=True)
def no_fault_in_any_override(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail where a guarded override has swallowed an exception."""
    on_fault(None)
    yield
    faults = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not faults, faults[0].getMessage()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return what makes a reader that shows a text, 700 by 600 unless told."""
    load_fonts()

    def make(
        text: str,
        marks: Sequence[Mark] = (),
        *,
        width: int = 700,
        height: int = 600,
        right_to_left: bool | None = None,
    ) -> Reader:
        reader = Reader()
        qtbot.addWidget(reader)
        reader.resize(width, height)
        reader.show_text(text, marks, [], right_to_left=right_to_left, name="Interview 14")
        reader.show()
        reader.setFocus()
        QApplication.processEvents()
        return reader

    return make


def view_of(reader: Reader) -> TextView:
    """Return the text itself inside a reader."""
    view = reader.findChild(TextView)
    assert isinstance(view, TextView)
    return view


def a_mark(number: int, text: str, words: str, colour: str = "1", key: str = "A") -> Mark:
    """Mark ``words`` where they first stand in ``text``."""
    start = text.index(words)
    return Mark(number, Span(start, start + len(words)), colour, key, "Allegation", f"D1·{number}")


def point(reader: Reader, position: int) -> QPoint:
    """Return the middle of the caret's place before ``position``, in the view."""
    view = view_of(reader)
    return view.cursorRect(view.places.cursor(position, position)).center()


def inside(reader: Reader, position: int) -> QPoint:
    """Return a point inside the character at ``position``, in the view."""
    one, other = point(reader, position), point(reader, position + 1)
    if one.y() != other.y():
        return one + QPoint(3, 0)
    return QPoint((one.x() + other.x()) // 2, one.y())


def drag(reader: Reader, start: QPoint, end: QPoint) -> None:
    """Press at one point, move in a few steps, let go at the other."""
    port = view_of(reader).viewport()
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, left, none, start)
    for step in range(1, 5):
        QTest.mouseMove(port, start + (end - start) * step / 4)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, left, none, end)


def picture(reader: Reader) -> QImage:
    """Return what the text itself looks like just now."""
    QApplication.processEvents()
    return view_of(reader).viewport().grab().toImage()


def under_bar(reader: Reader, position: int, lane: int) -> QColor:
    """Return the colour of a lane's row under the character at ``position``."""
    view = view_of(reader)
    _laid, line, y = view.page.line_place(position)
    look = view.page.look
    row = y + line.height + 1 + lane * look.pitch + look.bar / 2 - view.verticalScrollBar().value()
    return picture(reader).pixelColor(inside(reader, position).x(), int(row))


def behind(reader: Reader, position: int) -> QColor:
    """Return the colour behind the character at ``position``: the topmost row of its line."""
    view = view_of(reader)
    _laid, _line, y = view.page.line_place(position)
    row = y - view.verticalScrollBar().value()
    return picture(reader).pixelColor(inside(reader, position).x(), row)


def alike(one: QColor, other: QColor) -> bool:
    """Say whether two colours are the same but for the rounding of painting."""
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return all(abs(a - b) <= 2 for a, b in pairs)
