"""How the window begins, and what becomes of a fault before and after."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui import start as starting
from reviewer.ui.guard import Fault, on_fault
from reviewer.ui.start import COULD_NOT_START, IDENTITY, STOPPED, start
from reviewer.ui.wish import Wish
from tests.ui.at_the_desk import a_file

_LOOKING_ON = """
import linecache, sys
from reviewer.app import import_as_python_does
from PySide6.QtWidgets import QApplication
import_as_python_does()
from reviewer.ui.start import start
from reviewer.ui.wish import Wish
application = QApplication([])
window = start(application, Wish())
assert window.isVisible()
rooms = ("reviewer.ui.views.frame.desk", "reviewer.ui.text", "reviewer.ui.dialogs.settings")
print([name for name in sys.modules if name.startswith(rooms)])
print([name for name in linecache.cache if "reviewer" in name])
"""


@pytest.fixture(autouse=True)
def hook_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    on_fault(None)


def test_the_window_is_shown_before_what_was_asked_for_is_done(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    Settings().set(ANALYST_NAME, "Noor")
    path = a_file(tmp_path)
    window = start(qapp, Wish(paths=(path,)))
    qtbot.addWidget(window)
    assert window.isVisible()
    assert window.session is None
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.windowTitle().startswith("opened")
    assert QGuiApplication.desktopFileName() == IDENTITY
    assert not QGuiApplication.windowIcon().isNull()
    window.close()


def test_the_first_picture_waits_for_nothing_that_only_a_project_or_a_dialog_needs() -> None:
    ended = subprocess.run([sys.executable, "-c", _LOOKING_ON], capture_output=True, check=True)
    modules, sources = ended.stdout.decode().splitlines()
    assert modules == "[]"
    assert sources == "[]", "Qt read the program's sources"


@pytest.mark.faults
def test_a_fault_before_there_is_a_window_is_a_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        starting._before_the_window(OSError, OSError("words of a document"), None)
    assert ended.value.code == COULD_NOT_START
    told = capsys.readouterr().err
    assert "The window could not be made (OSError)." in told
    assert str(own_home) in told
    assert "words of a document" not in told


def test_ctrl_c_before_there_is_a_window_just_ends() -> None:
    with pytest.raises(SystemExit) as ended:
        starting._before_the_window(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended.value.code == STOPPED


@pytest.mark.faults
def test_without_standard_error_the_code_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit) as ended:
        starting._before_the_window(OSError, OSError(), None)
    assert ended.value.code == COULD_NOT_START


@pytest.mark.faults
def test_what_nobody_caught_is_reported_and_ctrl_c_closes(qapp: QApplication, qtbot: QtBot) -> None:
    window = start(qapp, Wish())
    qtbot.addWidget(window)
    told: list[Fault] = []
    on_fault(told.append)
    sys.excepthook(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: [fault.place for fault in told] == ["last chance"])
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.isVisible()
