"""What a row of our own passages table says of the passage's record -> the words of JSON Lines.

A table is for reading: names that hold the sign between two of them, links, and what was settled
as empty cannot be told from its cells. JSON Lines bring all of it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from reviewer.domain.interchange import GivenRow
from reviewer.domain.records import FIELDS, RecordField, ValueKind
from reviewer.domain.tags import RecordKind
from reviewer.importers.interchange.passages.passages_columns import column_of

Cells = Mapping[str, str]
_BETWEEN = "; "
_ALONG = " → "
_NOBODY = "—"
_NUMBER = re.compile(r"-?[0-9]{1,18}")


def record_of(cells: Cells) -> dict[str, object]:
    """Return what a row carries: record, names, own fields and events."""
    kind = cells.get("record", "")
    found: dict[str, object] = {
        "record": _record(kind, cells),
        "chain": _names(cells, "chain", _ALONG),
        "accused": _names(cells, "accused", _BETWEEN),
        "victims": _names(cells, "victims", _BETWEEN),
        "fields": _own(cells),
        "events": [{"event": event, "question": asked} for event, asked in _answers(cells)],
    }
    return {key: value for key, value in found.items() if value}


def needed_for(tag: str, cells: Cells) -> Iterator[GivenRow]:
    """Give what a row speaks of, so that it is there: the tag's fields, events and questions."""
    for name in _own(cells):
        yield GivenRow({"row": "field", "tag": tag, "name": name})
    for event, asked in _answers(cells):
        yield GivenRow({"row": "event", "name": event})
        if asked:
            yield GivenRow({"row": "question", "event": event, "wording": asked})


def number_of(cell: str) -> object:
    """Return the number that is written in a cell, and words as they are; nothing is ``None``."""
    return int(cell) if _NUMBER.fullmatch(cell) else cell or None


def _record(kind: str, cells: Cells) -> dict[str, object]:
    if kind not in set(RecordKind):
        return {}
    found = {one.key: _value(one, cells) for one in FIELDS[RecordKind(kind)]}
    return {key: value for key, value in found.items() if value is not None}


def _value(field: RecordField, cells: Cells) -> object:
    column = column_of(field)
    cell = cells.get(column, "")
    match field.kind:
        case ValueKind.NUMBER:
            return number_of(cell)
        case ValueKind.YES_NO:
            return True if cell == "yes" else cell or None
        case ValueKind.DATE:
            words = cells.get(f"{column}_words", "")
            date = {"edtf": cell, "words": words}
            return {key: one for key, one in date.items() if one} or None
        case ValueKind.CHAIN | ValueKind.NAMES:
            return None
        case _:
            return cell or None


def _names(cells: Cells, column: str, between: str) -> list[dict[str, str]]:
    """Return names as printed, with who is meant where as many are filed."""
    printed = cells.get(column, "").split(between)
    filed = cells.get(f"{column}_filed", "").split(between)
    if len(filed) != len(printed):
        filed = [_NOBODY] * len(printed)
    return [
        {"printed": words, "name": "" if name == _NOBODY else name}
        for words, name in zip(printed, filed, strict=True)
        if words
    ]


def _own(cells: Cells) -> dict[str, object]:
    found: object = None
    with suppress(ValueError, RecursionError):
        found = json.loads(cells.get("fields") or "{}")
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def _answers(cells: Cells) -> Iterator[tuple[str, str | None]]:
    """Give each event, with each question of it that is answered; ``None`` for none."""
    asked = list(filter(None, cells.get("questions", "").split(_BETWEEN)))
    for event in filter(None, cells.get("events", "").split(_BETWEEN)):
        own = [one.removeprefix(f"{event}: ") for one in asked if one.startswith(f"{event}: ")]
        yield from ((event, question) for question in own)
        if not own:
            yield event, None
