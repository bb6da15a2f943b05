"""The codebook."""

from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.tags import NewTag, RecordKind, Tag
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, PAIRS, TEXT, Row, Shape

_COLUMNS = "id, uid, name, colour, shortcut, definition, parent, record, position"
_TAG = Shape(NUMBER, TEXT, TEXT, TEXT, TEXT, TEXT, MAYBE_NUMBER, TEXT, NUMBER)


class TagStore:
    """Keeps tags in the order the analysts gave them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tag: NewTag, *, analyst: int, now: str) -> int:
        """Add a tag at the end of the codebook; returns its id."""
        return self._connection.execute(
            "INSERT INTO tags (uid, name, colour, shortcut, definition, record, position, "
            "analyst, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, "
            "(SELECT coalesce(max(position), 0) + 1 FROM tags), ?, ?, ?)",
            [
                str(uuid4()),
                tag.name,
                tag.colour,
                tag.key,
                tag.definition,
                tag.record,
                analyst,
                now,
                now,
            ],
        )

    def all(self) -> list[Tag]:
        """Return every tag in its order."""
        return [
            self._tag(row)
            for row in self._connection.rows(
                _TAG, f"SELECT {_COLUMNS} FROM tags ORDER BY position, id"
            )
        ]

    def get(self, tag: int) -> Tag:
        """Return one tag; raises ``NotFound``."""
        row = self._connection.row(_TAG, f"SELECT {_COLUMNS} FROM tags WHERE id = ?", [tag])
        if row is None:
            raise NotFound(N_("There is no such tag any more."))
        return self._tag(row)

    def named(self, name: str) -> Tag | None:
        """Return the tag of that name, capitals aside."""
        row = self._connection.row(_TAG, f"SELECT {_COLUMNS} FROM tags WHERE name = ?", [name])
        return None if row is None else self._tag(row)

    def counts(self) -> dict[int, int]:
        """Return how many passages of listed documents each tag has."""
        counted: dict[int, int] = dict(self._counts(""))
        for tag, hidden in self._counts(
            "WHERE document IN (SELECT id FROM documents WHERE removed_at <> '')"
        ):
            counted[tag] = counted.get(tag, 0) - hidden
        return {tag: count for tag, count in counted.items() if count}

    def _counts(self, where: str) -> list[Row]:
        return self._connection.rows(
            PAIRS, f"SELECT tag, count(*) FROM passages {where} GROUP BY tag"
        )

    def _tag(self, row: Row) -> Tag:
        identity, uid, name, colour, key, definition, parent, record, position = row
        try:
            kind = RecordKind(record)
        except ValueError as fault:
            raise self._connection.misshapen(f"tag {identity}") from fault
        return Tag(identity, uid, name, colour, key, definition, parent, kind, position)
