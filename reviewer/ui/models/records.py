"""What the details show of a passage's record: its fields, their values in words, one line of all.

A value is shown as entered, else as a rule read it, and then it is *not confirmed*. Words of a
source stand in quotation marks; names and everything else from outside are isolated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.domain.actors import ChainMember, Named, names_somebody
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import ReviewerError
from reviewer.domain.fields import Field, FieldKind
from reviewer.domain.figures import HARM_LABELS, Harm, Qualifier
from reviewer.domain.passages import Passage
from reviewer.domain.reading.conventions import by_convention
from reviewer.domain.reading.number_tables import NumberTable
from reviewer.domain.reading.records import read_record
from reviewer.domain.readings import Reading
from reviewer.domain.record_values import understood
from reviewer.domain.records import FIELDS, Record, RecordField, Value, ValueKind, field_of
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.environment.translation import _
from reviewer.ui.models.number_conventions import said_by_convention
from reviewer.ui.models.record_readings import how_read, still_stands, why_so
from reviewer.ui.theme.mirroring import our_way, turned
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.actors import ActorOperations
from reviewer.workspace.project import Workspace

NUMBER_FIELDS = ("low", "high", "about", "qualifier")
"""What the words of a number say: read anew when other words are typed."""

_YES, _NO = "1", "0"
_OWN_KINDS = {
    FieldKind.TEXT: ValueKind.TEXT,
    FieldKind.NUMBER: ValueKind.TEXT,  # with a fraction, or below zero
    FieldKind.CHOICE: ValueKind.CHOICE,
    FieldKind.DATE: ValueKind.DATE,
    FieldKind.YES_NO: ValueKind.CHOICE,
}


@dataclass(frozen=True, slots=True)
class CardField:
    """A field as the card has it: of the record, or (``own``) one of one's own; words as shown."""

    key: str
    label: str
    help: str
    kind: ValueKind
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)
    first: bool = False
    own: int | None = None


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value to be shown, empty values too; ``span`` is where its words were read.

    ``read`` says by which rule and from which words it was read, ``why`` why it is what it is; both
    are empty where an analyst wrote it.
    """

    value: Value = None
    unconfirmed: bool = False
    span: Span | None = None
    read: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the line that says all in one; ``actor`` is whom it names, where it names one."""

    words: str
    unconfirmed: bool = False
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A passage's record as it is shown: ``values`` by the fields' keys, and the line of all."""

    passage: int
    kind: RecordKind
    fields: tuple[CardField, ...]
    values: Mapping[str, ShownValue]
    parts: tuple[Part, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """Why values are what they are, each reason once."""
        return tuple(dict.fromkeys(one.why for one in self.values.values() if one.why))

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The fields that show only what a rule read."""
        return tuple(key for key, one in self.values.items() if one.unconfirmed)


def record_fields(kind: RecordKind) -> tuple[CardField, ...]:
    """Return the fields of a kind of record, in the language of the window."""
    return tuple(
        CardField(
            one.key,
            _(one.label),
            _(one.help),
            one.kind,
            {word: _(label) for word, label in _choices(one).items() if word},
            one.first,
        )
        for one in FIELDS[kind]
    )


def own_fields(fields: Sequence[Field]) -> tuple[CardField, ...]:
    """Return a tag's own fields as the card has them."""
    found = []
    for one in fields:
        choices = {word: word for word in one.choices}
        if one.kind is FieldKind.YES_NO:
            choices = {_YES: _("yes"), _NO: _("no")}
        kind = _OWN_KINDS[one.kind]
        key = f"own.{one.id}"
        found.append(CardField(key, one.name, one.help, kind, choices, first=True, own=one.id))
    return tuple(found)


def record_shown(workspace: Workspace, passage: int) -> ShownRecord:
    """Return what is shown of a passage's record; raises ``NotFound``."""
    record = workspace.records.of(passage)
    found = workspace.passages.get(passage)
    fields = (*record_fields(record.kind), *own_fields(workspace.fields.of(found.tag)))
    reading = _Reading(workspace, found)
    values = {
        one.key: _own(record, one) if one.own is not None else _shown(record, one, reading)
        for one in fields
    }
    printed = values.get("number_text")
    if printed is not None and printed.value and printed.span is None:
        values["number_text"] = ShownValue(printed.value, span=_printed_at(found, printed.value))
    names = actor_names(workspace.actors, [one.value for one in values.values()])
    parts = _parts(record.kind, values, names)
    if record.kind is RecordKind.FIGURE:
        parts = (*parts[:1], *_by_convention(workspace, record, values), *parts[1:])
    return ShownRecord(passage, record.kind, fields, values, parts)


