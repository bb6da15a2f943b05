"""What the passages of a file carry: looked at before anything is written, and written after."""

from collections.abc import Mapping, Sequence

from typing_extensions import override

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.errors import NotAllowed
from reviewer.domain.field_values import value_of
from reviewer.domain.fields import Field
from reviewer.domain.figures import check_numbers
from reviewer.domain.project_lines import GivenName, PassageLine
from reviewer.domain.record_values import checked
from reviewer.domain.records import FIELDS, Record, Value, field_of, is_empty
from reviewer.domain.tags import RecordKind, Tag
from reviewer.domain.words import N_
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.record_writing import empty_value
from reviewer.workspace.register import Naming
from reviewer.workspace.taking.names import ActorNames, AnalystNames, Answered, EventNames
from reviewer.workspace.taking.places import Placed
from reviewer.workspace.verbs import Verbs

_NUMBERS = ("low", "high", "about")
Filled = tuple[PassageLine, int]


class TakenPassages:
    """Takes what lines say of their passages; opens no step of its own."""

    def __init__(
        self,
        verbs: Verbs,
        actors: ActorNames,
        events: EventNames,
        analysts: AnalystNames,
        *,
        credit: bool,
    ) -> None:
        """Take what these names mean; ``credit`` lets work stand under who it is said to be by."""
        self._credit = credit
        self._verbs = verbs
        self._actors = actors
        self._events = events
        self._analysts = analysts
        self._tags = {tag.id: tag for tag in verbs.tags.all()}
        self._fields: dict[int, dict[str, Field]] = {}
        for one in verbs.fields.all():
            self._fields.setdefault(one.tag, {})[one.name.casefold()] = one
        self._answers: dict[int, list[Answered]] = {}

    def check(self, line: PassageLine, tag: int | None) -> None:
        """Raise ``NotAllowed`` or ``NotFound`` for what a passage under a tag cannot carry.

        ``tag`` is ``None`` for one that will be made.
        """
        found = self._tags.get(tag or 0)
        check_details(RecordKind.NONE if found is None else found.record, line)
        for name, written in line.own.items():
            value_of(self._field(found, name, line.tag), written)
        if line.answers:
            self._answers[line.number] = list(map(self._events.answered, line.answers))

    def put(self, placed: Sequence[Placed], tags: Mapping[str, int], among: int) -> list[int]:
        """Tag what some dozens of lines say, and write down what they say of it.

        ``tags`` are by name, ``among`` is how many lines there are in all. Returns the passages.
        """
        made = self._verbs.passages.tag_many(
            [
                Tagging(
                    one.document,
                    one.span,
                    tags[one.line.tag],
                    one.line.words.note,
                    self._analysts.whose(one.line.made)
                    if self._credit and one.line.made is not None
                    else None,
                )
                for one in placed
            ],
            among,
        )
        self._fill([(one.line, passage) for one, passage in zip(placed, made, strict=True)])
        self._verbs.versions.doubt(
            [
                (passage, one.said, one.line.quote or "", one.doubt)
                for one, passage in zip(placed, made, strict=True)
                if one.doubt is not None
            ]
        )
        return made

    def _fill(self, filled: Sequence[Filled]) -> None:
        verbs = self._verbs
        for line, passage in filled:
            words = line.words
            if words.statement:
                verbs.details.set_statement(passage, words.statement)
            if words.translation:
                verbs.details.set_translation(
                    passage, words.translation, words.translation_language, words.translator
                )
            self._take_checks(line, passage)
        marked = [passage for line, passage in filled if line.follow_up]
        if marked:
            verbs.passages.follow_up(marked, wanted=True)
        carrying = [one for one in filled if one[0].has_details]
        if carrying:
            self._write(carrying)
        for answered, passages in self._grouped(filled).items():
            verbs.events.put(passages, answered.event, answered.question, fitting=answered.fitting)

    def _write(self, several: Sequence[Filled]) -> None:
        records = self._verbs.keeper.of_many([passage for _line, passage in several])
        naming = _AsGiven(
            self._verbs.project.actors, analyst=self._verbs.analyst(), now=self._verbs.now()
        )
        for line, passage in several:
            values = self._values(line, records[passage])
            if values:
                self._verbs.keeper.write(records[passage], values, naming)
            tag = self._tags.get(self._verbs.passages.get(passage).tag) if line.own else None
            for name, written in line.own.items():
                field = self._field(tag, name, line.tag)
                self._verbs.project.fields.enter(passage, field.id, value_of(field, written))

    def _take_checks(self, line: PassageLine, passage: int) -> None:
        values: dict[str, object] = {}
        for prefix, work in (("", line.checked), ("translation_", line.translation_checked)):
            if work is not None and (not prefix or line.words.translation):
                who, when = self._analysts.whose(work)
                values |= {f"{prefix}checked_by": who, f"{prefix}checked_at": when}
        if values:
            self._verbs.project.passage_details.set(passage, values, self._verbs.now())

    def _values(self, line: PassageLine, record: Record) -> dict[str, Value]:
        kind = record.kind
        values: dict[str, Value] = {}
        if line.settled:
            values = {one.key: empty_value(kind, one.key) for one in FIELDS[kind]}
        values |= line.values
        if line.chain is not None and field_of(kind, "chain"):
            values["chain"] = tuple(
                ChainMember(self._actors.called(one.name), one.printed, one.hedge)
                for one in line.chain
            )
        for key, names in line.roles.items():
            if field_of(kind, key):
                values[key] = tuple(
                    Named(self._actors.called(one.name), one.printed) for one in names
                )
        return values

    def _grouped(self, filled: Sequence[Filled]) -> Mapping[Answered, list[int]]:
        groups: dict[Answered, list[int]] = {}
        for line, passage in filled:
            for answered in self._answers.get(line.number, ()):
                groups.setdefault(answered, []).append(passage)
        return groups

    def _field(self, tag: Tag | None, name: str, called: str) -> Field:
        found = self._fields.get(0 if tag is None else tag.id, {}).get(name.casefold())
        if found is None:
            raise NotAllowed(N_("The tag “{tag}” has no field “{field}”."), tag=called, field=name)
        return found


class _AsGiven(Naming):
    """Names nobody but whom a line names: its words as printed stay words."""

    @override
    def actor(self, chosen: int | None, printed: str) -> int | None:
        """Return the actor that is meant."""
        del printed
        return chosen


def check_details(kind: RecordKind, line: PassageLine) -> None:
    """Raise ``NotAllowed`` for details that a passage with such a record cannot carry."""
    given: dict[str, Value] = {**line.values}
    given |= {key: _named(names) for key, names in line.roles.items()}
    if line.chain is not None:
        given["chain"] = _chain(line.chain)
    for key, value in given.items():
        _check(kind, key, value, line.tag)
    check_numbers(*(_count(line.values.get(key)) for key in _NUMBERS))


def _check(kind: RecordKind, key: str, value: Value, tag: str) -> None:
    field = field_of(kind, key)
    if field is not None:
        checked(field, value)
    elif not is_empty(value):
        raise NotAllowed(
            N_("A passage tagged “{tag}” has no place for “{field}”."), tag=tag, field=key
        )


def _chain(names: Sequence[GivenName]) -> tuple[ChainMember, ...]:
    return tuple(ChainMember(None, one.printed or one.name, one.hedge) for one in names)


def _named(names: Sequence[GivenName]) -> tuple[Named, ...]:
    return tuple(Named(None, one.printed or one.name) for one in names)


def _count(value: Value) -> int | None:
    return value if type(value) is int else None
