"""What every test stands on: a home of its own, and a window system that needs no screen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.workspace.project import Workspace
from tests.builders import a_project

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, locks and logs of the test away from those of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REVIEWER_HOME", str(home))
    return home


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give an open, empty project with the default codebook."""
    with a_project(tmp_path) as opened:
        yield opened
