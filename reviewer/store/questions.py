"""Questions asked of events, and the working figures analysts typed for them."""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.events import Asked, Question, QuestionUse, WorkingFigure
from reviewer.domain.figures import Harm
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, date_columns, written_date
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, Row, Shape

_SELECT = (
    f'SELECT questions.id, questions.uid, event, wording, harm, "group", {DATE.format("period")}, '
    "position, working.low, working.high, working.reason, working.analyst, working.modified_at "
    "FROM questions LEFT JOIN working_figures AS working ON working.question = questions.id"
)
_QUESTION = Shape(
    *(NUMBER, TEXT, NUMBER, *[TEXT] * 3, *[TEXT] * 4, NUMBER),
    *(MAYBE_NUMBER, MAYBE_NUMBER, MAYBE_TEXT, MAYBE_NUMBER, MAYBE_TEXT),
)
_USE = Shape(*[NUMBER] * 4)
_CHOSEN = "(SELECT value FROM json_each(?))"


class QuestionStore:
    """Keeps questions in the order the analysts gave them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: int, asked: Asked, *, analyst: int, now: str) -> int:
        """Write a question down, the last of its event; returns its id."""
        last = self._connection.count(
            "SELECT max(position) FROM questions WHERE event = ?", [event]
        )
        values: dict[str, object] = {
            "uid": str(uuid4()),
            "event": event,
            **columns_of(asked),
            "position": last + 1,
            "analyst": analyst,
            "created_at": now,
            "modified_at": now,
        }
        (made,) = self._connection.insert("questions", tuple(values), [tuple(values.values())])
        return made

    def get(self, question: int) -> Question:
        """Return one question; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(_QUESTION, f"{_SELECT} WHERE questions.id = ?", [question])
        if row is None:
            raise NotFound(N_("There is no such question any more."))
        return self._question(row)

    def of(self, event: int) -> list[Question]:
        """Return the questions of an event in order."""
        rows = self._connection.rows(
            _QUESTION, f"{_SELECT} WHERE event = ? ORDER BY position, questions.id", [event]
        )
        return [self._question(row) for row in rows]

    def all(self) -> list[Question]:
        """Return every question, by event and in order."""
        rows = self._connection.rows(_QUESTION, f"{_SELECT} ORDER BY event, position, questions.id")
        return [self._question(row) for row in rows]

    def set(self, question: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one question."""
        sets = "".join(f'"{column}" = ?, ' for column in values)
        self._connection.execute(
            f"UPDATE questions SET {sets}modified_at = ? WHERE id = ?",
            [*values.values(), now, question],
        )

    def use(self, question: int) -> QuestionUse:
        """Return what hangs on a question."""
        (row,) = self._connection.rows(
            _USE,
            "SELECT (SELECT count(*) FROM answers WHERE question = ?1), "
            "(SELECT count(*) FROM working_figures WHERE question = ?1), "
            "(SELECT count(*) FROM event_documents WHERE question = ?1), "
            "(SELECT count(*) FROM ratings WHERE question = ?1)",
            [question],
        )
        return QuestionUse(*row)

    def remove(self, questions: Sequence[int]) -> None:
        """Take questions away with their working figures and ratings; nothing answers them now."""
        chosen = [json.dumps(list(questions))]
        for table in ("working_figures", "ratings"):
            self._connection.execute(f"DELETE FROM {table} WHERE question IN {_CHOSEN}", chosen)
        self._connection.execute(f"DELETE FROM questions WHERE id IN {_CHOSEN}", chosen)

    def set_working(
        self,
        question: int,
        low: int | None,
        high: int | None,
        reason: str,
        *,
        analyst: int,
        now: str,
    ) -> None:
        """Write down the figure an analyst works with, instead of the one before."""
        known = self._connection.number(
            "SELECT id FROM working_figures WHERE question = ?", [question]
        )
        if known is None:
            self._connection.execute(
                "INSERT INTO working_figures (uid, question, low, high, reason, analyst, "
                "created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [str(uuid4()), question, low, high, reason, analyst, now, now],
            )
        else:
            self._connection.execute(
                "UPDATE working_figures SET low = ?, high = ?, reason = ?, analyst = ?, "
                "modified_at = ? WHERE id = ?",
                [low, high, reason, analyst, now, known],
            )

    def drop_working(self, question: int) -> None:
        """Take a question's working figure away."""
        self._connection.execute("DELETE FROM working_figures WHERE question = ?", [question])

    def _question(self, row: Row) -> Question:
        identity, uid, event, wording, harm, group = row[:6]
        position, low, high, reason, analyst, at = row[10:]
        working = None
        if reason is not None:
            working = WorkingFigure(low, high, reason, analyst, at)
        try:
            return Question(
                id=identity,
                uid=uid,
                event=event,
                wording=wording,
                harm=Harm(harm),
                group=group,
                period=written_date(*row[6:10]),
                position=position,
                working=working,
            )
        except ValueError as fault:
            raise self._connection.misshapen(f"question {identity}") from fault


def columns_of(asked: Asked) -> dict[str, object]:
    """Return the columns of what is asked; raises ``NotAllowed`` for what is no date."""
    return {
        "wording": asked.wording,
        "harm": asked.harm,
        "group": asked.group,
        **date_columns("period", asked.period),
    }
