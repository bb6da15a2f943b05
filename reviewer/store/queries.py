"""Queries kept in the project under a name."""

import json
from collections.abc import Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.queries import SavedQuery
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape

_QUERY = Shape(NUMBER, TEXT, TEXT, TEXT)
_SELECT = "SELECT id, uid, name, words FROM queries"


class QueryStore:
    """Keeps queries by name; no two names differ only in capitals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, name: str, words: str, *, analyst: int, now: str) -> int:
        """Write a query down; returns its id."""
        return self._connection.execute(
            "INSERT INTO queries (uid, name, words, analyst, created_at, modified_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [str(uuid4()), name, words, analyst, now, now],
        )

    def all(self) -> list[SavedQuery]:
        """Return every query by name."""
        rows = self._connection.rows(_QUERY, f"{_SELECT} ORDER BY name COLLATE NOCASE, id")
        return [SavedQuery(*row) for row in rows]

    def get(self, query: int) -> SavedQuery:
        """Return one query; raises ``NotFound``."""
        row = self._connection.row(_QUERY, f"{_SELECT} WHERE id = ?", [query])
        if row is None:
            raise NotFound(N_("There is no such saved query any more."))
        return SavedQuery(*row)

    def named(self, name: str) -> SavedQuery | None:
        """Return the query of that name, capitals aside."""
        row = self._connection.row(_QUERY, f"{_SELECT} WHERE name = ?", [name])
        return None if row is None else SavedQuery(*row)

    def set(self, query: int, *, name: str, words: str, now: str) -> None:
        """Give a query another name or other words."""
        self._connection.execute(
            "UPDATE queries SET name = ?, words = ?, modified_at = ? WHERE id = ?",
            [name, words, now, query],
        )

    def remove(self, queries: Sequence[int]) -> None:
        """Take queries away."""
        self._connection.execute(
            "DELETE FROM queries WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(queries))],
        )
