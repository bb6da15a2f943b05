"""Rows of journaled tables by name, for undo: read, put back, taken away.

Undo knows nothing of nouns. It compares a row with the image it left, and writes an image back.
"""

from collections.abc import Mapping

from reviewer.store.connection import Connection
from reviewer.store.journal import JOURNALED, columns_of


class RowStore:
    """Reads and writes whole rows of the journaled tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._columns: dict[str, tuple[str, ...]] = {}

    def current(self, table: str, row: int) -> dict[str, object] | None:
        """Return a row's values by column, or ``None`` when it is gone."""
        columns = self._known(table)
        names = ", ".join(f'"{c}"' for c in columns)
        found = self._connection.row(f"SELECT {names} FROM {table} WHERE id = ?", [row])
        return None if found is None else dict(zip(columns, found, strict=True))

    def insert(self, table: str, image: Mapping[str, object]) -> None:
        """Put a whole row back, with the id it had."""
        columns = [c for c in self._known(table) if c in image]
        names = ", ".join(f'"{c}"' for c in columns)
        marks = ", ".join("?" * len(columns))
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", [image[c] for c in columns]
        )

    def update(self, table: str, row: int, image: Mapping[str, object]) -> None:
        """Set the columns named in ``image``."""
        columns = [c for c in self._known(table) if c in image]
        sets = ", ".join(f'"{c}" = ?' for c in columns)
        self._connection.execute(
            f"UPDATE {table} SET {sets} WHERE id = ?", [*(image[c] for c in columns), row]
        )

    def delete(self, table: str, row: int) -> None:
        """Take a row away."""
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", [row])

    def _known(self, table: str) -> tuple[str, ...]:
        if table not in JOURNALED:
            raise KeyError(table)
        if table not in self._columns:
            self._columns[table] = columns_of(self._connection, table)
        return self._columns[table]
