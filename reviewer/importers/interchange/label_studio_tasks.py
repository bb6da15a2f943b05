"""Tasks of Label Studio as its files have them, in all their shapes: what was marked in which text.

Now: ``annotations``, each with a list ``result`` of regions and relations. Years ago the same was
called ``completions``. In its short form (JSON-MIN) a task is its data, with lists of bare regions
among it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange.along import Tally, Values, inner, number, objects, words

_LONGEST_NAME = 100  # code points
_WORK = ("annotations", "completions")
_LISTS = (*_WORK, "predictions")

_PREDICTIONS = N_("{count} predictions are left out: nobody has confirmed them.")
_SKIPPED = N_("{count} annotations that were skipped or cancelled are left out.")
_NOT_TEXT = N_(
    "{count} results of the kind “{name}” are left out: only labels of plain text can be read."
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
        return lists and any(map(words, data.values()))
    return any(map(words, value.values())) and any(map(_is_short, value.values()))


def marked(task: Values, tally: Tally, at: str) -> Iterator[Marked]:
    """Give the annotations of a task; what cannot be read is counted."""
    if not inner(task, "data"):
        several = (one for value in task.values() if _is_short(value) for one in objects(value))
        yield Marked(regions=[_region({"value": one}) for one in several])
        return
    tally.add(_PREDICTIONS, at, count=len(objects(task.get("predictions"))))
    for annotation in (one for key in _WORK for one in objects(task.get(key))):
        if annotation.get("was_cancelled") is True or annotation.get("skipped") is True:
            tally.add(_SKIPPED, at)
            continue
        found = Marked(_person(annotation.get("completed_by")), words(annotation.get("created_at")))
        for result in objects(annotation.get("result")):
            kind = words(result.get("type"))
            if kind == "relation":
                found.relations.append(result)
            elif kind == "labels":
                found.regions.append(_region(result))
            else:
                tally.add(_NOT_TEXT, values={"name": shown(kind[:100]) or "?"})
        yield found


def text_of(task: Values, quotes: list[str]) -> tuple[str, str]:
    """Return which of a task's data is its text, and the text: the one with the words marked."""
    data = inner(task, "data") or task
    texts = {key: words(value) for key, value in data.items() if words(value)}

    def fitness(key: str) -> tuple[int, bool, int]:
        return sum(quote in texts[key] for quote in quotes), key == "text", len(texts[key])

    key = max(texts, key=fitness)
    return key, texts[key]


def _is_short(value: object) -> bool:
    """Say whether a value is a list of regions as the short form has them."""
    several = objects(value)
    return bool(several) and all("start" in one and "labels" in one for one in several)


def _region(result: Values) -> Region:
    value = inner(result, "value")
    labels = value.get("labels")
    start, end = (_place(value.get(key)) for key in ("start", "end"))
    return Region(
        words(result.get("id")),
        *((start, end) if start is not None and end is not None else (-1, -1)),
        _quote(value.get("text")),
        tuple(filter(None, map(words, labels))) if isinstance(labels, list) else (),
        inner(result, "meta"),
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
