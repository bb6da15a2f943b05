"""How the window stood: panes, places, columns. Remembered, not work: no history."""

import json

from reviewer.store.connection import Connection


class StateStore:
    """Keeps JSON values by key; what cannot be read any more is as good as never kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> object:
        """Return what was remembered, or ``None``."""
        found = self._connection.words("SELECT value FROM ui_state WHERE key = ?", [key])
        try:
            return None if found is None else json.loads(found)
        except (ValueError, RecursionError):
            return None

    def set(self, key: str, value: object) -> None:
        """Remember ``value``."""
        self._connection.execute(
            "INSERT INTO ui_state (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, json.dumps(value, ensure_ascii=False)],
        )
