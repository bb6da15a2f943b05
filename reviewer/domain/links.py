"""Typed relations from one passage to another, in any document, or to a source not held."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_


class LinkType(StrEnum):
    """What one passage does to another, read from the first to the second."""

    DENIES = "denies"
    REJECTS_IN_GENERAL = "rejects_in_general"
    CONTRADICTS = "contradicts"
    CORROBORATES = "corroborates"
    REPEATS = "repeats"
    RETRACTS = "retracts"
    UPDATES = "updates"
    COUNTS_WITHIN = "counts_within"
    SAME_FIGURE = "same_figure"


class Independence(StrEnum):
    """Whether two passages rest on separate sources; empty until somebody judged."""

    NOT_JUDGED = ""
    YES = "yes"
    NO = "no"


SYMMETRIC = frozenset({LinkType.CONTRADICTS, LinkType.SAME_FIGURE})
"""Types that say the same either way; the passage with the smaller uid is stored first."""

ONE_WAY = frozenset({LinkType.REPEATS, LinkType.UPDATES, LinkType.COUNTS_WITHIN})
"""Types that cannot come back to where they started: a part of a part is no whole of the first."""

FROM_RESPONSES = frozenset({LinkType.DENIES, LinkType.REJECTS_IN_GENERAL})
BETWEEN_FIGURES = frozenset({LinkType.UPDATES, LinkType.COUNTS_WITHIN, LinkType.SAME_FIGURE})

LINK_TYPE_LABELS = {
    LinkType.DENIES: N_("denies"),
    LinkType.REJECTS_IN_GENERAL: N_("rejects in general"),
    LinkType.CONTRADICTS: N_("cannot both hold"),
    LinkType.CORROBORATES: N_("supports"),
    LinkType.REPEATS: N_("repeats"),
    LinkType.RETRACTS: N_("takes back"),
    LinkType.UPDATES: N_("newer count of"),
    LinkType.COUNTS_WITHIN: N_("part of"),
    LinkType.SAME_FIGURE: N_("same people, told again"),
}

REVERSE_LABELS = {
    LinkType.DENIES: N_("denied by"),
    LinkType.REJECTS_IN_GENERAL: N_("rejected in general by"),
    LinkType.CONTRADICTS: N_("cannot both hold"),
    LinkType.CORROBORATES: N_("supported by"),
    LinkType.REPEATS: N_("repeated by"),
    LinkType.RETRACTS: N_("taken back by"),
    LinkType.UPDATES: N_("replaced by the newer count"),
    LinkType.COUNTS_WITHIN: N_("includes"),
    LinkType.SAME_FIGURE: N_("same people, told again"),
}

INDEPENDENCE_LABELS = {
    Independence.NOT_JUDGED: N_("not judged"),
    Independence.YES: N_("yes, a separate source"),
    Independence.NO: N_("no, same origin"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as the project keeps it; exactly one of ``to_passage`` and ``to_document`` is set.

    ``to_document`` is a source that is not held, or was not when the link was made.
    """

    id: int
    uid: str
    type: LinkType
    from_passage: int
    to_passage: int | None
    to_document: int | None
    independent: Independence
    note: str
    analyst: int
    created_at: str


@dataclass(frozen=True, slots=True)
class LinkedEnd:
    """The other end of one passage's link, and how to read the link from that passage.

    ``outgoing`` links start at the passage asked for. ``passage`` and ``quote`` are empty where the
    other end is a source that is not held; ``label`` is then the document's.
    """

    link: int
    type: LinkType
    outgoing: bool
    passage: int | None
    document: int
    label: str
    quote: str
    document_title: str
    independent: Independence
    note: str

    @property
    def words(self) -> str:
        """Return the label of the link as read from the passage asked for."""
        return (LINK_TYPE_LABELS if self.outgoing else REVERSE_LABELS)[self.type]


@dataclass(frozen=True, slots=True)
class PlacedEnd:
    """Where one end of a link stands; a source not held has neither passage nor place."""

    document: int
    passage: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with the places of both its ends: what the gutter and the curves show."""

    id: int
    type: LinkType
    start: PlacedEnd
    end: PlacedEnd


@dataclass(frozen=True, slots=True)
class SourceToFind:
    """A source that is not held, and how many links name it."""

    document: int
    label: str
    title: str
    publisher: str
    author: str
    posted: WrittenDate
    links: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A link to a source that was not held, and the document now held that it seems to be."""

    link: int
    source: int
    document: int


def guessed_type(source: RecordKind, *, one_count: bool = False) -> LinkType:
    """Return the type that is likely from a passage with this record to another.

    A response answers what the other says. Two figures are the same people, told again, only where
    they may be ``one_count``: otherwise each would take the other out of a range.
    """
    if source is RecordKind.RESPONSE:
        return LinkType.DENIES
    return LinkType.SAME_FIGURE if one_count else LinkType.CORROBORATES


def check_type(kind: LinkType, source: RecordKind, target: RecordKind | None) -> None:
    """Raise ``NotAllowed`` where a link of this type cannot start or end at such passages.

    ``target`` is ``None`` for a source that is not held.
    """
    if kind in FROM_RESPONSES and source is not RecordKind.RESPONSE:
        raise NotAllowed(
            N_("“{type}” starts at a response, and this passage is none. Choose another type."),
            type=LINK_TYPE_LABELS[kind],
        )
    figures = source is RecordKind.FIGURE and target in (RecordKind.FIGURE, None)
    if kind in BETWEEN_FIGURES and not figures:
        raise NotAllowed(
            N_("“{type}” is between two figures. Choose another type."),
            type=LINK_TYPE_LABELS[kind],
        )
