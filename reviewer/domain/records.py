"""Records: which structured details a passage carries, field by field, for each kind of tag.

Every field is declared here once: its key (the schema's word, as in exports), its label and help
(what a person reads), the kind of value, and whether it is among the four that show at first. The
card in Details, the columns of exports and of the passages table, and the operations that write a
value all come from these declarations.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.allegations import ACT_TYPE_LABELS, WORDING_LABELS
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.figures import HARM_LABELS, QUALIFIER_LABELS
from reviewer.domain.reading.conventions import ByConvention
from reviewer.domain.readings import Reading
from reviewer.domain.responses import RESPONSE_KIND_LABELS, SCOPE_LABELS
from reviewer.domain.tags import RecordKind
from reviewer.domain.text import is_normal
from reviewer.domain.words import N_

Word = TypeVar("Word", bound=StrEnum)


class ValueKind(StrEnum):
    """What a field of a record holds, as Python has it."""

    TEXT = "text"  # str
    NUMBER = "number"  # int or None
    CHOICE = "choice"  # str: a word of the closed list
    YES_NO = "yes_no"  # bool
    DATE = "date"  # WrittenDate
    CHAIN = "chain"  # tuple of ChainMember, from the page back to the speaker
    NAMES = "names"  # tuple of Named


Value = str | int | bool | WrittenDate | tuple[ChainMember, ...] | tuple[Named, ...] | None


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: ``choices`` are the closed list, from word to label; ``first`` shows at once."""

    key: str
    label: str
    help: str
    kind: ValueKind = ValueKind.TEXT
    choices: Mapping[str, str] = field(default_factory=dict)
    first: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one passage beside its words.

    ``entered`` holds what an analyst entered or confirmed, by field, empty values left out;
    ``readings`` what rules read, by field, also those that were judged already. ``own`` holds the
    values of fields of one's own, by the field's id. ``by_convention`` is what the project's
    convention makes of a figure's words without a number: it is no value of the figure.
    """

    passage: int
    kind: RecordKind
    entered: Mapping[str, Value] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)
    by_convention: ByConvention | None = None

    def unconfirmed(self) -> tuple[str, ...]:
        """Return the fields that show only what a rule read, in the order of the declarations."""
        return tuple(
            one.key
            for one in FIELDS[self.kind]
            if one.key not in self.entered
            and one.key in self.readings
            and self.readings[one.key].judged_by is None
        )


def _closed(labels: Mapping[Word, str]) -> dict[str, str]:
    return {str(word): label for word, label in labels.items()}


_CHAIN = RecordField(
    "chain",
    N_("Who says so"),
    N_("The one whose claim it is, not the page that prints it."),
    ValueKind.CHAIN,
    first=True,
)
_VICTIMS = RecordField(
    "victims",
    N_("Names given"),
    N_("Names printed in the text; can be protected at export."),
    ValueKind.NAMES,
)
_EVENT_DATE = RecordField(
    "event_date",
    N_("When it is said to have happened"),
    N_("Day, month, year or a span; ? and about are allowed."),
    ValueKind.DATE,
)
_PLACE = RecordField("place", N_("Where it is said to have happened"), N_("As the source has it."))
_STATEMENT = RecordField(
    "statement", N_("When it was said"), N_("Not the day it happened."), ValueKind.DATE
)
_VENUE = RecordField(
    "venue", N_("Where it was said"), N_("Press conference, post, interview, court.")
)

FIELDS: Mapping[RecordKind, tuple[RecordField, ...]] = {
    RecordKind.NONE: (),
    RecordKind.ALLEGATION: (
        RecordField(
            "act", N_("What is said to have happened"), N_("In a few plain words."), first=True
        ),
        _CHAIN,
        RecordField(
            "accused",
            N_("Who is said to have done it"),
            N_("The name the source gives; leave empty when it gives none."),
            ValueKind.NAMES,
            first=True,
        ),
        RecordField(
            "wording",
            N_("How firmly the source puts it"),
            N_("About the source’s wording, not about what happened."),
            ValueKind.CHOICE,
            _closed(WORDING_LABELS),
            first=True,
        ),
        RecordField(
            "act_type",
            N_("Kind of act"),
            N_("From the list human-rights recorders share."),
            ValueKind.CHOICE,
            _closed(ACT_TYPE_LABELS),
        ),
        _VICTIMS,
        _EVENT_DATE,
        _PLACE,
        _STATEMENT,
        _VENUE,
        RecordField(
            "grounds",
            N_("What they base it on"),
            N_("“A report”, “a leaked call”, “online sources”."),
        ),
    ),
    RecordKind.RESPONSE: (
        RecordField(
            "what_is_denied",
            N_("What is denied"),
            N_("The charge in one sentence, as the denier puts it."),
            first=True,
        ),
        RecordField(
            "response_kind",
            N_("Kind of response"),
            N_("What the answer does."),
            ValueKind.CHOICE,
            _closed(RESPONSE_KIND_LABELS),
            first=True,
        ),
        _CHAIN,
        RecordField(
            "scope",
            N_("All or part"),
            N_("Does the response cover every charge, or one?"),
            ValueKind.CHOICE,
            _closed(SCOPE_LABELS),
            first=True,
        ),
        RecordField(
            "strength_cue",
            N_("Strong words"),
            N_("Words in the text such as “categorically”."),
        ),
        _STATEMENT,
        _VENUE,
    ),
    RecordKind.FIGURE: (
        RecordField(
            "number_text",
            N_("Number as printed"),
            N_("The words the number was read from."),
            first=True,
        ),
        RecordField(
            "low", N_("At least"), N_("Empty means the source sets no limit."), ValueKind.NUMBER
        ),
        RecordField(
            "high", N_("At most"), N_("Empty means the source sets no limit."), ValueKind.NUMBER
        ),
        RecordField(
            "about",
            N_("About"),
            N_("Where the source says about how many; at least and at most stay empty."),
            ValueKind.NUMBER,
        ),
        RecordField(
            "qualifier",
            N_("Wording"),
            N_("at least, more than, up to, about, stated, between, words only."),
            ValueKind.CHOICE,
            _closed(QUALIFIER_LABELS),
        ),
        RecordField(
            "negated",
            N_("Denied number"),
            N_("The source says this number is not so."),
            ValueKind.YES_NO,
        ),
        RecordField(
            "harm",
            N_("What happened to them"),
            N_("killed, injured, arrested, detained, missing, forced from home…"),
            ValueKind.CHOICE,
            _closed(HARM_LABELS),
            first=True,
        ),
        _CHAIN,
        RecordField(
            "victim_label",
            N_("Who was harmed, in the source’s words"),
            N_("Keep the source’s own word, “criminals” or “workers”."),
            first=True,
        ),
        RecordField(
            "victim_group",
            N_("Group (your choice)"),
            N_("Your own grouping; shown apart from the source’s word."),
        ),
        _VICTIMS,
        _EVENT_DATE,
        RecordField(
            "as_of",
            N_("Counted up to"),
            N_("The day up to which the count runs."),
            ValueKind.DATE,
        ),
        RecordField(
            "said_on", N_("When it was said"), N_("Not the day it happened."), ValueKind.DATE
        ),
        _PLACE,
    ),
}


def field_of(kind: RecordKind, key: str) -> RecordField | None:
    """Return the declaration of a field, ``None`` where this kind of record has no such field."""
    return next((one for one in FIELDS[kind] if one.key == key), None)


def is_empty(value: Value) -> bool:
    """Say whether a value says nothing; zero says something, and so does "no" where it was said."""
    return value is None or value is False or value in ("", (), NO_DATE)


def chain_written(members: Sequence[ChainMember]) -> str:
    """Return a chain as a reading keeps it: JSON of the printed names and the hedge words."""
    return json.dumps([[one.printed, one.hedge] for one in members], ensure_ascii=False)


def chain_read(written: str) -> tuple[ChainMember, ...]:
    """Return a chain from a reading, without actors; raises ``ValueError`` for anything else."""
    return tuple(
        ChainMember(None, printed, hedge) for printed, hedge in _lists_of_words(written, 2)
    )


def names_written(names: Sequence[Named]) -> str:
    """Return names as a reading keeps them: JSON of the words as printed."""
    return json.dumps([[one.printed] for one in names], ensure_ascii=False)


def names_read(written: str) -> tuple[Named, ...]:
    """Return names from a reading, without actors; raises ``ValueError`` for anything else."""
    return tuple(Named(None, printed) for (printed,) in _lists_of_words(written, 1))


def _lists_of_words(written: str, length: int) -> list[list[str]]:
    try:
        found = json.loads(written)
    except RecursionError as fault:
        raise ValueError(written) from fault
    if not isinstance(found, list) or not all(_are_words(one, length) for one in found):
        raise ValueError(written)
    return found


def _are_words(one: object, length: int) -> bool:
    return (
        isinstance(one, list)
        and len(one) == length
        and all(isinstance(part, str) and is_normal(part) for part in one)
    )
