"""The log is private, and a log that cannot be written keeps quiet."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.environment.logs import log_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
_WARN = (
    "import logging; from reviewer.environment.logs import start_logging\n"
    "start_logging(); start_logging()\n"
    "logging.getLogger('reviewer.part').warning('%s came', 'document 7 \\udcff')"
)


def warned() -> str:
    """Log a warning in a process of its own; returns all that was printed."""
    ended = subprocess.run(
        [sys.executable, "-c", _WARN], capture_output=True, text=True, timeout=60, check=True
    )
    return ended.stdout + ended.stderr


def test_a_warning_stands_in_the_log_once_and_nowhere_else() -> None:
    assert warned() == ""
    words = log_path().read_text("utf-8")
    assert words.count("WARNING reviewer.part document 7 \\udcff came\n") == 1


def test_a_log_that_cannot_be_opened_says_nothing() -> None:
    log_path().mkdir(parents=True)
    assert warned() == ""


def test_a_log_without_a_folder_says_nothing(own_home: Path) -> None:
    (own_home / "state").write_text("in the way")
    assert warned() == ""


@posix
def test_the_log_is_for_its_owner_alone() -> None:
    log_path().parent.mkdir(parents=True)
    log_path().write_text("of an earlier version\n")
    log_path().chmod(0o644)
    log_path().parent.chmod(0o755)
    warned()
    assert log_path().read_text("utf-8").count("\n") == 2
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600
    assert stat.S_IMODE(log_path().parent.stat().st_mode) == 0o700
