"""Ratings: what each analyst thinks of a source or a claim, one row a scale."""

from uuid import uuid4

from reviewer.domain.ratings import Rating, Scale
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

_SELECT = (
    "SELECT id, uid, document, actor, question, scale, value, reason, analyst, modified_at "
    "FROM ratings"
)
_RATING = Shape(NUMBER, TEXT, *[MAYBE_NUMBER] * 3, TEXT, TEXT, TEXT, NUMBER, TEXT)
_OF = "WHERE document IS ? AND actor IS ? AND question IS ?"

Rated = tuple[int | None, int | None, int | None]
"""What is rated: a document, an actor or a question; the other two are ``None``."""


class RatingStore:
    """Keeps ratings; of one analyst there is one a scale."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, rated: Rated) -> list[Rating]:
        """Return the ratings of a document, an actor or a question, oldest first."""
        return self._ratings(f"{_OF} ORDER BY id", rated)

    def all(self) -> list[Rating]:
        """Return every rating, oldest first."""
        return self._ratings("ORDER BY id", ())

    def set(
        self, rated: Rated, scale: Scale, value: str, reason: str, *, analyst: int, now: str
    ) -> None:
        """Write an analyst's rating down, instead of the one before."""
        known = self._connection.number(
            f"SELECT id FROM ratings {_OF} AND scale = ? AND analyst = ?", [*rated, scale, analyst]
        )
        if known is None:
            self._connection.execute(
                "INSERT INTO ratings (uid, document, actor, question, scale, value, reason, "
                "analyst, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [str(uuid4()), *rated, scale, value, reason, analyst, now, now],
            )
        else:
            self._connection.execute(
                "UPDATE ratings SET value = ?, reason = ?, modified_at = ? WHERE id = ?",
                [value, reason, now, known],
            )

    def remove(self, rated: Rated, scale: Scale, analyst: int) -> None:
        """Take an analyst's rating away."""
        self._connection.execute(
            f"DELETE FROM ratings {_OF} AND scale = ? AND analyst = ?", [*rated, scale, analyst]
        )

    def _ratings(self, rest: str, values: tuple[int | None, ...]) -> list[Rating]:
        return [
            self._rating(row) for row in self._connection.rows(_RATING, f"{_SELECT} {rest}", values)
        ]

    def _rating(self, row: Row) -> Rating:
        identity, uid, document, actor, question, scale, value, reason, analyst, at = row
        try:
            return Rating(
                *(identity, uid, document, actor, question),
                *(Scale(scale), value, reason, analyst, at),
            )
        except ValueError as fault:
            raise self._connection.misshapen(f"rating {identity}") from fault
