"""Label Studio's JSON: tasks with annotations, as it writes them now, short, and years ago.

Which of a task's data is its text is told by the words of its regions. Label Studio has counted
UTF-16 units and counts code points, and no file says which: what fits the words of most regions is
taken, and said. What several annotators marked alike is one passage with all their notes;
predictions are nobody's work and stay out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.text import normalise
from reviewer.domain.words import N_, one_or_many
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.along import (
    MOST_LOOKED_AT,
    OURS,
    Keys,
    Relations,
    Tally,
    Values,
    described,
    first_values,
    inner,
    number,
    parsed,
    passage,
    remarks,
    rows,
    words,
)
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.labelling.label_studio_tasks import (
    Marked,
    Region,
    has_text,
    is_task,
    marked,
    text_of,
)
from reviewer.importers.interchange.offset_units import Counting, Place, Sample, Unit, best_of

_IMPORTER = ("label_studio", 1)
_BEFORE = b"\xef\xbb\xbf \t\r\n["
_COUNTINGS = tuple(
    Counting(unit, crlf_is_two=crlf, mark_counts=mark)
    for crlf in (True, False)
    for mark in (True, False)
    for unit in (Unit.CODE_POINTS, Unit.UTF16)
)

_NO_TASK = N_("It is no task with a text, so it is left out.")
_NO_PLACE = one_or_many(
    "{count} region is left out: it has no label, or neither place nor words.",
    "{count} regions are left out: they have no label, or neither place nor words.",
)
_TWICE = one_or_many(
    "{count} region marks what is marked already: the two are one passage.",
    "{count} regions mark what is marked already: together they are one passage.",
)
_NO_ENDS = one_or_many(
    "{count} relation leads to no region.", "{count} relations lead to no region."
)


@dataclass(frozen=True, slots=True)
class _Task:
    """A task whose text is a document; ``gone`` is what went along with it."""

    key: str
    at: str
    raw: str
    text: str
    gone: Values
    marked: Sequence[Marked]

    def sample(self) -> Sample:
        """Return places with their words, to tell how they are counted; blanks tell nothing."""
        regions = [
            one
            for annotation in self.marked
            for one in annotation.regions
            if not one.quote.isspace()
        ]
        return Sample(
            self.raw,
            [(one.start, one.end) for one in regions],
            [one.quote for one in regions],
        )


class LabelStudio:
    """Tasks with annotations."""

    key = "label_studio"
    title = N_("Label Studio (JSON)")
    suffixes: tuple[str, ...] = (".json",)
    tables: Mapping[str, tuple[str, ...]] = {}

    def claims(self, parcel: Parcel) -> bool:
        """Say whether the first objects are tasks."""
        head = parcel.beginning()
        if head.lstrip(_BEFORE)[:1] != b"{":
            return False
        first = list(first_values(head)) or first_values(parcel.beginning(MOST_LOOKED_AT))
        return any(map(is_task, first))

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give the texts, then what was marked in them; raises ``Unreadable``."""
        found = parsed(parcel.data, parcel.name)
        taking = _Taking(parcel.name)
        for count, value in enumerate(found if isinstance(found, list) else [found], start=1):
            yield from taking.task(value, count)
        yield from taking.rest()


