"""What a W3C Web Annotation must be, by the model's own rules; one fault says why one is refused.

Only what the model says MUST be is asked for. What it says more is nobody's fault.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from reviewer.domain.words import N_
from reviewer.importers import shown

W3C = "http://www.w3.org/ns/anno.jsonld"
_CONTEXTS = (W3C, W3C.replace("http:", "https:"))
_ADDRESS = re.compile(r'[^\s<>"{}|\\^`\x00-\x1f\x7f]{1,4000}')
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_LONGEST = 60  # code points of a value that stands in a complaint

MISSING = N_("“{name}”: an annotation has no “{key}”, which it must have.")
NO_ADDRESS = N_("“{name}”: “{key}” of an annotation is {value}; it must be one address (IRI).")
NO_MOMENT = N_(
    "“{name}”: “{key}” of an annotation is {value}; it must be one moment, as 2026-03-14T09:26:53Z."
)
NO_AGENT = N_("“{name}”: “{key}” of an annotation is {value}; it must say who or what made it.")
NO_RESOURCE = N_(
    "“{name}”: “{key}” of an annotation is {value}; it must be an address or an object."
)
NO_TEXT = N_("“{name}”: “{key}” of an annotation is {value}; it must be one text.")
NO_PLACE = N_("“{name}”: “{key}” of an annotation is {value}; it must be a place, from 0 on.")
NO_TYPE = N_("“{name}”: “{key}” of an annotation is {value}; it must be “Annotation”.")
NO_CONTEXT = N_("“{name}” holds no web annotations: its “@context” is not that of W3C.")


_NEEDED: Mapping[str, tuple[str, ...]] = {
    "FragmentSelector": ("value",),
    "TextQuoteSelector": ("exact",),
    "TextPositionSelector": ("start", "end"),
}
_OF_ANYTHING = frozenset(
    (
        *("creator", "generator", "created", "modified", "generated"),
        *("rights", "via", "canonical"),
    )
)
"""Keys that anything may have."""


class Fault(NamedTuple):
    """Why an annotation is refused; the sentence wants the ``name`` of the file besides."""

    message: str
    key: str
    value: str = ""


def has_context(value: object) -> bool:
    """Say whether a context is that of W3C, or a list with it; an object in it is never fetched."""
    several = value if isinstance(value, list) else [value]
    return any(one in _CONTEXTS for one in several if isinstance(one, str))


def fault_of(thing: Mapping[str, object]) -> Fault | None:
    """Return the first thing that is wrong with an annotation; ``None`` where nothing is."""
    return next(_faults(thing), None)


def is_address(value: object) -> bool:
    """Say whether a value is an address, whole or relative (``#1``), without a space in it."""
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def _faults(thing: Mapping[str, object]) -> Iterator[Fault]:
    types = each(thing.get("type"))
    if not types:
        yield Fault(MISSING, "type")
    elif "Annotation" not in types:
        yield Fault(NO_TYPE, "type", _value(thing["type"]))
    if thing.get("target") is None:
        yield Fault(MISSING, "target")
    for key in ("target", "body"):
        for one in each(thing.get(key)):
            yield from _of_resource(key, one)
    yield from _wrong(thing, "bodyValue", _is_text, NO_TEXT)
    yield from _of_anything(thing)
    yield from _wrong(thing, "id", is_address, NO_ADDRESS)


def _of_anything(thing: Mapping[str, object]) -> Iterator[Fault]:
    if _OF_ANYTHING.isdisjoint(thing):
        return
    for key in ("creator", "generator"):
        yield from _each_wrong(thing, key, _is_agent, NO_AGENT)
    for key in ("created", "modified", "generated"):
        yield from _wrong(thing, key, _is_moment, NO_MOMENT)
    for key in ("rights", "via"):
        yield from _each_wrong(thing, key, is_address, NO_ADDRESS)
    yield from _wrong(thing, "canonical", is_address, NO_ADDRESS)


def _of_resource(key: str, value: object) -> Iterator[Fault]:
    if not isinstance(value, dict):
        if not is_address(value):
            yield Fault(NO_RESOURCE, key, _value(value))
        return
    if "value" in value and "selector" not in value and "items" not in value:
        yield from _wrong(value, "value", _is_text, NO_TEXT)
    for one in each(value.get("selector")):
        yield from _of_selector(one)
    yield from _of_anything(value)


def _of_selector(value: object) -> Iterator[Fault]:
    if not isinstance(value, dict):
        if not is_address(value):
            yield Fault(NO_RESOURCE, "selector", _value(value))
        return
    wanted = _NEEDED.get(str(value.get("type")), ())
    for key in wanted:
        if value.get(key) is None:
            yield Fault(MISSING, key)
        elif key in ("start", "end"):
            if not is_place(value[key]):
                yield Fault(NO_PLACE, key, _value(value[key]))
        else:
            yield from _wrong(value, key, _is_text, NO_TEXT)


def each(value: object) -> list[object]:
    """Return the values of a key: JSON-LD writes one of them without a list, and none as null."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_place(value: object) -> bool:
    """Say whether a value counts characters."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _wrong(
    thing: Mapping[str, object], key: str, right: Callable[[object], bool], message: str
) -> Iterator[Fault]:
    """Complain of a value that is not one of its kind; a list of one is one."""
    value = thing.get(key)
    several = each(value)
    if value is not None and (len(several) != 1 or not right(several[0])):
        yield Fault(message, key, _value(value))


def _each_wrong(
    thing: Mapping[str, object], key: str, right: Callable[[object], bool], message: str
) -> Iterator[Fault]:
    """Complain of each value that is not of its kind, however many there are."""
    for one in each(thing.get(key)):
        if not right(one):
            yield Fault(message, key, _value(one))


def _is_agent(value: object) -> bool:
    return isinstance(value, dict) or is_address(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _value(value: object) -> str:
    words = shown(json.dumps(value, ensure_ascii=False))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
