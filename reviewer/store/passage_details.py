"""What stands beside a passage's tag and note: plain words, a translation, who checked it."""

import json
from collections.abc import Mapping, Sequence

from reviewer.domain.errors import NotFound
from reviewer.domain.passage_details import PassageDetails
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

_COLUMNS = (
    "id, analyst, statement, translation, translation_language, translator, "
    "translation_checked_by, translation_checked_at, checked_by, checked_at, follow_up, "
    "definition_version"
)
_DETAILS = Shape(
    *(NUMBER, NUMBER, *[TEXT] * 4),
    *(MAYBE_NUMBER, TEXT, MAYBE_NUMBER, TEXT, NUMBER, NUMBER),
)
_CHOSEN = "(SELECT value FROM json_each(?))"


class PassageDetailStore:
    """Reads the details of few passages, and writes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, passages: Sequence[int]) -> list[PassageDetails]:
        """Return the details of passages, in the order asked for; raises ``NotFound``."""
        rows = self._connection.rows(
            _DETAILS,
            f"SELECT {_COLUMNS} FROM passages WHERE id IN {_CHOSEN}",
            [json.dumps(list(passages))],
        )
        found = {row[0]: _details(row) for row in rows}
        if not found.keys() >= set(passages):
            raise NotFound(N_("There is no such passage any more."))
        return [found[passage] for passage in passages]

    def check(self, passages: Sequence[int], analyst: int, now: str) -> None:
        """Let ``analyst`` have checked passages, but for those that another pair of eyes has.

        A check of one's own work gives way to somebody else's.
        """
        self._connection.execute(
            "UPDATE passages SET checked_by = ?1, checked_at = ?2, modified_at = ?2 "
            "WHERE id IN (SELECT value FROM json_each(?3)) AND (checked_by IS NULL "
            "OR (checked_by = analyst AND checked_by <> ?1))",
            [analyst, now, json.dumps(list(passages))],
        )

    def uncheck(self, passages: Sequence[int], now: str) -> None:
        """Let nobody have checked passages."""
        self._connection.execute(
            "UPDATE passages SET checked_by = NULL, checked_at = '', modified_at = ? "
            f"WHERE checked_by IS NOT NULL AND id IN {_CHOSEN}",
            [now, json.dumps(list(passages))],
        )

    def set(self, passage: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one passage."""
        sets = "".join(f"{column} = ?, " for column in values)
        self._connection.execute(
            f"UPDATE passages SET {sets}modified_at = ? WHERE id = ?",
            [*values.values(), now, passage],
        )


def _details(row: Row) -> PassageDetails:
    passage, analyst, *words, checked_by, checked_at, follow_up, definition_version = row
    statement, translation, language, translator, translation_checked_by, at = words
    return PassageDetails(
        passage=passage,
        analyst=analyst,
        statement=statement,
        translation=translation,
        translation_language=language,
        translator=translator,
        translation_checked_by=translation_checked_by,
        translation_checked_at=at,
        checked_by=checked_by,
        checked_at=checked_at,
        follow_up=bool(follow_up),
        definition_version=definition_version,
    )
