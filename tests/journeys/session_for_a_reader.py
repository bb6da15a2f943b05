"""Runs the program and a listener on a display and a bus of their own; prints what was heard.

Started by ``dbus-run-session`` inside ``Xvfb``, so that nothing of the person's desktop is touched.
"""

import os
import subprocess
import sys
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LISTENER = Path(__file__).with_name("listening.py")


def main(project: str, title: str) -> int:
    """Return the listener's exit code; what it says goes to standard output."""
    launcher = next(one for one in LAUNCHERS if Path(one).exists())
    given = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    bus = subprocess.Popen([launcher, "--launch-immediately"], stdout=sys.stderr)
    start = [sys.executable, "-m", "reviewer", project]
    program = subprocess.Popen(start, env=given, stdout=sys.stderr)
    try:
        heard = subprocess.run(
            ["/usr/bin/python3", "-I", str(LISTENER), title], timeout=60, check=False
        )
        return heard.returncode
    finally:
        for one in (program, bus):
            one.terminate()
            one.wait(timeout=10)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
