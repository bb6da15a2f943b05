"""One connection to a project file: statements, transactions, and faults as sentences."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ProjectProblem, ReadOnly
from reviewer.domain.words import N_

Row = tuple[Any, ...]

BUSY_TIMEOUT_SECONDS = 5.0


class Connection:
    """Runs statements on one project file; every fault of SQLite's leaves as a ``ProjectProblem``.

    A row is a plain tuple: what its columns mean is known only to the file that asked for them.
    """

    def __init__(self, path: Path, target: str, *, uri: bool = False) -> None:
        self.path = path
        self.reason_not_to_write = ""
        self.held_by = ""
        with self._faults():
            self._raw = sqlite3.connect(
                target,
                uri=uri,
                isolation_level=None,
                timeout=BUSY_TIMEOUT_SECONDS,
                cached_statements=256,
            )
            prepare(self._raw)

    @property
    def raw(self) -> sqlite3.Connection:
        """The SQLite connection itself, for migrations and backups."""
        return self._raw

    def trust_schema(self) -> None:
        """Let the file's own triggers and checks call JSON functions.

        Off until the schema was compared with ours, part by part: SQLite does not count its JSON
        functions among the harmless ones, and our journal needs them.
        """
        self.execute("PRAGMA trusted_schema = ON")

    def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement; returns the id of the row it inserted (or an older one's)."""
        with self._faults():
            return self._raw.execute(sql, values).lastrowid or 0

    def execute_many(self, sql: str, values: Iterable[Sequence[object]]) -> int:
        """Run one statement for each set of values; returns how many rows it touched."""
        with self._faults():
            return self._raw.executemany(sql, values).rowcount

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query."""
        with self._faults():
            return self._raw.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Give the rows of a query one at a time, without a list of all."""
        with self._faults():
            yield from self._raw.execute(sql, values)

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, if there is one."""
        with self._faults():
            found: Row | None = self._raw.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or ``None``."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._raw.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of it or none of it.

        Raises ``ReadOnly`` with the reason where the project may not be written, ``CannotSave``
        when the disk refuses; then nothing was changed.
        """
        if self.reason_not_to_write:
            raise ReadOnly(self.reason_not_to_write, name=self.path.name, holder=self.held_by)
        with self._faults():
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._raw.execute("COMMIT")
            except BaseException:
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read everything from one moment, whatever is written meanwhile."""
        if self._raw.in_transaction:
            yield
            return
        with self._faults():
            self._raw.execute("BEGIN")
            try:
                yield
            finally:
                if self._raw.in_transaction:
                    self._raw.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as fault:
            raise as_problem(fault, self.path) from fault


def prepare(raw: sqlite3.Connection) -> None:
    """Set what every connection of ours needs, in one place."""
    for pragma in (
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "secure_delete = ON",
        "cell_size_check = ON",
        "cache_size = -16000",
    ):
        raw.execute(f"PRAGMA {pragma}")


_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PRIMARY = 0xFF


def as_problem(fault: sqlite3.Error, path: Path) -> ProjectProblem | NotAllowed:
    """Say in a sentence what SQLite's ``fault`` means for the project at ``path``."""
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY
    name = path.name
    if code == sqlite3.SQLITE_FULL:
        return CannotSave(
            N_("The disk is full: the last change to “{name}” was not saved. Free some space."),
            name=name,
        )
    if code in _DISK:
        return CannotSave(
            N_("“{name}” cannot be read or written at its place ({reason}). Is the disk there?"),
            name=name,
            reason=str(fault),
        )
    if code in _LOCKED:
        return CannotSave(
            N_("Another program keeps “{name}” locked. Nothing was changed; try again."), name=name
        )
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnly(N_("“{name}” cannot be written here. Save a copy elsewhere."), name=name)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return NotAllowed(
            N_("That would break a rule of the project “{name}”: {reason}"),
            name=name,
            reason=str(fault),
        )
    return Damaged(
        N_(
            "“{name}” is damaged ({reason}). Nothing was changed. "
            "Keep the file as it is, and open a copy from your backup."
        ),
        name=name,
        reason=str(fault),
    )
