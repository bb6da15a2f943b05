"""What the way out into REFI-QDA files and the way back share: names, colours, flat rows.

A case, a source and a note of such a file have variables with one plain value each. A row of our
own JSON Lines becomes some of them, each named by the row and the path to it
(``passage.record.event_date.edtf``, ``passage.chain.1.name``), so that any program shows them and
ours makes the row again. What is settled as empty is a variable without a value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

ORIGIN = "Reviewer"
"""How ``origin`` begins in files that we wrote."""
STATEMENT, TRANSLATION = "In plain words", "Translation"
"""Names of notes that are more than notes."""
DETAILS = "Details: "
"""How the names of sets begin that hold the tags with one kind of record."""
KEYS = "Keys of Reviewer"
"""The set whose description says which tag has which key: a line each, key and guid."""

Plain = str | int | bool | None

_HUES = (0x363DB7, 0xA45E85, 0x757905, 0x0C6E51, 0x7D0015, 0x897CDC, 0x589669, 0x5B2856)
"""What a colour of the palette looks like on the light page."""
_LISTS = frozenset(("chain", "accused", "victims"))
_WHOLE = frozenset(("fields",))
"""Keys under which the rest of the path is one name, whatever stands in it."""
_DEEPEST = 5
_MOST = 1_000  # things in one list


# What XML 1.0 has no way to write, not even by number.
_IMPOSSIBLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_TO_ESCAPE = re.compile(f"[{_IMPOSSIBLE}]|_(?=x[0-9A-F]{{4}}[_{_IMPOSSIBLE}])")
_ESCAPED = re.compile("_x([0-9A-F]{4})_")


def escaped(words: str) -> str:
    """Return words that XML can hold: what it cannot becomes ``_x0007_``, as in spreadsheets."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", words)


def unescaped(words: str) -> str:
    """Return the words that were escaped so."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


def colour_written(colour: str) -> str:
    """Return a tag's colour as ``#RRGGBB``; empty where it has none.

    Slots of one hue, which differ in their dashes, differ in the last shade of blue.
    """
    if not colour.isdecimal():
        return colour
    dashes, hue = divmod(int(colour) - 1, len(_HUES))
    return f"#{_HUES[hue % len(_HUES)] + dashes:06X}"


def colour_read(colour: str) -> str:
    """Return the slot that we wrote as this colour, else the colour itself."""
    return _SLOTS.get(colour.upper(), colour)


_SLOTS = {colour_written(str(slot)): str(slot) for slot in range(1, 3 * len(_HUES) + 1)}


def flat(row: str, values: Mapping[str, object]) -> Iterator[tuple[str, Plain]]:
    """Give the variables that a row becomes, by name; what is empty in it is ``None``."""
    for key, value in values.items():
        yield from _flat(f"{row}.{key}", value)


def _flat(name: str, value: object) -> Iterator[tuple[str, Plain]]:
    if isinstance(value, (str, int)):
        yield name, None if value == "" else value
    elif isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}", inner)
    elif isinstance(value, (list, tuple)) and value:
        for number, inner in enumerate(value, start=1):
            yield from _flat(f"{name}.{number}", inner)
    else:
        yield name, None


def deep(variables: Iterable[tuple[str, Plain]]) -> dict[str, dict[str, object]]:
    """Return the rows that variables were, by their kinds; names that are no path make none."""
    rows: dict[str, object] = {}
    for name, value in variables:
        row, _, path = name.partition(".")
        first, _, rest = path.partition(".")
        if not first:
            continue
        more = [rest] if first in _WHOLE else rest.split(".")
        steps = [row, first, *(more if rest else ())]
        if len(steps) <= _DEEPEST:
            _put(rows, steps, _emptied(steps) if value is None else value)
    return {row: made for row, inner in rows.items() if isinstance(made := _listed(inner), dict)}


def _emptied(steps: list[str]) -> object:
    if steps[-1] in _LISTS and len(steps) == 2:
        return []
    return None if steps[-1] == "question" else ""


def _put(rows: dict[str, object], steps: list[str], value: object) -> None:
    for step in steps[:-1]:
        inner = rows.setdefault(step, {})
        if not isinstance(inner, dict):
            return  # a stranger's: there is a plain value already
        rows = inner
    rows.setdefault(steps[-1], value)


def _listed(value: object) -> object:
    """Return an object whose keys count from 1 as the list it was."""
    if not isinstance(value, dict):
        return value
    made = {key: _listed(inner) for key, inner in value.items()}
    if len(made) <= _MOST and set(made) == {str(number + 1) for number in range(len(made))}:
        return [made[str(number + 1)] for number in range(len(made))]
    return made
