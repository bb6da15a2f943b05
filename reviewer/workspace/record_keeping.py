"""Keeps records in step with their passages, inside whatever step is open.

Tagging, a moved edge, a cut, a merge and another tag all mean something for what a passage carries.
What an analyst entered is never lost by them where it still fits; what nobody judged is read anew.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from reviewer.domain.actors import ChainMember, Named, Role
from reviewer.domain.edtf import NO_DATE
from reviewer.domain.fields import Field
from reviewer.domain.figures import check_numbers
from reviewer.domain.reading.number_tables import (
    NumberTable,
    default_table,
    table_read,
    table_written,
)
from reviewer.domain.readings import NewReading, Reading
from reviewer.domain.record_values import understood
from reviewer.domain.records import FIELDS, Record, Value, ValueKind, field_of, is_empty
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.store.project_file import ProjectFile
from reviewer.store.records import TABLES
from reviewer.workspace.register import Naming
from reviewer.workspace.texts_at_hand import TextsAtHand

READ_AT_ONCE = 500  # more passages than these are read only when somebody asks
NUMBERS_KEY = "number_words"
ROLES = {"accused": Role.ACCUSED, "victims": Role.VICTIM}
SAME_MEANING = {"statement": "said_on", "said_on": "statement"}
"""When it was said, as allegations and responses call it, and as figures do."""

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


class RecordKeeper:
    """Reads, writes and moves what passages carry; opens no step of its own."""

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

    def naming(self) -> Naming:
        """Return what finds or makes the actors that one verb names."""
        return Naming(self._project.actors, analyst=self._analyst(), now=self._now())

    def numbers(self) -> NumberTable:
        """Return the table by which this project's number words are read."""
        return table_read(self._project.settings.get(NUMBERS_KEY))

    def set_numbers(self, table: NumberTable) -> None:
        """Let number words be read by another table from now on."""
        written = "" if table == default_table() else table_written(table)
        self._project.settings.set(NUMBERS_KEY, written, self._now())

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
            elif record.entered.get(key, _empty(kind, key)) != value:
                columns[key] = value
        if kind is RecordKind.FIGURE:
            columns |= self._number_columns(record, values, number)
        if columns:
            self._store.write(kind, passage, columns)
        self._readings.judge(passage, list(values), self._analyst(), self._now())

    def read_new(self, passages: Sequence[int]) -> None:
        """Read passages that were tagged just now, unless there are too many at once."""
        if len(passages) <= READ_AT_ONCE:
            self._readings.add(dict(self._read(passages)))

    def read_unless_many(self, passages: Sequence[int]) -> None:
        """Read passages again that have another tag now, unless there are too many at once."""
        if len(passages) <= READ_AT_ONCE:
            self.read(passages)

    def read(self, passages: Sequence[int]) -> None:
        """Read passages again; what an analyst judged stays judged."""
        for passage, new in self._read(passages):
            self._readings.replace(passage, new)

    def moved(self, passage: int, text: int | None = None) -> None:
        """Let what a passage carries follow its new words; ``text`` is its text of before."""
        for unread in self._store.to_read([passage]):
            if text is not None and text != unread.text:
                self._readings.forget_places(passage)
            figure = self._store.figures([passage]).get(passage)
            if figure is not None and figure.number_text:
                words = self._texts.words(unread.text)
                kept = figure.number if text is None or text == unread.text else None
                place = number_place(figure.number_text, words, unread.span, kept)
                if place != figure.number:
                    self._store.write(RecordKind.FIGURE, passage, {"number": place})
        self.read([passage])

    def take_over(self, passage: int, others: Sequence[int]) -> None:
        """Let a passage have what only others have that will be merged into it.

        What it has itself stays. Events they are in and links they have become its own.
        """
        records = self.of_many([passage, *others])
        naming = self.naming()
        for other in others:
            record = self.of_many([passage])[passage]
            fitting = fitted(records[other], record.kind)
            values = {k: v for k, v in fitting.items() if k not in record.entered}
            if values:
                self.write(record, _standing_together(record, values), naming)
            self._take_over_own(record, records[other])

    def confirm(self, record: Record, naming: Naming) -> None:
        """Enter what rules read of a passage where nothing is entered; all of it is judged then.

        Raises ``NotAllowed`` where what was read cannot stand beside what is entered.
        """
        values: dict[str, Value] = {}
        unconfirmed = record.unconfirmed()
        for one in FIELDS[record.kind]:
            if one.key in unconfirmed:
                reading = record.readings[one.key]
                value = understood(one, reading.value, self._words(reading))
                if not is_empty(value):
                    values[one.key] = value
        number = record.readings.get("number_text")
        self.write(record, values, naming, None if number is None else number.span)
        self._readings.judge(record.passage, list(record.readings), self._analyst(), self._now())

    def would_go(self, passages: Sequence[int], kind: RecordKind) -> dict[str, int]:
        """Return how many passages would lose what is entered, by field, with another record."""
        going: dict[str, int] = {}
        for record in self._changing(self._of_another_kind(passages, kind)):
            for key in record.entered:
                if renamed(record.kind, key, kind) is None:
                    going[key] = going.get(key, 0) + 1
        return going

    def refit(self, passages: Sequence[int], kind: RecordKind) -> list[int]:
        """Make passages ready for a tag with another record: what fits stays, the rest goes.

        Returns those that carry another record now, to be read once they have their tag.
        """
        changing = self._of_another_kind(passages, kind)
        for record in self._changing(changing):
            kept = fitted(record, kind)
            columns = {
                key: value for key, value in kept.items() if key != "chain" and key not in ROLES
            }
            if record.kind in TABLES:
                self._store.remove(record.kind, [record.passage])
            if columns:
                self._store.write(kind, record.passage, columns)
            self._refit_names(record, kept)
            self._refit_readings(record, kind)
        return changing

    def own_that_would_go(self, passages: Sequence[int], tag: int) -> list[tuple[Field, int]]:
        """Return the fields of one's own that another tag does not have, with how many values."""
        return [
            (field, count)
            for field, count, partner in self._own_under(passages, tag)
            if partner is None
        ]

    def refit_own(self, passages: Sequence[int], tag: int) -> None:
        """Let values of one's own fields stand in the other tag's field of that name and kind.

        Where it has none, they go.
        """
        for field, _count, partner in self._own_under(passages, tag):
            if partner is None:
                self._project.fields.forget(field.id, passages)
            else:
                self._project.fields.move_values(field.id, partner.id, passages)

    def _own_under(
        self, passages: Sequence[int], tag: int
    ) -> list[tuple[Field, int, Field | None]]:
        used = self._project.fields.used_in(passages)
        partners = {
            (one.name.casefold(), one.kind): one for one in self._project.fields.of(tag) if used
        }
        fields = [(self._project.fields.get(field), count) for field, count in used.items()]
        return [
            (field, count, partners.get((field.name.casefold(), field.kind)))
            for field, count in fields
            if field.tag != tag
        ]

    def _of_another_kind(self, passages: Sequence[int], kind: RecordKind) -> list[int]:
        kinds = self._store.kinds(passages)
        return [passage for passage in passages if kinds[passage] is not kind]

    def _changing(self, passages: Sequence[int]) -> list[Record]:
        return list(self.of_many(self._store.with_details(passages)).values())

    def _refit_names(self, record: Record, kept: Mapping[str, Value]) -> None:
        if "chain" not in kept:
            self._chains.remove_chains([record.passage])
        for key, role in ROLES.items():
            if key not in kept:
                self._chains.remove_role(role, [record.passage])

    def _refit_readings(self, record: Record, kind: RecordKind) -> None:
        for key in record.readings:
            name = renamed(record.kind, key, kind)
            if name is None:
                self._readings.forget([record.passage], [key])
            elif name != key:
                self._readings.rename([record.passage], key, name)

    def _take_over_own(self, record: Record, other: Record) -> None:
        for field, value in other.own.items():
            if field not in record.own:
                self._project.fields.enter(record.passage, field, value)

    def _read(self, passages: Sequence[int]) -> list[tuple[int, list[NewReading]]]:
        unread = self._store.to_read(passages)
        if not unread:
            return []
        numbers = self.numbers()
        return [
            (one.passage, read_record(one.kind, self._texts.words(one.text), one.span, numbers))
            for one in unread
        ]

    def _words(self, reading: Reading) -> str:
        if reading.span is None:
            return ""
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
        printed = values.get("number_text")
        if not isinstance(printed, str):
            return {}
        place = None
        for unread in self._store.to_read([record.passage]):
            words = self._texts.words(unread.text)
            place = number_place(printed, words, unread.span, number)
        known = self._store.figures([record.passage]).get(record.passage)
        if (None if known is None else known.number) == place:
            return {}
        return {"number": place}


