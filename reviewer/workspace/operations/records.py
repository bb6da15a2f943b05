"""The verbs of records: enter, confirm, read again, and tag the same words as something else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.actors import ChainMember
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.field_values import value_of
from reviewer.domain.links import LinkType
from reviewer.domain.reading.number_tables import (
    NumberTable,
    table_of,
)
from reviewer.domain.record_fitting import fitted, in_one_voice
from reviewer.domain.record_values import checked
from reviewer.domain.records import (
    FIELDS,
    Record,
    RecordField,
    Value,
    field_of,
)
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.record_keeping import RecordKeeper

Put = Callable[[Sequence[int], int], object]
Link = Callable[[int, int, LinkType], object]

_NOTHING: Mapping[int, str] = {}
_TAKEN_ALONG = frozenset(("chain", "place", "venue"))


@dataclass(frozen=True, slots=True)
class WouldGo:
    """A field whose entered values another tag has no place for, in how many passages."""

    key: str
    label: str
    passages: int


class RecordOperations:
    """Records of an open project's passages."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        passages: PassageOperations,
        keeper: RecordKeeper,
        *,
        put: Put,
        link: Link,
    ) -> None:
        self._project = project
        self._history = history
        self._passages = passages
        self._keeper = keeper
        self._put = put
        self._link = link

    def of(self, passage: int) -> Record:
        """Return what a passage carries beside its words; raises ``NotFound``."""
        return self._keeper.of_many([passage])[passage]

    def of_many(self, passages: Sequence[int]) -> dict[int, Record]:
        """Return what passages carry, by passage; raises ``NotFound``."""
        return self._keeper.of_many(passages)

    def enter(
        self,
        passage: int,
        values: Mapping[str, Value],
        *,
        own: Mapping[int, str] = _NOTHING,
        confirm: bool = False,
    ) -> None:
        """Enter values of a passage's record, by field, as one step; an empty one clears a field.

        ``own`` are values of fields of one's own, by the field's id; with ``confirm`` what rules
        read of the other fields is taken over in the same step.

        A date may be given as EDTF in words. Actors without an id are found by the words printed,
        or made where these name somebody nobody knows yet; words that only describe ("a security
        official") stay words. What a rule had read there counts as judged. Raises ``NotAllowed``
        for a field the passage's tag does not have, and for what the field cannot hold.
        """
        record = self.of(passage)
        wanted = {key: checked(self._field(record, key), value) for key, value in values.items()}
        with self._history.step("records.enter", self._called([passage])):
            naming = self._keeper.naming()
            self._keeper.write(record, wanted, naming)
            for field, value in own.items():
                self.enter_own(passage, field, value)
            if confirm:
                self._keeper.confirm(self.of(passage), naming)

    def confirm(self, passages: Sequence[int]) -> None:
        """Take over what rules read and nobody judged, where nothing is entered, as one step.

        Raises ``NotAllowed`` where what was read cannot stand beside what is entered; then nothing
        was taken over.
        """
        records = self._keeper.of_many(passages)
        with self._history.step(self._step("records.confirm", passages), self._called(passages)):
            naming = self._keeper.naming()
            for record in records.values():
                self._keeper.confirm(record, naming)

    def read_again(self, passages: Sequence[int]) -> None:
        """Read passages again as one step; what an analyst judged stays as it is."""
        name = self._step("records.read_again", passages)
        with self._history.step(name, self._called(passages)):
            self._keeper.read(passages)

    def would_go(self, passages: Sequence[int], tag: int) -> list[WouldGo]:
        """Return which entered values would go with another tag; to be asked before ``retag``."""
        found = self._project.tags.get(tag)
        return [
            *self._going(self._keeper.would_go(passages, found.record)),
            *(
                WouldGo(str(field.id), field.name, count)
                for field, count in self._keeper.own_that_would_go(passages, tag)
            ),
        ]

    def would_go_with_kind(self, tag: int, kind: RecordKind) -> list[WouldGo]:
        """Return which entered values would go if a tag's passages carried another record."""
        return self._going(self._keeper.would_go(self._project.records.of_tag(tag), kind))

    def links_that_would_go(self, passages: Sequence[int], tag: int) -> list[int]:
        """Return which links could not stay with another tag; to be asked before ``retag``."""
        kind = self._project.tags.get(tag).record
        return self._keeper.links_that_would_go(passages, kind)

    def links_that_would_go_with_kind(self, tag: int, kind: RecordKind) -> list[int]:
        """Return which links could not stay if a tag's passages carried another record."""
        return self._keeper.links_that_would_go(self._project.records.of_tag(tag), kind)

    def tag_words(self, document: int, span: Span, tag: int) -> int:
        """Tag a span, as one step; returns the new passage.

        Where the very words carry another tag already, and what is entered or the events of that
        passage are this one's too, it is ``tag_also``; else ``tag_passage``, and raises as that.
        """
        kind = self._project.tags.get(tag).record
        standing = self._project.passages.taken(document, [span])
        if (span.start, span.end, tag) not in standing:
            records = self._keeper.of_many(sorted(standing.values(), reverse=True))
            for passage, record in records.items():
                if in_one_voice(record.kind, kind) and self._gives_along(record):
                    return self.tag_also(passage, tag)
        return self._passages.tag_passage(document, span, tag)

    def tag_also(self, passage: int, tag: int) -> int:
        """Tag the very words of a passage a second time, as one step; returns the new passage.

        It takes over who says so, the dates, the places and the events. Raises ``NotAllowed``
        where the words carry that tag already.
        """
        found = self._project.passages.get(passage)
        name = self._project.tags.get(tag).name
        arguments = {**self._called([passage]), "tag": name}
        with self._history.step("records.tag_also", arguments) as step:
            new = self._passages.tag_passage(found.document, found.span, tag)
            step.describe(**self._called([passage]), new=self._passages.label(new))
            records = self._keeper.of_many([passage, new])
            values = _along(fitted(records[passage], records[new].kind))
            self._keeper.write(records[new], values, self._keeper.naming())
            self._put_along(passage, new)
        return new

    def tag_charge(self, passage: int, span: Span, tag: int) -> int:
        """Tag the charge that a response names, as one step; returns the charge's passage.

        The response is linked to it as its denial, and its events are the charge's too. Who says
        so is not taken over: whoever denies a charge does not make it. Raises ``NotAllowed`` for
        a passage that is no response, and as ``tag_passage`` does.
        """
        found = self._project.passages.get(passage)
        if self.of(passage).kind is not RecordKind.RESPONSE:
            raise NotAllowed(
                N_("{passage} is no response, so it denies no charge. Tag it as a denial first."),
                passage=self._passages.label(passage),
            )
        name = self._project.tags.get(tag).name
        arguments = {**self._called([passage]), "tag": name}
        with self._history.step("records.tag_charge", arguments) as step:
            new = self._passages.tag_passage(found.document, span, tag)
            step.describe(**self._called([passage]), new=self._passages.label(new))
            self._put_along(passage, new)
            self._link(passage, new, LinkType.DENIES)
        return new

    def tag_denial(
        self, document: int, span: Span, tag: int, charge: Span, charge_tag: int
    ) -> tuple[int, int]:
        """Tag a response, and inside it the charge it names, as one step; returns both passages.

        Raises ``NotAllowed`` as ``tag_passage`` does; then nothing was tagged.
        """
        name = self._project.tags.get(tag).name
        with self._history.step("records.tag_denial", {"tag": name}):
            denial = self._passages.tag_passage(document, span, tag)
            return denial, self.tag_charge(denial, charge, charge_tag)

    def repeat(self, passage: int, chain: Sequence[ChainMember], events: Sequence[int]) -> None:
        """Give a passage a speaker and events that were given before, as one step.

        A passage whose tag has no place for who says so is only put into the events.
        """
        record = self.of(passage)
        with self._history.step("records.repeat", self._called([passage])):
            if field_of(record.kind, "chain") is not None:
                members = checked(self._field(record, "chain"), tuple(chain))
                self._keeper.write(record, {"chain": members}, self._keeper.naming())
            for event in events:
                self._put([passage], event)

    def enter_own(self, passage: int, field: int, value: str) -> None:
        """Enter a value in a field of one's own; an empty one takes away what is there.

        Raises ``NotAllowed`` for what the field cannot hold, or where the passage's tag does not
        have it.
        """
        found = self._project.fields.get(field)
        if found.tag != self._project.passages.get(passage).tag:
            raise NotAllowed(
                N_("{passage} has no field “{field}”: its tag has none of that name."),
                passage=self._passages.label(passage),
                field=found.name,
            )
        standing = self.of(passage).own.get(field, "")
        if value == standing:
            return  # also where the field offers that choice no more
        written = value_of(found, value)
        if written == standing:
            return
        arguments = {**self._called([passage]), "field": found.name}
        with self._history.step("records.own", arguments):
            self._project.fields.enter(passage, field, written)

    def numbers(self) -> NumberTable:
        """Return the table by which number words are read in this project."""
        return self._keeper.numbers()

    def set_numbers(self, table: NumberTable) -> None:
        """Read number words by another table from now on; nothing is read again by itself.

        What its convention makes of words without a number is written down in the same step.

        Raises ``NotAllowed``, naming the row, for a table that cannot be.
        """
        table = table_of(table.words, table.wordings, table.convention)
        if table == self.numbers():
            return
        with self._history.step("records.numbers"):
            self._keeper.set_numbers(table)

    def _gives_along(self, record: Record) -> bool:
        return bool(_along(record.entered) or self._project.answers.of([record.passage]))

    def _put_along(self, passage: int, new: int) -> None:
        for event in dict.fromkeys(one.event for one in self._project.answers.of([passage])):
            self._put([new], event)

    def _field(self, record: Record, key: str) -> RecordField:
        field = field_of(record.kind, key)
        if field is None:
            raise NotAllowed(
                N_("{passage} has no place for “{field}”: its tag carries other details."),
                passage=self._passages.label(record.passage),
                field=key,
            )
        return field

    def _going(self, counted: Mapping[str, int]) -> list[WouldGo]:
        labels = {one.key: one.label for fields in FIELDS.values() for one in fields}
        return [WouldGo(key, labels[key], count) for key, count in counted.items()]

    def _step(self, name: str, passages: Sequence[int]) -> str:
        return name if len(passages) == 1 else f"{name}_many"

    def _called(self, passages: Sequence[int]) -> dict[str, object]:
        if len(passages) == 1:
            return {"passage": self._passages.label(passages[0])}
        return {"count": len(passages)}


def _along(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what is the same under another tag: who says so, where and when."""
    return {
        key: value
        for key, value in values.items()
        if key in _TAKEN_ALONG or isinstance(value, WrittenDate)
    }
