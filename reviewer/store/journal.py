"""The triggers that record every change, generated from the tables themselves.

Writing a journaled table outside an open step is refused by the file itself. An image of a row is
JSON of the columns that changed (of all columns for an insert or a delete). The open step is the
one without a digest; a partial unique index lets there be only one.
"""

from reviewer.store.connection import Connection
from reviewer.store.shapes import WORDS

JOURNALED = ("documents", "furniture", "tags", "passages", "notes", "queries", "settings")
UNJOURNALED = (
    "analysts",  # who worked here is no change to undo
    "originals",  # write-once
    "texts",  # write-once
    "metadata",  # write-once: what a rule read in a text that never changes
    "steps",  # the history itself
    "changes",
    "groups",  # which long operations came to their end
    "counters",  # numbers are never given twice, so undo must not turn them back
    "ui_state",  # panes and places, not work
    "opened",  # who has the file now
)
WRITE_ONCE = ("originals", "texts", "metadata")

_OPEN_STEP = "(SELECT id FROM steps WHERE digest IS NULL)"
_RECORD = "INSERT INTO changes (step, table_name, row, uid, action, before, after)"


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns in their order."""
    found = connection.rows(WORDS, "SELECT name FROM pragma_table_info(?)", [table])
    return tuple(name for (name,) in found)


def make_triggers(connection: Connection) -> None:
    """Make every trigger the file must have, from today's tables."""
    for table in JOURNALED:
        for sql in _journal(table, columns_of(connection, table)):
            connection.execute(sql)
    for table in WRITE_ONCE:
        for sql in _write_once(table):
            connection.execute(sql)


def _journal(table: str, columns: tuple[str, ...]) -> list[str]:
    guard = (
        f"SELECT RAISE(ABORT, 'a change of {table} outside a step') "
        f"WHERE NOT EXISTS (SELECT 1 FROM steps WHERE digest IS NULL);"
    )
    old, new = _image("OLD", columns), _image("NEW", columns)

    def trigger(action: str, row: str, before: str, after: str) -> str:
        return (
            f"CREATE TRIGGER {table}_{action} AFTER {action.upper()} ON {table} BEGIN {guard} "
            f"{_RECORD} VALUES ({_OPEN_STEP}, '{table}', {row}.id, {row}.uid, '{action}', "
            f"{before}, {after}); END"
        )

    return [
        trigger("insert", "NEW", "'{}'", new),
        trigger("update", "NEW", _changed("OLD", columns), _changed("NEW", columns)),
        trigger("delete", "OLD", old, "'{}'"),
    ]


def _image(row: str, columns: tuple[str, ...]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns) + ")"


def _changed(row: str, columns: tuple[str, ...]) -> str:
    """Return SQL for the JSON of the columns that differ, as the row OLD or NEW has them."""
    pieces = (
        f'CASE WHEN OLD."{c}" IS NEW."{c}" THEN \'\' '
        f'ELSE \',"{c}":\' || json_quote({row}."{c}") END'
        for c in columns
    )
    return f"'{{' || substr({' || '.join(pieces)}, 2) || '}}'"


def _write_once(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{action} BEFORE {action.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are write-once'); END"
        for action in ("update", "delete")
    ]
