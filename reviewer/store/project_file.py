"""A project file while it is open: made, opened, shared, closed.

Write-ahead log with ``synchronous=FULL`` while open: what was painted is on disk. At the last
close the log is folded in and a single file is left. A second window opens read-write with
``query_only`` (a read-only open would leave all data in the log, measured); a read-only place is
opened as immutable.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.errors import CannotSave, NotFound, ReviewerError
from reviewer.domain.words import N_
from reviewer.store.analysts import AnalystStore
from reviewer.store.connection import Connection
from reviewer.store.documents import DocumentStore
from reviewer.store.furniture import FurnitureStore
from reviewer.store.lock import WriterLock
from reviewer.store.migrations import NEWEST
from reviewer.store.opened import Holder, OpenedStore
from reviewer.store.passages import PassageStore
from reviewer.store.rows import RowStore
from reviewer.store.schema import APPLICATION_ID, check, migrate, sniff, version_of
from reviewer.store.search import SearchStore
from reviewer.store.settings import SettingStore
from reviewer.store.states import StateStore
from reviewer.store.steps import StepStore
from reviewer.store.tags import TagStore
from reviewer.store.texts import TextStore
from reviewer.store.verification import Verification

_HELD = N_(
    "“{name}” is open elsewhere ({holder}). Here it can be read and exported, not changed, "
    "until it is closed there."
)
_MEDIUM = N_("“{name}” lies in a read-only place. It can be read and exported, not changed.")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What opening needs to know of the world: where locks live, who asks, and the time (UTC)."""

    state_folder: Path
    holder: Holder
    now: Callable[[], str]


