"""A screen reader on a real display reads the document as it is, and every control by name."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.environment.settings import ANALYST_NAME, Settings
from tests.builders import a_document, a_passage, a_project
from tests.journeys.session_for_a_reader import LAUNCHERS

WORDS = "Twelve people 😀 were hurt at the bridge.\n\nہم قریب ترین اسکول گئے۔\nThe last line."
TITLE = "At the bridge"


def _can_listen() -> bool:
    """Say whether a display, a bus and AT-SPI can be had here."""
    if not all(map(shutil.which, ("Xvfb", "xvfb-run", "dbus-run-session"))):
        return False
    if not any(Path(one).exists() for one in LAUNCHERS):
        return False
    asked = ["/usr/bin/python3", "-I", "-c", "import pyatspi"]
    try:
        return subprocess.run(asked, capture_output=True, check=False, timeout=30).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not _can_listen(), reason="Xvfb, D-Bus and pyatspi are not all here")
def test_a_screen_reader_reads_the_text_and_the_name_of_every_control(tmp_path: Path) -> None:
    Settings().set(ANALYST_NAME, "Mirela Novak")
    with a_project(tmp_path, "heard") as made:
        document = a_document(made, WORDS, title=TITLE)
        a_passage(made, document, "Twelve people")
        path = made.path
    run = subprocess.run(
        [
            *("xvfb-run", "-a", "dbus-run-session", "--"),
            *(sys.executable, "-m", "tests.journeys.session_for_a_reader", str(path), TITLE),
        ],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        cwd=Path(__file__).parents[2],
    )
    heard = json.loads(run.stdout or b"{}")
    assert heard, run.stderr.decode("utf-8", "replace")[-2_000:]
    assert heard["text"] == WORDS
    assert 0 <= heard["caret"] <= len(WORDS)
    assert "1 tagged passage" in heard["description"]
    assert len(heard["focusable"]) > 10
    assert [one for one in heard["focusable"] if one.endswith(": ")] == []
