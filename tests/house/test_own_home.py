"""What every test stands on holds: a fault, or a file in the person's home, fails the test."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "pyproject.toml"
_PLUGINS = ("-p", "tests.conftest", "-p", "no:cacheprovider")
_FAULT = "    guard()(lambda: 1 / 0)()\n"
_CHILD = """\
    import subprocess, sys
    code = (
        "import logging; from reviewer.environment.logs import start_logging; start_logging();"
        "logging.getLogger('reviewer.part').error('gone')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
"""
_HOME = "    Path.home().joinpath('.reviewer').write_text('settings')\n"


def outcome(folder: Path, body: str, mark: str = "") -> str:
    """Run one test with this body as a test of this house; returns what was said."""
    test = folder / "test_made.py"
    test.write_text(
        "import logging, pytest\nfrom pathlib import Path\nfrom reviewer.ui.guard import guard\n"
        f"{mark}\ndef test_made():\n{body}"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *_PLUGINS, "-c", CONFIG, test],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "1 passed" in ended.stdout  # the body itself: what fails is what comes after it
    return ended.stdout


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (_FAULT, "reviewer.ui.guard: ZeroDivisionError in "),
        ("    logging.getLogger('reviewer.store').error('gone')\n", "reviewer.store: gone"),
        (_CHILD, "ERROR reviewer.part gone"),
        (_HOME, "this was kept in the person's home"),
    ],
    ids=["a fault in a guard", "an error in the log", "an error of a child", "a file in the home"],
)
def test_what_nobody_expected_fails_the_test(tmp_path: Path, body: str, words: str) -> None:
    told = outcome(tmp_path, body)
    assert "1 error" in told
    assert words in told


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        (_FAULT, "@pytest.mark.faults"),
        ("    logging.getLogger('reviewer.store').warning('slow')\n", ""),
        ("    logging.getLogger('elsewhere').error('gone')\n", ""),
    ],
    ids=["a fault that is expected", "a warning", "an error of others"],
)
def test_what_is_no_fault_of_ours_fails_nothing(tmp_path: Path, body: str, mark: str) -> None:
    assert "error" not in outcome(tmp_path, body, mark).splitlines()[-1]
