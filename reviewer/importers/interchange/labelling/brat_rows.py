"""The annotations of one text of brat -> rows of our own JSON Lines.

A text-bound annotation is a passage under the tag of its type, an event the passage of its trigger.
Relations, roles of events and what is alike are links where one of our kinds is called so, and
stand in the note of the passage they start from otherwise. An attribute is a field of one's own.
Where a project of ours comes back, what brat shows wins over what went along with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.domain.interchange import GivenRow
from reviewer.domain.words import one_or_many
from reviewer.importers.interchange.along import (
    Passages,
    Relations,
    Tally,
    Values,
    objects,
    passage,
    words,
)
from reviewer.importers.interchange.labelling.brat_lines import (
    Annotations,
    Configuration,
    Said,
    TextBound,
    gaps,
)

OUTSIDE = one_or_many(
    "{count} annotation lies outside its text, or marks nothing: it is left out.",
    "{count} annotations lie outside their text, or mark nothing: they are left out.",
)
IN_PIECES = one_or_many(
    "{count} annotation is in pieces; it is taken from its first word to its last.",
    "{count} annotations are in pieces; each is taken from its first word to its last.",
)
NO_END = one_or_many(
    "{count} line speaks of an annotation that is not there: it is left out.",
    "{count} lines speak of annotations that are not there: they are left out.",
)
OF_RELATION = one_or_many(
    "{count} attribute of a relation is left out: links have none.",
    "{count} attributes of relations are left out: links have none.",
)
_ONE_WORD = re.compile(r"[A-Za-z0-9._-]{1,60}")
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")

Row = dict[str, object]


@dataclass(slots=True)
class Names:
    """What types and attributes are called: as the configuration says, or truly, in ours.

    ``types`` and ``attributes`` are those of a project of ours: tags by their plain names, and
    where in a passage's row an attribute stands.
    """

    configuration: Configuration
    types: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def tag(self, name: str) -> str:
        """Return the tag that a type is."""
        if name in self.types:
            return self.types[name]
        labels = list(map(str.casefold, self.configuration.labels.values()))
        label = self.configuration.labels.get(name, "")
        return label if label and labels.count(label.casefold()) == 1 else name

    def rows(self) -> Iterator[Row]:
        """Give the tags of the configuration that are none of ours, those above before others."""
        for name, above in self.configuration.parents.items():
            if name not in self.types:
                parent = {"parent": self.tag(above)} if above else {}
                yield {"row": "tag", "name": self.tag(name), **parent}


@dataclass(slots=True)
class Fields:
    """Fields that attributes of strangers are, tag by tag, with the values met."""

    names: Names
    _met: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)

    def enter(self, row: Row, one: Said) -> None:
        """Enter an attribute in a passage."""
        known = self._met.setdefault((str(row["tag"]), one.type), {})
        if one.value:
            known[one.value] = None
        _inner(row, "fields")[one.type] = one.value or True

    def rows(self) -> Iterator[Row]:
        """Give the fields; one that has no values is there or not."""
        for (tag, name), met in self._met.items():
            values = [*dict.fromkeys((*self.names.configuration.values.get(name, ()), *met))]
            kind: Row = {"kind": "choice", "choices": values} if met else {"kind": "yes_no"}
            yield {"row": "field", "tag": tag, "name": name, **kind}


@dataclass(slots=True)
class Document:
    """One text under way; ``key`` is what rows call it, ``text`` is the one kept (empty: none).

    ``gone`` is what went along with it.
    """

    key: str
    at: str
    text: str
    gone: Values
    names: Names
    fields: Fields
    tally: Tally
    _called: dict[str, Row] = field(default_factory=dict)
    _links: dict[str, Row] = field(default_factory=dict)
    _starts: dict[str, Row] = field(default_factory=dict)  # of relations that are no links
    _carried: set[str] = field(default_factory=set)

    def rows(
        self, found: Annotations, places: Mapping[str, tuple[int, int] | None]
    ) -> Iterator[GivenRow]:
        """Give the passages, then the links; ``places`` are those in the text that is kept."""
        gone = Passages(objects(self.gone.get("passages")))
        for one in found.text_bound:
            self._passage(one, places.get(one.id), gone)
        gone.doubt(self.tally)
        for event in found.joined:
            trigger = self._called.get(event.ends[0][1]) if event.is_event else None
            if trigger is not None:
                self._called.setdefault(event.id, trigger)
        self._describe(found)
        links = list(self._join(found))
        for note in (*found.notes, *found.references):
            self._note_of_link(note)
        ids = {id(row): name for name, row in reversed(self._called.items())}
        rows = {id(row): row for row in self._called.values()}
        yield from (GivenRow(row, f"{self.at} {ids[which]}") for which, row in rows.items())
        yield from links

    def _passage(self, one: TextBound, place: tuple[int, int] | None, gone: Passages) -> None:
        if place is None or place[0] == place[1]:
            self.tally.add(OUTSIDE)
            return
        tag = self.names.tag(one.type)
        said = gone.take(*place, tag)
        row = passage(self.key, place, tag, said, self.tally)
        row.setdefault("key", f"{self.key} {one.id}")
        if said:
            self._carried.add(one.id)
        if not _alike(self.text[slice(*place)], one.words):
            if any(gaps(one.places)):
                self.tally.add(IN_PIECES)
            else:
                row["quote"] = one.words
        self._called[one.id] = row

    def _describe(self, found: Annotations) -> None:
        """Enter attributes, notes and references in the passages they are of."""
        attributes: dict[str, list[Said]] = {}
        for one in found.attributes:
            attributes.setdefault(one.of, []).append(one)
        notes: dict[str, list[str]] = {}
        for one in (*found.notes, *found.references):
            notes.setdefault(one.of, []).append(one.value)
        for name, row in self._called.items():
            if name in self._carried:
                self._keep_shown(row, attributes.get(name, ()), " ".join(notes.get(name, ())))
            for one in attributes.pop(name, ()):
                self._attribute(row, one)
            if name not in self._carried:
                _add_notes(row, notes.get(name, ()))
        relations = {one.id for one in found.joined if not one.is_event}
        for name, several in attributes.items():
            self.tally.add(OF_RELATION if name in relations else NO_END, count=len(several))

    def _keep_shown(self, row: Row, attributes: Sequence[Said], note: str) -> None:
        """Let go of what brat showed and shows no more; a note that was changed is the new one."""
        there = {self.names.attributes.get(one.type) for one in attributes}
        shown = set(self.names.attributes.values())
        for kind in ("record", "fields"):
            values = _inner(row, kind)
            for key in [key for key, value in values.items() if _is_shown(value)]:
                if (kind, key) in shown - there:
                    del values[key]
            if not values:
                del row[kind]
        if ("follow_up", "") not in there:
            row.pop("follow_up", None)
        if not _alike(words(row.get("note")), note):
            row["note"] = note

    def _attribute(self, row: Row, one: Said) -> None:
        kind, key = self.names.attributes.get(one.type, ("", ""))
        if kind == "follow_up":
            row["follow_up"] = True
        elif kind:
            values = _inner(row, kind)
            before = values.get(key)
            if before is True or str(before) == one.value:
                return
            is_number = (
                isinstance(before, int | None) and kind == "record" and one.value.isdecimal()
            )
            values[key] = int(one.value) if is_number else one.value or True
        else:
            self.fields.enter(row, one)

    def _join(self, found: Annotations) -> Iterator[GivenRow]:
        relations = Relations(self.text, self.tally, self.gone.get("links"))
        for one in found.joined:
            start = self._called.get(one.ends[0][1])
            for role, name in one.ends[1:]:
                end = self._called.get(name)
                if start is None or end is None:
                    self.tally.add(NO_END)
                    continue
                called = role if one.is_event else one.type
                self._starts[one.id] = start
                for link in relations.link(called, start, end, f"{self.at} {one.id}"):
                    self._links[one.id] = dict(link.values)
                    yield GivenRow(self._links[one.id], link.at)

    def _note_of_link(self, one: Said) -> None:
        link, start = self._links.get(one.of), self._starts.get(one.of)
        if link is not None:
            if not _alike(words(link.get("note")), one.value):
                link["note"] = one.value
        elif one.of in self._called:
            return
        elif start is not None:
            _add_notes(start, [one.value])
        else:
            self.tally.add(NO_END)


def _add_notes(row: Row, notes: Sequence[str]) -> None:
    lines = [words(row.get("note")), *notes]
    if any(lines):
        row["note"] = "\n".join(filter(None, lines))


def _inner(row: Row, key: str) -> Row:
    """Return an object in a row, which may be changed there; made where there is none."""
    value = row.get(key)
    found = dict(value) if isinstance(value, Mapping) else {}
    row[key] = found
    return found


def _is_shown(value: object) -> bool:
    """Say whether a value is one that brat shows: a word, a number, or yes."""
    if isinstance(value, bool):
        return value
    return isinstance(value, str | int) and _ONE_WORD.fullmatch(str(value)) is not None


def _alike(words_here: str, line: str) -> bool:
    """Say whether words are those on a line, white space apart, as brat has them there."""
    return " ".join(_BREAKS.sub(" ", words_here).split()) == " ".join(line.split())
