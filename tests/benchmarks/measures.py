"""Figures, goals, and how they are measured: rounds, medians, children, memory, disk syncs."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS, QUICK_ROUNDS = 5, 1
MEGABYTE = 1_000_000
SYNCS = "fsync,fdatasync,sync_file_range,msync"
_SHARE_95 = 0.95


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure should not exceed: an amount, or so many times the floor; either will do.

    ``slow_ones`` judges the 95th percentile in place of the median.
    """

    at_most: float | None = None
    times_floor: float | None = None
    slow_ones: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result. ``unit`` is ``s``, ``B`` (bytes), ``x`` (times) or ``syncs``."""

    what: str
    measured: float | None
    floor: float | None = None
    goal: Goal = field(default_factory=Goal)
    slow: float | None = None
    unit: str = "s"
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        """Return how many times the floor it took."""
        judged = self.judged
        return judged / self.floor if judged is not None and self.floor else None

    @property
    def judged(self) -> float | None:
        """Return the value that the goal is about."""
        return self.slow if self.goal.slow_ones else self.measured

    @property
    def met(self) -> bool | None:
        """Say whether the goal is met; ``None`` without a goal or a measurement."""
        value, ratio = self.judged, self.ratio
        if value is None or (self.goal.at_most is None and self.goal.times_floor is None):
            return None
        in_amount = self.goal.at_most is not None and value <= self.goal.at_most
        wanted = self.goal.times_floor
        return in_amount or (wanted is not None and ratio is not None and ratio <= wanted)

    def as_json(self) -> str:
        """Return the figure as one line of JSON."""
        return json.dumps({**asdict(self), "ratio": self.ratio, "met": self.met})

    @classmethod
    def from_json(cls, line: str) -> "Figure":
        """Return the figure of such a line."""
        values = json.loads(line)
        del values["ratio"], values["met"]
        return cls(**{**values, "goal": Goal(**values["goal"])})


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a group may write, and whether it shall be quick (a tiny corpus, one round)."""

    folder: Path
    quick: bool = False

    @property
    def rounds(self) -> int:
        """Return how often each thing is done."""
        return QUICK_ROUNDS if self.quick else ROUNDS

    def size(self, full: int, quick: int) -> int:
        """Return an amount of the corpus."""
        return quick if self.quick else full

    def fresh(self, name: str) -> Path:
        """Return an empty folder."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def seconds(deed: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = perf_counter()
    deed()
    return perf_counter() - start


def in_turn(
    bench: Bench, ours: Callable[[], float], floor: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Measure both, one after the other, who comes first changing with every round."""
    mine: list[float] = []
    bare: list[float] = []
    for turn in range(bench.rounds):
        if turn % 2:
            mine.append(ours())
            bare.append(floor())
        else:
            bare.append(floor())
            mine.append(ours())
    return mine, bare


def compared(
    bench: Bench,
    what: str,
    ours: Callable[[], float],
    floor: Callable[[], float],
    goal: Goal,
    *,
    unit: str = "s",
) -> Figure:
    """Return the figure of two measurements taken in turn."""
    mine, bare = in_turn(bench, ours, floor)
    return Figure(what, median(mine), median(bare), goal, unit=unit)


def spread(
    what: str, mine: Sequence[float], bare: Sequence[float], goal: Goal, remark: str = ""
) -> Figure:
    """Return the figure of many small measurements: median, and 95th percentile of both."""
    floor = slow_of(bare) if goal.slow_ones else median(bare)
    return Figure(what, median(mine), floor, goal, slow=slow_of(mine), remark=remark)


def slow_of(values: Iterable[float]) -> float:
    """Return the 95th percentile: 95 of 100 are not greater."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(_SHARE_95 * len(ordered)))]


def child_environment(home: Path, **further: str) -> dict[str, str]:
    """Return the environment of a child: settings and locks of its own, no screen needed."""
    return {
        **os.environ,
        "REVIEWER_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",  # the offscreen platform has no size hints
        **further,
    }


def peak_memory(process: int | str = "self") -> float:
    """Return the most memory a process has held so far, in bytes."""
    for line in Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines():
        if line.startswith("VmHWM:"):
            return float(line.split()[1]) * 1024
    raise LookupError(process)


def memory_of_child(code: str, *arguments: str) -> float:
    """Run Python ``code`` in a child to its end; return the most memory it held, in bytes.

    The child says so itself: what the system counts for it begins with what its parent held.
    """
    told = "\nfrom tests.benchmarks.measures import peak_memory\nprint()\nprint(peak_memory())"
    command = [sys.executable, "-c", code + told, *arguments]
    child = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if child.returncode:
        raise ChildProcessError(f"a child ended with {child.returncode}")
    return float(child.stdout.split()[-1])


def syncs_of_child(code: str, marker: str, trace: Path, *arguments: str) -> int | None:
    """Run Python ``code`` under strace; return the disk syncs between its two ``marker``s.

    The child marks a place by ``os.access(marker, os.F_OK)``. ``None`` where there is no strace,
    or where it may not look.
    """
    strace = shutil.which("strace")
    if strace is None:
        return None
    calls = f"trace={SYNCS},access,faccessat,faccessat2"
    watched = [strace, "-f", "-qq", "-e", calls, "-o", str(trace)]
    child = [sys.executable, "-c", code, *arguments]
    done = subprocess.run([*watched, *child], stdout=subprocess.DEVNULL, check=False)
    parts = trace.read_text("utf-8", "replace").split(f'"{marker}"') if not done.returncode else []
    if len(parts) != 3:
        return None
    return sum(parts[1].count(f" {call}(") for call in SYNCS.split(","))