def read_record(*_: object) -> list[NewReading]:
    """Nothing is read yet."""
    return []


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


def renamed(old: RecordKind, key: str, new: RecordKind) -> str | None:
    """Return what a field is called in another kind of record, ``None`` where there is none."""
    if field_of(old, key) is None:
        return None
    names = (key, SAME_MEANING.get(key, key))
    return next((name for name in names if field_of(new, name) is not None), None)


def fitted(record: Record, kind: RecordKind) -> dict[str, Value]:
    """Return what is entered of a record and has its place in a record of another kind."""
    found: dict[str, Value] = {}
    for key, value in record.entered.items():
        name = renamed(record.kind, key, kind)
        if name is not None:
            found[name] = value
    return found


def _standing_together(record: Record, values: Mapping[str, Value]) -> dict[str, Value]:
    """Leave numbers out where those a figure has already say something else."""
    has_its_own = any(key in record.entered for key in (*_NUMBERS, "number_text"))
    return {
        key: value
        for key, value in values.items()
        if not (has_its_own and key in (*_NUMBERS, "number_text", "qualifier", "negated"))
    }


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


def _in_order(kind: RecordKind, entered: Mapping[str, Value]) -> dict[str, Value]:
    return {one.key: entered[one.key] for one in FIELDS[kind] if one.key in entered}


def _empty(kind: RecordKind, key: str) -> Value:
    field = field_of(kind, key)
    return None if field is None else _EMPTY[field.kind]


def _count(value: Value) -> int | None:
    return value if type(value) is int else None
