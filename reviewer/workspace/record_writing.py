"""Records put together from where their parts are kept, and written there, one at a time.

Opens no step of its own: whatever verb is at work has one open.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from reviewer.domain.actors import ChainMember, Named, Role
from reviewer.domain.edtf import NO_DATE
from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import Figure, check_numbers
from reviewer.domain.passages import first_words
from reviewer.domain.reading.conventions import ByConvention, by_convention
from reviewer.domain.reading.number_tables import NumberTable, table_read
from reviewer.domain.readings import Reading
from reviewer.domain.record_values import understood
from reviewer.domain.records import (
    FIELDS,
    Record,
    RecordField,
    Value,
    ValueKind,
    field_of,
    is_empty,
)
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.register import Naming
from reviewer.workspace.texts_at_hand import TextsAtHand

NUMBERS_KEY = "number_words"
ROLES = {"accused": Role.ACCUSED, "victims": Role.VICTIM}
_NUMBERS = ("low", "high", "about")
_EMPTY: Mapping[ValueKind, Value] = {
    ValueKind.TEXT: "",
    ValueKind.CHOICE: "",
    ValueKind.NUMBER: None,
    ValueKind.YES_NO: False,
    ValueKind.DATE: NO_DATE,
    ValueKind.CHAIN: (),
    ValueKind.NAMES: (),
}


class RecordWriter:
    """Gives records whole, and enters values in them."""

    def __init__(
        self,
        project: ProjectFile,
        texts: TextsAtHand,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._store = project.records
        self._chains = project.chains
        self._readings = project.readings
        self._texts = texts
        self._analyst = analyst
        self._now = now

    def numbers(self) -> NumberTable:
        """Return the table by which this project's number words are read."""
        return _table(self._project.settings.get(NUMBERS_KEY))

    def naming(self) -> Naming:
        """Return what finds or makes the actors that one verb names."""
        return Naming(self._project.actors, analyst=self._analyst(), now=self._now())

    def of_many(self, passages: Sequence[int]) -> dict[int, Record]:
        """Return the records of passages, by passage; raises ``NotFound`` or ``Damaged``."""
        kinds = self._store.kinds(passages)
        chains, roles = self._chains.chains(passages), self._chains.roles(passages)
        readings = self._readings.of(passages)
        own = self._project.fields.values(passages)
        found: dict[int, Record] = {}
        for kind in sorted(set(kinds.values())):
            several = [passage for passage in passages if kinds[passage] is kind]
            rows = self._store.entered(kind, several)
            for passage in several:
                entered = _entered(kind, rows.get(passage))
                entered |= _named(kind, chains.get(passage, ()), roles.get(passage, {}))
                found[passage] = Record(
                    passage=passage,
                    kind=kind,
                    entered=_in_order(kind, entered),
                    readings=readings.get(passage, {}),
                    own=own.get(passage, {}),
                    by_convention=_made_by_convention(rows.get(passage)),
                )
        return {passage: found[passage] for passage in passages}

    def write(
        self,
        record: Record,
        values: Mapping[str, Value],
        naming: Naming,
        number: Span | None = None,
    ) -> None:
        """Enter checked values of a passage's own kind, and mark the readings of these judged.

        ``number`` is where the number's words stand, where that is known. Raises ``NotAllowed``
        for numbers that cannot stand together.
        """
        passage, kind = record.passage, record.kind
        columns: dict[str, object] = {}
        for key, value in values.items():
            if key == "chain":
                self._write_chain(passage, value, naming)
            elif key in ROLES:
                self._write_role(passage, ROLES[key], value, naming)
            elif record.entered.get(key, empty_value(kind, key)) != value:
                columns[key] = value
        if kind is RecordKind.FIGURE:
            columns |= self._number_columns(record, values, number)
        if columns:
            self._store.write(kind, passage, columns)
        self._readings.judge(passage, list(values), self._analyst(), self._now())

    def confirm(self, record: Record, naming: Naming) -> None:
        """Enter what rules read of a passage where nothing is entered; all of it is judged then.

        Raises ``NotAllowed`` where what was read cannot stand beside what is entered.
        """
        values: dict[str, Value] = {}
        unconfirmed = record.unconfirmed()
        for one in FIELDS[record.kind]:
            if one.key in unconfirmed:
                reading = record.readings[one.key]
                value = understood(one, reading.value, self._words(one, reading))
                if not is_empty(value):
                    values[one.key] = value
        number = record.readings.get("number_text")
        self.write(record, values, naming, None if number is None else number.span)
        self._readings.judge(record.passage, list(record.readings), self._analyst(), self._now())

    def _words(self, field: RecordField, reading: Reading) -> str:
        if reading.span is None or field.kind is not ValueKind.DATE:
            return ""  # of other fields the value says all there is
        text = self._project.passages.get(reading.passage).text
        return " ".join(reading.span.of(self._texts.words(text)).split())

    def _write_chain(self, passage: int, value: Value, naming: Naming) -> None:
        members = value if isinstance(value, tuple) else ()
        self._chains.set_chain(
            passage,
            [
                ChainMember(naming.actor(one.actor, one.printed), one.printed, one.hedge)
                for one in members
                if isinstance(one, ChainMember)
            ],
        )

    def _write_role(self, passage: int, role: Role, value: Value, naming: Naming) -> None:
        names = value if isinstance(value, tuple) else ()
        self._chains.set_role(
            passage,
            role,
            [
                Named(naming.actor(one.actor, one.printed), one.printed)
                for one in names
                if isinstance(one, Named)
            ],
        )

    def _number_columns(
        self, record: Record, values: Mapping[str, Value], number: Span | None
    ) -> dict[str, object]:
        together = {**record.entered, **values}
        check_numbers(*(_count(together.get(key)) for key in _NUMBERS))
        columns = self._convention_columns(record, together)
        printed = values.get("number_text")
        if not isinstance(printed, str):
            return columns
        place = None
        for unread in self._store.to_read([record.passage]):
            words = self._texts.words(unread.text)
            place = number_place(printed, words, unread.span, number)
        if printed and place is None:
            raise NotAllowed(
                N_(
                    "“{words}” does not stand in the passage. Give its own words here, and "
                    "another number under at least and at most."
                ),
                words=first_words(printed, 40),
            )
        known = self._store.figures([record.passage]).get(record.passage)
        if (None if known is None else known.number) == place:
            return columns
        return {**columns, "number": place}

    def _convention_columns(
        self, record: Record, together: Mapping[str, Value]
    ) -> dict[str, object]:
        """Return what the project's convention makes of words, where that is another than before.

        Words that only a rule read have none written down.
        """
        printed, name = str(together.get("number_text") or ""), self.numbers().convention
        made = by_convention(name, printed, together)
        if made == record.by_convention:
            return {}
        low, name_of_it = made or (None, "")
        return {"low_by_convention": low, "convention": str(name_of_it)}


