"""A JSON Lines file of passages to tag: each line a wish, or a complaint with its number."""

import codecs
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.notes import note_of
from reviewer.domain.passage_details import (
    statement_of,
    translation_language_of,
    translation_of,
    translator_of,
)
from reviewer.domain.tags import tag_name
from reviewer.domain.text import normalise
from reviewer.domain.words import N_

_TEXTS = ("document", "tag", "quote", "note")
_DETAILS: Mapping[str, Callable[[str], str]] = {
    "statement": statement_of,
    "translation": translation_of,
    "translation_language": translation_language_of,
    "translator": translator_of,
}
_NUMBERS = ("start", "end")


@dataclass(frozen=True, slots=True)
class Wish:
    """One line: which document, which place in it, which tag.

    ``number`` counts lines from 1. ``start`` and ``end`` are code points, both or neither given;
    ``quote`` is ``None`` where the line has none. The rest is the passage in plain words, and its
    translation with whose it is.
    """

    number: int
    document: str
    tag: str
    start: int | None
    end: int | None
    quote: str | None
    note: str
    statement: str = ""
    translation: str = ""
    translation_language: str = ""
    translator: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that could not be used, and why."""

    number: int
    problem: ReviewerError


def wishes(lines: Iterable[bytes]) -> Iterator[Wish | Refused]:
    """Read the lines of a file; blank ones are passed over, a byte order mark is dropped."""
    for number, line in enumerate(lines, start=1):
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if not raw.strip():
            continue
        try:
            yield _wish(number, _object(raw))
        except ReviewerError as problem:
            yield Refused(number, problem)


def _object(raw: bytes) -> dict[str, object]:
    try:
        value: object = json.loads(raw.decode())
    except UnicodeDecodeError as fault:
        raise NotAllowed(N_("It is not UTF-8.")) from fault
    except json.JSONDecodeError as fault:
        raise NotAllowed(
            N_("It is not JSON: {reason}, at character {place}."),
            reason=fault.msg,
            place=fault.colno,
        ) from fault
    except (ValueError, RecursionError) as fault:  # a number of 5,000 digits, 100,000 brackets
        raise NotAllowed(N_("It is not JSON that can be read.")) from fault
    if not isinstance(value, dict):
        raise NotAllowed(N_("It is not an object, as in {example}."), example='{"document": …}')
    return value


def _wish(number: int, values: dict[str, object]) -> Wish:
    texts = {key: _text(values, key) for key in _TEXTS}
    document, tag = texts["document"], (texts["tag"] or "").strip()
    start, end = (_number(values, key) for key in _NUMBERS)
    if not document:
        raise NotAllowed(N_("“{key}” is missing."), key="document")
    if not tag:
        raise NotAllowed(N_("“{key}” is missing."), key="tag")
    if (start is None) != (end is None):
        raise NotAllowed(N_("“start” and “end” go together."))
    if start is None and not texts["quote"]:
        raise NotAllowed(N_("It does not say where: give “start” and “end”, or “quote”."))
    note = note_of(normalise(texts["note"] or "").text)
    tag = tag_name(normalise(tag).text)
    return Wish(number, document, tag, start, end, texts["quote"], note, **_details(values))


def _details(values: dict[str, object]) -> dict[str, str]:
    details = {
        key: kept(normalise(_text(values, key) or "").text) for key, kept in _DETAILS.items()
    }
    if not details["translation"]:
        for key in ("translation_language", "translator"):
            if details[key]:
                raise NotAllowed(N_("There is “{key}”, but no “translation”."), key=key)
    return details


def _text(values: dict[str, object], key: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise NotAllowed(N_("“{key}” is not a text."), key=key)
    try:
        value.encode()
    except UnicodeEncodeError as fault:
        raise NotAllowed(N_("“{key}” holds half a character."), key=key) from fault
    return value


def _number(values: dict[str, object], key: str) -> int | None:
    value = values.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotAllowed(N_("“{key}” is not a whole number."), key=key)
    return value
