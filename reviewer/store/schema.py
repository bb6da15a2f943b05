"""Which kind and version a file is, how it is brought up to date, and what a stranger added.

The number in SQLite's header (``application_id``) says that a file is ours; ``user_version`` says
how old. A stranger's file may hold triggers or views that run when it is read, so the file's own
schema is compared with ours before anything else is asked of it, and anything extra is refused.
"""

import hashlib
import re
from collections import Counter
from contextlib import closing
from pathlib import Path

from reviewer.domain.errors import Damaged, NotAProject, TooNew
from reviewer.domain.words import N_
from reviewer.store.connection import IN_MEMORY, Connection
from reviewer.store.journal import make_triggers
from reviewer.store.migrations import NEWEST, migrations_after
from reviewer.store.shapes import MAYBE_TEXT, TEXT, Row, Shape

APPLICATION_ID = 0x52567731  # "Rvw1"
HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"

# What the newest schema amounts to; a test recomputes it, and opening compares with it instead of
# running every migration in memory first.
FINGERPRINT = "bfd5cfc6743d9bb48ac2cbe4cdc0234d3db2c737d9000727e3f815421df85650"

_PART = Shape(TEXT, TEXT, TEXT, MAYBE_TEXT)
# The tables FTS5 makes for itself are worded by the SQLite that made them. Plain columns do no
# harm; a check or a computed column would need more than these characters.
_OF_THE_INDEX = re.compile(
    r"CREATE TABLE '(search_(?:data|idx|docsize|config))'"
    r"\([\w ,]+(?:\(\w+, \w+\))?\)(?: WITHOUT ROWID)?"
)


def sniff(path: Path) -> int:
    """Return the version of the project file at ``path``, before SQLite opens it.

    Raises ``NotAProject`` or ``TooNew``, and ``OSError`` where it cannot be read. Never call this
    on a file this process has open (``is_open_here``): closing it again would drop its locks.
    """
    if path.is_fifo():  # whoever opens one waits for somebody to write to it
        raise _not_a_project(path)
    with path.open("rb") as file:
        header = file.read(HEADER_LENGTH)
    if not header:
        raise NotAProject(
            N_("“{name}” is empty: nothing was ever kept in it. Delete it, and make a new one."),
            name=path.name,
        )
    if len(header) < HEADER_LENGTH or not header.startswith(_MAGIC):
        raise _not_a_project(path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _not_a_project(path)
    return _known(int.from_bytes(header[60:64], "big", signed=True), path)


def version_of(connection: Connection) -> int:
    """Return the version an open file says it has; raises ``TooNew`` or ``NotAProject``."""
    if connection.number("PRAGMA application_id") != APPLICATION_ID:
        raise _not_a_project(connection.path)
    return _known(connection.count("PRAGMA user_version"), connection.path)


def migrate(connection: Connection, version: int) -> None:
    """Bring the tables from ``version`` to the newest; all of it or, after a crash, nothing.

    A file of version 0 is one whose making was cut short; it has no tables yet. The triggers of an
    older file are dropped unread, for today's are made in their place: before that the file is not
    trusted, and what cannot be dropped is a stranger's (``Damaged``).
    """
    from sqlite_utils import Database  # 110 ms, needed only here

    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.transaction(), connection.faults():
            _drop_triggers(connection)
            _compare(_parts(connection), _tables_of(version), connection.path)
            connection.trust_schema()
            database = Database(connection.raw, execute_plugins=False)
            for reached, apply in migrations_after(version):
                with database.atomic():
                    apply(database)
                    connection.execute(f"PRAGMA user_version = {reached}")
            make_triggers(connection)
            _must_fit_together(connection)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def lay_out(connection: Connection, version: int) -> None:
    """Make the empty tables of a version, without triggers; ``migrate`` goes on from there."""
    from sqlite_utils import Database

    with connection.faults():
        for _reached, apply in migrations_after(0, version):
            apply(Database(connection.raw, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def check(connection: Connection) -> None:
    """Raise ``Damaged`` when the file's schema is not ours, naming what is extra or missing.

    Only then are the file's own triggers trusted.
    """
    if fingerprint(connection) != FINGERPRINT:
        with closing(Connection(Path("pattern"), IN_MEMORY)) as pattern:
            migrate(pattern, 0)
            _compare(_parts(connection), _parts(pattern), connection.path)
    connection.trust_schema()


def check_older(connection: Connection, version: int) -> None:
    """Raise ``Damaged`` when a file of an older version has other tables than that version made."""
    _compare(_without_triggers(_parts(connection)), _tables_of(version), connection.path)


def fingerprint(connection: Connection) -> str:
    """Return a SHA-256 over every table, index, trigger and view of the file."""
    return hashlib.sha256(repr(sorted(_parts(connection).items())).encode()).hexdigest()


def _compare(found: Counter[Row], expected: Counter[Row], path: Path) -> None:
    differing = sorted({part[1] for part in (found - expected) + (expected - found)})
    if differing:
        raise Damaged(
            N_(
                "“{name}” is not as this program makes its files ({parts}). "
                "It was not opened, because such parts can do harm."
            ),
            name=path.name,
            parts=", ".join(differing),
        )


def _parts(connection: Connection) -> Counter[Row]:
    """Return everything the schema holds, but for the indexes SQLite makes by itself.

    Names are no key: a trigger may be called like a table, and, in a file that was tampered with,
    like one of SQLite's own.
    """
    return Counter(
        (kind, name, table, _OF_THE_INDEX.sub(r"\1", sql or ""))
        for kind, name, table, sql in connection.rows(
            _PART, "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        )
        if not (kind == "index" and sql is None)
    )


def _tables_of(version: int) -> Counter[Row]:
    """Return what a file of that version holds, its triggers aside."""
    with closing(Connection(Path("pattern"), IN_MEMORY)) as pattern:
        lay_out(pattern, version)
        return _parts(pattern)


def _without_triggers(parts: Counter[Row]) -> Counter[Row]:
    return Counter({part: count for part, count in parts.items() if part[0] != "trigger"})


def _drop_triggers(connection: Connection) -> None:
    for kind, name, *_ in list(_parts(connection)):
        if kind == "trigger":
            connection.execute(f'DROP TRIGGER "{name}"')


def _must_fit_together(connection: Connection) -> None:
    broken = connection.number("SELECT count(*) FROM pragma_foreign_key_check")
    if broken or connection.words("PRAGMA integrity_check(1)") != "ok":
        raise Damaged(
            N_("“{name}” is damaged: its parts do not fit together any more."),
            name=connection.path.name,
        )


def _known(version: int, path: Path) -> int:
    if not 0 <= version <= NEWEST:
        raise TooNew(
            N_(
                "“{name}” was made by a newer version of Reviewer (file version {version}, "
                "this program knows {newest}). Update Reviewer to open it."
            ),
            name=path.name,
            version=version,
            newest=NEWEST,
        )
    return version


def _not_a_project(path: Path) -> NotAProject:
    return NotAProject(
        N_("“{name}” is not a Reviewer project. To read its words, import it into a project."),
        name=path.name,
    )
