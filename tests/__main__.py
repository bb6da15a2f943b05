"""``python -m tests``: every check there is, one after another, the first failure ends it.

Formatting, lint, types, import contracts, then the tests with branch coverage of the rooms whose
rules people rely on. A crash of the interpreter is a failure with a name.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
HERE = Path(sys.executable).parent
CHECKS = (
    ("format", [HERE / "ruff", "format", "--check", "."]),
    ("lint", [HERE / "ruff", "check", "."]),
    ("types", [HERE / "mypy"]),
    ("import contracts", [HERE / "lint-imports"]),
    ("coverage of old runs", [HERE / "coverage", "erase"]),
    ("tests", [HERE / "coverage", "run", "-m", "pytest", *sys.argv[1:]]),
    ("coverage of subprocesses", [HERE / "coverage", "combine", "--quiet"]),
    ("coverage", [HERE / "coverage", "report"]),
)


def run(name: str, command: list[Path | str], home: str) -> int:
    """Run one check; returns its exit code, a crash's as a number above zero, said in words."""
    began = time.monotonic()
    environment = {
        **os.environ,
        "REVIEWER_HOME": home,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONFAULTHANDLER": "1",
    }
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if code < 0:
        sys.stderr.write(f"{name}: crashed with {signal.Signals(-code).name}\n")
    sys.stderr.write(f"{name}: {'passed' if code == 0 else 'FAILED'} ")
    sys.stderr.write(f"({time.monotonic() - began:.1f} s)\n")
    sys.stderr.flush()
    return abs(code)


def main() -> int:
    """Run every check until one fails."""
    with tempfile.TemporaryDirectory(prefix="reviewer-tests-") as home:
        for name, command in CHECKS:
            code = run(name, [str(part) for part in command], home)
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
