"""Tables of a SQLite file that another program made: read once, whole, and nothing else.

Such a file is a stranger's. It is opened immutable and for reading only, so that nothing of it is
locked, written or recovered, and SQLite is held to plain reading of plain tables: what the file
defines to run by itself (views, virtual tables, computed columns, functions) is never asked for,
and refused where it hides behind a table's name. How much is read is bounded.

Decided: of a file beside which a journal of SQLite waits nothing is read. Its last changes lie
there, and only the program that made it may bring them in.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.store.connection import IN_MEMORY, is_open_here
from reviewer.store.schema import APPLICATION_ID

Cell = str | int | float | bytes | None
Wanted = Mapping[str, Sequence[str]]
"""Names of tables, each with its columns."""

MOST_ROWS = 3_000_000
MOST_BYTES = 1_000_000_000  # of memory that cells take: a letter of one alphabet takes two
LONGEST_CELL = 400_000_000  # bytes, in SQLite's own reckoning
_LOGGED = 18  # the byte of the header that says whether there is a log
_ENOUGH = 0.5  # of the tables of a kind
_LONGEST_REASON = 200  # characters of what SQLite says of a damage: it repeats what it met there

_PRAGMAS = (
    "query_only = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
)
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA}

NOT_THERE = N_("“{name}” is not there (any more). Look where it was moved, and import it again.")
OPEN_HERE = N_("“{name}” is a project that is open here. It cannot be imported as well.")
A_PROJECT = N_("“{name}” is a project of Reviewer. Open it instead of importing it.")
UNFINISHED = N_(
    "“{name}” is open in another program, or was not closed properly: {beside} lies beside it. "
    "Open it in the program that made it, close it there, and import it again."
)
BROKEN = N_(
    "“{name}” is damaged, or no database at all ({reason}). Open it in the program that made it, "
    "save it there anew, and import that."
)
TOO_MUCH = N_("“{name}” holds too much: more than {rows} rows or {size} MB. Import a part of it.")


def tables_of(path: Path, kinds: Mapping[str, Wanted]) -> dict[str, list[dict[str, Cell]]]:
    """Return the rows of a file's tables, by table and column.

    ``kinds`` are the kinds of file it may be. Read are the tables of the one it has most of; where
    it has less than half of any, nothing is. A table is of a kind when it has half of its columns.
    Tables that are not there are left out; columns that are not there are ``None`` in every row.
    Bytes that are no UTF-8 become U+FFFD.

    Raises ``Unreadable``, naming the file: where it is damaged, holds too much, is open elsewhere,
    or is a project of ours.
    """
    _must_be_free(path)
    with _faults(path.name):
        raw = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
        with closing(raw):
            return _tables(raw, path.name, kinds)


def tables_in(
    data: bytes, name: str, kinds: Mapping[str, Wanted]
) -> dict[str, list[dict[str, Cell]]]:
    """Return the same of a file that lies in an archive, from its bytes; ``name`` is its own."""
    with _faults(name), closing(sqlite3.connect(IN_MEMORY, isolation_level=None)) as raw:
        raw.deserialize(_without_log(data) or b"\0")
        return _tables(raw, name, kinds)


def _tables(
    raw: sqlite3.Connection, name: str, kinds: Mapping[str, Wanted]
) -> dict[str, list[dict[str, Cell]]]:
    _restrain(raw)
    if raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,):
        raise Unreadable(A_PROJECT, name=name)
    return _Reading(raw, name).tables(_best(_columns_of(raw), kinds.values()))


@contextmanager
def _faults(name: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        reason = " ".join(str(fault).split())[:_LONGEST_REASON]
        raise Unreadable(BROKEN, name=name, reason=reason) from fault


def _without_log(data: bytes) -> bytes:
    """Return a file that says it keeps no log: in memory none can be beside it."""
    return data[:_LOGGED] + b"\x01\x01" + data[_LOGGED + 2 :] if len(data) > _LOGGED + 2 else data


def _must_be_free(path: Path) -> None:
    if is_open_here(path):
        raise Unreadable(OPEN_HERE, name=path.name)
    if not _is_file(path):
        raise Unreadable(NOT_THERE, name=path.name)
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        with suppress(OSError):
            if beside.stat().st_size:
                raise Unreadable(UNFINISHED, name=path.name, beside=beside.name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _restrain(raw: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    raw.text_factory = _as_text
    raw.set_authorizer(_may)


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _may(
    action: int, _one: str | None, _two: str | None, _base: str | None, within: str | None
) -> int:
    """Say what a statement may do: read, and nothing in the name of a view."""
    allowed = action in _ALLOWED and within is None
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _columns_of(raw: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the plain tables of a file with the columns that are stored, not computed."""
    names = [
        name
        for (name, sql) in raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        )
        if isinstance(name, str) and str(sql).casefold().startswith("create table")
    ]
    return {
        name: [str(column) for (_at, column, *_) in raw.execute(f"PRAGMA table_info({_in(name)})")]
        for name in names
    }


def _best(
    there: Mapping[str, Sequence[str]], kinds: Iterable[Wanted]
) -> dict[str, dict[str, str | None]]:
    """Return the tables of the kind a file has most of, with what it calls their columns."""
    names = {name.casefold(): name for name in there}
    best: dict[str, dict[str, str | None]] = {}
    most = 0.0
    for wanted in kinds:
        found = {}
        for table, columns in wanted.items():
            own = {column.casefold(): column for column in there.get(names.get(table, ""), ())}
            called = {column: own.get(column) for column in columns}
            if 2 * sum(map(bool, called.values())) >= len(called):
                found[table] = called
        share = len(found) / max(len(wanted), 1)
        if share >= _ENOUGH and share > most:
            best, most = found, share
    return best


class _Reading:
    """One file while it is read; counts what was read of all its tables."""

    def __init__(self, raw: sqlite3.Connection, name: str) -> None:
        self._raw = raw
        self._name = name
        self._rows = 0
        self._bytes = 0

    def tables(
        self, found: Mapping[str, Mapping[str, str | None]]
    ) -> dict[str, list[dict[str, Cell]]]:
        return {table: self._table(table, columns) for table, columns in found.items()}

    def _table(self, table: str, columns: Mapping[str, str | None]) -> list[dict[str, Cell]]:
        cells = ", ".join("NULL" if called is None else _in(called) for called in columns.values())
        rows = []
        for row in self._raw.execute(f"SELECT {cells} FROM {_in(table)}"):
            self._count(row)
            rows.append(dict(zip(columns, row, strict=True)))
        return rows

    def _count(self, row: Sequence[Cell]) -> None:
        self._rows += 1
        self._bytes += sum(map(sys.getsizeof, row))
        if self._rows > MOST_ROWS or self._bytes > MOST_BYTES:
            raise Unreadable(
                TOO_MUCH, name=self._name, rows=MOST_ROWS, size=MOST_BYTES // 1_000_000
            )


def _in(name: str) -> str:
    """Return a name as it stands in a statement."""
    return '"' + name.replace('"', '""') + '"'
