"""Settings of the project, which its history keeps: how its number words are read."""

from uuid import uuid4

from reviewer.store.connection import Connection


class ProjectSettings:
    """Keeps settings by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str:
        """Return a setting, empty where nobody set it."""
        return self._connection.words("SELECT value FROM settings WHERE key = ?", [key]) or ""

    def set(self, key: str, value: str, now: str) -> None:
        """Set a setting."""
        known = self._connection.number("SELECT id FROM settings WHERE key = ?", [key])
        if known is None:
            self._connection.execute(
                "INSERT INTO settings (uid, key, value, modified_at) VALUES (?, ?, ?, ?)",
                [str(uuid4()), key, value, now],
            )
        else:
            self._connection.execute(
                "UPDATE settings SET value = ?, modified_at = ? WHERE id = ?", [value, now, known]
            )
