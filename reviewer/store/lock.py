"""One writer: an operating system's lock outside the project file.

The lock is a file in the program's own state folder, named by the SHA-256 of the project's
resolved path, so that nothing is ever opened beside SQLite in the project file itself. Who holds
it stands in the project's ``opened`` row, for the sentence a second window shows.
"""

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout


class WriterLock:
    """Held by the one window or command that may write a project."""

    def __init__(self, project: Path, folder: Path) -> None:
        name = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / f"{name}.lock", mode=0o600, thread_local=False)

    def take(self) -> bool:
        """Take the lock if nobody has it; says whether it is ours now."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def give_back(self) -> None:
        """Let the next one write."""
        self._lock.release()
