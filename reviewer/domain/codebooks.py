"""A codebook outside a project: what a file says of its tags, and how that meets those there are.

Beside the tags stand complaints: what was passed over or mended in a file, each with its place.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewer.domain.errors import NotAllowed, NotFound, ReviewerError
from reviewer.domain.tags import RecordKind, Tag, as_key, same_words, with_key
from reviewer.domain.words import N_

FORMAT = 1
COLUMNS = ("name", "parent", "colour", "key", "definition", "record", "uid")
"""Columns of a table and keys of JSON; ``parent`` is a name. They do not change within a format."""

MOST_TAGS = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A tag as a file has it; ``parent`` is a name.

    ``said`` are the columns the file speaks of: of others nothing is known, and nothing is changed.
    ``place`` counts the tags of the file from 1.
    """

    name: str
    parent: str = ""
    colour: str = ""
    key: str = ""
    definition: str = ""
    record: RecordKind = RecordKind.NONE
    uid: str = ""
    said: frozenset[str] = frozenset(COLUMNS)
    place: int = 0


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something in a file that was passed over or mended; ``place`` counts its tags from 1."""

    place: int
    problem: ReviewerError


@dataclass(frozen=True, slots=True)
class Codebook:
    """What a file holds: its tags in their order, no two of one name, and complaints."""

    name: str
    entries: tuple[Entry, ...]
    complaints: tuple[Complaint, ...] = ()


class Standing(StrEnum):
    """How an entry meets the project's codebook."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry beside the tag that it is: the one of its uid, else the one of its name.

    ``differs`` names the columns in which they differ.
    """

    entry: Entry
    standing: Standing
    tag: Tag | None = None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a codebook in would meet, to be shown before it is done."""

    name: str
    meetings: tuple[Meeting, ...]
    complaints: tuple[Complaint, ...] = ()

    def those(self, standing: Standing) -> list[Meeting]:
        """Return the entries that stand so, in their order."""
        return [one for one in self.meetings if one.standing is standing]


def same_name(name: str) -> str:
    """Return a name as names are compared: a to z and A to Z alike, as the project file does it."""
    return name.encode().lower().decode()


def entries_of(tags: Sequence[Tag]) -> list[Entry]:
    """Return tags as a file has them, in the order given."""
    names = {tag.id: tag.name for tag in tags}
    return [
        Entry(
            tag.name,
            "" if tag.parent is None else names[tag.parent],
            tag.colour,
            tag.key,
            tag.definition,
            tag.record,
            tag.uid,
        )
        for tag in tags
    ]


def compared(codebook: Codebook, tags: Sequence[Tag], taken: Collection[str] = ()) -> Preview:
    """Return what each entry is to a project with these ``tags``.

    ``taken`` are keys that commands use. What cannot be taken over as it stands is left out of the
    entry, with a complaint: a key or a name that is another tag's, a parent that is nowhere.
    """
    table = _Table(tags, codebook.entries, taken)
    for entry in codebook.entries:
        table.meet(entry)
    complaints = sorted((*codebook.complaints, *table.complaints), key=lambda one: one.place)
    return Preview(codebook.name, tuple(table.meetings), tuple(complaints))


class _Table:
    """Sets each entry beside its tag."""

    def __init__(
        self, tags: Sequence[Tag], entries: Iterable[Entry], taken: Collection[str]
    ) -> None:
        self.meetings: list[Meeting] = []
        self.complaints: list[Complaint] = []
        self._tags = tags
        self._taken = frozenset(map(as_key, taken))
        self._now = dict(zip((tag.id for tag in tags), entries_of(tags), strict=True))
        self._by_uid = {tag.uid: tag for tag in tags}
        self._by_name = {same_name(tag.name): tag for tag in tags}
        entries = list(entries)
        self._names = {same_name(entry.name) for entry in entries} | self._by_name.keys()
        self._met_by_uid = {
            self._by_uid[entry.uid].id for entry in entries if entry.uid in self._by_uid
        }

    def meet(self, entry: Entry) -> None:
        tag = self._by_uid.get(entry.uid)
        namesake = self._by_name.get(same_name(entry.name))
        if tag is None and namesake is not None:
            if namesake.id in self._met_by_uid:
                self._complain(entry, NotAllowed(_PASSED_OVER, name=entry.name))
                return
            tag = namesake
        if namesake is not None and tag is not namesake:
            self._complain(entry, NotAllowed(_NAME_KEPT, name=entry.name))
            entry = replace(entry, said=entry.said - {"name"})
        self.meetings.append(self._met(self._possible(entry, tag), tag))

    def _possible(self, entry: Entry, tag: Tag | None) -> Entry:
        """Return the entry without what cannot be."""
        said = entry.said
        holder = with_key(self._tags, entry.key)
        if entry.key in self._taken or (holder is not None and holder is not tag):
            self._complain(entry, NotAllowed(_NO_KEY, name=entry.name, key=entry.key))
            said -= {"key"}
        if entry.parent and same_name(entry.parent) not in self._names:
            self._complain(entry, NotFound(_NO_PARENT, name=entry.name, parent=entry.parent))
            said -= {"parent"}
        return replace(
            entry,
            said=said,
            key=entry.key if "key" in said else "",
            parent=entry.parent if "parent" in said else "",
        )

    def _met(self, entry: Entry, tag: Tag | None) -> Meeting:
        if tag is None:
            return Meeting(entry, Standing.NEW)
        differs = _differing(entry, self._now[tag.id])
        return Meeting(entry, Standing.DIFFERS if differs else Standing.SAME, tag, differs)

    def _complain(self, entry: Entry, problem: ReviewerError) -> None:
        self.complaints.append(Complaint(entry.place, problem))


_PASSED_OVER = N_(
    "“{name}” was passed over: a tag of that name is another one in this file. Rename one of them."
)
_NAME_KEPT = N_("The name “{name}” is another tag’s already, so the one meant keeps its own.")
_NO_KEY = N_("“{name}” comes without its key {key}, which does something else here.")
_NO_PARENT = N_("“{name}” stands under “{parent}”, which is nowhere; that is passed over.")


def _differing(entry: Entry, now: Entry) -> tuple[str, ...]:
    differs = {
        "name": entry.name != now.name,
        "parent": same_name(entry.parent) != same_name(now.parent),
        "colour": entry.colour != now.colour.upper(),
        "key": as_key(entry.key) != as_key(now.key),
        "definition": not same_words(entry.definition, now.definition),
        "record": entry.record is not now.record,
    }
    return tuple(column for column in COLUMNS if column in entry.said and differs.get(column))
