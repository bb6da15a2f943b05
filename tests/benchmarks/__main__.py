"""The command: runs the groups, each in a process of its own, and prints what they found."""

import argparse
import importlib
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import GROUPS
from tests.benchmarks.measures import MEGABYTE, Bench, Figure, child_environment

_WIDTHS = (52, 20, 10, 6, 18, 4)
_HEADS = ("what", "measured", "floor", "ratio", "goal", "met")


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; returns 0 when everything could be measured, met or not."""
    asked = _parser().parse_args(arguments)
    unknown = set(asked.names) - set(GROUPS)
    if unknown:
        _say(f"There is no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}.")
        return 2
    if asked.inside is not None:
        return _inside(asked.names[0], Bench(asked.inside, asked.quick))
    result = _Result(_machine(quick=asked.quick))
    for line in result.machine.items():
        _say("{}: {}".format(*line))
    _say(_row(_HEADS))
    for name in asked.names or GROUPS:
        result.run(name, quick=asked.quick)
    if asked.json is not None:
        result.write_json(asked.json)
    return 1 if result.failed else 0


@dataclass(slots=True)
class _Result:
    """What was found on which machine; ``failed`` are groups that did not come to their end."""

    machine: dict[str, str]
    found: list[tuple[str, Figure]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def run(self, name: str, *, quick: bool) -> None:
        """Run a group and print each figure as it comes."""
        try:
            for figure in _measured(name, quick=quick):
                self.found.append((name, figure))
                _say(_row(_cells(figure)))
        except ChildProcessError as fault:
            self.failed.append(name)
            _say(f"{name}: not measured to its end ({fault})")

    def write_json(self, target: Path) -> None:
        """Write everything to a file."""
        whole = {
            "format": 1,
            "machine": self.machine,
            "figures": [{"group": name, **json.loads(one.as_json())} for name, one in self.found],
            "failed": self.failed,
        }
        target.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help="a tiny corpus: does it run at all?")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser


def _inside(name: str, bench: Bench) -> int:
    """Run one group in this process; a figure is one line."""
    group = importlib.import_module(f"tests.benchmarks.{name}")
    for figure in group.figures(bench):
        _say(figure.as_json())
    return 0


def _measured(name: str, *, quick: bool) -> Iterator[Figure]:
    """Run one group in a process of its own; raises ``ChildProcessError`` when that fails."""
    with TemporaryDirectory(prefix="reviewer-benchmark-") as folder:
        command = [sys.executable, "-m", "tests.benchmarks", name, "--inside", folder]
        with subprocess.Popen(
            command + ["--quick"] * quick,
            stdout=subprocess.PIPE,
            text=True,
            env=child_environment(Path(folder, "home")),
        ) as child:
            for line in child.stdout or ():
                if line.startswith("{"):
                    yield Figure.from_json(line)
        if child.returncode:
            raise ChildProcessError(f"it ended with {child.returncode}")


def _machine(*, quick: bool) -> dict[str, str]:
    from PySide6 import __version__ as pyside

    import reviewer

    return {
        "Reviewer": reviewer.__version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "PySide6": f"{pyside}, painting offscreen: no screen, no compositor",
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "load average at the start": ", ".join(f"{load:.2f}" for load in os.getloadavg()),
        "strace": shutil.which("strace") or "not here: disk syncs are not counted",
        "figures": "one round over a tiny corpus, under the names of the full one"
        if quick
        else "median of five; in brackets the 95th percentile",
    }


def _cells(figure: Figure) -> tuple[str, ...]:
    measured = _amount(figure.measured, figure.unit)
    if figure.slow is not None:
        measured += f" ({_amount(figure.slow, figure.unit)})"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    met = {True: "yes", False: "no", None: "–"}[figure.met]
    floor = _amount(figure.floor, figure.unit) if figure.floor is not None else "–"
    what = f"{figure.what} ({figure.remark})" if figure.remark else figure.what
    return what, measured, floor, ratio, _wanted(figure), met


def _wanted(figure: Figure) -> str:
    goal, parts = figure.goal, []
    if goal.at_most is not None:
        parts.append(_amount(goal.at_most, figure.unit))
    if goal.times_floor is not None:
        parts.append(f"{goal.times_floor:g} x floor")
    return (" or ".join(parts) + " p95" * goal.slow_ones) if parts else "–"


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "not counted"
    if unit == "s":
        return f"{value:.2f} s" if value >= 1 else f"{value * 1_000:.3g} ms"
    if unit == "B":
        return f"{value / MEGABYTE:.0f} MB"
    return f"{value:.2f} {unit}"


def _row(cells: Sequence[str]) -> str:
    return " | ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
