"""The project file that a command was given: opened to write, and told from other files."""

from pathlib import Path

from reviewer.environment.paths import files_of_project
from reviewer.workspace.project import Identity, Workspace

FileNumber = tuple[int, int]  # device and file on it


def open_to_write(path: Path, who: Identity) -> Workspace:
    """Open a project that will be changed.

    Raises ``ReadOnly`` with who has it open, or why it cannot change, and what ``Workspace.open``
    raises.
    """
    workspace = Workspace.open(path, who)
    reason = workspace.read_only
    if reason is not None:
        workspace.close()
        raise reason
    return workspace


def number_of(path: Path) -> FileNumber | None:
    """Return what tells one file from another by whatever name or link; a missing one has none.

    The file is not opened: doing that to a project which SQLite has open would drop its locks.
    """
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_dev, facts.st_ino


def numbers_of_project(project: Path) -> frozenset[FileNumber]:
    """Return the numbers of the project file and of those SQLite keeps beside it."""
    numbers = map(number_of, files_of_project(project))
    return frozenset(number for number in numbers if number is not None)
