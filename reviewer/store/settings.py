"""Settings that belong to the project, and change with its history."""

import json
from uuid import uuid4

from reviewer.store.connection import Connection


class SettingStore:
    """Keeps JSON values by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: object = None) -> object:
        """Return a setting's value, or ``default``; raises ``Damaged``."""
        found = self._connection.words("SELECT value FROM settings WHERE key = ?", [key])
        try:
            return default if found is None else json.loads(found)
        except (ValueError, RecursionError) as fault:
            raise self._connection.misshapen(f"the setting “{key}”") from fault

    def set(self, key: str, value: object, now: str) -> None:
        """Set a setting."""
        self._connection.execute(
            "INSERT INTO settings (uid, key, value, modified_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value, "
            "modified_at = excluded.modified_at",
            [str(uuid4()), key, json.dumps(value, ensure_ascii=False), now],
        )
