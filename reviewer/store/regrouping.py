"""All passages of a tag at once: moved to another tag, or taken away with it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.domain.tags import Tag
from reviewer.store.belongings import let_go
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, Shape

_CHOSEN = "(SELECT value FROM json_each(?))"
_MEETING = Shape(*[NUMBER] * 5)

NO_VERSION = 0
"""The version of a passage that was tagged under none of its tag's wordings."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Passages that would stand at one place under one tag: the one that stays, and the others."""

    stays: int
    goes: tuple[int, ...]


class RegroupingStore:
    """Moves passages from tag to tag."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, tag: int, passages: Sequence[int]) -> list[int]:
        """Return those of ``passages`` that stand under ``tag``, oldest first."""
        return self._connection.numbers(
            f"SELECT id FROM passages WHERE tag = ? AND id IN {_CHOSEN} ORDER BY id",
            [tag, json.dumps(list(passages))],
        )

    def meetings(self, source: int, target: int) -> list[Meeting]:
        """Return where passages of two tags would stand twice; the target's own stays."""
        rows = self._connection.rows(
            _MEETING,
            'SELECT text, start, "end", id, tag FROM passages WHERE tag IN (?1, ?2) '
            'AND (text, start, "end") IN (SELECT text, start, "end" FROM passages '
            "WHERE tag IN (?1, ?2) GROUP BY 1, 2, 3 HAVING count(*) > 1 AND max(tag = ?1)) "
            'ORDER BY text, start, "end", tag = ?1, id',
            [source, target],
        )
        found = []
        for _place, several in groupby(rows, key=lambda row: row[:3]):
            stays, *others = several
            found.append(Meeting(stays[3], tuple(row[3] for row in others if row[4] == source)))
        return found

    def move_all(self, source: Tag, target: int, version: int, now: str) -> None:
        """Put every passage of ``source`` under another tag, with ``version`` of its definition.

        Those that wanted another look because ``source`` was defined anew go on wanting it. What
        was checked was the words under ``source``: nobody has checked them under this tag yet.
        """
        self._connection.execute(
            "UPDATE passages SET tag = ?, modified_at = ?, checked_by = NULL, checked_at = '', "
            "definition_version = "
            f"CASE definition_version WHEN ? THEN ? ELSE {NO_VERSION} END WHERE tag = ?",
            [target, now, source.definition_version, version, source.id],
        )

    def remove_all(self, tag: int) -> None:
        """Take every passage of a tag away, and what hangs on them; their numbers stay used."""
        let_go(
            self._connection,
            self._connection.numbers("SELECT id FROM passages WHERE tag = ?", [tag]),
        )
        self._connection.execute("DELETE FROM passages WHERE tag = ?", [tag])
