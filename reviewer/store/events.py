"""Events: what several documents speak of. Their questions stand in ``questions.py``."""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.events import (
    Event,
    EventStatus,
    EventType,
    EventUse,
    NewEvent,
    PlacePrecision,
)
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, date_columns, written_date
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

_COLUMNS = (
    f"id, uid, name, type, {DATE.format('date')}, place, place_precision, parent, description, "
    "status"
)
_EVENT = Shape(NUMBER, *[TEXT] * 9, MAYBE_NUMBER, TEXT, TEXT)
_CHOSEN = "(SELECT value FROM json_each(?1))"
_USE = Shape(*[NUMBER] * 6)
_IN_ORDER = "ORDER BY date_earliest = '' AND date_latest = '', date_earliest, name, id"


class EventStore:
    """Keeps events; what hangs on one is taken away with it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: NewEvent, *, analyst: int, now: str) -> int:
        """Write an event down; returns its id."""
        values: dict[str, object] = {
            "uid": str(uuid4()),
            **columns_of(event),
            "analyst": analyst,
            "created_at": now,
            "modified_at": now,
        }
        (made,) = self._connection.insert("events", tuple(values), [tuple(values.values())])
        return made

    def get(self, event: int) -> Event:
        """Return one event; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(_EVENT, f"SELECT {_COLUMNS} FROM events WHERE id = ?", [event])
        if row is None:
            raise NotFound(N_("There is no such event any more."))
        return self._event(row)

    def has(self, event: int) -> bool:
        """Say whether there is such an event."""
        return self._connection.number("SELECT id FROM events WHERE id = ?", [event]) is not None

    def all(self) -> list[Event]:
        """Return every event in order of time, those without a date last."""
        rows = self._connection.rows(_EVENT, f"SELECT {_COLUMNS} FROM events {_IN_ORDER}")
        return [self._event(row) for row in rows]

    def set(self, event: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one event."""
        sets = "".join(f"{column} = ?, " for column in values)
        self._connection.execute(
            f"UPDATE events SET {sets}modified_at = ? WHERE id = ?", [*values.values(), now, event]
        )

    def stands_within(self, event: int, other: int) -> bool:
        """Say whether an event is ``other``, or part of it, or part of a part."""
        found = self._connection.number(
            "WITH RECURSIVE line (event) AS (SELECT ?1 UNION "
            "SELECT events.parent FROM line JOIN events ON events.id = line.event "
            "WHERE events.parent IS NOT NULL) SELECT event FROM line WHERE event = ?2",
            [event, other],
        )
        return found is not None

    def use(self, event: int) -> EventUse:
        """Return what hangs on an event, passages of documents off the list among it."""
        (row,) = self._connection.rows(
            _USE,
            "SELECT count(DISTINCT answers.passage), count(DISTINCT passages.document), "
            "(SELECT count(*) FROM questions WHERE event = ?1), "
            "(SELECT count(*) FROM questions JOIN working_figures "
            "ON working_figures.question = questions.id WHERE event = ?1), "
            "(SELECT count(*) FROM event_documents WHERE event = ?1), "
            "(SELECT count(*) FROM events WHERE parent = ?1) "
            "FROM answers JOIN passages ON passages.id = answers.passage WHERE answers.event = ?1",
            [event],
        )
        return EventUse(*row)

    def remove(self, events: Sequence[int]) -> None:
        """Take events away that nothing hangs on any more and nothing is part of."""
        chosen = [json.dumps(list(events))]
        for sql in (
            # First out of each other: of one and its part neither could go before the other.
            f"UPDATE events SET parent = NULL WHERE parent IN {_CHOSEN} AND id IN {_CHOSEN}",
            f"DELETE FROM events WHERE id IN {_CHOSEN}",
        ):
            self._connection.execute(sql, chosen)

    def _event(self, row: Row) -> Event:
        identity, uid, name, kind = row[:4]
        place, precision, parent, description, status = row[8:]
        try:
            return Event(
                id=identity,
                uid=uid,
                name=name,
                type=EventType(kind),
                date=written_date(*row[4:8]),
                place=place,
                place_precision=PlacePrecision(precision),
                parent=parent,
                description=description,
                status=EventStatus(status),
            )
        except ValueError as fault:
            raise self._connection.misshapen(f"event {identity}") from fault


def columns_of(event: NewEvent) -> dict[str, object]:
    """Return an event's columns; raises ``NotAllowed`` for what is no date."""
    return {
        "name": event.name,
        "type": event.type,
        **date_columns("date", event.date),
        "place": event.place,
        "place_precision": event.place_precision,
        "parent": event.parent,
        "description": event.description,
        "status": event.status,
    }
