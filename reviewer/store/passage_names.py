"""Passages by what a file calls them: their uid, or their short number."""

import json
from collections.abc import Collection

from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape

_NAMED = Shape(TEXT, NUMBER)
_SELECT = (
    "SELECT passages.uid AS name, passages.id AS passage FROM passages "
    "JOIN documents ON documents.id = passages.document WHERE documents.removed_at = '' "
    "UNION ALL SELECT 'D' || documents.number || '·' || passages.number, passages.id "
    "FROM passages JOIN documents ON documents.id = passages.document "
    "WHERE documents.removed_at = ''"
)


def passages_called(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """Return the passages of listed documents that have these names, by name."""
    rows = connection.rows(
        _NAMED,
        f"SELECT name, passage FROM ({_SELECT}) WHERE name IN (SELECT value FROM json_each(?))",
        [json.dumps(list(names))],
    )
    return dict(rows)
