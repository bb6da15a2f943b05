"""Numbers that are given once and never again, whatever is undone."""

import json
from collections.abc import Mapping

from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape

_TAKEN = Shape(TEXT, NUMBER)


def take_numbers(connection: Connection, name: str, count: int = 1) -> range:
    """Return the next ``count`` numbers of the counter ``name``, beginning at 1."""
    return take_numbers_of_each(connection, {name: count})[name]


def take_numbers_of_each(connection: Connection, counts: Mapping[str, int]) -> dict[str, range]:
    """Return the next numbers of several counters, by their names: so many of each."""
    rows = connection.rows(
        _TAKEN,
        "INSERT INTO counters (name, last) SELECT key, value FROM json_each(?) WHERE true "
        "ON CONFLICT (name) DO UPDATE SET last = last + excluded.last RETURNING name, last",
        [json.dumps(counts)],
    )
    return {name: range(last - counts[name] + 1, last + 1) for name, last in rows}
