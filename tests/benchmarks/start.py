"""From the command to a painted window, watched from outside: the program is not touched.

Qt says on its error stream when it has flushed a window's pixels; the line's arrival is the end.
"""

import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measures import (
    MEGABYTE,
    Bench,
    Figure,
    Goal,
    child_environment,
    in_turn,
    peak_memory,
)

_FLUSHED = "Flushing Q"
_TOLD = {"QT_LOGGING_RULES": "qt.widgets.painting=true"}
_BARE = (
    "from PySide6.QtWidgets import QApplication, QLabel, QMainWindow;"
    "app = QApplication([]); window = QMainWindow(); window.setCentralWidget(QLabel('bare'));"
    "window.resize(1440, 900); window.show(); app.exec()"
)
PROGRAM = (sys.executable, "-m", "reviewer")
BARE = (sys.executable, "-c", _BARE)
SETTLED_SECONDS, QUICK_SECONDS = 1.0, 0.1
"""How long a window is left alone before its memory is read."""
LONGEST_START_SECONDS = 60.0


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    memory: dict[str, list[float]] = {"ours": [], "bare": []}
    home = bench.fresh("home")
    pause = QUICK_SECONDS if bench.quick else SETTLED_SECONDS
    for command in (PROGRAM, BARE):
        _started(command, home, [], 0.0)  # the very first start compiles, and is not counted
    ours, bare = in_turn(
        bench,
        partial(_started, PROGRAM, home, memory["ours"], pause),
        partial(_started, BARE, home, memory["bare"], pause),
    )
    yield Figure("start to painted window", median(ours), median(bare), Goal(0.8))
    yield Figure(
        "memory of the painted window",
        median(memory["ours"]),
        median(memory["bare"]),
        Goal(120 * MEGABYTE),
        unit="B",
    )


def _started(command: Sequence[str], home: Path, memory: list[float], pause: float) -> float:
    """Start a program; return the seconds to its first paint, and keep its memory's peak."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=_environment(home)
    ) as child:
        said = _until_flushed(child)
        taken = time.perf_counter() - start
        if said is not None:
            raise ChildProcessError("no window was painted:\n" + "".join(said))
        time.sleep(pause)
        memory.append(peak_memory(child.pid))
        child.terminate()
    return taken


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which byte code is kept, as where the program is at home."""
    made = child_environment(home, **_TOLD, PYTHONPYCACHEPREFIX=str(home / "bytecode"))
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    return made


def _until_flushed(child: "subprocess.Popen[str]") -> list[str] | None:
    """Read what Qt says until pixels were flushed; else return the last that was said."""
    giving_up = threading.Timer(LONGEST_START_SECONDS, child.kill)
    giving_up.start()
    said: deque[str] = deque(maxlen=20)
    try:
        for line in child.stderr or ():
            if _FLUSHED in line:
                return None
            said.append(line)
    finally:
        giving_up.cancel()
    return list(said)
