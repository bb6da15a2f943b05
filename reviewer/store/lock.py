"""One writer: an operating system's lock outside the project file.

The lock is a file in the program's own state folder, named by the SHA-256 of the project's
resolved path, so that nothing is ever opened beside SQLite in the project file itself. Who holds
it stands in the project's ``opened`` row, for the sentence a second window shows.
"""

import hashlib
from enum import Enum
from pathlib import Path

from filelock import FileLock, Timeout


class Turn(Enum):
    """What came of asking for the lock."""

    OURS = "ours"
    SOMEBODY_HAS_IT = "somebody has it"
    CANNOT_BE_ASKED = "cannot be asked"  # the state folder is full, read-only or gone


class WriterLock:
    """Held by the one window or command that may write a project."""

    def __init__(self, project: Path, folder: Path) -> None:
        name = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        self._folder = folder
        self._lock = FileLock(folder / f"{name}.lock", mode=0o600, thread_local=False)

    def take(self) -> Turn:
        """Take the lock if nobody has it."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire(blocking=False)
        except Timeout:
            return Turn.SOMEBODY_HAS_IT
        except (OSError, NotImplementedError):
            return Turn.CANNOT_BE_ASKED
        return Turn.OURS

    def give_back(self) -> None:
        """Let the next one write."""
        self._lock.release()
