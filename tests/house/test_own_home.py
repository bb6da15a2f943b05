"""What every test stands on holds: a fault, or a file in the person's home, fails the test."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "pyproject.toml"
_PLUGINS = ("-p", "tests.conftest", "-p", "no:cacheprovider")
_HEAD = """\
import logging, pytest, subprocess, sys
from pathlib import Path
from reviewer.ui.guard import guard
"""
_FAULT = "    guard()(lambda: 1 / 0)()\n"
_CHILD = """\
    code = (
        "import logging; from reviewer.environment.logs import start_logging; start_logging();"
        "logging.getLogger('reviewer.part').error('gone')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
"""
_FAILING = {
    "a_fault_in_a_guard": (_FAULT, "reviewer.ui.guard: ZeroDivisionError in "),
    "an_error_in_the_log": (
        "    logging.getLogger('reviewer.store').error('gone')\n",
        "reviewer.store: gone",
    ),
    "an_error_of_a_child": (_CHILD, "ERROR reviewer.part gone"),
    "a_file_in_the_home": (
        "    Path.home().joinpath('.reviewer').write_text('settings')\n",
        "this was kept in the person's home",
    ),
}
_HARMLESS = {
    "a_fault_that_is_expected": ("@pytest.mark.faults\n", _FAULT),
    "a_warning": ("", "    logging.getLogger('reviewer.store').warning('slow')\n"),
    "an_error_of_others": ("", "    logging.getLogger('elsewhere').error('gone')\n"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run tests of these bodies as tests of this house; returns what failed after each of them.

    All run in one process, one after another: what one leaves behind must not reach the next.
    """
    folder = tmp_path_factory.mktemp("made")
    bodies = {name: ("", body) for name, (body, _words) in _FAILING.items()} | _HARMLESS
    made = "".join(f"{mark}def test_{name}():\n{body}" for name, (mark, body) in bodies.items())
    folder.joinpath("test_made.py").write_text(_HEAD + made)
    report = folder / "report.xml"
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *_PLUGINS, "-c", CONFIG, f"--junit-xml={report}", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert f"{len(bodies)} passed" in ended.stdout  # the bodies: what fails comes after them
    return {
        case.attrib["name"].removeprefix("test_"): "\n".join(
            (error.text or "") for error in case.iter("error")
        )
        for case in ET.parse(report).iter("testcase")
    }


@pytest.mark.parametrize("name", _FAILING)
def test_what_nobody_expected_fails_the_test(told: dict[str, str], name: str) -> None:
    _body, words = _FAILING[name]
    assert words in told[name]


@pytest.mark.parametrize("name", _HARMLESS)
def test_what_is_no_fault_of_ours_fails_nothing(told: dict[str, str], name: str) -> None:
    assert told[name] == ""
