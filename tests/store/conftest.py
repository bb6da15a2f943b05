"""What tests of the store stand on: a project file, its surroundings, and a small disk."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.environment import clock
from reviewer.store.connection import Connection
from reviewer.store.opened import Holder
from reviewer.store.project_file import Surroundings
from reviewer.workspace.project import Workspace


@pytest.fixture
def surroundings(tmp_path: Path) -> Surroundings:
    """Give a world of one's own: locks in the test's folder, the real clock."""
    return Surroundings(tmp_path / "state", Holder("Noor"), clock.now)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """Give a connection to a small database that is no project."""
    path = tmp_path / "small.review"
    made = Connection(path, str(path))
    made.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, size INTEGER)")
    yield made
    made.close()


@pytest.fixture
def stored(workspace: Workspace) -> Connection:
    """Give the connection of an open project."""
    return workspace._project.connection


class Disk:
    """A small disk that can be made read-only."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def fill(self) -> Path:
        """Take all the room that is left; delete the file returned to give it back."""
        filler = self.place / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return filler

    def make_read_only(self) -> None:
        """Let nothing be written any more."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.place)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Give a disk of two megabytes; skips where the test may not mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        subprocess.run(mounting, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a small disk needs rights this user does not have")
    yield Disk(place)
    subprocess.run(["umount", str(place)], check=True)
