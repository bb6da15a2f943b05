"""Starting where no window can be shown: plain words, exit code 2, never an abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.environment.display import PACKAGES, about_library
from reviewer.environment.logs import log_path

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
NO_EGL = "libEGL.so.1: cannot open shared object file: No such file or directory"


def start(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    around = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *arguments],
        env={**around, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def without_qt(folder: Path, words: str) -> str:
    """Put a PySide6 in the way whose parts cannot be loaded; returns what to look in first."""
    package = folder / "first" / "PySide6"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    for part in ("QtCore", "QtGui", "QtWidgets"):
        (package / f"{part}.py").write_text(f"raise ImportError({words!r})")
    return str(package.parent)


@on_linux
def test_without_a_display_it_says_so_and_what_works_without() -> None:
    told = start("sample")
    assert told.returncode == 2
    assert "no display" in told.stderr
    assert "reviewer import" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_display_that_does_not_answer_is_said_in_words() -> None:
    told = start(DISPLAY=":4711")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()


@on_linux
def test_without_a_display_nothing_of_qt_is_loaded(tmp_path: Path) -> None:
    told = start(PYTHONPATH=without_qt(tmp_path, NO_EGL))
    assert told.returncode == 2
    assert told.stderr.startswith("There is no display")
    assert "libEGL" not in told.stderr


@pytest.mark.parametrize("display", [{"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_a_bare_machine_is_told_what_to_install_and_what_works_without(
    tmp_path: Path, display: dict[str, str]
) -> None:
    told = start(PYTHONPATH=without_qt(tmp_path, NO_EGL), **display)
    assert (told.returncode, told.stdout) == (2, "")
    assert "missing: libEGL.so.1" in told.stderr
    assert "apt install libegl1" in told.stderr
    assert "dnf install libglvnd-egl" in told.stderr
    assert "reviewer import" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_qt_that_cannot_be_loaded_for_another_reason_is_said(tmp_path: Path) -> None:
    told = start(PYTHONPATH=without_qt(tmp_path, "undefined symbol"), QT_QPA_PLATFORM="offscreen")
    assert told.returncode == 2
    assert "(PySide6) cannot be loaded: undefined symbol.\n" in told.stderr
    assert "reviewer import" in told.stderr


@pytest.mark.faults
@pytest.mark.parametrize("part", ["reviewer.ui.start.Settings", "reviewer.ui.start.Window"])
def test_a_fault_before_there_is_a_window_is_logged_and_said_in_a_sentence(part: str) -> None:
    module, name = part.rsplit(".", 1)
    code = (
        f"import sys, {module} as start\n"
        "def fail(*_given): raise LookupError('words of a document')\n"
        f"start.{name} = fail\n"
        "from reviewer.app import run; sys.exit(run([]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr == (
        "The window could not be made (LookupError). Nothing of yours was changed. "
        f"Details, without a word of your documents, are in {log_path()}.\n"
    )
    logged = log_path().read_text("utf-8")
    assert "ERROR reviewer.ui.guard LookupError in start" in logged
    assert "words of a document" not in logged


def test_a_missing_library_is_named_with_the_package_that_brings_it() -> None:
    told = about_library("libxcb-cursor.so.0")
    assert told.values["debian"] == "libxcb-cursor0"
    assert told.values["fedora"] == "xcb-util-cursor"


def test_a_library_nobody_listed_is_still_named() -> None:
    assert about_library("libsomething.so.9").values["library"] == "libsomething.so.9"
    assert all(name.startswith("lib") for name in PACKAGES)


def test_a_mistyped_command_is_named_and_nothing_is_made() -> None:
    told = start("exprot", "out.csv", QT_QPA_PLATFORM="offscreen")
    assert told.returncode == 2
    assert "“exprot”" in told.stderr
    assert "reviewer --help" in told.stderr
