"""Keeps records in step with their passages, inside whatever step is open.

Tagging, a moved edge, a cut, a merge and another tag all mean something for what a passage carries.
What an analyst entered is never lost by them where it still fits; what nobody judged is read anew.
"""

from collections.abc import Mapping, Sequence
from itertools import chain, count

from reviewer.domain.field_values import LONGEST_FIELD_NAME, MOST_CHOICES
from reviewer.domain.fields import Field
from reviewer.domain.passages import first_words
from reviewer.domain.reading.number_tables import NumberTable, default_table, table_written
from reviewer.domain.reading.records import read_record
from reviewer.domain.readings import NewReading
from reviewer.domain.record_fitting import fitted, link_fits, renamed, standing_together
from reviewer.domain.records import Record, Value
from reviewer.domain.tags import RecordKind
from reviewer.store.fields import choices_written
from reviewer.workspace.record_writing import NUMBERS_KEY, ROLES, RecordWriter, number_place

READ_AT_ONCE = 500  # more passages than these are read only when somebody asks


class RecordKeeper(RecordWriter):
    """Reads and moves what passages carry; opens no step of its own."""

    def set_numbers(self, table: NumberTable) -> None:
        """Let number words be read by another table from now on."""
        written = "" if table == default_table() else table_written(table)
        known = self.numbers().convention
        self._project.settings.set(NUMBERS_KEY, written, self._now())
        if table.convention is not known:
            for record in self.of_many(self._store.without_number()).values():
                self.write(record, {}, self.naming())

    def read_new(self, passages: Sequence[int], among: int = 0) -> None:
        """Read passages that were tagged just now, unless there are too many at once.

        ``among`` is how many those were, where these are some of them.
        """
        if max(len(passages), among) <= READ_AT_ONCE:
            self._readings.add(dict(self._read(passages)))

    def read_unless_many(self, passages: Sequence[int]) -> None:
        """Read passages again that have another tag now, unless there are too many at once."""
        if len(passages) <= READ_AT_ONCE:
            self.read(passages)

    def read(self, passages: Sequence[int]) -> None:
        """Read passages again; what an analyst judged stays judged."""
        for passage, new in self._read(passages):
            self._readings.replace(passage, new)

    def forget(self, passages: Sequence[int]) -> None:
        """Let go of what rules read in passages of which nobody knows where they stand."""
        for passage in passages:
            self._readings.replace(passage, [])

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
                self.write(record, standing_together(record, values), naming)
            self._take_over_own(record, records[other])

    def would_go(self, passages: Sequence[int], kind: RecordKind) -> dict[str, int]:
        """Return how many passages would lose what is entered, by field, with another record."""
        going: dict[str, int] = {}
        for record in self._changing(self._of_another_kind(passages, kind)):
            for key in record.entered:
                if renamed(record.kind, key, kind) is None:
                    going[key] = going.get(key, 0) + 1
        return going

    def links_that_would_go(self, passages: Sequence[int], kind: RecordKind) -> list[int]:
        """Return the links that could not stay if passages carried another record, oldest first."""
        changing = self._of_another_kind(passages, kind)
        links = self._project.links.touching(changing) if changing else []
        ends = {one.from_passage for one in links} | {one.to_passage for one in links}
        kinds = self._store.kinds([end for end in ends if end is not None])
        kinds |= dict.fromkeys(changing, kind)
        return [
            one.id
            for one in links
            if not link_fits(one.type, kinds[one.from_passage], kinds.get(one.to_passage or 0))
        ]

    def refit(self, passages: Sequence[int], kind: RecordKind) -> list[int]:
        """Make passages ready for a tag with another record: what fits stays, the rest goes.

        So do links that cannot start or end at that record. Returns those that carry another
        record now, to be read once they have their tag.
        """
        changing = self._of_another_kind(passages, kind)
        self._project.links.remove(self.links_that_would_go(passages, kind))
        for record in self._changing(changing):
            kept = fitted(record, kind)
            columns = {
                key: value for key, value in kept.items() if key != "chain" and key not in ROLES
            }
            self._store.remove([record.passage])
            if columns:
                self._store.write(kind, record.passage, columns)
            self._refit_names(record, kept)
            self._refit_readings(record, kind)
        return changing

    def join_fields(self, source: int, target: int) -> None:
        """Let a tag have the fields of another that is merged into it, with all that is entered.

        A field of the same name and kind is one with its own, and offers the choices of both. One
        of another kind keeps its values and is told apart by a number.
        """
        known = self._project.fields.of(target)
        taken = {one.name.casefold() for one in known}
        partners = {(one.name.casefold(), one.kind): one for one in known}
        for field in self._project.fields.of(source):
            partner = partners.get((field.name.casefold(), field.kind))
            if partner is not None:
                self._project.fields.hand_over(field.id, partner.id)
                self._project.fields.remove(field.id)
                choices = tuple(dict.fromkeys((*partner.choices, *field.choices)))[:MOST_CHOICES]
                if choices != partner.choices:
                    self._project.fields.set(partner.id, {"choices": choices_written(choices)})
            else:
                short = first_words(field.name, LONGEST_FIELD_NAME - len(" (99)"))
                numbered = (f"{short} ({number})" for number in count(2))
                name = next(
                    one for one in chain([field.name], numbered) if one.casefold() not in taken
                )
                taken.add(name.casefold())
                self._project.fields.put_under(field.id, target, name)

    def copy_fields(self, source: int, target: int, passages: Sequence[int]) -> None:
        """Give a tag that is split off another its fields, with what these passages have there."""
        for field in self._project.fields.of(source):
            made = self._project.fields.add(
                target, field.name, field.kind, field.choices, field.help
            )
            self._project.fields.move_values(field.id, made, passages)

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