def number_place(printed: str, words: str, span: Span, known: Span | None = None) -> Span | None:
    """Return where a passage prints a number, the known place first; ``None`` where it does not."""
    parts = printed.split()
    if not parts:
        return None
    inside = known is not None and span.start <= known.start and known.end <= span.end
    if known is not None and inside and known.of(words).split() == parts:
        return known
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)"
    found = re.compile(pattern).search(words, span.start, span.end)
    return None if found is None else Span(*found.span())


def _entered(kind: RecordKind, row: object) -> dict[str, Value]:
    if row is None:
        return {}
    found: dict[str, Value] = {}
    for one in FIELDS[kind]:
        value = getattr(row, one.key, None)
        if not is_empty(value):
            found[one.key] = str(value) if one.kind is ValueKind.CHOICE else value
    return found


def _named(
    kind: RecordKind, chain: tuple[ChainMember, ...], roles: Mapping[Role, tuple[Named, ...]]
) -> dict[str, Value]:
    found: dict[str, Value] = {"chain": chain}
    found |= {key: roles.get(role, ()) for key, role in ROLES.items()}
    return {key: value for key, value in found.items() if value and field_of(kind, key)}


def _made_by_convention(row: object) -> ByConvention | None:
    if not isinstance(row, Figure) or row.low_by_convention is None:
        return None
    return ByConvention(row.low_by_convention, row.convention)


def _in_order(kind: RecordKind, entered: Mapping[str, Value]) -> dict[str, Value]:
    return {one.key: entered[one.key] for one in FIELDS[kind] if one.key in entered}


def empty_value(kind: RecordKind, key: str) -> Value:
    """Return what a field holds that says nothing."""
    field = field_of(kind, key)
    return None if field is None else _EMPTY[field.kind]


def _count(value: Value) -> int | None:
    return value if type(value) is int else None


@lru_cache(maxsize=4)
def _table(written: str) -> NumberTable:
    """Return a table as it is written: making one anew for each tagging takes too long."""
    return table_read(written)
