"""Which documents an analyst said to have one origin."""

import json
from collections.abc import Collection

from reviewer.store.connection import Connection
from reviewer.store.documents import LISTED
from reviewer.store.shapes import NUMBER, TEXT, Shape

_OF = Shape(NUMBER, TEXT)


class OriginStore:
    """Reads groups of documents; each has a name nobody sees."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def groups(self) -> dict[int, str]:
        """Return the group of every listed document that is in one, by number."""
        return dict(
            self._connection.rows(
                _OF,
                f"SELECT id, origin_group FROM documents WHERE origin_group <> '' AND {LISTED} "
                "ORDER BY number",
            )
        )

    def members(self, documents: Collection[int]) -> dict[int, str]:
        """Return all that are in the groups of these documents, those taken off the list too."""
        return dict(
            self._connection.rows(
                _OF,
                "SELECT id, origin_group FROM documents WHERE origin_group <> '' "
                "AND origin_group IN (SELECT origin_group FROM documents WHERE id IN "
                "(SELECT value FROM json_each(?))) ORDER BY number",
                [json.dumps(list(documents))],
            )
        )
