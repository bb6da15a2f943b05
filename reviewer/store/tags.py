"""The codebook: its tags, and which of their passages want another look."""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.tag_trees import tree
from reviewer.domain.tags import FIRST_VERSION, NewTag, RecordKind, Tag, TagUse
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.counters import take_numbers
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, PAIRS, TEXT, Row, Shape

_COLUMNS = (
    "id, uid, name, colour, shortcut, definition, parent, record, position, definition_version"
)
_TAG = Shape(NUMBER, TEXT, TEXT, TEXT, TEXT, TEXT, MAYBE_NUMBER, TEXT, NUMBER, NUMBER)
_USE = Shape(NUMBER, NUMBER, NUMBER, NUMBER)
_HIDDEN = "(SELECT id FROM documents WHERE removed_at <> '')"
_CHOSEN = "(SELECT value FROM json_each(?))"

WANTS_ANOTHER_LOOK = (
    "(passages.follow_up = 1 OR passages.definition_version <> "
    "(SELECT definition_version FROM tags WHERE tags.id = passages.tag))"
)
"""The condition of a passage whose tag has another definition now, or that was put off."""


class TagStore:
    """Keeps tags in the order the analysts gave them, each after the one it stands under."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tag: NewTag, *, analyst: int, now: str) -> int:
        """Add a tag at the end of the codebook; returns its id."""
        return self._connection.execute(
            "INSERT INTO tags (uid, name, colour, shortcut, definition, parent, record, position, "
            "analyst, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, "
            "(SELECT coalesce(max(position), 0) + 1 FROM tags), ?, ?, ?)",
            [
                tag.uid or str(uuid4()),
                tag.name,
                tag.colour,
                tag.key,
                tag.definition,
                tag.parent,
                tag.record,
                analyst,
                now,
                now,
            ],
        )

    def all(self) -> list[Tag]:
        """Return every tag in its order, each before those under it."""
        rows = self._connection.rows(_TAG, f"SELECT {_COLUMNS} FROM tags")
        return [branch.tag for branch in tree(map(self._tag, rows))]

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

    def set(self, tag: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one tag."""
        sets = "".join(f"{column} = ?, " for column in values)
        self._connection.execute(
            f"UPDATE tags SET {sets}modified_at = ? WHERE id = ?", [*values.values(), now, tag]
        )

    def set_positions(self, positions: Mapping[int, int], now: str) -> None:
        """Set where tags stand among their siblings."""
        for tag, position in positions.items():
            self.set(tag, {"position": position}, now)

    def remove(self, tag: int) -> None:
        """Take a tag away that has no passages and nothing under it any more."""
        self._connection.execute("DELETE FROM tags WHERE id = ?", [tag])

    def next_definition_version(self, tag: int) -> int:
        """Return a number that no wording of the tag's definition ever had.

        The wording a tag is made with has the first number and takes none.
        """
        numbers = take_numbers(self._connection, f"definition {tag}")
        return FIRST_VERSION + numbers[0]

    def count(self) -> int:
        """Return how many tags there are."""
        return self._connection.count("SELECT count(*) FROM tags")

    def counts(self) -> dict[int, int]:
        """Return how many passages of listed documents each tag has."""
        counted: dict[int, int] = dict(self._counts(""))
        for tag, hidden in self._counts(f"WHERE document IN {_HIDDEN}"):
            counted[tag] = counted.get(tag, 0) - hidden
        return {tag: count for tag, count in counted.items() if count}

    def to_look_at_again(self) -> dict[int, int]:
        """Return how many passages of listed documents want another look, by tag."""
        return dict(self._counts(f"WHERE {WANTS_ANOTHER_LOOK} AND document NOT IN {_HIDDEN}"))

    def put_off(self, passages: Sequence[int], now: str) -> None:
        """Let those of ``passages`` that are not put off yet want another look."""
        self._connection.execute(
            "UPDATE passages SET follow_up = 1, modified_at = ? "
            f"WHERE follow_up = 0 AND id IN {_CHOSEN}",
            [now, json.dumps(list(passages))],
        )

    def look_at_again(self, passages: Sequence[int], now: str) -> None:
        """Let those of ``passages`` that want another look have had it."""
        self._connection.execute(
            "UPDATE passages SET follow_up = 0, modified_at = ?, definition_version = "
            "(SELECT definition_version FROM tags WHERE tags.id = passages.tag) "
            f"WHERE id IN {_CHOSEN} AND {WANTS_ANOTHER_LOOK}",
            [now, json.dumps(list(passages))],
        )

    def use(self, tag: int) -> TagUse:
        """Return what hangs on a tag, passages of documents off the list among it."""
        ((passages, documents, children, off_the_list),) = self._connection.rows(
            _USE,
            "SELECT count(*), count(DISTINCT document), "
            "(SELECT count(*) FROM tags WHERE parent = ?1), "
            f"count(*) FILTER (WHERE document IN {_HIDDEN}) FROM passages WHERE tag = ?1",
            [tag],
        )
        return TagUse(passages, documents, children, off_the_list)

    def _counts(self, where: str) -> list[Row]:
        return self._connection.rows(
            PAIRS, f"SELECT tag, count(*) FROM passages {where} GROUP BY tag"
        )

    def _tag(self, row: Row) -> Tag:
        identity, uid, name, colour, key, definition, parent, record, position, version = row
        try:
            kind = RecordKind(record)
        except ValueError as fault:
            raise self._connection.misshapen(f"tag {identity}") from fault
        return Tag(identity, uid, name, colour, key, definition, parent, kind, position, version)
