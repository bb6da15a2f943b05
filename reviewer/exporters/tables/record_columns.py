"""What a row of a passages table holds of the passage's record, the same for every format.

Cells hold what an analyst entered or confirmed, and nothing else. What a rule read and nobody
confirmed is named in ``unconfirmed`` and stands in ``read``, so that it cannot be taken for the
other. A number that is not there is an empty cell, never 0.
"""

from collections.abc import Sequence

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.exported import BARE, ExportedName, ExportedRecord
from reviewer.domain.records import FIELDS, Value, ValueKind
from reviewer.domain.tags import RecordKind
from reviewer.exporters.written import (
    BETWEEN,
    by_convention_written,
    filled,
    in_json,
    names_written,
    value_written,
)

_NAMES = (ValueKind.CHAIN, ValueKind.NAMES)
_SAID_ON = "said_on"
_CALLED = {"statement": _SAID_ON}
"""When it was said is one column for all records; ``statement`` is the passage in plain words."""


def _plain_fields() -> dict[str, ValueKind]:
    """Return the columns of all records' fields, names apart, in the order of declaration."""
    found: dict[str, ValueKind] = {}
    for fields in FIELDS.values():
        for one in fields:
            if one.kind not in _NAMES:
                found.setdefault(_CALLED.get(one.key, one.key), one.kind)
    return found


def _columns() -> tuple[str, ...]:
    found = ["record"]
    for key, kind in _plain_fields().items():
        found.append(key)
        if kind is ValueKind.DATE:
            found.append(f"{key}_words")
    found += ["speaker", "chain", "chain_filed", "accused", "accused_filed"]
    found += ["victims", "victims_filed", "unconfirmed", "read", "fields"]
    found += ["events", "questions", "links", "low_by_convention", "convention"]
    return tuple(found)


RECORD_COLUMNS = _columns()
_FIELDS = _plain_fields()
NO_CELLS: tuple[str | int, ...] = ("",) * len(RECORD_COLUMNS)
_BARE_CELLS = {
    kind: ("" if kind is RecordKind.NONE else str(kind), *NO_CELLS[1:]) for kind in RecordKind
}


def record_cells(record: ExportedRecord) -> tuple[str | int, ...]:
    """Return a record in the order of ``RECORD_COLUMNS``."""
    if record is BARE[record.kind]:
        return _BARE_CELLS[record.kind]
    entered = {_CALLED.get(key, key): value for key, value in record.entered.items()}
    cells: list[str | int] = ["" if record.kind is RecordKind.NONE else str(record.kind)]
    for key, kind in _FIELDS.items():
        value = entered.get(key)
        cells.append(_cell(value))
        if kind is ValueKind.DATE:
            cells.append(value.words if isinstance(value, WrittenDate) else "")
    speaker = record.chain[-1] if record.chain else None
    cells.append("" if speaker is None else speaker.filed or speaker.printed)
    for names, between in (
        (record.chain, " → "),
        (record.accused, BETWEEN),
        (record.victims, BETWEEN),
    ):
        cells += _names(names, between)
    cells.append(BETWEEN.join(record.read))
    cells.append(in_json(read_written(record)) if record.read else "")
    cells.append(in_json(dict(record.own)) if record.own else "")
    cells.append(BETWEEN.join(dict.fromkeys(one.event for one in record.answers)))
    cells.append(
        BETWEEN.join(f"{one.event}: {one.question}" for one in record.answers if one.question)
    )
    cells.append(BETWEEN.join(one.words for one in record.ends))
    cells += record.by_convention or ("", "")
    return tuple(cells)


def record_written(record: ExportedRecord) -> dict[str, object]:
    """Return a record as JSON has it, in the words in which it is taken in again.

    Beside them ``unconfirmed``, ``read``, ``links`` and what a convention makes of words, which are
    for reading alone.
    """
    if record is BARE[record.kind]:
        return {}
    entered = {key: value_written(value) for key, value in record.entered.items()}
    entered |= dict.fromkeys((key for key in record.settled if key not in _APART), "")
    found = filled(
        {
            "record": entered,
            "chain": names_written(record.chain),
            "accused": names_written(record.accused),
            "victims": names_written(record.victims),
            "unconfirmed": list(record.read),
            "read": read_written(record),
            "fields": dict(record.own),
            "events": [
                {
                    "event": one.event_key or one.event,
                    "question": one.question_key or one.question or None,
                }
                for one in record.answers
            ],
            "links": [
                {
                    "type": str(one.type),
                    "to" if one.outgoing else "from": one.label,
                    "document": one.document,
                    "words": one.words,
                }
                for one in record.ends
            ],
            **by_convention_written(record.by_convention),
        }
    )
    settled_names: dict[str, object] = {key: [] for key in record.settled if key in _APART}
    return settled_names | found


def read_written(record: ExportedRecord) -> dict[str, object]:
    """Return what rules read of a passage and nobody confirmed."""
    return {key: value_written(value) for key, value in record.read.items()}


_APART = ("chain", "accused", "victims")


def _cell(value: Value) -> str | int:
    if isinstance(value, WrittenDate):
        return value.edtf
    if isinstance(value, bool):
        return "yes" if value else ""
    return value if isinstance(value, str | int) else ""


def _names(names: Sequence[ExportedName], between: str) -> tuple[str, str]:
    """Return names as printed, and as filed."""
    return (
        between.join(one.shown for one in names),
        between.join(one.filed or "—" for one in names) if any(one.filed for one in names) else "",
    )
