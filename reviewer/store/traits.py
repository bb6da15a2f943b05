"""What passages may share with their counterparts, read in bulk from records and events.

What the words add is found above (``workspace/counterparts.py``): each passage is given with its
words and the characters around them.
"""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.figures import Harm, count_of
from reviewer.domain.responses import DENIALS, ResponseKind
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.traits import Trait, TraitKind, Traits, day_key, place_key
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, Row, Shape

_PASSAGE = Shape(
    *(NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT, MAYBE_TEXT, MAYBE_NUMBER, *[MAYBE_NUMBER] * 3),
    *[MAYBE_TEXT] * 5,
    *(TEXT, TEXT, MAYBE_TEXT, MAYBE_TEXT, NUMBER),
)
_NAMED = Shape(NUMBER, NUMBER, TEXT)
_NAME = Shape(TEXT, NUMBER)
_READ = Shape(NUMBER, TEXT, TEXT)
_NAME_TOLD = Shape(NUMBER, MAYBE_TEXT)
_CHOSEN = "(SELECT value FROM json_each(?1))"
_OF_READINGS = ("low", "high", "about", "harm", "negated", "event_date", "place", "response_kind")


class Worded(NamedTuple):
    """A passage's traits from its record, and its words among those around them.

    ``told`` is what an analyst wrote of it: in plain words, as translation, or in its details.
    """

    traits: Traits
    text: str
    span: Span
    told: str


class TraitStore:
    """Reads what passages may share."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def passages(self) -> list[int]:
        """Return every passage of listed documents, those that carry a record first."""
        return self._connection.numbers(
            "SELECT passages.id FROM passages JOIN tags ON tags.id = passages.tag "
            "WHERE document NOT IN (SELECT id FROM documents WHERE removed_at <> '') "
            "ORDER BY tags.record = 'none', passages.id"
        )

    def spellings(self) -> list[tuple[str, int]]:
        """Return every name of every actor, with the actor; first what the actor is called."""
        rows: list[tuple[str, int]] = self._connection.rows(
            _NAME,
            "SELECT name, actor FROM (SELECT name, id AS actor, 0 AS rank FROM actors UNION ALL "
            "SELECT name, actor, 1 FROM actor_names) ORDER BY actor, rank",
        )
        return rows

    def names_told(self, table: str, rows: Collection[int], step: int) -> set[str]:
        """Return the names that rows of the register have, and had before a step."""
        found = self._connection.rows(
            _NAME_TOLD,
            f"SELECT id, name FROM {table} WHERE id IN {_CHOSEN} UNION ALL "
            "SELECT row, json_extract(before, '$.name') FROM changes "
            "WHERE step = ?2 AND table_name = ?3 AND before <> '{}'",
            [json.dumps(list(rows)), step, table],
        )
        return {name for _row, name in found if name}

    def of(self, passages: Sequence[int]) -> list[Worded]:
        """Return the traits of those passages that are there; raises ``Damaged``."""
        chosen = json.dumps(list(passages))
        actors = self._named(
            "SELECT passage, actor, name FROM (SELECT passage, actor FROM chain_members "
            f"WHERE passage IN {_CHOSEN} UNION SELECT passage, actor FROM roles "
            f"WHERE passage IN {_CHOSEN}) JOIN actors ON actors.id = actor",
            chosen,
        )
        events = self._named(
            "SELECT passage, event, name FROM answers JOIN events ON events.id = event "
            f"WHERE passage IN {_CHOSEN}",
            chosen,
        )
        questions = self._named(
            "SELECT passage, question, wording FROM answers "
            f"JOIN questions ON questions.id = question WHERE passage IN {_CHOSEN}",
            chosen,
        )
        read = self._read(chosen)
        rows = self._connection.rows(
            _PASSAGE,
            "SELECT passages.id, document, quote, prefix, suffix, tags.record, harm, negated, low, "
            "high, about, figures.event_date_edtf, allegations.event_date_edtf, figures.place, "
            "allegations.place, responses.response_kind, passages.statement, translation, act, "
            "what_is_denied, start FROM passages "
            "JOIN tags ON tags.id = passages.tag "
            "LEFT JOIN figures ON figures.passage = passages.id "
            "LEFT JOIN allegations ON allegations.passage = passages.id "
            "LEFT JOIN responses ON responses.passage = passages.id "
            f"WHERE passages.id IN {_CHOSEN}",
            [chosen],
        )
        try:
            return [
                _worded(
                    row,
                    actors.get(row[0], {}),
                    events.get(row[0], {}),
                    questions.get(row[0], {}),
                    read.get(row[0], {}),
                )
                for row in rows
            ]
        except ValueError as fault:
            raise self._connection.misshapen("a passage’s details") from fault

    def _named(self, sql: str, chosen: str) -> dict[int, dict[int, str]]:
        found: dict[int, dict[int, str]] = {}
        for passage, one, name in self._connection.rows(_NAMED, sql, [chosen]):
            found.setdefault(passage, {})[one] = name
        return found

    def _read(self, chosen: str) -> dict[int, dict[str, str]]:
        found: dict[int, dict[str, str]] = {}
        for passage, field, value in self._connection.rows(
            _READ,
            "SELECT passage, field, value FROM readings WHERE judged_by IS NULL "
            f"AND passage IN {_CHOSEN} AND field IN (SELECT value FROM json_each(?2))",
            [chosen, json.dumps(_OF_READINGS)],
        ):
            found.setdefault(passage, {})[field] = value
        return found


def _worded(
    row: Row,
    actors: dict[int, str],
    events: dict[int, str],
    questions: dict[int, str],
    read: dict[str, str],
) -> Worded:
    passage, document, quote, prefix, suffix, record, harm, negated = row[:8]
    numbers = [
        count_of(read[field]) if number is None and field in read else number
        for field, number in zip(("low", "high", "about"), row[8:11], strict=True)
    ]
    edtf = row[11] or row[12] or read.get("event_date", "")
    place = row[13] or row[14] or read.get("place", "")
    day = day_key(WrittenDate("", edtf, DateBasis.ENTERED))
    shown: dict[Trait, str] = {(TraitKind.ACTOR, actor): name for actor, name in actors.items()}
    shown |= {(TraitKind.EVENT, event): name for event, name in events.items()}
    shown |= {(TraitKind.QUESTION, one): wording for one, wording in questions.items()}
    if place:
        shown[TraitKind.PLACE, place_key(place)] = place
    response_kind = ResponseKind(row[15] or read.get("response_kind", ""))
    return Worded(
        Traits(
            passage=passage,
            document=document,
            start=row[20],
            kind=RecordKind(record),
            negated=bool(negated) or read.get("negated") == "1" or response_kind in DENIALS,
            harm=Harm(harm or read.get("harm", "")),
            events=frozenset(events),
            questions=frozenset(questions),
            actors=frozenset(actors),
            numbers=frozenset(number for number in numbers if number is not None),
            dates=frozenset({day} - {""}),
            places=frozenset({place_key(place)} - {""}),
            shown=shown,
        ),
        prefix + quote + suffix,
        Span(len(prefix), len(prefix) + len(quote)),
        "\n".join(filter(None, row[16:20])),
    )
