"""Values as JSON has them, and as a cell of a table has them.

The words are those in which a file is taken in again (``importers/json_lines.py``).
"""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.exported import ExportedName
from reviewer.domain.reading.conventions import ByConvention
from reviewer.domain.records import Value

Thing = TypeVar("Thing")
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# Characters that some readers take for the end of a line; the value stays the same.
_ENDS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}

BETWEEN = "; "
"""What stands between several things in one cell."""


def json_line(values: Mapping[str, object]) -> str:
    """Return an object as one line."""
    return on_one_line(_ENCODE(values)) + "\n"


def on_one_line(encoded: str) -> str:
    """Return JSON in which no reader finds the end of a line."""
    if encoded.isascii():
        return encoded
    for mark, escape in _ENDS.items():
        encoded = encoded.replace(mark, escape)
    return encoded


def in_json(values: object) -> str:
    """Return a value as JSON inside a cell."""
    return _ENCODE(values)


def date_written(date: WrittenDate) -> dict[str, str]:
    """Return a date as an object; empty parts are left out."""
    parts = {
        "words": date.words,
        "edtf": date.edtf,
        "basis": str(date.basis),
        "evidence": date.evidence,
    }
    return {key: value for key, value in parts.items() if value}


def value_written(value: Value) -> object:
    """Return a value of a record."""
    if isinstance(value, WrittenDate):
        return date_written(value) if value != NO_DATE else ""
    if isinstance(value, tuple):
        return [_name_read(one) for one in value]
    return value


def by_convention_written(made: ByConvention | None) -> dict[str, object]:
    """Return what a convention makes of words without a number, with the convention's name."""
    return {} if made is None else {"low_by_convention": made.low, "convention": made.name}


def names_written(names: Iterable[ExportedName]) -> list[dict[str, str]]:
    """Return actors as a passage names them; empty parts are left out."""
    return [
        _without_empty({"name": one.filed, "printed": one.printed, "hedge": one.hedge})
        for one in names
    ]


def filled(values: Mapping[str, object]) -> dict[str, object]:
    """Return an object without what says nothing; 0 and false say something."""
    return {
        key: value
        for key, value in values.items()
        # What is true says something, and needs no further look: most values are of a text.
        if value or (value is not None and value not in ("", [], {}))
    }


def told(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row of a project without what says nothing.

    A list of names that an analyst settled as empty says that there is nobody.
    """
    settled = ("chain", "accused", "victims")
    return filled(row) | {key: [] for key in settled if row.get(key) == []}


def _name_read(one: ChainMember | Named) -> dict[str, str]:
    hedge = one.hedge if isinstance(one, ChainMember) else ""
    return _without_empty({"printed": one.printed, "hedge": hedge})


def _without_empty(values: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}
