"""What may stand in a codebook's file: rows become entries, and what is odd a complaint."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from reviewer.domain.codebooks import COLUMNS, Codebook, Complaint, Entry, same_name
from reviewer.domain.errors import NotAllowed
from reviewer.domain.tag_trees import without_circles
from reviewer.domain.tags import RecordKind, colour_of, definition_of, key_of, tag_name
from reviewer.domain.text import normalise
from reviewer.domain.words import N_

Row = Mapping[str, object]


class Entries:
    """Takes rows one after another; no two entries have one name, one key or one uid."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._taken: set[tuple[str, str]] = set()
        self._complaints: list[Complaint] = []

    def take(self, row: Row, place: int) -> None:
        """Take one row, the ``place``-th of the file."""
        try:
            name = self._name(row)
        except NotAllowed as problem:
            self._complaints.append(Complaint(place, problem))
            return
        values = self._values(row, place)
        # What is empty leaves the colour open; everything else can be meant to be empty.
        said = {column for column, value in values.items() if value or column != "colour"}
        self._entries[same_name(name)] = Entry(
            name,
            values.get("parent", ""),
            values.get("colour", ""),
            values.get("key", ""),
            values.get("definition", ""),
            RecordKind(values.get("record", "none")),
            values.get("uid", ""),
            frozenset(said | {"name"}),
            place,
        )

    def codebook(self, name: str) -> Codebook:
        """Return what was taken; tags that stand under each other in a circle stand at the top."""
        places = {key: entry.place for key, entry in self._entries.items()}
        parents = {
            entry.place: places.get(same_name(entry.parent)) for entry in self._entries.values()
        }
        free = without_circles(parents, {})
        entries = []
        for entry in self._entries.values():
            circling = free[entry.place] != parents[entry.place]
            if circling:
                self._complaints.append(Complaint(entry.place, _circle(entry)))
            entries.append(_at_the_top(entry) if circling else entry)
        return Codebook(name, tuple(entries), tuple(self._complaints))

    def _name(self, row: Row) -> str:
        name = tag_name(_text(row.get("name", "")))
        if same_name(name) in self._entries:
            raise NotAllowed(N_("“{name}” stands twice; the second is passed over."), name=name)
        return name

    def _values(self, row: Row, place: int) -> dict[str, str]:
        """Return what a row says beside the name, what cannot be left out with a complaint."""
        values: dict[str, str] = {}
        for column in COLUMNS[1:]:
            if row.get(column) is None:
                continue
            try:
                value = _READ[column](_text(row[column]))
                self._must_be_alone(column, value)
                values[column] = value
            except NotAllowed as problem:
                self._complaints.append(Complaint(place, problem))
        return values

    def _must_be_alone(self, column: str, value: str) -> None:
        if column not in {"key", "uid"} or not value:
            return
        if (column, value) in self._taken:
            raise NotAllowed(
                N_("“{value}” ({column}) is given to two tags; the second goes without it."),
                value=value,
                column=column,
            )
        self._taken.add((column, value))


def _text(value: object) -> str:
    """Return what a file holds as words; a bare number is what it would be in a table."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 99:
        return str(value)
    if not isinstance(value, str):
        raise NotAllowed(N_("There is something else where words should be; it is passed over."))
    return normalise(value).text


def _parent(value: str) -> str:
    return tag_name(value) if value.strip() else ""


def _colour(value: str) -> str:
    return colour_of(value) if value.strip() else ""


def _record(value: str) -> str:
    word = value.strip().casefold()
    if word and word not in set(RecordKind):
        raise NotAllowed(
            N_("“{word}” is no kind of details. There are: {kinds}."),
            word=word[:40],
            kinds=", ".join(RecordKind),
        )
    return word or RecordKind.NONE.value


def _uid(value: str) -> str:
    if not value.strip():
        return ""
    try:
        return str(UUID(value.strip()))
    except ValueError as fault:
        raise NotAllowed(N_("“{uid}” is no uid; the tag gets another."), uid=value[:40]) from fault


_READ: Mapping[str, Callable[[str], str]] = {
    "parent": _parent,
    "colour": _colour,
    "key": key_of,
    "definition": definition_of,
    "record": _record,
    "uid": _uid,
}


def _at_the_top(entry: Entry) -> Entry:
    return replace(entry, parent="", said=entry.said - {"parent"})


def _circle(entry: Entry) -> NotAllowed:
    return NotAllowed(
        N_("“{name}” stands under itself by way of “{parent}”; that is passed over."),
        name=entry.name,
        parent=entry.parent,
    )