class ProjectFile:
    """One open project file and its stores. Close it, or use it as a context."""

    def __init__(
        self, connection: Connection, lock: WriterLock | None, surroundings: Surroundings
    ) -> None:
        self.connection = connection
        self._lock = lock
        self._surroundings = surroundings
        self.kept_copy: Path | None = None
        self.opened = OpenedStore(connection)
        self.analysts = AnalystStore(connection)
        self.texts = TextStore(connection)
        self.documents = DocumentStore(connection)
        self.furniture = FurnitureStore(connection)
        self.tags = TagStore(connection)
        self.passages = PassageStore(connection)
        self.settings = SettingStore(connection)
        self.states = StateStore(connection)
        self.steps = StepStore(connection)
        self.rows = RowStore(connection)
        self.search = SearchStore(connection)
        self.verification = Verification(self)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.connection.path

    @property
    def reason_not_to_write(self) -> str:
        """Why this project may only be read, as a template; empty when it may be written."""
        return self.connection.reason_not_to_write

    @classmethod
    def create(cls, path: Path, surroundings: Surroundings) -> "ProjectFile":
        """Make a new project file at ``path``; from now on it is a file.

        Raises ``CannotSave`` when something is there already or the place cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as fault:
            raise CannotSave(
                N_("There is already a file “{name}” there. Choose another name."), name=path.name
            ) from fault
        except OSError as fault:
            raise CannotSave(
                N_("“{name}” cannot be made in {folder}: {reason}. Choose another place."),
                name=path.name,
                folder=str(path.parent),
                reason=fault.strerror,
            ) from fault
        try:
            return cls._made(path, surroundings)
        except BaseException:
            for leftover in (path, *(path.with_name(path.name + end) for end in _COMPANIONS)):
                leftover.unlink(missing_ok=True)
            raise

    @classmethod
    def _made(cls, path: Path, surroundings: Surroundings) -> "ProjectFile":
        lock = WriterLock(path, surroundings.state_folder)
        lock.take()
        try:
            connection = Connection(path, str(path))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _prepare_writing(connection)
            migrate(connection, 0)
        except BaseException:
            lock.give_back()
            raise
        project = cls(connection, lock, surroundings)
        project.note_presence()
        return project

    @classmethod
    def open(
        cls, path: Path, surroundings: Surroundings, *, only_read: bool = False
    ) -> "ProjectFile":
        """Open the project at ``path``, for writing where that is possible and wanted.

        Raises ``NotFound``, ``NotAProject``, ``TooNew``, ``Damaged`` or ``CannotSave``.
        """
        try:
            sniff(path)
        except FileNotFoundError as fault:
            raise NotFound(
                N_("There is no file “{name}” in {folder}."),
                name=path.name,
                folder=str(path.parent),
            ) from fault
        except OSError as fault:
            raise CannotSave(
                N_("“{name}” cannot be opened: {reason}."), name=path.name, reason=fault.strerror
            ) from fault
        if not _can_be_written(path):
            return cls._immutable(path, surroundings)
        if only_read:
            return cls._shared(path, None, surroundings)
        lock = WriterLock(path, surroundings.state_folder)
        ours = lock.take()
        try:
            project = cls._shared(path, lock if ours else None, surroundings)
        except BaseException:
            if ours:
                lock.give_back()
            raise
        return project

    @classmethod
    def _shared(
        cls, path: Path, lock: WriterLock | None, surroundings: Surroundings
    ) -> "ProjectFile":
        connection = Connection(path, str(path))
        try:
            version = version_of(connection)
            project = cls(connection, lock, surroundings)
            holder, now = surroundings.holder, surroundings.now()
            if lock is None or project.opened.on_another_machine(holder, now):
                connection.reason_not_to_write = _HELD
                connection.held_by = project.opened.described()
                connection.execute("PRAGMA query_only = ON")
            else:
                _prepare_writing(connection)
                project.bring_up_to_date(version)
            check(connection)
            project.note_presence()
        except BaseException:
            connection.close()
            raise
        return project

    @classmethod
    def _immutable(cls, path: Path, surroundings: Surroundings) -> "ProjectFile":
        waiting = path.with_name(path.name + "-wal").exists()
        mode = "mode=ro" if waiting else "immutable=1"
        connection = Connection(path, f"{path.resolve().as_uri()}?{mode}", uri=True)
        try:
            version_of(connection)
            check(connection)
        except BaseException:
            connection.close()
            raise
        connection.reason_not_to_write = _MEDIUM
        return cls(connection, None, surroundings)

    def bring_up_to_date(self, version: int) -> None:
        """Migrate an older file, after a copy of it was put beside it."""
        if version == NEWEST:
            return
        if version:
            self.kept_copy = self.path.with_name(f"{self.path.name}.version-{version}")
            self.kept_copy.unlink(missing_ok=True)
            self.copy_to(self.kept_copy)
        migrate(self.connection, version)

    def copy_to(self, target: Path) -> None:
        """Write a whole, tidy copy of the project to ``target``, which must not exist."""
        self.connection.execute("VACUUM INTO ?", [str(target)])

    def note_presence(self) -> None:
        """Refresh the row that tells others who has the project open; once a minute is right."""
        if not self.reason_not_to_write:
            with self.connection.transaction():
                self.opened.note(self._surroundings.holder, self._surroundings.now())

    def tidy(self) -> None:
        """Fold the log into the file; for moments of idleness."""
        if not self.reason_not_to_write and not self.connection.in_transaction:
            self.connection.row("PRAGMA wal_checkpoint(TRUNCATE)")

    def data_version(self) -> int:
        """Return a number that changes when another process has written the file."""
        return int(self.connection.value("PRAGMA data_version"))

    def close(self) -> None:
        """Leave one single file behind and let the next one write."""
        with suppress(ReviewerError):
            # A full disk must not keep the window open: every step is in the log already, and
            # the next opening reads it from there.
            if not self.reason_not_to_write:
                with self.connection.transaction():
                    self.opened.leave()
                self.tidy()
                self.connection.row("PRAGMA journal_mode = DELETE")
            if self.kept_copy is not None:
                self.kept_copy.unlink(missing_ok=True)
        self.connection.close()
        if self._lock is not None:
            self._lock.give_back()

    def __enter__(self) -> "ProjectFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_COMPANIONS = ("-wal", "-shm", "-journal")


def _prepare_writing(connection: Connection) -> None:
    if connection.value("PRAGMA journal_mode = WAL") != "wal":
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_autocheckpoint = 4000")


def _can_be_written(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