class _Taking:
    """A file under way: how it counts is told by all its texts together."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._keys = Keys()
        self._tally = Tally()
        self._tasks: list[_Task] = []
        self._rows: list[GivenRow] = []

    def task(self, value: object, count: int) -> Iterator[Brought]:
        """Give the text of a task, and keep what was marked in it."""
        if not isinstance(value, dict) or not has_text(value):
            self._tally.add(_NO_TASK, f"task {count}")
            return
        at = f"task {number(value.get('id')) or count}"
        data, gone = inner(value, "data") or value, inner(inner(value, "meta"), OURS)
        annotations = list(marked(value, self._tally, at))
        quotes = [one.quote for annotation in annotations for one in annotation.regions]
        field, raw = text_of(value, quotes)
        key = self._keys.new(gone.get("uid"), at)
        known = words(gone.get("name"))
        said = Said(title=words(data.get("title")), url=words(data.get("url")))
        try:
            made = brought(
                *(key, known or self._name, raw),
                importer=_IMPORTER,
                said=said,
                part="" if known else at,
            )
        except Unreadable as problem:
            self._tally.add(problem.template, at, values=problem.values)
            return
        yield made
        self._tasks.append(_Task(key, at, raw, made.incoming.text, gone, annotations))
        row = described(key, inner(gone, "document"))
        others = {key: one for key, one in data.items() if key not in (field, "title", "url")}
        note = "" if gone or data is value else "\n".join(remarks(others))
        if note:
            row["note"] = note
        if len(row) > 2:
            self._rows.append(GivenRow(row, at))

    def rest(self) -> Iterator[GivenRow | Doubt]:
        """Give the rows, then the doubts."""
        chosen = best_of([task.sample() for task in self._tasks], among=_COUNTINGS)
        yield from self._rows
        for task in self._tasks:
            yield from _Passages(task, chosen.counting, self._tally).rows()
        for task in self._tasks:
            yield from rows(task.gone.get("rows"), self._keys.taken, task.at)
        doubt = chosen.doubt()
        if doubt is not None:
            yield doubt
        yield from self._tally.doubts()


class _Passages:
    """What was marked in one task."""

    def __init__(self, task: _Task, counting: Counting, tally: Tally) -> None:
        self._task = task
        self._counting = counting
        self._tally = tally
        self._made: dict[tuple[Place | None, str, str], dict[str, object]] = {}

    def rows(self) -> list[GivenRow]:
        """Return passages, then the links between them."""
        task = self._task
        links: list[GivenRow] = []
        relations = Relations(task.text, self._tally, task.gone.get("links"))
        for annotation in task.marked:
            pairs = [(one.start, one.end) for one in annotation.regions]
            called: dict[str, dict[str, object]] = {}
            for one, place in zip(
                annotation.regions, self._counting.places(task.raw, pairs), strict=True
            ):
                row = self._region(one, place, annotation)
                if row is not None:
                    called[one.id] = row
            for relation in annotation.relations:
                links += self._relation(relation, called, relations)
        return [*(GivenRow(row, task.at) for row in self._made.values()), *links]

    def _region(
        self, region: Region, place: Place | None, annotation: Marked
    ) -> dict[str, object] | None:
        """Make passages of a region, one for each label; returns the first one's row."""
        if place is not None and place[0] == place[1]:
            place = None
        if not region.labels or (place is None and not region.quote):
            self._tally.add(_NO_PLACE, self._task.at)
            return None
        made = [self._passage(region, place, label) for label in region.labels]
        for row in made:
            if annotation.analyst and "analyst" not in row:
                row["analyst"] = annotation.analyst
                if annotation.created:
                    row.setdefault("created", annotation.created)
        return made[0]

    def _passage(self, region: Region, place: Place | None, tag: str) -> dict[str, object]:
        said = inner(region.meta, OURS) if tag == region.labels[0] else {}
        note = _note(region)
        quote = normalise(region.quote).text
        where = (place, quote if place is None else "", tag)
        known = self._made.get(where)
        if known is not None:
            self._tally.add(_TWICE, self._task.at)
            if note and note != known["note"]:
                known["note"] = "\n".join(filter(None, (words(known["note"]), note)))
            return known
        row = passage(self._task.key, place or (0, 0), tag, said, self._tally)
        row["note"] = note
        if place is None:
            del row["start"], row["end"]
        if place is None or not _are_words(quote, self._task.text[place[0] : place[1]]):
            row["quote"] = quote
        row.setdefault("key", f"{self._task.key} {len(self._made) + 1}")
        self._made[where] = row
        return row

    def _relation(
        self, relation: Values, called: Mapping[str, dict[str, object]], relations: Relations
    ) -> Iterator[GivenRow]:
        ends = [called.get(words(relation.get(key))) for key in ("from_id", "to_id")]
        start, end = reversed(ends) if relation.get("direction") == "left" else ends
        if start is None or end is None:
            self._tally.add(_NO_ENDS, self._task.at)
            return
        labels = relation.get("labels")
        for label in labels if isinstance(labels, list) and labels else [""]:
            yield from relations.link(label, start, end, self._task.at)


def _note(region: Region) -> str:
    """Return the note of a region, a text or a list of them, and what else was asked of it."""
    text = region.meta.get("text")
    lines = text if isinstance(text, list) else [text]
    return "\n".join([*filter(None, map(words, lines)), *region.notes])


def _are_words(quote: str, found: str) -> bool:
    """Say whether these are the same words, or none were given, white space apart."""
    return not quote or quote == found or quote.split() == found.split()


PROJECT: ProjectImporter = LabelStudio()
