"""Rows of journaled tables by name, for undo: read, put back, taken away.

Undo knows nothing of nouns. It compares rows with the images a step left, and writes images back,
many in one statement (see ``Connection.insert`` for why).
"""

import json
from collections.abc import Mapping, Sequence

from reviewer.store.connection import Connection
from reviewer.store.journal import JOURNALED, columns_of

Image = Mapping[str, object]

_CHOSEN = "(SELECT value FROM json_each(?))"
# What the operations never make but the tables cannot forbid, ?1 being the rows looked at: two
# passages of one tag on the same words, two tags of one key, a tag or an event that stands under
# itself, a part of its own part.
_CLASHES = {
    "passages": (
        "SELECT passages.id FROM passages JOIN passages AS other "
        "ON other.document = passages.document AND other.start = passages.start "
        'AND other."end" = passages."end" AND other.tag = passages.tag '
        "WHERE passages.id IN (SELECT value FROM json_each(?1)) "
        "AND other.id NOT IN (SELECT value FROM json_each(?1))"
    ),
    "tags": (
        "WITH RECURSIVE line (tag, above) AS (SELECT id, parent FROM tags "
        "WHERE id IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT line.tag, tags.parent FROM line JOIN tags ON tags.id = line.above) "
        "SELECT tag FROM line WHERE above = tag UNION "
        "SELECT tags.id FROM tags JOIN tags AS other ON other.shortcut = tags.shortcut "
        "COLLATE NOCASE WHERE tags.shortcut <> '' "
        "AND tags.id IN (SELECT value FROM json_each(?1)) "
        "AND other.id NOT IN (SELECT value FROM json_each(?1))"
    ),
    "events": (
        "WITH RECURSIVE line (event, above) AS (SELECT id, parent FROM events "
        "WHERE id IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT line.event, events.parent FROM line JOIN events ON events.id = line.above) "
        "SELECT event FROM line WHERE above = event"
    ),
    "links": (
        "WITH RECURSIVE line (link, type, start, here) AS (SELECT id, type, from_passage, "
        "to_passage FROM links WHERE id IN (SELECT value FROM json_each(?1)) "
        "AND type IN ('repeats', 'updates', 'counts_within') AND to_passage IS NOT NULL UNION "
        "SELECT line.link, line.type, line.start, links.to_passage FROM line JOIN links "
        "ON links.from_passage = line.here AND links.type = line.type "
        "WHERE links.to_passage IS NOT NULL AND line.here <> line.start) "
        "SELECT link FROM line WHERE here = start"
    ),
}


class RowStore:
    """Reads and writes whole rows of the journaled tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._columns: dict[str, tuple[str, ...]] = {}

    def current(self, table: str, rows: Sequence[int]) -> dict[int, dict[str, object]]:
        """Return the values of those rows that are there, by id and by column."""
        columns = self._known(table)
        found = self._connection.rows(
            None,
            f"SELECT {_quoted(columns)} FROM {table} WHERE id IN {_CHOSEN}",
            [json.dumps(list(rows))],
        )
        place = columns.index("id")
        return {values[place]: dict(zip(columns, values, strict=True)) for values in found}

    def clashing(self, table: str, rows: Sequence[int]) -> set[int]:
        """Return those of ``rows`` that cannot stand beside what the others of a table hold.

        ``table`` is one of ``_CLASHES``: the others forbid by themselves whatever they must.
        """
        return set(self._connection.numbers(_CLASHES[table], [json.dumps(list(rows))]))

    def insert(self, table: str, images: Mapping[int, Image]) -> None:
        """Put whole rows back, with the ids they had; columns an image lacks get their default."""
        for columns, rows in self._by_columns(table, images).items():
            values = [[images[row][column] for column in columns] for row in rows]
            self._connection.insert(table, columns, values)

    def update(self, table: str, images: Mapping[int, Image]) -> None:
        """Set, in each row, the columns named in its image."""
        for columns, rows in self._by_columns(table, images).items():
            if not columns:
                continue
            sets = ", ".join(f'"{column}" = wanted.v{at}' for at, column in enumerate(columns))
            values = ", ".join(
                f"json_extract(value, '$[{at + 1}]') AS v{at}" for at in range(len(columns))
            )
            self._connection.execute(
                f"UPDATE {table} SET {sets} FROM (SELECT json_extract(value, '$[0]') AS row, "
                f"{values} FROM json_each(?)) AS wanted WHERE {table}.id = wanted.row",
                [json.dumps([[row, *(images[row][c] for c in columns)] for row in rows])],
            )

    def delete(self, table: str, rows: Sequence[int]) -> None:
        """Take rows away."""
        self._known(table)
        self._connection.execute(
            f"DELETE FROM {table} WHERE id IN {_CHOSEN}", [json.dumps(list(rows))]
        )

    def _by_columns(
        self, table: str, images: Mapping[int, Image]
    ) -> dict[tuple[str, ...], list[int]]:
        """Return the rows by which columns their images have; of one step, most have the same."""
        known = self._known(table)
        found: dict[tuple[str, ...], list[int]] = {}
        for row, image in images.items():
            found.setdefault(tuple(c for c in known if c in image), []).append(row)
        return found

    def _known(self, table: str) -> tuple[str, ...]:
        if table not in JOURNALED:
            raise self._connection.misshapen(f"the history speaks of “{table[:40]}”")
        if table not in self._columns:
            self._columns[table] = columns_of(self._connection, table)
        return self._columns[table]


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
