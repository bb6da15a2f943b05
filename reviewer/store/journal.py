"""The triggers that record every change, generated from the tables themselves.

Writing a journaled table outside an open step is refused by the file itself. An image of a row is
JSON of the columns that changed. Of a row that came or went it leaves out what goes without saying:
columns that stand at their default, and a ``modified_at`` that is the ``created_at``; the row's id
and uid stand beside it. ``completed`` puts them back. (Images of all columns, as older files have
them, say the same.) So a default must never become another one while a file's history relies on it.

The open step is the one without a digest; a partial unique index lets there be only one.
"""

import json
from collections.abc import Mapping
from types import NoneType

from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_TEXT, NUMBER, TEXT, WORDS, Shape

JOURNALED = (
    *("documents", "furniture", "tags", "passages", "notes", "queries", "settings"),
    *("actors", "actor_names", "chain_members", "roles", "allegations", "responses", "figures"),
    *("readings", "fields", "field_values", "events", "questions", "working_figures", "answers"),
    *("event_documents", "links", "ratings", "version_places"),
)
UNJOURNALED = (
    "analysts",  # who worked here is no change to undo
    "originals",  # write-once
    "texts",  # write-once
    "metadata",  # write-once: what a rule read in a text that never changes
    "parts",  # write-once: what stood where in the file
    "sentence_prints",  # made from texts, and can be made again
    "document_prints",
    "printed",
    "steps",  # the history itself
    "changes",
    "groups",  # which long operations came to their end
    "counters",  # numbers are never given twice, so undo must not turn them back
    "ui_state",  # panes and places, not work
    "opened",  # who has the file now
)
WRITE_ONCE = ("originals", "texts", "metadata", "parts")

Image = Mapping[str, object]

_COLUMN = Shape(TEXT, NUMBER, MAYBE_TEXT)
_SPOKEN_OF_BESIDE = ("id", "uid")
_CREATED, _MODIFIED = "created_at", "modified_at"
_OPEN_STEP = "(SELECT id FROM steps WHERE digest IS NULL)"
_RECORD = "INSERT INTO changes (step, table_name, row, uid, action, before, after)"


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns in their order."""
    found = connection.rows(WORDS, "SELECT name FROM pragma_table_info(?)", [table])
    return tuple(name for (name,) in found)


def make_triggers(connection: Connection) -> None:
    """Make every trigger the file must have, from today's tables."""
    for table in JOURNALED:
        columns = columns_of(connection, table)
        for sql in _journal(table, columns, _defaults(connection, table)):
            connection.execute(sql)
    for table in WRITE_ONCE:
        for sql in _write_once(table):
            connection.execute(sql)


def usual_values(connection: Connection, table: str) -> dict[str, object]:
    """Return what the columns of a row hold that its image does not speak of, by column."""
    defaults = _defaults(connection, table)
    if not defaults:
        return {}
    (values,) = connection.rows(None, f"SELECT {', '.join(defaults.values())}")
    return dict(zip(defaults, values, strict=True))


def completed(image: Image, row: int, uid: str, usual: Image) -> dict[str, object]:
    """Return every column of a row that came or went, from its image."""
    whole = {"id": row, "uid": uid, **usual, **image}
    if _CREATED in whole:
        whole.setdefault(_MODIFIED, whole[_CREATED])
    return whole


def read_object(words: str) -> dict[str, object]:
    """Return the values of a JSON object.

    Raises ``ValueError``, ``TypeError`` or ``RecursionError`` for anything else.
    """
    found = json.loads(words)
    if not isinstance(found, dict):
        raise TypeError(words)
    return found


def read_image(words: str) -> dict[str, object]:
    """Return the values of an image by column: words, whole numbers and nothing.

    Raises ``ValueError``, ``TypeError`` or ``RecursionError`` for what is no image.
    """
    found = read_object(words)
    if not {str, int, NoneType}.issuperset(map(type, found.values())):
        raise ValueError(words)
    return found


def _defaults(connection: Connection, table: str) -> dict[str, str]:
    """Return the default of every column that has one, as SQL."""
    found = connection.rows(
        _COLUMN, 'SELECT name, "notnull", dflt_value FROM pragma_table_info(?)', [table]
    )
    return {
        name: default or "NULL"
        for name, must_be_given, default in found
        if name not in _SPOKEN_OF_BESIDE and (default is not None or not must_be_given)
    }


def _journal(table: str, columns: tuple[str, ...], defaults: Mapping[str, str]) -> list[str]:
    guard = (
        f"SELECT RAISE(ABORT, 'a change of {table} outside a step') "
        f"WHERE NOT EXISTS (SELECT 1 FROM steps WHERE digest IS NULL);"
    )

    def trigger(action: str, row: str, before: str, after: str) -> str:
        return (
            f"CREATE TRIGGER {table}_{action} AFTER {action.upper()} ON {table} BEGIN {guard} "
            f"{_RECORD} VALUES ({_OPEN_STEP}, '{table}', {row}.id, {row}.uid, '{action}', "
            f"{before}, {after}); END"
        )

    return [
        trigger("insert", "NEW", "'{}'", _image("NEW", columns, defaults)),
        trigger("update", "NEW", _changed("OLD", columns), _changed("NEW", columns)),
        trigger("delete", "OLD", _image("OLD", columns, defaults), "'{}'"),
    ]


def _image(row: str, columns: tuple[str, ...], defaults: Mapping[str, str]) -> str:
    """Return SQL for the JSON of a whole row, without what goes without saying."""
    usual = dict(defaults)
    if _CREATED in columns:
        usual[_MODIFIED] = f'{row}."{_CREATED}"'
    spoken_of = [c for c in columns if c not in usual and c not in _SPOKEN_OF_BESIDE]
    always = ", ".join(f"'{c}', {row}.\"{c}\"" for c in spoken_of)
    others = (
        f"CASE WHEN {row}.\"{c}\" IS {value} THEN '' "
        f'ELSE \',"{c}":\' || json_quote({row}."{c}") END'
        for c, value in usual.items()
    )
    return " || ".join([f"rtrim(json_object({always}), '}}')", *others, "'}'"])


def _changed(row: str, columns: tuple[str, ...]) -> str:
    """Return SQL for the JSON of the columns that differ, as the row OLD or NEW has them."""
    pieces = (
        # Letters of another case are another value, whatever the column says of its order.
        f'CASE WHEN OLD."{c}" IS NEW."{c}" COLLATE BINARY THEN \'\' '
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
