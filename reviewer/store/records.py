"""Records: what analysts entered or confirmed of allegations, responses and figures.

Each kind is a table of its own with a row a passage, made when its first value comes. Chains, names
and readings stand in ``chains.py`` and ``readings.py``.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import uuid4

from reviewer.domain.allegations import ActType, Allegation, Wording
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.figures import Figure, Harm, Qualifier
from reviewer.domain.responses import Response, ResponseKind, Scope
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, date_columns, written_date
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

TABLES: Mapping[RecordKind, str] = {
    RecordKind.ALLEGATION: "allegations",
    RecordKind.RESPONSE: "responses",
    RecordKind.FIGURE: "figures",
}
_DATE_SHAPE = [TEXT] * 4
_ALLEGATION_COLUMNS = (
    f"passage, act, act_type, {DATE.format('event_date')}, place, {DATE.format('statement')}, "
    "venue, wording, grounds"
)
_ALLEGATION = Shape(NUMBER, TEXT, TEXT, *_DATE_SHAPE, TEXT, *_DATE_SHAPE, TEXT, TEXT, TEXT)
_RESPONSE_COLUMNS = (
    "passage, what_is_denied, response_kind, strength_cue, scope, "
    f"{DATE.format('statement')}, venue"
)
_RESPONSE = Shape(NUMBER, TEXT, TEXT, TEXT, TEXT, *_DATE_SHAPE, TEXT)
_FIGURE_COLUMNS = (
    "passage, number_text, number_start, number_end, low, high, about, low_by_convention, "
    "convention, qualifier, negated, harm, victim_label, victim_group, "
    f"{DATE.format('event_date')}, {DATE.format('as_of')}, {DATE.format('said_on')}, place"
)
_FIGURE = Shape(
    *(NUMBER, TEXT, *[MAYBE_NUMBER] * 6, TEXT, TEXT, NUMBER, TEXT, TEXT, TEXT),
    *(*_DATE_SHAPE, *_DATE_SHAPE, *_DATE_SHAPE, TEXT),
)
_KIND = Shape(NUMBER, TEXT)
_TO_READ = Shape(NUMBER, NUMBER, NUMBER, NUMBER, TEXT, TEXT)
_ANYTHING = " UNION ".join(
    f"SELECT passage FROM {table}"
    for table in (*TABLES.values(), "chain_members", "roles", "readings")
)
_CHOSEN = "(SELECT value FROM json_each(?))"
_KINDS = {str(kind): kind for kind in RecordKind}


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage as a rule reads it: where it stands in which text, and which record it carries."""

    passage: int
    text: int
    span: Span
    quote: str
    kind: RecordKind


