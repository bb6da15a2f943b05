"""A fault inside an override is logged, told once and never leaves it."""

import logging
import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.environment.logs import log_path
from reviewer.ui.guard import Fault, fault_of, guard, on_fault

pytestmark = pytest.mark.faults
SECRET = "words of a document"


class Faulty(QWidget):
    """A widget whose overrides fail in the way that ends the process on Python 3.11."""

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        raise TypeError(SECRET)

    @override
    @guard(7)
    def heightForWidth(self, width: int, /) -> int:
        return width if width else int(SECRET)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        raise KeyError(SECRET)


@pytest.fixture(autouse=True)
def fresh_hook() -> None:
    on_fault(None)


def test_a_type_error_in_a_resize_is_logged_and_the_window_still_shows(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    widget = Faulty()
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    assert not widget.grab().isNull()
    assert "TypeError in tests.ui.test_guard.Faulty.resizeEvent" in caplog.text


def test_the_log_has_the_frames_but_no_word_of_a_document(caplog: pytest.LogCaptureFixture) -> None:
    @guard()
    def quoting() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise TypeError(SECRET) from error

    quoting()
    assert "in quoting" in caplog.text
    assert "ValueError" in caplog.text
    assert "words of a document" not in caplog.text


def test_the_safe_value_comes_back_as_it_is_or_freshly_made(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    widget = Faulty()
    qtbot.addWidget(widget)
    assert widget.heightForWidth(0) == 7
    assert widget.heightForWidth(3) == 3
    assert widget.sizeHint() == QSize()
    assert widget.sizeHint() is not widget.sizeHint()
    assert "KeyError" in caplog.text


def test_a_fault_that_repeats_is_logged_in_full_once(caplog: pytest.LogCaptureFixture) -> None:
    @guard()
    def failing() -> None:
        raise TypeError

    with caplog.at_level(logging.DEBUG, logger="reviewer.ui.guard"):
        for _ in range(3):
            failing()
    assert [record.levelname for record in caplog.records] == ["ERROR", "DEBUG", "DEBUG"]


def test_only_the_first_fault_is_told_and_only_from_the_event_loop(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Fault] = []
    on_fault(told.append)

    @guard()
    def failing() -> None:
        raise TypeError(SECRET)

    @guard()
    def failing_too() -> None:
        raise ValueError(SECRET)

    failing()
    failing_too()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert [fault.kind for fault in told] == ["TypeError"]
    assert SECRET not in told[0].report
    assert "ValueError" in caplog.text


def test_a_fault_names_at_most_five_causes() -> None:
    error: Exception = ValueError()
    for _ in range(20):
        following = RuntimeError()
        following.__cause__ = error
        error = following
    assert fault_of(error, "here").report.count("RuntimeError") == 5


_TOO_DEEP = """
from PySide6.QtCore import QCoreApplication
from reviewer.environment.logs import log_path, start_logging
from reviewer.ui.guard import guard, on_fault
start_logging()
application = QCoreApplication([])
@guard()
def without_end():
    without_end()
def told(fault):
    print(fault.kind, fault.place, fault.kind in log_path().read_text("utf-8"))
    application.quit()
on_fault(told)
without_end()
application.exec()
"""


def test_a_fault_that_filled_the_stack_is_in_the_log_before_it_is_told() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _TOO_DEEP], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == "RecursionError __main__.without_end True\n"
    assert log_path().read_text("utf-8").count(" ERROR reviewer.ui.guard RecursionError in ") >= 1
