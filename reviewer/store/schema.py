"""Which kind and version a file is, how it is brought up to date, and what a stranger added.

The number in SQLite's header (``application_id``) says that a file is ours; ``user_version`` says
how old. A stranger's file may hold triggers or views that run when it is read, so the file's own
schema is compared with ours, and anything extra is refused.
"""

import hashlib
from pathlib import Path

from reviewer.domain.errors import Damaged, NotAProject, TooNew
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.journal import make_triggers
from reviewer.store.migrations import NEWEST, migrations_after

APPLICATION_ID = 0x52567731  # "Rvw1"
HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"

# What the newest schema amounts to; a test recomputes it, and opening compares with it instead of
# running every migration in memory first.
FINGERPRINT = "d813e2deb480bcf66d46cf3658521169fb9ec2459a42be606d4ed93946ed9090"


def sniff(path: Path) -> int:
    """Return the version of the project file at ``path``, before SQLite opens it.

    Raises ``NotAProject`` or ``TooNew``. Never call this on a project that is open.
    """
    with path.open("rb") as file:
        header = file.read(HEADER_LENGTH)
    if len(header) < HEADER_LENGTH or not header.startswith(_MAGIC):
        raise _not_a_project(path)
    application = int.from_bytes(header[68:72], "big")
    if application != APPLICATION_ID:
        raise _not_a_project(path)
    return _known(int.from_bytes(header[60:64], "big"), path)


def migrate(connection: Connection, version: int, *, up_to: int = NEWEST) -> None:
    """Bring the tables from ``version`` to ``up_to``; each step whole or not at all."""
    from sqlite_utils import Database  # 110 ms, needed only here

    if version:
        _compare(connection, version)
    connection.trust_schema()
    database = Database(connection.raw, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys = OFF")
    for (name,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f'DROP TRIGGER "{name}"')
    for reached, apply in migrations_after(version)[: up_to - version]:
        with database.atomic():
            apply(database)
            connection.execute(f"PRAGMA user_version = {reached}")
    make_triggers(connection)
    broken = connection.rows("PRAGMA foreign_key_check")
    if broken or connection.value("PRAGMA integrity_check") != "ok":
        raise Damaged(
            N_("“{name}” is damaged: its parts do not fit together any more."),
            name=connection.path.name,
        )
    connection.execute("PRAGMA foreign_keys = ON")


def check(connection: Connection) -> None:
    """Raise ``Damaged`` when the file's schema is not ours, naming what is extra or missing.

    Only then are the file's own triggers trusted.
    """
    if fingerprint(connection) != FINGERPRINT:
        _compare(connection, NEWEST)
    connection.trust_schema()


def _compare(connection: Connection, version: int) -> None:
    expected, found = _parts(_pattern(version)), _parts(connection)
    extra = sorted(found.keys() - expected.keys())
    missing = sorted(expected.keys() - found.keys())
    changed = sorted(
        name for name in expected.keys() & found.keys() if expected[name] != found[name]
    )
    if extra or missing or changed:
        raise Damaged(
            N_(
                "“{name}” is not as this program makes its files ({parts}). "
                "It was not opened, because such parts can do harm."
            ),
            name=connection.path.name,
            parts=", ".join(extra + missing + changed),
        )


def fingerprint(connection: Connection) -> str:
    """Return a SHA-256 over every table, index, trigger and view of the file."""
    parts = "\n".join(f"{name}\t{sql}" for name, sql in sorted(_parts(connection).items()))
    return hashlib.sha256(parts.encode()).hexdigest()


def version_of(connection: Connection) -> int:
    """Return the version an open file says it has; raises ``TooNew`` or ``NotAProject``."""
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        raise _not_a_project(connection.path)
    return _known(int(connection.value("PRAGMA user_version")), connection.path)


def _parts(connection: Connection) -> dict[str, str]:
    return {
        name: sql or ""
        for name, sql in connection.rows("SELECT name, sql FROM sqlite_schema")
        if not name.startswith("sqlite_")
    }


def _pattern(version: int) -> Connection:
    pattern = Connection(Path("pattern"), ":memory:")
    migrate(pattern, 0, up_to=version)
    return pattern


def _known(version: int, path: Path) -> int:
    if version > NEWEST:
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
