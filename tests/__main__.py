"""``python -m tests``: every check there is; the first that fails ends it.

Formatting, lint, types and import contracts, one after another; then the tests, those of the
window and of the house beside all others where there are two processors; then the branch coverage
of the rooms whose rules people rely on. The tests of window and house run without coverage, which
would slow them down for nothing: the others take every branch of those rooms. With arguments
``pytest`` gets them, in one process. A crash of the interpreter is a failure with a name.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
HERE = Path(sys.executable).parent
ROOM_BYTES = 4_000_000_000


class Check(NamedTuple):
    """What is run, under which name."""

    name: str
    command: Sequence[Path | str]


BEFORE = (
    Check("format", (HERE / "ruff", "format", "--check", ".")),
    Check("lint", (HERE / "ruff", "check", ".")),
    Check("types", (HERE / "mypy",)),
    Check("import contracts", (HERE / "lint-imports",)),
    Check("coverage of old runs", (HERE / "coverage", "erase")),
)
COVERED = (HERE / "coverage", "run", "-m", "pytest")
ALL_BUT_THE_WINDOW = Check(
    "tests of all but the window", (*COVERED, "--ignore=tests/ui", "--ignore=tests/house")
)
THE_WINDOW = Check(
    "tests of the window and the house",
    (sys.executable, "-m", "pytest", "tests/ui", "tests/house"),
)
AFTER = (
    Check("coverage of processes", (HERE / "coverage", "combine", "--quiet")),
    Check("coverage", (HERE / "coverage", "report")),
)


def _quick_folder() -> str | None:
    """Return the machine's folder in memory if it has one with room for all that tests write.

    Each test makes a project and waits until the disk has it: a third of the time of many.
    """
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM_BYTES
    return str(memory) if roomy and os.access(memory, os.W_OK) else None


def run(check: Check, *, apart: bool = False) -> int:
    """Run one check; returns its exit code, a crash's as a number above zero, said in words.

    ``apart`` keeps what it says until it ends, so that nobody's words run into those of another.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory(
        prefix="reviewer-tests-", dir=_quick_folder(), ignore_cleanup_errors=True
    ) as home:
        ended = subprocess.run(
            check.command,
            cwd=ROOT,
            env=_environment(home),
            check=False,
            stdout=subprocess.PIPE if apart else None,
            stderr=subprocess.STDOUT if apart else None,
        )
    code = ended.returncode
    sys.stdout.buffer.write(ended.stdout or b"")
    sys.stdout.flush()
    crash = f"crashed with {signal.Signals(-code).name}, " if code < 0 else ""
    outcome = "passed" if code == 0 else f"{crash}FAILED"
    sys.stderr.write(f"{check.name}: {outcome} ({time.monotonic() - began:.1f} s)\n")
    sys.stderr.flush()
    return abs(code)


def all_tests() -> int:
    """Run both parts of the tests to their ends, side by side where there are two processors."""
    if (os.cpu_count() or 1) < 2:
        return run(ALL_BUT_THE_WINDOW) or run(THE_WINDOW)
    with ThreadPoolExecutor() as beside:
        window = beside.submit(run, THE_WINDOW, apart=True)
        return run(ALL_BUT_THE_WINDOW) or window.result()


def _environment(home: str) -> dict[str, str]:
    return {
        **os.environ,
        "REVIEWER_HOME": home,
        "TMPDIR": home,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONFAULTHANDLER": "1",
    }


def first_failure(checks: Sequence[Check]) -> int:
    """Run checks until one fails; returns its exit code."""
    return next(filter(None, map(run, checks)), 0)


def main(asked: Sequence[str]) -> int:
    """Run every check until one fails."""
    code = first_failure(BEFORE)
    if not code:
        code = run(Check("tests", (*COVERED, *asked))) if asked else all_tests()
    return code or first_failure(AFTER)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
