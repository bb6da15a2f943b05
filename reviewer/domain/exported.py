"""What an export prints of a project beside its passages' words, as one read transaction has it.

Every name stands as it is filed, so that what is exported can be read without the project. An
``…_key`` tells things of one name apart, and is empty where the name does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from reviewer.domain.documents import Document
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.events import Event, Question
from reviewer.domain.fields import Field
from reviewer.domain.incoming import Furniture, Part
from reviewer.domain.links import LINK_TYPE_LABELS, REVERSE_LABELS, Link, LinkType
from reviewer.domain.ranges import ComparedFigure
from reviewer.domain.ratings import Rating
from reviewer.domain.reading.conventions import ByConvention
from reviewer.domain.records import Value
from reviewer.domain.tags import RecordKind

_NOTHING: Mapping[str, Value] = MappingProxyType({})
_NO_WORDS: Mapping[str, str] = MappingProxyType({})


class ExportedName(NamedTuple):
    """An actor where a passage names it: as filed (empty: nobody), as printed, with its caution."""

    filed: str
    printed: str
    hedge: str = ""

    @property
    def shown(self) -> str:
        """As printed, else as filed."""
        return self.printed or self.filed


class ExportedAnswer(NamedTuple):
    """An event that a passage is in, and what it answers there (empty: nothing)."""

    event: str
    event_key: str
    question: str
    question_key: str


class ExportedEnd(NamedTuple):
    """The other end of a passage's link; ``label`` is a passage's, or that of a source not held."""

    type: LinkType
    outgoing: bool
    label: str
    document: str

    @property
    def words(self) -> str:
        """How the link reads from the passage, with its other end."""
        labels = LINK_TYPE_LABELS if self.outgoing else REVERSE_LABELS
        return f"{labels[self.type]} {self.label}"


class ExportedRecord(NamedTuple):
    """What a passage carries beside its words.

    ``entered`` is what an analyst entered or confirmed, names apart. ``read`` is what a rule read
    and nobody confirmed yet, names included: it never stands among what was entered. ``settled``
    are the fields in which an analyst let nothing of what was read stand. ``by_convention`` is what
    the project's convention makes of words without a number, and no number of the source.
    """

    kind: RecordKind = RecordKind.NONE
    entered: Mapping[str, Value] = _NOTHING
    read: Mapping[str, Value] = _NOTHING
    settled: tuple[str, ...] = ()
    chain: tuple[ExportedName, ...] = ()
    accused: tuple[ExportedName, ...] = ()
    victims: tuple[ExportedName, ...] = ()
    own: Mapping[str, str] = _NO_WORDS
    answers: tuple[ExportedAnswer, ...] = ()
    ends: tuple[ExportedEnd, ...] = ()
    by_convention: ByConvention | None = None


BARE = {kind: ExportedRecord(kind) for kind in RecordKind}
"""Records of which nothing is known yet: most of them, so they are told by being these."""

NO_RECORD = BARE[RecordKind.NONE]


class ExportedPlace(NamedTuple):
    """Where a passage stands, with what leads back to it: offsets in code points of its text.

    ``paragraph`` counts non-empty lines from 1, ``page`` is the page's name or empty.
    """

    start: int
    end: int
    paragraph: int
    page: str
    document_uid: str
    original_name: str
    publisher: str
    url: str
    posted: WrittenDate
    captured: WrittenDate
    text_sha256: str
    original_sha256: str


@dataclass(frozen=True, slots=True)
class ExportedLink:
    """A link with both its ends; ``end`` is empty where it leads to a source not held."""

    link: Link
    start: str
    start_document: str
    start_quote: str
    end: str
    end_document: str
    end_quote: str
    analyst: str
    start_place: ExportedPlace | None = None
    end_place: ExportedPlace | None = None


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """An event, with how many passages of how many documents speak of it."""

    event: Event
    key: str
    parent: str
    passages: int
    documents: int


@dataclass(frozen=True, slots=True)
class ExportedQuestion:
    """A question, with what its figures say together.

    ``range`` is in words; ``base`` says what it rests on, ``differ`` whether accounts do.
    """

    question: Question
    key: str
    event: str
    event_key: str
    answers: int
    low: int | None
    high: int | None
    range: str
    base: str
    differ: bool
    working_analyst: str


@dataclass(frozen=True, slots=True)
class ExportedFigure:
    """A figure as it stands in one question; ``why_below`` is empty where it enters the range."""

    figure: ComparedFigure
    event: str
    question: str
    document: str
    quote: str
    why_below: str
    by_convention: ByConvention | None = None
    place: ExportedPlace | None = None


@dataclass(frozen=True, slots=True)
class ExportedHeld:
    """A document that is held, with who publishes it and its fingerprints.

    ``words`` and ``passages`` are counts; ``importer`` read the file, which lay in ``inside`` (an
    archive, a mail; empty: nowhere). Where the bytes of the original were ``dropped``, only their
    fingerprint is held.
    """

    document: Document
    publisher_actor: str
    text_sha256: str
    original_sha256: str
    words: int = 0
    passages: int = 0
    importer: str = ""
    inside: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class ExportedLayout:
    """What stood where in the file of a document: its pages and other parts, its furniture."""

    parts: tuple[Part, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedField:
    """A field of one's own, with the name of its tag."""

    field: Field
    tag: str


@dataclass(frozen=True, slots=True)
class ExportedNothing:
    """A document in which an analyst found nothing on a question, or on an event."""

    event: str
    event_key: str
    question: str
    question_key: str
    document: str
    document_uid: str
    checked_by: str
    checked_at: str


@dataclass(frozen=True, slots=True)
class ExportedRating:
    """A rating with what it is of; exactly one of the three is given."""

    rating: Rating
    document: str
    document_uid: str
    actor: str
    event: str
    event_key: str
    question: str
    question_key: str
    analyst: str
