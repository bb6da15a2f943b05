"""Tasks of Label Studio as its files have them, in all their shapes: what was marked in which text.

Now: ``annotations``, each with a list ``result`` of regions and relations. Years ago the same was
called ``completions``. In its short form (JSON-MIN) a task is its data, with lists of bare regions
among it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.domain.words import one_or_many
from reviewer.importers import shown
from reviewer.importers.interchange.along import Tally, Values, inner, number, objects, words

_OF_TEXT = ("labels", "hypertextlabels")
_NAMED = ("labels", "hypertextlabels", "htmllabels")
_OF_PAGE = "globalOffsets"  # places of a region in the words of a page
_ADDRESS = re.compile(r"(?:[A-Za-z][\w+.-]*:/)?/\S*|[\w-]+\.[A-Za-z0-9]{2,4}")
_LONGEST_NAME = 100  # code points
_WORK = ("annotations", "completions")
_LISTS = (*_WORK, "predictions")

_PREDICTIONS = one_or_many(
    "{count} prediction is left out: nobody has confirmed it.",
    "{count} predictions are left out: nobody has confirmed them.",
)
_SKIPPED = one_or_many(
    "{count} annotation that was skipped or cancelled is left out.",
    "{count} annotations that were skipped or cancelled are left out.",
)
_NOT_TEXT = one_or_many(
    "{count} result of the kind “{name}” is left out: only labels of plain text can be read.",
    "{count} results of the kind “{name}” are left out: only labels of plain text can be read.",
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that somebody marked; ``start`` and ``end`` are -1 where the file has no place."""

    id: str
    start: int
    end: int
    quote: str
    labels: tuple[str, ...]
    meta: Values
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotation of a task: whose it is and when it was made, where the file says so."""

    analyst: str = ""
    created: str = ""
    regions: list[Region] = field(default_factory=list)
    relations: list[Values] = field(default_factory=list)


def is_task(value: object) -> bool:
    """Say whether a value is a task with a text."""
    if not isinstance(value, dict):
        return False
    data = inner(value, "data")
    if data:
        lists = any(isinstance(value.get(key), list) for key in _LISTS)
        return lists and any(map(_is_text, data.values()))
    return any(map(_is_text, value.values())) and any(map(_is_short, value.values()))


def has_text(value: object) -> bool:
    """Say whether a value is a task, or in its short form may be one in which nothing is marked."""
    return is_task(value) or (
        isinstance(value, dict) and "data" not in value and any(map(_is_text, value.values()))
    )


def marked(task: Values, tally: Tally, at: str) -> Iterator[Marked]:
    """Give the annotations of a task; what cannot be read is counted."""
    if not inner(task, "data"):
        several = (one for value in task.values() if _is_short(value) for one in objects(value))
        yield Marked(regions=[_region({"value": one}, ()) for one in several])
        return
    tally.add(_PREDICTIONS, at, count=len(objects(task.get("predictions"))))
    for annotation in (one for key in _WORK for one in objects(task.get(key))):
        if annotation.get("was_cancelled") is True or annotation.get("skipped") is True:
            tally.add(_SKIPPED, at)
            continue
        found = Marked(_person(annotation.get("completed_by")), words(annotation.get("created_at")))
        results = objects(annotation.get("result"))
        notes = dict(_notes(results))
        for result in results:
            kind = words(result.get("type"))
            if kind == "relation":
                found.relations.append(result)
            elif kind in _OF_TEXT:
                found.regions.append(_region(result, notes.get(words(result.get("id")), ())))
            elif words(result.get("id")) not in notes:
                tally.add(_NOT_TEXT, values={"name": shown(kind[:_LONGEST_NAME]) or "?"})
        yield found


def _notes(results: Sequence[Values]) -> Iterator[tuple[str, list[str]]]:
    """Give what was asked of each region, by its id, a line an answer."""
    marks = {words(one.get("id")) for one in results if words(one.get("type")) in _OF_TEXT}
    said: dict[str, list[str]] = {}
    for one in results:
        identity, value = words(one.get("id")), inner(one, "value")
        if identity in marks and words(one.get("type")) in ("textarea", "choices"):
            answers = value.get("text") or value.get("choices")
            lines = filter(None, map(words, answers if isinstance(answers, list) else [answers]))
            name = words(one.get("from_name"))[:_LONGEST_NAME]
            said.setdefault(identity, []).extend(f"{name}: {line}" for line in lines)
    yield from said.items()


def text_of(task: Values, quotes: list[str]) -> tuple[str, str]:
    """Return which of a task's data is its text, and the text: the one with the words marked."""
    data = inner(task, "data") or task
    texts = {key: words(value) for key, value in data.items() if _is_text(value)}

    def fitness(key: str) -> tuple[int, bool, int]:
        return sum(quote in texts[key] for quote in quotes), key == "text", len(texts[key])

    key = max(texts, key=fitness)
    return key, texts[key]


def _is_short(value: object) -> bool:
    """Say whether a value is a list of regions as the short form has them."""
    several = objects(value)
    return bool(several) and all("start" in one and "labels" in one for one in several)


def _is_text(value: object) -> bool:
    """Say whether a value has words, and is not only where a picture or a page lies."""
    return bool(words(value)) and _ADDRESS.fullmatch(words(value).strip()) is None


def _region(result: Values, notes: Sequence[str]) -> Region:
    value = inner(result, "value")
    named = next((value[key] for key in _NAMED if isinstance(value.get(key), list)), [])
    place = value if number(_place(value.get("start"))) is not None else inner(value, _OF_PAGE)
    start, end = (_place(place.get(key)) for key in ("start", "end"))
    return Region(
        words(result.get("id")),
        *((start, end) if start is not None and end is not None else (-1, -1)),
        _quote(value.get("text")),
        tuple(filter(None, map(words, named if isinstance(named, list) else []))),
        inner(result, "meta"),
        tuple(notes),
    )


def _person(value: object) -> str:
    """Return a person's name, else the address; a mere number says nothing here."""
    person = value if isinstance(value, dict) else {}
    name = " ".join(filter(None, (words(person.get(key)) for key in ("first_name", "last_name"))))
    return (name or words(person.get("email")) or words(value))[:_LONGEST_NAME].strip()


def _quote(value: object) -> str:
    """Return the words of a region; some versions write the ends of their lines as two letters."""
    return value.replace("\\n", "\n") if isinstance(value, str) else ""


def _place(value: object) -> int | None:
    """Return a place; some versions write it as a text."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return number(value)
