"""One web annotation, looked at: its words and tags, the places it is about, what is of no use.

What is read here is correct already (``annotation_checks.py``), but nothing of an inner value is
known. The dialect of Hypothesis (``uri``, ``text``, ``tags``) is turned into that of W3C first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from reviewer.importers.interchange.annotations.annotation_checks import each, is_place

Thing = Mapping[str, object]

KEY, PART, DETAILS = "reviewer:key", "reviewer:part", "reviewer:details"
_KNOWN = frozenset(
    (
        *("@context", "id", "type", "motivation", "body", "bodyValue", "target", "label"),
        *("creator", "created", "modified", "generator", "generated", "textDirection"),
        *(KEY, DETAILS),
    )
)
_KNOWN_OF_TARGET = frozenset(
    ("id", "type", "source", "selector", "format", "language", "textDirection", "items")
)
_TAGS = ("tagging", "classifying", "identifying")
_DEEPEST = 5  # selectors that refine each other, sets in sets


@dataclass(frozen=True, slots=True)
class Place:
    """Where an annotation points: a place in code points or whatever is counted, words, or both."""

    source: str = ""
    start: int | None = None
    end: int | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def pair(self) -> tuple[int, int] | None:
        """Start and end, where both are given in the right order."""
        if self.start is None or self.end is None or self.end < self.start:
            return None
        return self.start, self.end

    @property
    def is_in_text(self) -> bool:
        """Whether it says where in a text."""
        return self.pair is not None or bool(self.exact)


@dataclass(slots=True)
class Seen:
    """What an annotation says, and the keys of what there is no use for."""

    id: str
    motivation: str
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ours: dict[str, Thing] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    elsewhere: int = 0
    unused: list[str] = field(default_factory=list)
    creator: str = ""
    when: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    details: Thing = field(default_factory=dict)

    @property
    def is_relation(self) -> bool:
        """Whether it joins two others, or is a link of ours."""
        return self.motivation == "linking" and len(self.targets) > 1


def seen(thing: Thing) -> Seen:
    """Read an annotation."""
    motivations = [one for one in each(thing.get("motivation")) if isinstance(one, str)]
    found = Seen(text_of(thing.get("id")), motivations[0] if motivations else "")
    found.creator = next(filter(None, map(_named, each(thing.get("creator")))), "")
    times = {key: text_of(thing.get(key)) for key in ("created", "modified")}
    found.when = {key: value for key, value in times.items() if value}
    for body in each(thing.get("body")):
        _body(found, body)
    found.notes += [one for one in each(thing.get("bodyValue")) if isinstance(one, str)]
    for target in each(thing.get("target")):
        _target(found, target, _DEEPEST)
    found.key, found.details = text_of(thing.get(KEY)), inner(thing, DETAILS)
    found.unused += [key for key in thing if key not in _KNOWN]
    return found


def _body(found: Seen, body: object) -> None:
    if isinstance(body, dict) and "items" in body:
        several = each(body["items"])
        texts = [one for one in several if isinstance(one, dict) and text_of(one.get("value"))]
        found.elsewhere += len(several) - bool(texts)
        body = texts[0] if texts else None
    if body is None:
        return
    purposes = each(body.get("purpose")) if isinstance(body, dict) else []
    is_tag = any(one in _TAGS for one in purposes or [found.motivation])
    words = text_of(body.get("value")) if isinstance(body, dict) else ""
    part = text_of(body.get(PART)) if isinstance(body, dict) else ""
    if part and isinstance(body, dict):
        found.ours[part] = body
    elif words:
        (found.tags if is_tag else found.notes).append(words)
    elif is_tag and (name := _last_piece(_address_of(body))):
        found.tags.append(name)
    else:
        found.elsewhere += 1


def _target(found: Seen, target: object, deepest: int) -> None:
    if isinstance(target, dict) and "items" in target and deepest:
        for one in each(target["items"]):
            _target(found, one, deepest - 1)
        return
    if isinstance(target, str):
        found.targets.append(target)
        found.places.append(Place(target))
    if not isinstance(target, dict):
        return
    found.targets.append(text_of(target.get("id")))
    place = Place(_address_of(target))
    for selector in each(target.get("selector")):
        place = _joined(place, selector, _DEEPEST)
    found.places.append(place)
    found.unused += [f"target.{key}" for key in target if key not in _KNOWN_OF_TARGET]


def _joined(place: Place, selector: object, deepest: int, *, whole: bool = True) -> Place:
    """Return a place with what one more selector says; one that refines another counts inside it.

    Its words stand in the text all the same, its numbers mean nothing there.
    """
    if not isinstance(selector, dict) or not deepest:
        return place
    start, end = selector.get("start"), selector.get("end")
    kind = selector.get("type")
    exact = text_of(selector.get("exact")) if kind == "TextQuoteSelector" else ""
    has_pair = whole and kind == "TextPositionSelector" and place.start is None
    if has_pair and isinstance(start, int) and isinstance(end, int) and is_place(start):
        place = Place(place.source, start, end, place.exact, place.prefix, place.suffix)
    elif exact and not place.exact:
        around = (text_of(selector.get("prefix")), text_of(selector.get("suffix")))
        place = Place(place.source, place.start, place.end, exact, *around)
    for one in each(selector.get("refinedBy")):
        place = _joined(place, one, deepest - 1, whole=False)
    return place


def from_hypothesis(thing: Thing) -> Thing:
    """Return an annotation of Hypothesis in the words of W3C; any other one as it is."""
    if "type" in thing or "target" not in thing or not ("uri" in thing or "tags" in thing):
        return thing
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag}
        for tag in each(thing.get("tags"))
        if isinstance(tag, str)
    ]
    if words := text_of(thing.get("text")):
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": words})
    user = text_of(thing.get("user"))
    known = {"id": text_of(thing.get("id")), "created": thing.get("created"), "body": bodies}
    kept = {key: one for key, one in thing.items() if key in ("target", "references")}
    dated = {"modified": thing["updated"]} if thing.get("updated") else {}
    made = {"creator": {"type": "Person", "name": user}} if user else {}
    return {"type": "Annotation", **known, **kept, **dated, **made}


def is_hypothesis(thing: object) -> bool:
    """Say whether an object is an annotation in the dialect of Hypothesis."""
    return isinstance(thing, dict) and "type" not in thing and from_hypothesis(thing) is not thing


def name_of(source: str) -> str:
    """Return what a source is called: the last piece of its address, as a file has a name."""
    return _last_piece(source.partition("#")[0]) or source


def _last_piece(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    pieces = [piece for piece in (*parts.path.split("/"), parts.fragment) if piece]
    return unquote(pieces[-1]) if pieces else ""


def _address_of(value: object) -> str:
    """Return the address of a resource: of its source, where it is a part of one."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return ""
    source = value.get("source")
    if isinstance(source, dict):
        source = source.get("id")
    return text_of(source) or text_of(value.get("id"))


def inner(thing: Thing, key: str) -> Thing:
    """Return the object that a key has, an empty one where it has none."""
    value = thing.get(key)
    return value if isinstance(value, dict) else {}


def _named(value: object) -> str:
    if isinstance(value, dict):
        return (
            text_of(value.get("name")) or text_of(value.get("nickname")) or text_of(value.get("id"))
        )
    return text_of(value)


def text_of(value: object) -> str:
    """Return a text, or the first of several; empty for anything else."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""
