"""What passages carry beside their words, as the passages table shows it.

A value that only a rule read has a hollow mark before it and stands in slanted letters; its tip,
and what a screen reader says, tell that nobody confirmed it. Empty is not known: never
nought, never no.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.exported import ExportedRecord
from reviewer.domain.links import LINK_TYPE_LABELS, REVERSE_LABELS
from reviewer.domain.records import FIELDS, Value, field_of
from reviewer.environment.translation import _
from reviewer.ui.models.passage_columns import PassageColumn
from reviewer.ui.wording import isolated, one_line, tip

HOLLOW = "○ "
CARRIED_TABLES = frozenset(
    (
        *("allegations", "responses", "figures", "readings", "chain_members", "roles"),
        *("actors", "answers", "events", "questions", "links", "field_values"),
    )
)
"""The tables whose changes may show in these columns."""

_KEYS: Mapping[PassageColumn, tuple[str, ...]] = {
    PassageColumn.NUMBER_TEXT: ("number_text",),
    PassageColumn.LOW: ("low",),
    PassageColumn.HIGH: ("high",),
    PassageColumn.HARM: ("harm",),
    PassageColumn.GROUP: ("victim_group",),
    PassageColumn.ACT: ("act", "what_is_denied"),
    PassageColumn.ACT_TYPE: ("act_type",),
    PassageColumn.RESPONSE_KIND: ("response_kind",),
    PassageColumn.EVENT_DATE: ("event_date",),
    PassageColumn.SAID_ON: ("statement", "said_on"),
    PassageColumn.HAPPENED_AT: ("place",),
}


class _Cell(NamedTuple):
    """A cell's words, and whether only a rule read them."""

    words: str
    only_read: bool = False


_EMPTY = _Cell("")


def carried_words(record: ExportedRecord, column: PassageColumn) -> str:
    """Return what a cell shows."""
    cell = _CELLS[column](record)
    return HOLLOW + cell.words if cell.only_read else cell.words


def carried_only_read(record: ExportedRecord, column: PassageColumn) -> bool:
    """Say whether a cell shows what only a rule read, and nobody confirmed."""
    return _CELLS[column](record).only_read


def carried_spoken(record: ExportedRecord, column: PassageColumn) -> str:
    """Return what a screen reader says of a cell."""
    cell = _CELLS[column](record)
    return _("{value} (not confirmed)").format(value=cell.words) if cell.only_read else cell.words


def carried_tip(record: ExportedRecord, column: PassageColumn) -> str | None:
    """Return a cell's words at length, and that nobody confirmed them where that is so."""
    cell = _CELLS[column](record)
    if not cell.words:
        return None
    return tip(cell.words, _("Not confirmed: a rule read it.") if cell.only_read else "")


def _field(column: PassageColumn) -> Callable[[ExportedRecord], _Cell]:
    def shown(record: ExportedRecord) -> _Cell:
        for key in _KEYS[column]:
            if key in record.entered:
                return _Cell(_words(record, key, record.entered[key]))
            if key in record.read:
                return _Cell(_words(record, key, record.read[key]), only_read=True)
        return _EMPTY

    return shown


def _words(record: ExportedRecord, key: str, value: Value) -> str:
    field = field_of(record.kind, key)
    if isinstance(value, WrittenDate):
        return one_line(value.words or value.edtf)
    if isinstance(value, int):
        return f"{value:,}"
    if field is not None and field.choices and isinstance(value, str):
        return _(field.choices.get(value, value))
    return one_line(value)


def _speaker(record: ExportedRecord) -> _Cell:
    if record.chain:
        last = record.chain[-1]
        return _Cell(isolated(last.filed or last.printed) or _("not named"))
    return _read_names(record, "chain", last=True)


def _named(key: str) -> Callable[[ExportedRecord], _Cell]:
    def shown(record: ExportedRecord) -> _Cell:
        names = getattr(record, key)
        if names:
            return _Cell(_together(one.filed or one.printed for one in names))
        return _read_names(record, key)

    return shown


def _read_names(record: ExportedRecord, key: str, *, last: bool = False) -> _Cell:
    value = record.read.get(key)
    named = value if isinstance(value, tuple) else ()
    names = [one.printed or ("" if one.actor else _("not named")) for one in named]
    if not names:
        return _EMPTY
    return _Cell(_together(names[-1:] if last else names), only_read=True)


def _events(record: ExportedRecord) -> _Cell:
    return _Cell(_together(one.event for one in record.answers))


def _questions(record: ExportedRecord) -> _Cell:
    return _Cell(_together(one.question for one in record.answers if one.question))


def _links(record: ExportedRecord) -> _Cell:
    ends = (
        f"{_((LINK_TYPE_LABELS if one.outgoing else REVERSE_LABELS)[one.type])} {one.label}"
        for one in record.ends
    )
    return _Cell(_(", ").join(ends))


def _unconfirmed(record: ExportedRecord) -> _Cell:
    labels = (one.label for one in FIELDS[record.kind] if one.key in record.read)
    return _Cell(_(", ").join(map(_, labels)))


def _together(names: Iterable[str]) -> str:
    return _(", ").join(map(isolated, dict.fromkeys(names)))


_CELLS: Mapping[PassageColumn, Callable[[ExportedRecord], _Cell]] = {
    **{column: _field(column) for column in _KEYS},
    PassageColumn.SPEAKER: _speaker,
    PassageColumn.ACCUSED: _named("accused"),
    PassageColumn.VICTIMS: _named("victims"),
    PassageColumn.EVENT: _events,
    PassageColumn.QUESTION: _questions,
    PassageColumn.LINKS: _links,
    PassageColumn.CONFIRMED: _unconfirmed,
}
