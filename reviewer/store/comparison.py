"""What many passages say, read in bulk for comparing them."""

import json
from collections.abc import Sequence

from reviewer.domain.readings import Reading
from reviewer.domain.records import Record, Value
from reviewer.domain.tags import RecordKind
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, written_date
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, Shape

_RECORD = Shape(NUMBER, TEXT, MAYBE_TEXT, MAYBE_TEXT, *[MAYBE_TEXT] * 6)


class ComparisonStore:
    """Reads for the reading side."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def records(self, passages: Sequence[int]) -> dict[int, Record]:
        """Return of few passages what questions and events are made of."""
        chosen = [json.dumps(list(passages))]
        found: dict[int, Record] = {}
        readings: dict[int, dict[str, Reading]] = {}
        for identity, passage, field, value, rule, judged_by, at in self._connection.rows(
            Shape(NUMBER, NUMBER, TEXT, TEXT, TEXT, MAYBE_NUMBER, TEXT),
            "SELECT id, passage, field, value, rule, judged_by, judged_at FROM readings "
            "WHERE passage IN (SELECT value FROM json_each(?))",
            chosen,
        ):
            readings.setdefault(passage, {})[field] = Reading(
                identity, passage, field, value, None, rule, judged_by, at
            )
        dates = ", ".join(
            f"coalesce(figures.{column}, allegations.{column})"
            for column in DATE.format("event_date").split(", ")
        )
        for passage, kind, act, place, harm, group, *date in self._connection.rows(
            _RECORD,
            "SELECT passages.id, tags.record, allegations.act, "
            "coalesce(figures.place, allegations.place), figures.harm, figures.victim_group, "
            f"{dates} FROM passages JOIN tags ON tags.id = passages.tag "
            "LEFT JOIN figures ON figures.passage = passages.id "
            "LEFT JOIN allegations ON allegations.passage = passages.id "
            "WHERE passages.id IN (SELECT value FROM json_each(?))",
            chosen,
        ):
            entered: dict[str, Value] = {
                "act": act,
                "place": place,
                "harm": harm,
                "victim_group": group,
            }
            if date[1]:
                entered["event_date"] = written_date(*date)
            entered = {key: value for key, value in entered.items() if value}
            found[passage] = Record(passage, RecordKind(kind), entered, readings.get(passage, {}))
        return found
