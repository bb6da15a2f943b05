"""What checking a project found wrong."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.words import N_


class FindingKind(StrEnum):
    """What differs from what it should be."""

    FILE = "file"
    TEXT = "text"
    ORIGINAL = "original"
    PASSAGE = "passage"
    HISTORY = "history"
    TWICE = "twice"
    CIRCLE = "circle"
    KEY = "key"
    LINK_END = "link_end"
    LINK_ORDER = "link_order"
    LINK_CIRCLE = "link_circle"
    EVENT_CIRCLE = "event_circle"
    ANSWER = "answer"
    RECORD_PLACE = "record_place"
    RECORD_KIND = "record_kind"
    DATE = "date"
    CHAIN = "chain"


FINDING_WORDS = {
    FindingKind.FILE: N_("The file itself: {detail}"),
    FindingKind.TEXT: N_("The words of {subject} have changed: {detail}"),
    FindingKind.ORIGINAL: N_("The original of {subject} does not give its bytes again: {detail}"),
    FindingKind.PASSAGE: N_("{subject}: the words do not stand at their place. {detail}"),
    FindingKind.HISTORY: N_("The history was altered at change {subject}. {detail}"),
    FindingKind.TWICE: N_(
        "{subject} has the same tag on the same words as {detail}. Take all but one off."
    ),
    FindingKind.CIRCLE: N_(
        "The tag “{subject}” stands under itself: {detail}. Put one of them elsewhere."
    ),
    FindingKind.KEY: N_(
        "The key {subject} is given to several tags: {detail}. Leave it to one of them."
    ),
    FindingKind.LINK_END: N_(
        "Link {subject} ({detail}) has lost one of its ends. Take it away, and link again."
    ),
    FindingKind.LINK_ORDER: N_(
        "The link between {subject} and {detail} has its ends in the wrong order. Take it away, "
        "and link again."
    ),
    FindingKind.LINK_CIRCLE: N_(
        "Links of {subject} lead round in a circle ({detail}). Take one of them away."
    ),
    FindingKind.EVENT_CIRCLE: N_(
        "The event “{subject}” is part of itself: {detail}. Make one of them part of no other."
    ),
    FindingKind.ANSWER: N_(
        "{subject} stands at a question of another event ({detail}). Take it out there."
    ),
    FindingKind.RECORD_PLACE: N_(
        "{subject}: the words of a detail do not stand at their place ({detail}). Enter it again."
    ),
    FindingKind.RECORD_KIND: N_(
        "{subject} carries a detail that its tag has no place for ({detail})."
    ),
    FindingKind.DATE: N_(
        "{subject}: the days of a date do not follow from it ({detail}). Enter it again."
    ),
    FindingKind.CHAIN: N_(
        "{subject}: a place is left out among its names ({detail}). Enter them again."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what it concerns (``D4``, ``D4·12``, a change's number, a tag) and how."""

    kind: FindingKind
    subject: str
    detail: str

    @property
    def sentence(self) -> str:
        """Return the finding in English."""
        return FINDING_WORDS[self.kind].format(subject=self.subject, detail=self.detail)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many of each a check compares; passages whose place is not certain are not counted.

    ``texts`` and ``originals`` are those of every version. Of the originals of ``dropped_of`` only
    size and fingerprint are held, so there is nothing to compare. ``older`` are places of older
    versions.
    """

    texts: int
    originals: int
    passages: int
    changes: int
    older: int = 0
    dropped_of: tuple[str, ...] = ()

    @property
    def dropped(self) -> int:
        """How many originals were dropped."""
        return len(self.dropped_of)
