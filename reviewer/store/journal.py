"""The triggers that record every change, generated from the tables themselves.

Writing a journaled table outside an open step is refused by the file itself. An image of a row is
JSON of the columns that changed (of all columns for an insert or a delete). The open step is the
one without a digest; a partial unique index lets there be only one.
"""

from reviewer.store.connection import Connection

JOURNALED = ("documents", "furniture", "tags", "passages", "settings")
UNJOURNALED = (
    "analysts",  # who worked here is no change to undo
    "originals",  # write-once
    "texts",  # write-once
    "metadata",  # write-once: what a rule read in a text that never changes
    "steps",  # the history itself
    "changes",
    "counters",  # numbers are never given twice, so undo must not turn them back
    "ui_state",  # panes and places, not work
    "opened",  # who has the file now
)
WRITE_ONCE = ("originals", "texts", "metadata")

_OPEN_STEP = "(SELECT id FROM steps WHERE digest IS NULL)"
_RECORD = "INSERT INTO changes (step, table_name, row, uid, action, before, after)"


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns in their order."""
    return tuple(
        name for (name,) in connection.rows("SELECT name FROM pragma_table_info(?)", [table])
    )


def triggers(connection: Connection) -> dict[str, str]:
    """Return every trigger the file must have, by name, as SQL."""
    made: dict[str, str] = {}
    for table in JOURNALED:
        made |= _journal(table, columns_of(connection, table))
    for table in WRITE_ONCE:
        made |= _write_once(table)
    return made


def make_triggers(connection: Connection) -> None:
    """Drop the file's triggers and make them again from today's tables."""
    for (name,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f'DROP TRIGGER "{name}"')
    for sql in triggers(connection).values():
        connection.execute(sql)


def _journal(table: str, columns: tuple[str, ...]) -> dict[str, str]:
    guard = (
        f"SELECT RAISE(ABORT, 'a change of {table} outside a step') "
        f"WHERE NOT EXISTS (SELECT 1 FROM steps WHERE digest IS NULL);"
    )
    old, new = _image("OLD", columns), _image("NEW", columns)
    unchanged = ", ".join(
        f"CASE WHEN OLD.\"{c}\" IS NEW.\"{c}\" THEN '$.{c}' ELSE '$.-' END" for c in columns
    )

    def record(action: str, row: str, before: str, after: str) -> str:
        return (
            f"{_RECORD} VALUES ({_OPEN_STEP}, '{table}', {row}.id, {row}.uid, "
            f"'{action}', {before}, {after});"
        )

    bodies = {
        "insert": record("insert", "NEW", "'{}'", new),
        "update": record(
            "update", "NEW", f"json_remove({old}, {unchanged})", f"json_remove({new}, {unchanged})"
        ),
        "delete": record("delete", "OLD", old, "'{}'"),
    }
    return {
        f"{table}_{action}": (
            f"CREATE TRIGGER {table}_{action} AFTER {action.upper()} ON {table} "
            f"BEGIN {guard} {body} END"
        )
        for action, body in bodies.items()
    }


def _image(row: str, columns: tuple[str, ...]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns) + ")"


def _write_once(table: str) -> dict[str, str]:
    return {
        f"{table}_no_{action}": (
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are write-once'); END"
        )
        for action in ("update", "delete")
    }
