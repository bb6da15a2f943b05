"""The analysts of a project."""

from uuid import uuid4

from reviewer.domain.analysts import Analyst
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape

_ANALYST = Shape(NUMBER, TEXT, TEXT)


class AnalystStore:
    """Keeps who has worked here; a name may change, the uid does not."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_or_rename(self, uid: str, name: str, now: str) -> None:
        """Keep the analyst with ``uid`` under this name."""
        self._connection.execute(
            "INSERT INTO analysts (uid, name, created_at, modified_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (uid) DO UPDATE SET name = excluded.name, "
            "modified_at = excluded.modified_at",
            [uid, name, now, now],
        )

    def add(self, name: str, now: str) -> int:
        """Write down somebody whose work came from another project; returns the analyst."""
        return self._connection.execute(
            "INSERT INTO analysts (uid, name, created_at, modified_at) VALUES (?, ?, ?, ?)",
            [str(uuid4()), name, now, now],
        )

    def by_uid(self, uid: str) -> Analyst | None:
        """Return the analyst with ``uid``, if known here."""
        row = self._connection.row(
            _ANALYST, "SELECT id, uid, name FROM analysts WHERE uid = ?", [uid]
        )
        return None if row is None else Analyst(*row)

    def all(self) -> list[Analyst]:
        """Return everyone who has worked here, in the order they came."""
        rows = self._connection.rows(_ANALYST, "SELECT id, uid, name FROM analysts ORDER BY id")
        return [Analyst(*row) for row in rows]
