"""What the lines of our own JSON Lines say: one thing of a project each, not in any project yet.

Things call each other by names and keys; which of a project's things are meant is settled when they
are taken in. ``number`` counts the file's lines from 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.domain.actors import ActorKind
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import ReviewerError
from reviewer.domain.events import NewEvent
from reviewer.domain.fields import FieldKind
from reviewer.domain.figures import Harm
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.records import Value
from reviewer.domain.tags import RecordKind


@dataclass(frozen=True, slots=True)
class GivenName:
    """An actor as a line names it: who is meant, the document's words for it, and its caution."""

    name: str
    printed: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An event that a passage is put into.

    ``question`` is what it answers there; empty for whichever fits it, ``None`` for none.
    """

    event: str
    question: str | None = ""


@dataclass(frozen=True, slots=True)
class GivenWork:
    """Whose work something is, by the analyst's name, and when (UTC); empty for now."""

    analyst: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor of the register."""

    number: int
    name: str
    kind: ActorKind = ActorKind.PERSON
    side: str = ""
    protected: bool = False
    names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source that is not held."""

    number: int
    title: str
    publisher: str = ""
    author: str = ""
    posted: WrittenDate = NO_DATE
    url: str = ""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """What is to be set of a document that is held; ``None`` leaves it as it is.

    ``document`` are the names it may be found by, the surest first.
    """

    number: int
    document: tuple[str, ...]
    described: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, WrittenDate] = field(default_factory=dict)
    publisher_actor: str | None = None
    review_status: ReviewStatus | None = None
    set_aside_reason: str = ""
    second_look: bool | None = None


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag of the codebook; ``parent`` is a name."""

    number: int
    name: str
    record: RecordKind = RecordKind.NONE
    definition: str = ""
    colour: str = ""
    key: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of one's own."""

    number: int
    tag: str
    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event; ``key`` is what other lines call it, beside its name."""

    number: int
    key: str
    event: NewEvent
    parent: str = ""


@dataclass(frozen=True, slots=True)
class GivenWorking:
    """A working figure with its reason."""

    low: int | None
    high: int | None
    reason: str
    made: GivenWork | None = None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """What is asked of an event."""

    number: int
    key: str
    event: str
    wording: str
    harm: Harm = Harm.NOT_READ
    group: str = ""
    period: WrittenDate = NO_DATE
    working: GivenWorking | None = None


@dataclass(frozen=True, slots=True)
class AddedWords:
    """What analysts added to a passage's words."""

    note: str = ""
    statement: str = ""
    translation: str = ""
    translation_language: str = ""
    translator: str = ""


NO_WORDS = AddedWords()


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage: its place, its tag, and all that it carries.

    ``start`` and ``end`` are code points, both or neither given; ``quote`` is ``None`` where the
    line has none. ``values`` are those of its record, by field, an empty one being settled so;
    ``settled`` says that fields it does not name are settled as empty too. ``chain`` and the roles
    are ``None`` where the line does not speak of them. ``made`` says who tagged it, and when.
    """

    number: int
    key: str
    document: tuple[str, ...]
    tag: str
    start: int | None
    end: int | None
    quote: str | None
    words: AddedWords = NO_WORDS
    follow_up: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)
    settled: bool = False
    chain: tuple[GivenName, ...] | None = None
    roles: Mapping[str, tuple[GivenName, ...]] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[GivenAnswer, ...] = ()
    checked: GivenWork | None = None
    translation_checked: GivenWork | None = None
    made: GivenWork | None = None

    @property
    def has_details(self) -> bool:
        """Whether it says anything for a record, or for fields of one's own."""
        return bool(self.values or self.settled or self.chain is not None or self.roles or self.own)

    @property
    def says_more(self) -> bool:
        """Whether it says more of a passage than where it is, and under which tag."""
        return self.has_details or self.words != NO_WORDS or bool(self.answers)


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link; exactly one of ``end`` and ``document`` is given, the latter a source not held."""

    number: int
    type: LinkType
    start: str
    end: str
    document: str = ""
    independent: Independence = Independence.NOT_JUDGED
    note: str = ""
    made: GivenWork | None = None


@dataclass(frozen=True, slots=True)
class NothingLine:
    """A document that was looked through and says nothing on a question, or on the event."""

    number: int
    event: str
    document: tuple[str, ...]
    question: str = ""
    checked: GivenWork | None = None


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A rating of a document, an actor, or a question of an event; without ``rated`` one's own."""

    number: int
    value: str
    reason: str
    document: tuple[str, ...] = ()
    actor: str = ""
    event: str = ""
    question: str = ""
    rated: GivenWork | None = None


Line = (
    ActorLine
    | SourceLine
    | HeldLine
    | TagLine
    | FieldLine
    | EventLine
    | QuestionLine
    | PassageLine
    | LinkLine
    | NothingLine
    | RatingLine
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that could not be used, and why.

    ``field`` is what it is about, empty where the words say so themselves.
    """

    number: int
    problem: ReviewerError
    field: str = ""
