"""What rules read in passages' words, one reading a field, until an analyst judged it and after."""

import json
from collections.abc import Collection, Mapping, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.readings import NewReading, Reading
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape
from reviewer.store.uids import new_uids

_COLUMNS = 'id, passage, field, value, start, "end", rule, judged_by, judged_at'
_READING = Shape(
    *(NUMBER, NUMBER, TEXT, TEXT, MAYBE_NUMBER, MAYBE_NUMBER, TEXT, MAYBE_NUMBER, TEXT)
)
_WRITTEN = ("uid", "passage", "field", "value", "start", "end", "rule")
_CHOSEN = "(SELECT value FROM json_each(?))"


class ReadingStore:
    """Keeps readings apart from the records they propose values for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, passages: Sequence[int]) -> dict[int, dict[str, Reading]]:
        """Return the readings of passages, by field; raises ``Damaged``."""
        rows = self._connection.rows(
            _READING,
            f"SELECT {_COLUMNS} FROM readings WHERE passage IN {_CHOSEN} ORDER BY id",
            [json.dumps(list(passages))],
        )
        found: dict[int, dict[str, Reading]] = {}
        for row in rows:
            reading = self._reading(row)
            found.setdefault(reading.passage, {})[reading.field] = reading
        return found

    def add(self, new: Mapping[int, Sequence[NewReading]]) -> None:
        """Write down what was read of passages that have no readings of these fields yet."""
        rows = [(passage, reading) for passage, several in new.items() for reading in several]
        self._connection.insert(
            "readings",
            _WRITTEN,
            [
                (
                    uid,
                    passage,
                    reading.field,
                    reading.value,
                    *_ends(reading.span),
                    reading.rule,
                )
                for uid, (passage, reading) in zip(new_uids(len(rows)), rows, strict=True)
            ],
        )

    def replace(self, passage: int, new: Sequence[NewReading]) -> None:
        """Put what is read now in the place of what nobody has judged; the judged ones stay."""
        standing = self.of([passage]).get(passage, {})
        wanted = {one.field: one for one in new}
        self.forget(
            [passage],
            [key for key, one in standing.items() if one.judged_by is None and key not in wanted],
        )
        for key, reading in wanted.items():
            known = standing.get(key)
            if known is not None and known.judged_by is None and _differ(known, reading):
                self._connection.execute(
                    'UPDATE readings SET value = ?, start = ?, "end" = ?, rule = ? WHERE id = ?',
                    [reading.value, *_ends(reading.span), reading.rule, known.id],
                )
        self.add({passage: [one for one in wanted.values() if one.field not in standing]})

    def judge(self, passage: int, fields: Collection[str], analyst: int, now: str) -> None:
        """Say that an analyst judged readings: confirmed them, or put something in their place."""
        self._connection.execute(
            "UPDATE readings SET judged_by = ?, judged_at = ? "
            f"WHERE judged_by IS NULL AND passage = ? AND field IN {_CHOSEN}",
            [analyst, now, passage, json.dumps(list(fields))],
        )

    def rename(self, passages: Sequence[int], old: str, new: str) -> None:
        """Let readings of one field be of another that means the same."""
        self._connection.execute(
            f"UPDATE readings SET field = ? WHERE field = ? AND passage IN {_CHOSEN}",
            [new, old, json.dumps(list(passages))],
        )

    def forget(self, passages: Sequence[int], fields: Collection[str]) -> None:
        """Take readings of some fields away."""
        self._connection.execute(
            f"DELETE FROM readings WHERE passage IN {_CHOSEN} AND field IN {_CHOSEN}",
            [json.dumps(list(passages)), json.dumps(list(fields))],
        )

    def forget_places(self, passage: int) -> None:
        """Let no reading of a passage point into the text any more: its text is another."""
        self._connection.execute(
            'UPDATE readings SET start = NULL, "end" = NULL '
            "WHERE start IS NOT NULL AND passage = ?",
            [passage],
        )

    def _reading(self, row: Row) -> Reading:
        identity, passage, field, value, start, end, rule, judged_by, judged_at = row
        try:
            span = None if start is None or end is None else Span(start, end)
        except NotAllowed as fault:
            raise self._connection.misshapen(f"reading {identity}") from fault
        return Reading(identity, passage, field, value, span, rule, judged_by, judged_at)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _differ(known: Reading, new: NewReading) -> bool:
    return (known.value, known.span, known.rule) != (new.value, new.span, new.rule)
