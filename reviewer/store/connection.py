"""One connection to a project file: statements, transactions, and faults as sentences."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ProjectProblem, ReadOnly
from reviewer.domain.words import N_
from reviewer.store.faults import BROKEN_CHARACTER, TOO_LARGE, as_problem, damage
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, Row, Shape

IN_MEMORY = ":memory:"
SQLITE_VERSION = sqlite3.sqlite_version
BUSY_TIMEOUT_MILLISECONDS = 5_000
ROWS_AT_ONCE = 200  # of one INSERT; more wins nothing, and SQLite counts at most 32,766 values

IS_DAMAGED = N_(
    "“{name}” is damaged, so nothing is written to it any more. What can be read can be exported, "
    "or saved into a new project (reviewer rescue PROJECT NEW.review). Keep the file as it is."
)
_CLOSED = N_("“{name}” is closed.")
_MOVED = N_(
    "“{name}” was moved, renamed or deleted while it was open, so nothing can be saved there. "
    "Put it back under its name, or save a copy."
)
_ONE_LIST = "WITH found (number) AS ({}) SELECT json_group_array(number) FROM found"
_MAYBE_ONE_NUMBER = Shape(MAYBE_NUMBER)
_MAYBE_ONE_WORD = Shape(MAYBE_TEXT)

# Which files this process has open, by device and inode. POSIX drops all locks of a process on a
# file when it closes any descriptor of it, so whoever wants to look into a file asks here first.
_open_files: list[tuple[int, int]] = []
_NO_FILE = (0, 0)  # a database in memory
_GONE = (0, 1)


def is_open_here(path: Path) -> bool:
    """Say whether this very process has the file at ``path`` open through SQLite."""
    return _identity(path) in _open_files


class Connection:
    """Runs statements on one project file; every fault of SQLite's leaves as a ``ReviewerError``.

    A row is a plain tuple; the query says which types its columns have, and one that does not fit
    is damage. Once damage was met, nothing is written any more. ``alone`` locks everybody else
    out; SQLite then keeps the index of the log in memory.
    """

    def __init__(self, path: Path, target: str, *, uri: bool = False, alone: bool = False) -> None:
        self.path = path
        self.reason_not_to_write = ""
        self.held_by = ""
        self._closed = False
        self._file = _NO_FILE
        with self.faults():
            self._raw = sqlite3.connect(
                target, uri=uri, isolation_level=None, cached_statements=256
            )
        if target != IN_MEMORY:
            self._file = _identity(path)
            _open_files.append(self._file)
        try:
            with self.faults():
                prepare(self._raw, alone=alone)
        except BaseException:
            self.close()
            raise

    @property
    def raw(self) -> sqlite3.Connection:
        """The SQLite connection itself, for migrations."""
        return self._raw

    def trust_schema(self) -> None:
        """Let the file's own triggers and checks call JSON functions.

        Off until the schema was compared with ours, part by part: SQLite does not count its JSON
        functions among the harmless ones, and our journal needs them.
        """
        self.execute("PRAGMA trusted_schema = ON")

    def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement; returns the id of the row it inserted (or an older one's).

        Refuses words with a NUL in them: SQLite's JSON, and with it the history, ends there.
        """
        # In one piece, because there may be thousands.
        if "\0" in "".join([value for value in values if isinstance(value, str)]):
            raise NotAllowed(BROKEN_CHARACTER)
        with self.faults():
            return self._raw.execute(sql, values).lastrowid or 0

    def execute_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement for each set of values."""
        with self.faults():
            self._raw.executemany(sql, values)

    def insert(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> list[int]:
        """Insert many rows, two hundred to a statement; returns the ids SQLite gave them.

        SQLite keeps a copy of every page that a statement with triggers touches, so that it can
        be taken back alone; one statement a row costs four times as much (measured).
        """
        names = ", ".join(f'"{column}"' for column in columns)
        one = f"({', '.join('?' * len(columns))})"
        made: list[int] = []
        for start in range(0, len(rows), ROWS_AT_ONCE):
            several = rows[start : start + ROWS_AT_ONCE]
            marks = ", ".join([one] * len(several))
            values = [value for row in several for value in row]
            last = self.execute(f"INSERT INTO {table} ({names}) VALUES {marks}", values)
            made += range(last - len(several) + 1, last + 1)
        return made

    def rows(self, shape: Shape | None, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query; without a shape, whatever its columns hold."""
        with self.faults():
            found = self._raw.execute(sql, values).fetchall()
        if shape is not None and not shape.fits(found):
            raise self.misshapen()
        return found

    def each(self, shape: Shape, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Give the rows of a query one at a time, without a list of all."""
        with self.faults():
            cursor = self._raw.execute(sql, values)
        while True:
            with self.faults():
                several = cursor.fetchmany(ROWS_AT_ONCE)
            if not several:
                return
            if not shape.fits(several):
                raise self.misshapen()
            yield from several

    def row(self, shape: Shape, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, if there is one."""
        found = self.rows(shape, sql, values)
        return found[0] if found else None

    def number(self, sql: str, values: Sequence[object] = ()) -> int | None:
        """Return the number in the first row, or ``None``."""
        found = self.row(_MAYBE_ONE_NUMBER, sql, values)
        return None if found is None else found[0]

    def count(self, sql: str, values: Sequence[object] = ()) -> int:
        """Return the number in the first row, 0 where there is none."""
        return self.number(sql, values) or 0

    def words(self, sql: str, values: Sequence[object] = ()) -> str | None:
        """Return the words in the first row, or ``None``."""
        found = self.row(_MAYBE_ONE_WORD, sql, values)
        return None if found is None else found[0]

    def numbers(self, sql: str, values: Sequence[object] = ()) -> list[int]:
        """Return the numbers of a query with one column, in its order.

        SQLite writes them down as one list: for a hundred thousand that takes half the time that
        as many tuples do (measured).
        """
        whole = self.words(_ONE_LIST.format(sql), values)
        try:
            found: list[int] = json.loads(whole or "[]")
        except ValueError as fault:
            raise self.misshapen() from fault
        if not {int}.issuperset(map(type, found)):
            raise self.misshapen()
        return found

    def moment(self) -> tuple[int, int]:
        """Return what differs after rows were written, through this connection or another."""
        with self.faults():
            return self._raw.total_changes, self.count("PRAGMA data_version")

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return not self._closed and self._raw.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of it or none of it.

        Raises ``ReadOnly`` with the reason where the project may not be written, ``CannotSave``
        when the disk refuses; then nothing was changed.
        """
        self._must_be_writable()
        if self.in_transaction:
            raise RuntimeError("a transaction inside a transaction")
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back("ROLLBACK")
            raise

    @contextmanager
    def part(self) -> Iterator[None]:
        """Make what is inside whole or undone, within a transaction that goes on either way."""
        self.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._roll_back("ROLLBACK TO part")
            self._roll_back("RELEASE part")
            raise
        self.execute("RELEASE part")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read everything from one moment, whatever is written meanwhile."""
        if self.in_transaction:
            yield
            return
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back("ROLLBACK")

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Do what can as well be done later: give up at once where another has the file."""
        self.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MILLISECONDS}")

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self._raw.close()
        if self._file is not _NO_FILE:
            _open_files.remove(self._file)

    def misshapen(self, what: str = "a value is of another kind") -> Damaged:
        """Return the error for a value that cannot be what it should be; writing ends with it."""
        self.reason_not_to_write = IS_DAMAGED
        return damage(self.path, what)

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn SQLite's faults into sentences."""
        if self._closed:
            raise ProjectProblem(_CLOSED, name=self.path.name)
        try:
            yield
        except sqlite3.Error as fault:
            problem = as_problem(fault, self.path)
            if problem is None:
                raise
            if isinstance(problem, Damaged):
                self.reason_not_to_write = IS_DAMAGED
            raise problem from fault
        except UnicodeDecodeError as fault:
            # What SQLite says of a damaged schema repeats it, byte for byte.
            raise self.misshapen("text is not UTF-8") from fault
        except UnicodeEncodeError as fault:
            raise NotAllowed(BROKEN_CHARACTER) from fault
        except OverflowError as fault:
            raise NotAllowed(TOO_LARGE, name=self.path.name) from fault

    def _must_be_writable(self) -> None:
        if self.reason_not_to_write:
            raise ReadOnly(self.reason_not_to_write, name=self.path.name, holder=self.held_by)
        if self._file is not _NO_FILE and _identity(self.path) != self._file:
            raise CannotSave(_MOVED, name=self.path.name)

    def _roll_back(self, how: str) -> None:
        # SQLite may have rolled back by itself already (a full disk does that).
        if self.in_transaction:
            with suppress(ProjectProblem):
                self.execute(how)


def prepare(raw: sqlite3.Connection, *, alone: bool = False) -> None:
    """Set what every connection of ours needs, in one place."""
    for pragma in (
        # First, because others already look into the file.
        f"locking_mode = {'EXCLUSIVE' if alone else 'NORMAL'}",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "secure_delete = ON",
        "cell_size_check = ON",
        "cache_size = -16000",
        "temp_store = MEMORY",  # words of documents do not belong into temporary files
    ):
        raw.execute(f"PRAGMA {pragma}")


def _identity(path: Path) -> tuple[int, int]:
    try:
        facts = path.stat()
    except OSError:
        return _GONE
    return facts.st_dev, facts.st_ino
