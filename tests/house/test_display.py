"""Starting where no window can be shown: plain words, exit code 2, never an abort."""

import os
import subprocess
import sys

from reviewer.environment.display import PACKAGES, about_library


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


def test_a_missing_library_is_named_with_the_package_that_brings_it() -> None:
    told = about_library("libxcb-cursor.so.0")
    assert told.values["debian"] == "libxcb-cursor0"
    assert told.values["fedora"] == "xcb-util-cursor"


def test_a_library_nobody_listed_is_still_named() -> None:
    assert about_library("libsomething.so.9").values["library"] == "libsomething.so.9"
    assert all(name.startswith("lib") for name in PACKAGES)
