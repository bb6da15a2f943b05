"""Fields of one's own, and the values passages have in them."""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.fields import Field, FieldKind
from reviewer.domain.text import is_normal
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, PAIRS, TEXT, Row, Shape

_COLUMNS = "id, uid, tag, name, kind, choices, help, position"
_FIELD = Shape(NUMBER, TEXT, NUMBER, TEXT, TEXT, TEXT, TEXT, NUMBER)
_VALUE = Shape(NUMBER, NUMBER, TEXT)
_CHOSEN = "(SELECT value FROM json_each(?))"


class FieldStore:
    """Keeps the fields of tags in their order, and what is entered in them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, tag: int) -> list[Field]:
        """Return a tag's fields in their order; raises ``Damaged``."""
        rows = self._connection.rows(
            _FIELD, f"SELECT {_COLUMNS} FROM fields WHERE tag = ? ORDER BY position, id", [tag]
        )
        return [self._field(row) for row in rows]

    def all(self) -> list[Field]:
        """Return every tag's fields, a tag's together and in their order; raises ``Damaged``."""
        rows = self._connection.rows(
            _FIELD, f"SELECT {_COLUMNS} FROM fields ORDER BY tag, position, id"
        )
        return [self._field(row) for row in rows]

    def get(self, field: int) -> Field:
        """Return one field; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(_FIELD, f"SELECT {_COLUMNS} FROM fields WHERE id = ?", [field])
        if row is None:
            raise NotFound(N_("There is no such field any more."))
        return self._field(row)

    def add(self, tag: int, name: str, kind: FieldKind, choices: Sequence[str], words: str) -> int:
        """Add a field after those a tag has, with its line of help; returns its id."""
        return self._connection.execute(
            "INSERT INTO fields (uid, tag, name, kind, choices, help, position) VALUES "
            "(?1, ?2, ?3, ?4, ?5, ?6, "
            "(SELECT coalesce(max(position), 0) + 1 FROM fields WHERE tag = ?2))",
            [str(uuid4()), tag, name, kind.value, choices_written(choices), words],
        )

    def set(self, field: int, values: Mapping[str, object]) -> None:
        """Set columns of one field."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE fields SET {sets} WHERE id = ?", [*values.values(), field]
        )

    def remove(self, field: int) -> None:
        """Take a field away with everything entered in it."""
        self._connection.execute("DELETE FROM field_values WHERE field = ?", [field])
        self._connection.execute("DELETE FROM fields WHERE id = ?", [field])

    def use(self, field: int) -> int:
        """Return in how many passages something is entered in a field."""
        return self._connection.count("SELECT count(*) FROM field_values WHERE field = ?", [field])

    def values(self, passages: Sequence[int]) -> dict[int, dict[int, str]]:
        """Return what is entered, by passage and field."""
        rows = self._connection.rows(
            _VALUE,
            f"SELECT passage, field, value FROM field_values WHERE passage IN {_CHOSEN}",
            [json.dumps(list(passages))],
        )
        found: dict[int, dict[int, str]] = {}
        for passage, field, value in rows:
            found.setdefault(passage, {})[field] = value
        return found

    def enter(self, passage: int, field: int, value: str) -> None:
        """Enter a value; an empty one takes away what is there."""
        known = self._connection.number(
            "SELECT id FROM field_values WHERE passage = ? AND field = ?", [passage, field]
        )
        if not value:
            self._connection.execute("DELETE FROM field_values WHERE id = ?", [known])
        elif known is None:
            self._connection.execute(
                "INSERT INTO field_values (uid, passage, field, value) VALUES (?, ?, ?, ?)",
                [str(uuid4()), passage, field, value],
            )
        else:
            self._connection.execute(
                "UPDATE field_values SET value = ? WHERE id = ?", [value, known]
            )

    def move_values(self, source: int, target: int, passages: Sequence[int]) -> None:
        """Let what passages have in one field stand in another; what stands there stays."""
        chosen = json.dumps(list(passages))
        self._connection.execute(
            f"DELETE FROM field_values WHERE field = ? AND passage IN {_CHOSEN} AND passage IN "
            "(SELECT passage FROM field_values WHERE field = ?)",
            [source, chosen, target],
        )
        self._connection.execute(
            f"UPDATE field_values SET field = ? WHERE field = ? AND passage IN {_CHOSEN}",
            [target, source, chosen],
        )

    def hand_over(self, source: int, target: int) -> None:
        """Let everything in one field stand in another; what stands there stays."""
        self.move_values(
            source,
            target,
            self._connection.numbers("SELECT passage FROM field_values WHERE field = ?", [source]),
        )

    def put_under(self, field: int, tag: int, name: str) -> None:
        """Let a field be another tag's, after those it has."""
        self._connection.execute(
            "UPDATE fields SET tag = ?2, name = ?3, position = "
            "(SELECT coalesce(max(position), 0) + 1 FROM fields WHERE tag = ?2) WHERE id = ?1",
            [field, tag, name],
        )

    def forget(self, field: int, passages: Sequence[int]) -> None:
        """Take away what passages have in a field."""
        self._connection.execute(
            f"DELETE FROM field_values WHERE field = ? AND passage IN {_CHOSEN}",
            [field, json.dumps(list(passages))],
        )

    def used_in(self, passages: Sequence[int]) -> dict[int, int]:
        """Return in how many of ``passages`` something is entered, by field."""
        return dict(
            self._connection.rows(
                PAIRS,
                f"SELECT field, count(*) FROM field_values WHERE passage IN {_CHOSEN} "
                "GROUP BY field ORDER BY field",
                [json.dumps(list(passages))],
            )
        )

    def _field(self, row: Row) -> Field:
        identity, uid, tag, name, kind, choices, words, position = row
        try:
            return Field(
                identity, uid, tag, name, FieldKind(kind), _choices(choices), words, position
            )
        except (ValueError, RecursionError) as fault:
            raise self._connection.misshapen(f"field {identity}") from fault


def choices_written(choices: Sequence[str]) -> str:
    """Return the choices of a field as its column keeps them."""
    return json.dumps(list(choices), ensure_ascii=False)


def _choices(written: str) -> tuple[str, ...]:
    found = json.loads(written)
    if not isinstance(found, list) or not all(
        isinstance(one, str) and is_normal(one) for one in found
    ):
        raise ValueError(written)
    return tuple(found)
