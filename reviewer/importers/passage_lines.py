"""A passage as a line of our own JSON Lines has it; the keys stand in ``json_lines.py``."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reviewer.domain.errors import NotAllowed
from reviewer.domain.notes import note_of
from reviewer.domain.passage_details import (
    LONGEST_TRANSLATION,
    statement_of,
    translation_language_of,
    translation_of,
    translator_of,
)
from reviewer.domain.project_lines import (
    NO_WORDS,
    AddedWords,
    GivenAnswer,
    GivenName,
    PassageLine,
)
from reviewer.domain.record_values import LONGEST_WORDS, checked
from reviewer.domain.records import FIELDS, RecordField, Value, ValueKind
from reviewer.domain.tags import tag_name
from reviewer.domain.words import N_
from reviewer.importers.line_values import Values, about

_SURE_NAMES = ("document_uid", "text_sha256", "original_sha256", "document")
_ROLES = ("accused", "victims")
_APART = frozenset(("chain", *_ROLES))
_RECORD_FIELDS: Mapping[str, RecordField] = {
    one.key: one for fields in FIELDS.values() for one in fields if one.key not in _APART
}


def passage(number: int, values: Values) -> PassageLine:
    """Read a passage; raises ``NotAllowed``."""
    found = _place(number, values)
    found = replace(
        found,
        words=_words(values),
        follow_up=values.flag("follow_up") or False,
        made=values.made(),
    )
    if any(key in values for key in _CHECKS):
        found = replace(
            found,
            checked=values.work(*_CHECKS[:2]),
            translation_checked=values.work(*_CHECKS[2:]),
        )
    if any(key in values for key in _CARRIED):
        found = replace(
            found,
            values=_record(values.inner("record")),
            settled=values.flag("settled") or False,
            chain=_names(values, "chain") if "chain" in values else None,
            roles={key: _names(values, key) for key in _ROLES if key in values},
            own=_own(values.inner("fields")),
            answers=tuple(map(_answer, values.objects("events", "event"))),
        )
    return found


_CHECKS = ("checked_by", "checked_at", "translation_checked_by", "translation_checked_at")
_CARRIED = ("record", "settled", "chain", *_ROLES, "fields", "events")


def _place(number: int, values: Values) -> PassageLine:
    named, tag = needed_document(values), tag_named(values, "tag")
    start, end, quote = values.number("start"), values.number("end"), values.exact("quote")
    if (start is None) != (end is None):
        raise NotAllowed(N_("“start” and “end” go together."))
    if start is None and not quote:
        raise NotAllowed(N_("It does not say where: give “start” and “end”, or “quote”."))
    key = values.line("key") or values.line("uid")
    return PassageLine(number, key, named, tag, start, end, quote)


def _words(values: Values) -> AddedWords:
    if not any(key in values for key in _ADDED):
        return NO_WORDS
    added = {
        "note": values.text("note", LONGEST_TRANSLATION),
        "statement": values.text("statement", LONGEST_TRANSLATION),
        **_translation(values),
    }
    found = {}
    for key, kept in _ADDED.items():
        with about(key):
            found[key] = kept(added[key])
    for key in ("translation_language", "translator"):
        if found[key] and not found["translation"]:
            raise NotAllowed(N_("There is “{key}”, but no “translation”."), key=key)
    return AddedWords(**found)


_ADDED: Mapping[str, Callable[[str], str]] = {
    "note": note_of,
    "statement": statement_of,
    "translation": translation_of,
    "translation_language": translation_language_of,
    "translator": translator_of,
}


def _translation(values: Values) -> dict[str, str]:
    if isinstance(values.raw("translation"), dict):
        inner = values.inner("translation")
        keys = {"translation": "text", "translation_language": "language"}
        keys["translator"] = "translator"
        return {key: inner.text(short, LONGEST_TRANSLATION) for key, short in keys.items()}
    keys_beside = ("translation", "translation_language", "translator")
    return {key: values.text(key, LONGEST_TRANSLATION) for key in keys_beside}


def _record(values: Values) -> dict[str, Value]:
    found = {}
    for key in values:
        field = _RECORD_FIELDS.get(key)
        if field is None:
            raise NotAllowed(
                N_("No record has a field “{key}”. There are: {keys}."),
                key=values.name(key),
                keys=", ".join(sorted(_RECORD_FIELDS)),
            )
        with about(values.name(key)):
            found[key] = checked(field, _value(field, values))
    return found


def _value(field: RecordField, values: Values) -> Value:
    match field.kind:
        case ValueKind.NUMBER:
            return values.number(field.key)
        case ValueKind.YES_NO:
            return values.flag(field.key) or False
        case ValueKind.DATE:
            return values.date(field.key)
        case _:
            return values.text(field.key)


def _names(values: Values, key: str) -> tuple[GivenName, ...]:
    return tuple(
        GivenName(one.line("name"), one.line("printed"), one.line("hedge"))
        for one in values.objects(key, "name")
    )


def _own(values: Values) -> dict[str, str]:
    return {" ".join(key.split()): values.any_text(key) for key in values}


def _answer(values: Values) -> GivenAnswer:
    none = "question" in values and values.raw("question") is None
    return GivenAnswer(values.needed("event"), None if none else values.line("question"))


def documents(values: Values) -> tuple[str, ...]:
    """Return what a document is called in a line, the surest name first."""
    names = (values.exact(key, LONGEST_WORDS) for key in _SURE_NAMES)
    return tuple(dict.fromkeys(name for name in names if name))


def needed_document(values: Values) -> tuple[str, ...]:
    """Return the same; raises ``NotAllowed`` where it is called nothing."""
    named = documents(values)
    if not named:
        raise NotAllowed(N_("“{key}” is missing."), key="document")
    return named


def tag_named(values: Values, key: str) -> str:
    """Return the name of a tag, which must be there; raises ``NotAllowed``."""
    name = values.needed(key, LONGEST_WORDS)
    with about(key):
        return tag_name(name)
