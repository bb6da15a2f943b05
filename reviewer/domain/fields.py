"""Fields of one's own: what a tag's passages carry beside the record of their kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.words import N_


class FieldKind(StrEnum):
    """What may be entered in a field."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"
    YES_NO = "yes_no"


FIELD_KIND_LABELS = {
    FieldKind.TEXT: N_("Text"),
    FieldKind.NUMBER: N_("Number"),
    FieldKind.CHOICE: N_("Choice"),
    FieldKind.DATE: N_("Date"),
    FieldKind.YES_NO: N_("Yes or no"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a tag's passages have; ``choices`` only where ``kind`` is a choice."""

    id: int
    uid: str
    tag: int
    name: str
    kind: FieldKind
    choices: tuple[str, ...]
    help: str
    position: int


@dataclass(frozen=True, slots=True)
class FieldWish:
    """A field as it shall be; ``id`` is that of one there is, ``None`` makes a new one."""

    id: int | None
    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    help: str = ""


def as_wished(fields: Iterable[Field]) -> tuple[FieldWish, ...]:
    """Return fields as wishes that change nothing."""
    return tuple(FieldWish(one.id, one.name, one.kind, one.choices, one.help) for one in fields)
