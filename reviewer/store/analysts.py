"""The analysts of a project."""

from reviewer.domain.analysts import Analyst
from reviewer.store.connection import Connection


class AnalystStore:
    """Keeps who has worked here; a name may change, the uid does not."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def welcome(self, uid: str, name: str, now: str) -> Analyst:
        """Return the analyst with ``uid``, added or renamed where that is needed."""
        self._connection.execute(
            "INSERT INTO analysts (uid, name, created_at, modified_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (uid) DO UPDATE SET name = excluded.name, "
            "modified_at = excluded.modified_at WHERE name <> excluded.name",
            [uid, name, now, now],
        )
        (row,) = self._connection.rows("SELECT id, uid, name FROM analysts WHERE uid = ?", [uid])
        return Analyst(*row)

    def by_uid(self, uid: str) -> Analyst | None:
        """Return the analyst with ``uid``, if known here."""
        row = self._connection.row("SELECT id, uid, name FROM analysts WHERE uid = ?", [uid])
        return None if row is None else Analyst(*row)

    def all(self) -> list[Analyst]:
        """Return everyone who has worked here, in the order they came."""
        return [
            Analyst(*row)
            for row in self._connection.rows("SELECT id, uid, name FROM analysts ORDER BY id")
        ]
