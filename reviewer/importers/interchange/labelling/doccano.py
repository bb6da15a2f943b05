"""doccano's JSON: a text an object, with labels, or with entities and relations.

An object a line (JSON Lines), or a list of them, or one alone over many lines; doccano packs files
of them into an archive. It reads words with labels too, a word a line (``doccano_conll.py``).
Places are code points. Texts that have no label look like documents as scrapers write them
(``importers/rows/json_rows.py``), so a file is doccano's only where one of its first objects has
labels with places.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.words import N_, one_or_many
from reviewer.importers import shown
from reviewer.importers.decoding import decode
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.along import (
    MOST_LOOKED_AT,
    OURS,
    Keys,
    Passages,
    Relations,
    Tally,
    Values,
    described,
    first_values,
    inner,
    number,
    objects,
    passage,
    remarks,
    rows,
    words,
)
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.labelling.doccano_conll import is_conll, labelled
from reviewer.importers.interchange.offset_units import Counting

_IMPORTER = ("doccano", 1)
_SUFFIXES = (".jsonl", ".ndjson", ".json")
_CONLL = ".conll"
_LABELS = ("label", "labels", "entities", "annotations")
_KNOWN = frozenset((*_LABELS, "text", "data", "id", "relations", "Comments", "title", OURS))
_CODE_POINTS = Counting()

_NO_OBJECT = N_("It is no JSON object, as each line must be: it is left out.")
_NO_TEXT = N_("There is no text, so it is left out with its labels.")
_NO_LABEL = one_or_many(
    "{count} label is none: it needs a start, an end and a name.",
    "{count} labels are none: each needs a start, an end and a name.",
)
_OUTSIDE = one_or_many(
    "{count} label lies outside the text or holds nothing.",
    "{count} labels lie outside the text or hold nothing.",
)
_BARE = N_("There is no label behind the word: it stands in the text and no more.")
_NO_ENDS = one_or_many("{count} relation leads to no label.", "{count} relations lead to no label.")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label as it stands in the file; ``id`` is what relations call it."""

    start: int
    end: int
    tag: str
    id: object = None


