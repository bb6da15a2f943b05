"""Web annotations that were looked at -> rows of our own JSON Lines.

An annotation of ours says all of a passage or a link. A stranger's may have several tags or none,
and stand at several places: every tag at every place becomes a passage. Two annotations that a
third one joins are a link where it calls them what one of our types is called; any other relation
is kept in words, in the note of the passage it starts from. What is not taken over is counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.domain.interchange import GivenRow
from reviewer.domain.links import LinkType
from reviewer.domain.words import one_or_many
from reviewer.importers import shown
from reviewer.importers.interchange.along import NO_KIND, Tally, is_flat, link_called
from reviewer.importers.interchange.annotations.annotation_checks import each
from reviewer.importers.interchange.annotations.annotation_reading import (
    DETAILS,
    KEY,
    Place,
    Seen,
    Thing,
    inner,
    name_of,
    seen,
    text_of,
)
from reviewer.importers.interchange.labels import order_of

NO_TEXT = one_or_many(
    "{count} annotation is about a whole page, a picture or a place outside a text: not taken "
    "over.",
    "{count} annotations are about whole pages, pictures or places outside a text: not taken over.",
)
ELSEWHERE = one_or_many(
    "{count} comment lies elsewhere on the web; nothing is fetched.",
    "{count} comments lie elsewhere on the web; nothing is fetched.",
)
UNUSED = one_or_many(
    "“{name}” of {count} annotation is not taken over: there is no place for it here.",
    "“{name}” of {count} annotations is not taken over: there is no place for it here.",
)
NO_TAG = one_or_many(
    "{count} annotation has no tag; it gets “{name}”.",
    "{count} annotations have no tag; they get “{name}”.",
)
NO_END = one_or_many(
    "{count} relation leads to an annotation that is not in the file.",
    "{count} relations lead to annotations that are not in the file.",
)
_TAG_OF = {
    "assessing": "Assessment",
    "bookmarking": "Bookmark",
    "classifying": "Class",
    "commenting": "Comment",
    "describing": "Description",
    "editing": "Edit",
    "highlighting": "Highlight",
    "questioning": "Question",
    "replying": "Reply",
}
_LONGEST = 60  # code points of a stranger's words that stand in a sentence
_ENDS = ("from", "to", "to_document")
_OF_A_PASSAGE = ("row", "document", "start", "end", "quote", "tag", "key", "uid")


@dataclass(slots=True)
class Rows:
    """Makes the rows of a file's annotations, and counts what is not taken over.

    ``documents`` are what the rows call the documents of known addresses; an annotation that
    names no address is about the one that is called ``otherwise``. ``moved`` says where places
    have come to lie in a text that came along.
    """

    documents: Mapping[str, str]
    otherwise: str
    moved: Mapping[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    _passages: dict[str, str] = field(default_factory=dict)  # the first one of each annotation
    _notes: dict[str, list[str]] = field(default_factory=dict)
    _more: int = 0

    def of(self, things: Sequence[tuple[str, Thing]]) -> Iterator[GivenRow]:
        """Give the rows of correct annotations, each with where it stands; links come last."""
        joined, order = list[tuple[str, Seen]](), list[tuple[tuple[int, ...], int]]()
        for number, (at, thing) in enumerate(things):
            if "linking" in each(thing.get("motivation")) and (one := seen(thing)).is_relation:
                joined.append((at, one))
            else:
                order.append((order_of(thing.get(KEY)), number))
        self._note_relations([one for _, one in joined if _link(one) is None], things)
        for _, number in sorted(order):
            at, thing = things[number]
            yield from self._rows(at, seen(thing))
        for at, one in joined:
            self._count_unused(one)
            yield from self._links(at, one)

    def _rows(self, at: str, one: Seen) -> Iterator[GivenRow]:
        self._count_unused(one)
        places = [place for place in one.places if place.is_in_text]
        if not places:
            self.tally.add(NO_TEXT)
            return
        if not one.tags:
            one.tags.append(_TAG_OF.get(one.motivation, "Annotation"))
            self.tally.add(NO_TAG, values={"name": one.tags[0]})
        said = _said(one, self._notes.get(one.id, ()))
        for place in places:
            for tag in one.tags:
                key = self._key(one, at)
                yield GivenRow({**said, **self._placed(place), "tag": tag, "key": key}, at)

    def _key(self, one: Seen, at: str) -> str:
        """Return what links call a passage; that of the annotation's first one leads to it."""
        name = one.id or at
        if name not in self._passages:
            self._passages[name] = one.key or name
            return self._passages[name]
        self._more += 1
        return f"{name} ({self._more})"

    def _placed(self, place: Place) -> dict[str, object]:
        found: dict[str, object] = {"document": self._document(place)}
        if place.pair is not None:
            pair = self.moved.get((place.source, *place.pair), place.pair)
            found |= {"start": pair[0], "end": pair[1]}
        if place.exact:
            found |= {"quote": place.exact, "prefix": place.prefix, "suffix": place.suffix}
        return found

    def _document(self, place: Place) -> str:
        known = self.documents.get(place.source)
        return known or name_of(place.source) or self.otherwise

    def _links(self, at: str, one: Seen) -> Iterator[GivenRow]:
        found = _link(one)
        if found is None:
            return
        kind, turned = found
        said: dict[str, object] = {"row": "link", "type": str(kind), **_made(one)}
        if one.notes:
            said["note"] = "\n\n".join(one.notes)
        ours = {key: value for key, value in one.details.items() if is_flat(value)}
        if any(text_of(ours.get(key)) for key in _ENDS):
            yield GivenRow({**ours, **said, "uid": _uid(one.id)}, at)
            return
        start, *others = one.targets
        for other in others:
            ends = [self._passages.get(start), self._passages.get(other)]
            if None in ends:
                self.tally.add(NO_END)
            else:
                first, last = reversed(ends) if turned else ends
                yield GivenRow({**said, "from": first, "to": last}, at)

    def _note_relations(
        self, relations: Sequence[Seen], things: Sequence[tuple[str, Thing]]
    ) -> None:
        """Keep relations that are no links as words in notes of the passages they start from."""
        if not relations:
            return
        wanted = {target for one in relations for target in one.targets}
        quotes = {
            text_of(thing.get("id")): _words(seen(thing))
            for _, thing in things
            if text_of(thing.get("id")) in wanted
        }
        for one in relations:
            start, *others = one.targets
            name = one.tags[0] if one.tags else "linking"
            for other in others:
                if start in quotes and other in quotes:
                    lines = self._notes.setdefault(start, [])
                    lines.append("\n".join([f"{name} → {quotes[other]}", *one.notes]))
                    self.tally.add(NO_KIND, values={"name": shown(name[:_LONGEST])})
                else:
                    self.tally.add(NO_END)

    def _count_unused(self, one: Seen) -> None:
        self.tally.add(ELSEWHERE, count=one.elsewhere)
        for key in dict.fromkeys(one.unused):
            self.tally.add(UNUSED, values={"name": shown(key[:_LONGEST])})


