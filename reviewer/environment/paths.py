"""Where the program keeps its own things; ``REVIEWER_HOME`` overrides all of it."""

import os
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600  # what the program keeps tells what its person works on
FOLDER_MODE = 0o700
_NAME = "reviewer"

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite hangs on a project's name for the files it keeps beside it."""


def config_folder() -> Path:
    """Return the folder of a person's settings."""
    return _folder("config")


def state_folder() -> Path:
    """Return the folder of locks, logs and the list of recent projects."""
    return _folder("state")


def projects_folder() -> Path:
    """Return the folder that new projects are offered: a place a person finds again."""
    return _folder("documents")


def files_of_project(project: Path) -> tuple[Path, ...]:
    """Return the project file and those SQLite may keep beside it, there or not."""
    return project, *(project.parent / f"{project.name}{ending}" for ending in COMPANIONS)


def named(path: Path) -> Path:
    """Return a path whose last part is a name to be called by; ``.`` and ``..`` are none."""
    if path.name not in ("", ".."):
        return path
    with suppress(OSError, RuntimeError):  # the folder we are in is gone, or links go in circles
        return path.resolve()
    return path


def make_private(folder: Path) -> None:
    """Make a folder of the program's own, for its owner alone; one that is there is closed too.

    Raises OSError where it cannot be made.
    """
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    with suppress(OSError):  # somebody else's folder, or a disk without rights
        folder.chmod(FOLDER_MODE)


def _folder(kind: str) -> Path:
    home = os.environ.get("REVIEWER_HOME")
    if home:
        return Path(home) / kind
    import platformdirs  # 25 ms that a set REVIEWER_HOME does not need

    if kind == "config":
        return Path(platformdirs.user_config_dir(_NAME, appauthor=False))
    if kind == "state":
        return Path(platformdirs.user_state_dir(_NAME, appauthor=False))
    return Path(platformdirs.user_documents_dir()) / "Reviewer"