class RecordStore:
    """Reads records of few passages or of thousands, and writes one at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def kinds(self, passages: Sequence[int]) -> dict[int, RecordKind]:
        """Return which record each passage carries by its tag; raises ``NotFound``."""
        rows = self._connection.rows(
            _KIND,
            "SELECT passages.id, tags.record FROM passages JOIN tags ON tags.id = passages.tag "
            f"WHERE passages.id IN {_CHOSEN}",
            [json.dumps(list(passages))],
        )
        try:
            found = {passage: _KINDS[kind] for passage, kind in rows}
        except KeyError as fault:
            raise self._connection.misshapen("a tag’s record") from fault
        if not found.keys() >= set(passages):
            raise NotFound(N_("There is no such passage any more."))
        return found

    def allegations(self, passages: Sequence[int]) -> dict[int, Allegation]:
        """Return what is entered of allegations, by passage; raises ``Damaged``."""
        rows = self._rows(_ALLEGATION, _ALLEGATION_COLUMNS, RecordKind.ALLEGATION, passages)
        try:
            return {row[0]: _allegation(row) for row in rows}
        except ValueError as fault:
            raise self._connection.misshapen("an allegation") from fault

    def responses(self, passages: Sequence[int]) -> dict[int, Response]:
        """Return what is entered of responses, by passage; raises ``Damaged``."""
        rows = self._rows(_RESPONSE, _RESPONSE_COLUMNS, RecordKind.RESPONSE, passages)
        try:
            return {row[0]: _response(row) for row in rows}
        except ValueError as fault:
            raise self._connection.misshapen("a response") from fault

    def figures(self, passages: Sequence[int]) -> dict[int, Figure]:
        """Return what is entered of figures, by passage; raises ``Damaged``."""
        rows = self._rows(_FIGURE, _FIGURE_COLUMNS, RecordKind.FIGURE, passages)
        try:
            return {row[0]: _figure(row) for row in rows}
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen("a figure") from fault

    def entered(self, kind: RecordKind, passages: Sequence[int]) -> Mapping[int, object]:
        """Return the records of one kind, by passage."""
        readers: Mapping[RecordKind, Callable[[Sequence[int]], Mapping[int, object]]] = {
            RecordKind.ALLEGATION: self.allegations,
            RecordKind.RESPONSE: self.responses,
            RecordKind.FIGURE: self.figures,
        }
        return readers[kind](passages) if kind in readers else {}

    def to_read(self, passages: Sequence[int]) -> list[Unread]:
        """Return what a rule needs to read passages that carry a record, in the order of ids.

        Those whose place is not certain are left out: nobody knows which words they mean.
        """
        rows = self._connection.rows(
            _TO_READ,
            'SELECT passages.id, passages.text, start, "end", quote, tags.record FROM passages '
            "JOIN tags ON tags.id = passages.tag WHERE tags.record <> 'none' "
            f"AND anchor = 'sure' AND passages.id IN {_CHOSEN} ORDER BY passages.id",
            [json.dumps(list(passages))],
        )
        try:
            return [
                Unread(passage, text, Span(start, end), quote, RecordKind(kind))
                for passage, text, start, end, quote, kind in rows
            ]
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen("a passage’s place") from fault

    def with_details(self, passages: Sequence[int]) -> list[int]:
        """Return those of ``passages`` of which anything is entered or read, own fields aside."""
        return self._connection.numbers(
            f"SELECT passage FROM ({_ANYTHING}) WHERE passage IN {_CHOSEN} ORDER BY passage",
            [json.dumps(list(passages))],
        )

    def without_number(self) -> list[int]:
        """Return the passages whose figures are words only, or were until now."""
        return self._connection.numbers(
            "SELECT passage FROM figures WHERE qualifier = ? OR low_by_convention IS NOT NULL "
            "ORDER BY passage",
            [str(Qualifier.WORDS_ONLY)],
        )

    def of_tag(self, tag: int) -> list[int]:
        """Return every passage of a tag, in documents off the list too."""
        return self._connection.numbers("SELECT id FROM passages WHERE tag = ? ORDER BY id", [tag])

    def write(self, kind: RecordKind, passage: int, values: Mapping[str, object]) -> None:
        """Set fields of a passage's record, dates with all their columns."""
        columns: dict[str, object] = {}
        for key, value in values.items():
            columns |= _columns(key, value)
        table = TABLES[kind]
        found = self._connection.number(f"SELECT id FROM {table} WHERE passage = ?", [passage])
        if found is None:
            names = ", ".join(columns)
            self._connection.execute(
                f"INSERT INTO {table} (uid, passage, {names}) VALUES (?, ?{', ?' * len(columns)})",
                [str(uuid4()), passage, *columns.values()],
            )
        else:
            sets = ", ".join(f"{column} = ?" for column in columns)
            self._connection.execute(
                f"UPDATE {table} SET {sets} WHERE id = ?", [*columns.values(), found]
            )

    def remove(self, passages: Sequence[int]) -> None:
        """Take the records of whatever kind off passages."""
        for table in TABLES.values():
            self._connection.execute(
                f"DELETE FROM {table} WHERE passage IN {_CHOSEN}", [json.dumps(list(passages))]
            )

    def _rows(
        self, shape: Shape, columns: str, kind: RecordKind, passages: Sequence[int]
    ) -> list[Row]:
        return self._connection.rows(
            shape,
            f"SELECT {columns} FROM {TABLES[kind]} WHERE passage IN {_CHOSEN}",
            [json.dumps(list(passages))],
        )


def _columns(key: str, value: object) -> dict[str, object]:
    if isinstance(value, WrittenDate):
        return date_columns(key, value)
    if key == "number":
        start, end = (value.start, value.end) if isinstance(value, Span) else (None, None)
        return {"number_start": start, "number_end": end}
    return {key: value.value if isinstance(value, StrEnum) else value}


def _allegation(row: Row) -> Allegation:
    _passage, act, act_type, *date = row[:7]
    place, *statement = row[7:12]
    venue, wording, grounds = row[12:]
    return Allegation(
        act=act,
        act_type=ActType(act_type),
        event_date=written_date(*date),
        place=place,
        statement=written_date(*statement),
        venue=venue,
        wording=Wording(wording),
        grounds=grounds,
    )


def _response(row: Row) -> Response:
    _passage, what_is_denied, kind, strength_cue, scope, *statement, venue = row
    return Response(
        what_is_denied=what_is_denied,
        response_kind=ResponseKind(kind),
        strength_cue=strength_cue,
        scope=Scope(scope),
        statement=written_date(*statement),
        venue=venue,
    )


def _figure(row: Row) -> Figure:
    number_text, start, end, low, high, about, low_by_convention, convention = row[1:9]
    qualifier, negated, harm, victim_label, victim_group = row[9:14]
    return Figure(
        number_text=number_text,
        number=None if start is None or end is None else Span(start, end),
        low=low,
        high=high,
        about=about,
        low_by_convention=low_by_convention,
        convention=convention,
        qualifier=Qualifier(qualifier),
        negated=bool(negated),
        harm=Harm(harm),
        victim_label=victim_label,
        victim_group=victim_group,
        event_date=written_date(*row[14:18]),
        as_of=written_date(*row[18:22]),
        said_on=written_date(*row[22:26]),
        place=row[26],
    )