def actor_names(actors: ActorOperations, values: Sequence[Value]) -> dict[int, str]:
    """Return under which names the actors of these values are filed, by their ids."""
    ids = {
        one.actor
        for value in values
        if isinstance(value, tuple)
        for one in value
        if one.actor is not None
    }
    return {one.id: one.name for one in actors.several(sorted(ids))} if ids else {}


def not_named() -> str:
    """Return what somebody is called whom the text does not name."""
    return _("not named")


def called(named: ChainMember | Named, names: Mapping[int, str]) -> str:
    """Return what somebody is called: filed under which name, else as printed.

    Words that only describe ("a security official") are the source's: they stand in quotation
    marks.
    """
    filed = None if named.actor is None else names.get(named.actor)
    if filed:
        return isolated(filed)
    if not named.printed:
        return not_named()
    words = isolated(" ".join(named.printed.split()))
    return words if names_somebody(named.printed) else _("“{words}”").format(words=words)


def numbers_of(words: str, table: NumberTable) -> dict[str, Value]:
    """Return what the words of a number say, by field; empty values where they say nothing."""
    found: dict[str, Value] = {"low": None, "high": None, "about": None, "qualifier": ""}
    for one in read_record(RecordKind.FIGURE, words, Span(0, len(words)), table):
        declared = field_of(RecordKind.FIGURE, one.field)
        if one.field in found and declared is not None:
            found[one.field] = understood(declared, one.value, words)
    return found


def numbers_said(values: Mapping[str, Value], printed: str = "") -> str:
    """Return a number in words, such as "27 or more"; empty where there is none."""
    low, high, about = (_count(values.get(key)) for key in ("low", "high", "about"))
    qualifier = Qualifier(str(values.get("qualifier") or ""))
    if qualifier is Qualifier.NONE_REPORTED:
        return _("none reported")
    if about is not None:
        return _("about {number}").format(number=about)
    if low is not None or high is not None:
        return _bounds_said(low, high, qualifier)
    quoted = _("“{words}”").format(words=isolated(printed)) if printed else ""
    return _("{words}, no number").format(words=quoted) if quoted else ""


def record_in_a_line(shown: ShownRecord) -> str:
    """Return the line of all as plain words, for whoever cannot see what is hollow."""
    return " · ".join(
        _("{value} (not confirmed)").format(value=one.words) if one.unconfirmed else one.words
        for one in shown.parts
    )


class _Reading:
    """Understands readings; the document's text is fetched only where the passage lacks words."""

    def __init__(self, workspace: Workspace, passage: Passage) -> None:
        self._workspace = workspace
        self._passage = passage

    def value(self, declared: RecordField, reading: Reading) -> Value:
        """Return what a reading says; ``None`` where its field cannot hold it."""
        words = self._words(reading.span) if declared.kind is ValueKind.DATE else ""
        try:
            return understood(declared, reading.value, words)
        except ReviewerError:
            return None

    def shown(self, value: Value, reading: Reading, *, unconfirmed: bool = False) -> ShownValue:
        """Return a value as a rule read it."""
        read = how_read(reading.rule, self._words(reading.span))
        why = why_so(reading.field, reading.rule)
        return ShownValue(value, unconfirmed, reading.span, read, why)

    def _words(self, span: Span | None) -> str:
        if span is None:
            return ""
        start = self._passage.span.start
        if start <= span.start and span.end <= self._passage.span.end:
            return self._passage.quote[span.start - start : span.end - start]
        return span.of(self._workspace.documents.text(self._passage.document))


def _shown(record: Record, one: CardField, reader: _Reading) -> ShownValue:
    reading, declared = record.readings.get(one.key), field_of(record.kind, one.key)
    entered = record.entered.get(one.key)
    if reading is None or declared is None:
        return ShownValue(entered)
    value = reader.value(declared, reading)
    if one.key in record.entered:
        if still_stands(entered, value):
            return reader.shown(entered, reading)
        return ShownValue(entered, span=reading.span)
    if reading.judged_by is not None or value in (None, "", ()):
        return ShownValue()
    return reader.shown(value, reading, unconfirmed=True)


def _own(record: Record, one: CardField) -> ShownValue:
    written = record.own.get(one.own or 0, "")
    if one.kind is ValueKind.DATE:
        return ShownValue(WrittenDate(written, written) if written else None)
    return ShownValue(written or None)


def _printed_at(found: Passage, printed: Value) -> Span | None:
    at = found.quote.find(str(printed))
    if at < 0:
        return None
    start = found.span.start + at
    return Span(start, start + len(str(printed)))