def _said(one: Seen, more_notes: Sequence[str]) -> dict[str, object]:
    """Return what an annotation says beside its tag and place, with what ours say besides."""
    details = inner(one.ours.get("details", {}), DETAILS)
    said = {
        key: value for key, value in details.items() if key not in _OF_A_PASSAGE and is_flat(value)
    }
    said["row"] = "passage"
    notes = [*one.notes, *more_notes]
    if notes:
        said["note"] = "\n\n".join(notes)
    if "statement" in one.ours:
        said["statement"] = text_of(one.ours["statement"].get("value"))
    if "translation" in one.ours:
        said |= _translation(one.ours["translation"])
    if one.key and one.id:
        said["uid"] = _uid(one.id)
    return said | _made(one)


def _made(one: Seen) -> dict[str, str]:
    """Return who made an annotation, and when, as far as it says so."""
    name = one.creator.removeprefix("acct:")
    return {"analyst": name, **one.when} if name else {}


def _translation(body: Thing) -> dict[str, object]:
    found = {
        "translation": text_of(body.get("value")),
        "translation_language": text_of(body.get("language"))
        or text_of(body.get("reviewer:language")),
        "translator": text_of(inner(body, "creator").get("name")),
    }
    return {key: value for key, value in found.items() if value}


def _link(one: Seen) -> tuple[LinkType, bool] | None:
    """Return the kind of link that a relation is called by, and whether it is told in reverse."""
    return next(filter(None, map(link_called, one.tags)), None)


def _words(one: Seen) -> str:
    quote = next((place.exact for place in one.places if place.exact), "")
    return f"“{quote}”" if quote else one.id


def _uid(address: str) -> str:
    return address.removeprefix("urn:uuid:")
