"""Which passages speak of which event and answer which question, and what was checked in vain."""

import json
from collections.abc import Sequence
from uuid import uuid4

from reviewer.domain.events import Answer, EventPlace, NothingOnThis
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, PAIRS, TEXT, Row, Shape

_ANSWER = Shape(NUMBER, NUMBER, MAYBE_NUMBER, NUMBER)
_NOTHING = Shape(NUMBER, NUMBER, NUMBER, MAYBE_NUMBER, NUMBER, TEXT)
_PLACE = Shape(NUMBER, NUMBER, NUMBER, NUMBER)
_SELECT = "SELECT id, event, question, passage FROM answers"
_CHECKED = "SELECT id, event, document, question, checked_by, checked_at FROM event_documents"
_LISTED = (
    "passage IN (SELECT passages.id FROM passages JOIN documents "
    "ON documents.id = passages.document WHERE documents.removed_at = '')"
)


class AnswerStore:
    """Keeps answers; a passage stands in an event without a question only while it has none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, passages: Sequence[int], event: int, question: int | None, *, analyst: int, now: str
    ) -> list[int]:
        """Put passages into an event; returns those that did not stand so already.

        With a question they stand there no more without one.
        """
        chosen = json.dumps(list(passages))
        known = set(
            self._connection.numbers(
                "SELECT passage FROM answers WHERE event = ?1 AND (question IS ?2 OR ?2 IS NULL) "
                "AND passage IN (SELECT value FROM json_each(?3))",
                [event, question, chosen],
            )
        )
        new = [passage for passage in dict.fromkeys(passages) if passage not in known]
        if question is not None:
            self._connection.execute(
                "DELETE FROM answers WHERE event = ? AND question IS NULL "
                "AND passage IN (SELECT value FROM json_each(?))",
                [event, chosen],
            )
        self._connection.insert(
            "answers",
            ("uid", "event", "question", "passage", "analyst", "created_at", "modified_at"),
            [(str(uuid4()), event, question, passage, analyst, now, now) for passage in new],
        )
        return new

    def of(self, passages: Sequence[int]) -> list[Answer]:
        """Return everything that passages answer, in the order it was put there."""
        return self._answers(
            "WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY id",
            [json.dumps(list(passages))],
        )

    def in_event(self, event: int) -> list[Answer]:
        """Return the answers of an event from listed documents, in the order they came."""
        return self._answers(f"WHERE event = ? AND {_LISTED} ORDER BY id", [event])

    def places(self, document: int) -> list[EventPlace]:
        """Return where the passages stand that speak of events, in order of place; each event once.

        What was marked in another version of the text stands nowhere in this one.
        """
        rows = self._connection.rows(
            _PLACE,
            'SELECT DISTINCT passages.start, passages."end", answers.event, passages.id '
            "FROM passages JOIN answers ON answers.passage = passages.id "
            "JOIN documents ON documents.id = passages.document "
            "AND documents.text IS passages.text "
            'WHERE passages.document = ? AND passages.start < passages."end" '
            'ORDER BY passages.start, passages."end", passages.id, answers.event',
            [document],
        )
        return [EventPlace(Span(start, end), event, one) for start, end, event, one in rows]

    def take_out(self, passages: Sequence[int], event: int) -> None:
        """Take passages out of an event, whatever they answer there."""
        self._connection.execute(
            "DELETE FROM answers WHERE event = ? AND passage IN (SELECT value FROM json_each(?))",
            [event, json.dumps(list(passages))],
        )

    def move_up(self, question: int, now: str, passages: Sequence[int] | None = None) -> None:
        """Let what answers a question stand in its event without one.

        Of ``passages`` alone, where they are given; what answers another question of the event
        stands there anyway.
        """
        chosen = None if passages is None else json.dumps(list(passages))
        only = "(?2 IS NULL OR passage IN (SELECT value FROM json_each(?2)))"
        self._connection.execute(
            f"DELETE FROM answers WHERE question = ?1 AND {only} AND EXISTS ("
            "SELECT 1 FROM answers AS other WHERE other.passage = answers.passage "
            "AND other.event = answers.event AND other.id <> answers.id)",
            [question, chosen],
        )
        self._connection.execute(
            f"UPDATE answers SET question = NULL, modified_at = ?3 WHERE question = ?1 AND {only}",
            [question, chosen, now],
        )

    def clear(self, events: Sequence[int]) -> None:
        """Take every passage and every check out of events."""
        for table in ("answers", "event_documents"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE event IN (SELECT value FROM json_each(?))",
                [json.dumps(list(events))],
            )

    def documents_in(self, event: int, question: int | None) -> set[int]:
        """Return the documents that have passages in an event, or on one of its questions."""
        return set(
            self._connection.numbers(
                "SELECT DISTINCT passages.document FROM answers "
                "JOIN passages ON passages.id = answers.passage "
                "WHERE event = ?1 AND (?2 IS NULL OR question = ?2)",
                [event, question],
            )
        )

    def check(
        self, event: int, document: int, question: int | None, *, analyst: int, now: str
    ) -> None:
        """Write down that a document was checked and says nothing on this."""
        self._connection.execute(
            "INSERT INTO event_documents (uid, event, document, question, checked_by, checked_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [str(uuid4()), event, document, question, analyst, now],
        )

    def uncheck(self, event: int, document: int, question: int | None) -> None:
        """Take back that a document says nothing on this."""
        self._connection.execute(
            "DELETE FROM event_documents WHERE event = ? AND document = ? AND question IS ?",
            [event, document, question],
        )

    def uncheck_answered(self, passages: Sequence[int], event: int, question: int | None) -> None:
        """Take back the checks that these passages, put there now, have overtaken."""
        self._connection.execute(
            "DELETE FROM event_documents WHERE event = ?1 AND (question IS NULL OR question IS ?2) "
            "AND document IN (SELECT document FROM passages "
            "WHERE id IN (SELECT value FROM json_each(?3)))",
            [event, question, json.dumps(list(passages))],
        )

    def uncheck_question(self, question: int) -> None:
        """Take back every check of a question."""
        self._connection.execute("DELETE FROM event_documents WHERE question = ?", [question])

    def checked(self, event: int) -> list[NothingOnThis]:
        """Return what was checked in vain for an event, oldest first."""
        return self._checks("WHERE event = ? ORDER BY id", [event])

    def all_checked(self) -> list[NothingOnThis]:
        """Return every check, oldest first."""
        return self._checks("ORDER BY id", [])

    def counts(self) -> dict[int, int]:
        """Return how many passages of listed documents each event has."""
        rows = self._connection.rows(
            PAIRS,
            f"SELECT event, count(DISTINCT passage) FROM answers WHERE {_LISTED} GROUP BY event",
        )
        return dict(rows)

    def _answers(self, rest: str, values: Sequence[object]) -> list[Answer]:
        rows = self._connection.rows(_ANSWER, f"{_SELECT} {rest}", values)
        return [Answer(*row) for row in rows]

    def _checks(self, rest: str, values: Sequence[object]) -> list[NothingOnThis]:
        rows: list[Row] = self._connection.rows(_NOTHING, f"{_CHECKED} {rest}", values)
        return [NothingOnThis(*row) for row in rows]