class Doccano:
    """A text an object, with labels."""

    key = "doccano"
    title = N_("doccano (JSON Lines)")
    suffixes: tuple[str, ...] = (*_SUFFIXES, _CONLL, ".zip")
    tables: Mapping[str, tuple[str, ...]] = {}

    def claims(self, parcel: Parcel) -> bool:
        """Say whether the first objects have a text and labels with places in it."""
        with suppress(Unreadable):
            names = parcel.names()
            if names == [parcel.name] and parcel.ending(_CONLL):
                return is_conll(parcel.beginning())
            if names and all(name.casefold().endswith(_SUFFIXES) for name in names):
                if names != [parcel.name]:
                    with parcel.opened(names[0]) as file:
                        return bool(_has_labels(file.read(MOST_LOOKED_AT)))
                found = _has_labels(parcel.beginning())
                if found is None:
                    found = _has_labels(parcel.beginning(MOST_LOOKED_AT))
                return bool(found)
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give the texts, then their labels; raises ``Unreadable``."""
        taking = _Taking()
        for name in parcel.ending(_CONLL):
            yield from taking.words(decode(parcel.read(name), shown(name)).text, name)
        for name in parcel.ending(*_SUFFIXES):
            several = len(parcel.names()) > 1
            for at, value in _objects(parcel.read(name), name):
                place = f"{name}, {at}" if several else at
                yield from taking.document(value, shown(name), place)
        yield from taking.rest()


class _Taking:
    """A file under way: rows wait until all documents are known."""

    def __init__(self) -> None:
        self._keys = Keys()
        self._tally = Tally()
        self._rows: list[GivenRow] = []
        self._gone: list[tuple[object, str]] = []

    def document(self, value: object, name: str, at: str) -> Iterator[Brought]:
        """Give the text of an object, and keep what is said of it."""
        if not isinstance(value, dict):
            self._tally.add(_NO_OBJECT, at)
            return
        raw = words(value.get("text")) or words(value.get("data"))
        if not raw:
            self._tally.add(_NO_TEXT, at)
            return
        gone = inner(value, OURS)
        key = self._keys.new(gone.get("uid"), at)
        known = words(gone.get("name"))
        said = Said(title=words(value.get("title")))
        try:
            made = brought(
                *(key, known or name, raw),
                importer=_IMPORTER,
                said=said,
                part="" if known else at,
            )
        except Unreadable as problem:
            self._tally.add(problem.template, at, values=problem.values)
            return
        yield made
        self._describe(key, value, gone, at)
        self._label(key, value, (raw, made.incoming.text), at)
        self._gone.append((gone.get("rows"), at))

    def words(self, text: str, name: str) -> Iterator[Brought]:
        """Give the text of a file with a word a line; raises ``Unreadable``."""
        found = labelled(text)
        made = brought(name, name, found.text, importer=_IMPORTER)
        yield made
        for line in found.bare:
            self._tally.add(_BARE, f"line {line}")
        labels: Values = {"label": [list(one) for one in found.labels]}
        self._label(made.key, labels, (found.text, made.incoming.text), "")

    def rest(self) -> Iterator[GivenRow | Doubt]:
        """Give the rows, then the doubts."""
        yield from self._rows
        for gone, at in self._gone:
            yield from rows(gone, self._keys.taken, at)
        yield from self._tally.doubts()

    def _describe(self, key: str, value: Values, gone: Values, at: str) -> None:
        row = described(key, inner(gone, "document"))
        lines = [one for one in (words(row.get("note")), *_comments(value)) if one]
        if not gone:
            lines += remarks({name: one for name, one in value.items() if name not in _KNOWN})
        if lines:
            row["note"] = "\n".join(lines)
        if len(row) > 2:
            self._rows.append(GivenRow(row, at))

    def _label(self, key: str, value: Values, texts: tuple[str, str], at: str) -> None:
        """Make passages of labels; ``texts`` are the file's and the document's."""
        gone = inner(value, OURS)
        carried = Passages(objects(gone.get("passages")))
        called: dict[object, dict[str, object]] = {}
        labels = _labels(value, self._tally, at)
        places = _CODE_POINTS.places(texts[0], [(one.start, one.end) for one in labels])
        for count, (one, place) in enumerate(zip(labels, places, strict=True), start=1):
            if place is None or place[0] == place[1]:
                self._tally.add(_OUTSIDE, at)
                continue
            said = carried.take(one.start, one.end, one.tag)
            row = passage(key, place, one.tag, said, self._tally)
            row.setdefault("key", f"{key} {count}")
            called[one.id] = row
            self._rows.append(GivenRow(row, at))
        carried.doubt(self._tally)
        relations = Relations(texts[1], self._tally, gone.get("links"))
        for relation in objects(value.get("relations")):
            start = called.get(_identity(relation.get("from_id")))
            end = called.get(_identity(relation.get("to_id")))
            if start is None or end is None:
                self._tally.add(_NO_ENDS, at)
            else:
                self._rows += relations.link(relation.get("type"), start, end, at)


def _labels(value: Values, tally: Tally, at: str) -> list[_Label]:
    found = []
    for key in _LABELS:
        several = value.get(key)
        for one in several if isinstance(several, list) else ():
            label = _label(one)
            if label is None:
                tally.add(_NO_LABEL, at)
            else:
                found.append(label)
    return found


def _label(value: object) -> _Label | None:
    """Return a label, a list of three or an object; ``None`` for anything else."""
    if isinstance(value, dict):
        parts = [value.get(key) for key in ("start_offset", "end_offset", "label")]
        called = _identity(value.get("id"))
    else:
        parts, called = value if isinstance(value, list) else [], object()
    if len(parts) < 3:
        return None
    start, end, tag = number(parts[0]), number(parts[1]), parts[2]
    if start is None or end is None or not isinstance(tag, str | int) or not str(tag).strip():
        return None
    return _Label(start, end, str(tag), called)


def _identity(value: object) -> object:
    """Return what relations call a label; labels that are called nothing are not found by it."""
    whole = number(value)
    return words(value) or object() if whole is None else whole


def _has_labels(data: bytes) -> bool | None:
    """Say whether a file that begins so has labels; ``None`` where more of it must be seen."""
    seen = lists = False
    for one in first_values(data):
        if _is_labelled(one):
            return True
        seen = True
        lists = lists or (isinstance(one, dict) and not one.keys().isdisjoint(_LABELS))
    return None if lists or not seen else False


def _is_labelled(value: object) -> bool:
    if not isinstance(value, dict) or "row" in value:
        return False
    if not (words(value.get("text")) or words(value.get("data"))):
        return False
    return bool(_labels(value, Tally(), "")) or "uid" in inner(value, OURS)


def _objects(data: bytes, name: str) -> Iterator[tuple[str, object]]:
    """Give what a file holds, each with where it stands; what is no JSON is ``None``."""
    text = decode(data, shown(name)).text.removeprefix("\ufeff")
    lines = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if lines and _loaded(lines[0][1]) is None:
        lines = [(1, text)] if _loaded(text) is not None else lines  # one value over many lines
    for at, line in lines:
        value = _loaded(line)
        if isinstance(value, list):
            yield from ((f"line {at}, {place}", one) for place, one in enumerate(value, start=1))
        else:
            yield f"line {at}", value


def _loaded(line: str) -> object:
    with suppress(ValueError, RecursionError):
        value: object = json.loads(line)
        return value
    return None


def _comments(value: Values) -> Iterator[str]:
    """Give what was remarked at doccano, as texts or, with relations, as objects."""
    several = value.get("Comments")
    for one in several if isinstance(several, list) else ():
        if remark := words(one.get("comment") if isinstance(one, dict) else one):
            yield remark


PROJECT: ProjectImporter = Doccano()
