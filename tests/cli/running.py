"""Ways to run the command line: in this process, in one of its own, and on a terminal."""

import errno
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROGRAM = (sys.executable, "-m", "reviewer")
_AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
LONGEST = 60  # seconds before a program that hangs is a failure


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def values(self) -> dict[str, Any]:
        """Return the JSON object on standard output, its only line."""
        (line,) = self.out.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


Run = Callable[..., Ended]


def started(
    *arguments: str | Path | bytes,
    given: bytes = b"",
    variables: Mapping[str, str] | None = None,
    out: Path | None = None,
) -> Ended:
    """Run the real program to its end; ``out`` is a file in the place of standard output."""
    with (out or Path(os.devnull)).open("wb") as elsewhere:
        ended = subprocess.run(
            [*PROGRAM, *arguments],
            input=given,
            stdout=elsewhere if out else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(variables or {})},
            timeout=LONGEST,
            check=False,
        )
    return Ended(ended.returncode, (ended.stdout or b"").decode(), ended.stderr.decode())


def _may_write_everything() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


heeds_rights = pytest.mark.skipif(
    sys.platform == "win32" or (_may_write_everything() and not shutil.which(_AS_ANYBODY[0])),
    reason="rights of files are not heeded by this account",
)


def started_without_privilege(*arguments: str | Path) -> Ended:
    """Run the program so that the rights of files bind it, though root may start the tests."""
    first = _AS_ANYBODY if _may_write_everything() else ()
    ended = subprocess.run(
        [*first, *PROGRAM, *arguments], capture_output=True, timeout=LONGEST, check=False
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


class Terminal:
    """A running program whose input and errors are a terminal."""

    def __init__(self, process: subprocess.Popen[bytes], side: int) -> None:
        self.process = process
        self._side = side
        self.seen = ""

    def wait_for(self, words: str) -> None:
        """Read the terminal until ``words`` stand there; raises AssertionError without them."""
        while words not in self.seen:
            assert self._read(), f"never said {words!r}, only {self.seen!r}"

    def type(self, words: str) -> None:
        """Type on the keyboard."""
        os.write(self._side, words.encode())

    def end(self) -> Ended:
        """Read to the end; returns how it ended."""
        while self._read():
            pass
        out = self.process.communicate(timeout=LONGEST)[0]
        return Ended(self.process.returncode, out.decode(), self.seen)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._side], [], [], LONGEST)
        assert ready, f"nothing more was said after {self.seen!r}"
        try:
            found = os.read(self._side, 4096)
        except OSError as fault:
            if fault.errno != errno.EIO:  # Linux says so when the other side is closed
                raise
            return False
        self.seen += found.decode(errors="replace")
        return bool(found)


@contextmanager
def on_a_terminal(*arguments: str | Path) -> Iterator[Terminal]:
    """Start the program on a terminal of its own; Ctrl+C there reaches it as a signal."""
    pty = __import__("pty")
    side, other = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=other,
        stdout=subprocess.PIPE,
        stderr=other,
        start_new_session=True,
        env={**os.environ, "COLUMNS": "100"},
    )
    os.close(other)
    try:
        yield Terminal(process, side)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
        os.close(side)


@contextmanager
def held_open(project: Path) -> Iterator[None]:
    """Keep a project open for writing in another process, as a window does."""
    holding = (
        "import sys; from pathlib import Path\n"
        "from reviewer.workspace.project import Workspace\n"
        "from tests.builders import BASIT\n"
        "with Workspace.open(Path(sys.argv[1]), BASIT) as workspace:\n"
        "    assert workspace.read_only is None\n"
        "    print('open', flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holding, project],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield
    finally:
        process.communicate(timeout=LONGEST)
