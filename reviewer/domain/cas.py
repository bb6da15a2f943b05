"""What the way out into UIMA CAS files and the way back share: our types, and flat features.

A passage is an annotation of one type whatever its record, because programs draw relations between
annotations of one type only. All that is said of it stands in ``CARRIED`` as JSON, exactly; what a
person can read, and may change there, stands beside it in features of one plain value each. They
are texts all of them: a number that is not there is written as 0 by programs on the way.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reviewer.domain.records import FIELDS, ValueKind
from reviewer.domain.tags import RecordKind

PASSAGE, LINK = "reviewer.Passage", "reviewer.Link"
SOURCE, TARGET = "Governor", "Dependent"
"""The features of a relation by which its two ends are told, as INCEpTION wants them."""
JUDGED = ("independent", "note", "analyst", "created")
"""Features of a link beside its kind."""
CARRIED = "carried"

Row = Mapping[str, object]

_SAID_ON, _FOLLOW_UP = "said_on", "follow_up"
# What nearly all characters are stands first, so that the rest is seldom looked at.
_NO_XML = re.compile("[^\x20-\ud7ff\t\n\r\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = (
    *("note", "statement", "translation", "translation_language", "translator"),
    *("checked_by", "checked_at", "translation_checked_by", "translation_checked_at"),
)
_NAMES = (ValueKind.CHAIN, ValueKind.NAMES)


def holdable(words: str) -> tuple[str, int]:
    """Return words that XML can hold, as long as they were, and how many characters it cannot."""
    return _NO_XML.subn("\ufffd", words)


def replaced(words: str) -> list[list[int]]:
    """Return what ``holdable`` replaces: where it stands, and its number in Unicode."""
    return [[one.start(), ord(one[0])] for one in _NO_XML.finditer(words)]


def restored(words: str, gone: object) -> str:
    """Return words with what was replaced in them; as they are, where that was something else."""
    if not isinstance(gone, list) or not gone:
        return words
    found = list(words)
    for one in gone:
        match one:
            case [int(place), int(number)] if 0 <= place < len(found) and found[place] == "\ufffd":
                if 0 <= number < 0x110000 and _NO_XML.fullmatch(chr(number)):
                    found[place] = chr(number)
            case _:
                return words
    return "".join(found)


def in_xml(json: str) -> str:
    """Return JSON that XML can hold: JSON can write any character by its number."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


@cache
def record_features(kind: RecordKind) -> Mapping[str, tuple[str, ValueKind]]:
    """Return the features of a record, by name: its field's key and the kind of its value.

    When something was said is one feature for all records: ``statement`` is the passage in plain
    words.
    """
    return {
        _SAID_ON if one.key == "statement" else one.key: (one.key, one.kind)
        for one in FIELDS[kind]
        if one.kind not in _NAMES
    }


def feature_names() -> tuple[str, ...]:
    """Return the features of a passage, in order."""
    names = ["tag", "record", *_PLAIN, _FOLLOW_UP]
    for kind in RecordKind:
        names += record_features(kind)
    return (*dict.fromkeys(names), *_TOLD, CARRIED)


def features(row: Row, kind: RecordKind) -> dict[str, str]:
    """Return the features of a passage's row with a record of this kind, but for its tag.

    Those that are empty are left out.
    """
    found = {name: row[name] for name in (*_PLAIN, _FOLLOW_UP) if name in row}
    record = row.get("record")
    if isinstance(record, Mapping):
        for name, (key, _value) in record_features(kind).items():
            found[name] = record.get(key)
    told = {name: _feature(value) for name, value in found.items() if value is not None}
    return {**_holdable(told), **_lists(row)}


def changed(row: Row, kind: RecordKind, there: Mapping[str, str]) -> dict[str, object]:
    """Return a row with what a person changed in the features ``there``."""
    before, found = features(row, kind), dict(row)
    names = before.keys() | there.keys()
    other = {name for name in names if before.get(name, "") != there.get(name, "")}
    kept = row.get("record")
    record = dict(kept) if isinstance(kept, Mapping) else {}
    for name in filter(other.__contains__, (*_PLAIN, _FOLLOW_UP)):
        value = ValueKind.YES_NO if name == _FOLLOW_UP else ValueKind.TEXT
        _change(found, name, before.get(name, ""), there.get(name, ""), value)
    for name, (key, value) in record_features(kind).items():
        if name in other:
            _change(record, key, before.get(name, ""), there.get(name, ""), value)
    if record:
        found["record"] = record
    else:
        found.pop("record", None)
    return found


def judged(carried: Row, there: Mapping[str, str]) -> dict[str, object]:
    """Return what is said of a link: as it was carried, but for what was changed ``there``."""
    found = {key: carried[key] for key in JUDGED if key in carried}
    for key in JUDGED:
        before = holdable(_feature(found.get(key)))[0]
        _change(found, key, before, there.get(key, ""), ValueKind.TEXT)
    return found


def untold(row: Row, there: Mapping[str, str]) -> bool:
    """Say whether names, events or fields of one's own were changed in the features ``there``.

    They cannot be taken over, for their words do not say all that the row does.
    """
    before = _lists(row)
    return any(before.get(name, "") != there.get(name, "") for name in _TOLD)


_TOLD = ("chain", "accused", "victims", "fields", "events")
"""Features that tell of lists and objects; they are read, and not read back."""


def _lists(row: Row) -> dict[str, str]:
    """Return the features that tell of lists and objects."""
    return _holdable({name: "; ".join(_things(row[name])) for name in _TOLD if name in row})


def _holdable(told: Mapping[str, str]) -> dict[str, str]:
    return {name: holdable(words)[0] for name, words in told.items() if words}


def _change(row: dict[str, object], key: str, before: str, now: str, kind: ValueKind) -> None:
    if before == now:
        return
    row.pop(key, None)
    if now:
        row[key] = _value(now, kind)


def _value(words: str, kind: ValueKind) -> object:
    """Return a value of a row; words that are none are refused where they are taken in."""
    if kind is ValueKind.YES_NO and words in ("true", "false"):
        return words == "true"
    if kind is ValueKind.NUMBER and words.removeprefix("-").isdecimal() and len(words) < 12:
        return int(words)
    return words


def _feature(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int():
            return str(value)
        case {"edtf": str(words)} | {"words": str(words)}:
            return words
        case _:
            return ""


def _things(value: object) -> Iterator[str]:
    """Give the things in a list, or those in an object with their names, as a person reads them."""
    if isinstance(value, Mapping):
        yield from (f"{name}: {_feature(one)}" for name, one in value.items())
    for one in value if isinstance(value, list) else ():
        match one:
            case str():
                yield one
            case {"event": str(event), "question": str(question)}:
                yield f"{event}: {question}"
            case {"event": str(words)} | {"printed": str(words)} | {"name": str(words)}:
                yield words
