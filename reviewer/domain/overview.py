"""What a project holds, in counts; every count with its base.

A count says how many passages were tagged in documents that were read, never how often something
happened. Nothing is summed across tables: a passage stands in several.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, Precision, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_, Saying

_MONTHLY = (Precision.TIME, Precision.DAY, Precision.MONTH)


class CountedBy(StrEnum):
    """What passages are counted by."""

    TAG = "tag"
    DOCUMENT = "document"
    ACTOR = "actor"
    MONTH = "month"


COUNTED_BY_LABELS = {
    CountedBy.TAG: N_("By tag"),
    CountedBy.DOCUMENT: N_("By document"),
    CountedBy.ACTOR: N_("By who says so"),
    CountedBy.MONTH: N_("By month"),
}


class Counted(NamedTuple):
    """A passage under one of the keys it is counted by; an empty key is what has none."""

    key: str
    name: str
    passage: int
    document: int


@dataclass(frozen=True, slots=True)
class Base:
    """How far the documents are read: what every count rests on."""

    documents: int
    done: int = 0
    reading: int = 0
    unread: int = 0
    set_aside: int = 0

    @property
    def saying(self) -> Saying:
        """The base in words."""
        return Saying(
            N_("documents: {documents}, done: {done}"),
            {"documents": self.documents, "done": self.done},
        )


@dataclass(frozen=True, slots=True)
class Count:
    """How many passages stand under a key, and in how many documents."""

    key: str
    name: str
    passages: int
    documents: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by one thing; ``without`` are the passages that have none of it.

    ``behind`` gives the passages that each count rests on, by its key, in the order they came in;
    under an empty key those that have none of it.
    """

    by: CountedBy
    counts: tuple[Count, ...]
    without: int
    base: Base
    behind: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of an event that nobody settled a working figure for.

    ``passages`` answer it, in so many ``documents``, which are so many ``sources`` where those of
    one origin count once; ``differ`` says that their accounts do.
    """

    event: int
    question: int
    event_name: str
    wording: str
    passages: int
    documents: int
    sources: int
    differ: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole: the tables, what is asked and not settled, and which documents are not read."""

    base: Base
    tables: tuple[CountTable, ...]
    open_questions: tuple[OpenQuestion, ...]
    not_read: tuple[int, ...]


def base_of(statuses: Iterable[ReviewStatus]) -> Base:
    """Return the base of documents by their review status."""
    several = list(statuses)
    return Base(
        len(several),
        several.count(ReviewStatus.DONE),
        several.count(ReviewStatus.READING),
        several.count(ReviewStatus.UNREAD),
        several.count(ReviewStatus.SET_ASIDE),
    )


def count_table(by: CountedBy, counted: Iterable[Counted], base: Base) -> CountTable:
    """Return how many passages stand under each key, each once; months in order, else most first.

    Without a key they are counted apart.
    """
    names: dict[str, str] = {}
    passages: dict[str, dict[int, None]] = {}
    documents: dict[str, set[int]] = {}
    for key, name, passage, document in counted:
        names.setdefault(key, name)
        passages.setdefault(key, {})[passage] = None
        documents.setdefault(key, set()).add(document)
    behind = {key: tuple(several) for key, several in passages.items()}
    without = len(passages.pop("", ()))
    counts = [Count(key, names[key], len(passages[key]), len(documents[key])) for key in passages]
    if by is CountedBy.MONTH:
        counts.sort(key=lambda one: one.key)
    else:
        counts.sort(key=lambda one: (-one.passages, one.name, one.key))
    return CountTable(by, tuple(counts), without, base, behind)


def month_of(date: WrittenDate) -> str:
    """Return the month a date is in (``2015-03``), empty where it is not told to the month."""
    if not date.edtf or date.basis is DateBasis.AMBIGUOUS:
        return ""
    try:
        found = parse(date.edtf)
    except NotAllowed:
        return ""
    return found.earliest[:-3] if found.precision in _MONTHLY else ""