def _choices(declared: RecordField) -> dict[str, str]:
    if declared.kind is ValueKind.YES_NO:
        return {_YES: _("yes")}
    return dict(declared.choices)


def _bounds_said(low: int | None, high: int | None, qualifier: Qualifier) -> str:
    if low is None:
        return _("up to {number}").format(number=high)
    if high is None:
        if qualifier is Qualifier.MORE_THAN and low > 0:
            return _("more than {number}").format(number=low - 1)
        return _("{number} or more").format(number=low)
    if low != high:
        return _("{low} to {high}").format(low=low, high=high)
    return _("exactly {number}").format(number=low) if qualifier is Qualifier.EXACTLY else str(low)


def _count(value: Value) -> int | None:
    return value if type(value) is int else None


def _parts(
    kind: RecordKind, values: Mapping[str, ShownValue], names: Mapping[int, str]
) -> tuple[Part, ...]:
    made = {
        RecordKind.FIGURE: _of_figure,
        RecordKind.ALLEGATION: _of_allegation,
        RecordKind.RESPONSE: _of_response,
    }.get(kind)
    if made is None:
        return ()
    return (*made(values, names), _says(values["chain"], names))


def _of_figure(values: Mapping[str, ShownValue], _names: Mapping[int, str]) -> list[Part]:
    keys = ("number_text", *NUMBER_FIELDS)
    number = {key: values[key].value for key in keys}
    open_ones = any(values[key].unconfirmed for key in keys)
    said = numbers_said(number, str(number["number_text"] or ""))
    parts = [Part(said or _("no number yet"), open_ones)]
    if values["negated"].value:
        parts.append(Part(_("denied number"), values["negated"].unconfirmed))
    harm = values["harm"]
    if harm.value:
        parts.append(Part(_(HARM_LABELS[Harm(str(harm.value))]), harm.unconfirmed))
    return parts


def _by_convention(
    workspace: Workspace, record: Record, values: Mapping[str, ShownValue]
) -> list[Part]:
    """Return what the project's convention makes of words; of words only read, hollow as they."""
    only_read = values["qualifier"].unconfirmed or values["number_text"].unconfirmed
    made = record.by_convention
    if only_read:
        said = {key: one.value for key, one in values.items()}
        name, printed = workspace.records.numbers().convention, said.get("number_text")
        made = by_convention(name, str(printed or ""), said)
    return [] if made is None else [Part(said_by_convention(made), only_read)]


def _of_allegation(values: Mapping[str, ShownValue], names: Mapping[int, str]) -> list[Part]:
    parts = []
    act, kind, accused = values["act"], values["act_type"], values["accused"]
    if act.value:
        parts.append(Part(isolated(act.value), act.unconfirmed))
    elif kind.value:
        parts.append(Part(_label(RecordKind.ALLEGATION, "act_type", kind.value), kind.unconfirmed))
    named = _named(accused.value)
    if named:
        who = _(", ").join(called(one, names) for one in named)
        words = _("said to have done it: {names}").format(names=who)
        actor = named[0].actor if len(named) == 1 else None
        parts.append(Part(words, accused.unconfirmed, actor))
    return parts


def _of_response(values: Mapping[str, ShownValue], _names: Mapping[int, str]) -> list[Part]:
    parts = []
    kind, denied = values["response_kind"], values["what_is_denied"]
    if kind.value:
        parts.append(
            Part(_label(RecordKind.RESPONSE, "response_kind", kind.value), kind.unconfirmed)
        )
    if denied.value:
        words = _("“{words}”").format(words=isolated(denied.value))
        parts.append(Part(words, denied.unconfirmed))
    return parts


def _says(chain: ShownValue, names: Mapping[int, str]) -> Part:
    members = _named(chain.value)
    if not members:
        return Part(_("who says so: not entered"))
    who = _led_on([_("this page"), *(called(one, names) for one in members)])
    return Part(_("who says so: {who}").format(who=who), chain.unconfirmed, members[-1].actor)


def _led_on(steps: Sequence[str]) -> str:
    """Return steps from the page to the speaker, arrows between them that point on this way.

    They run as the window does, whichever way the line runs that they stand in.
    """
    return our_way((" ← " if turned() else " → ").join(steps))


def _named(value: Value) -> tuple[ChainMember | Named, ...]:
    return value if isinstance(value, tuple) else ()


def _label(kind: RecordKind, key: str, value: Value) -> str:
    shown = next(one for one in record_fields(kind) if one.key == key)
    return shown.choices.get(str(value), str(value))
