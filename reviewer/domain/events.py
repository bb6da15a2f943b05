"""Events, what several documents speak of, and the questions asked of each.

An event is an incident, a total over a time, or a matter in dispute. Its questions are each about
one harm, one group and one period; passages answer them. Events, questions and working figures are
the analyst's, with name and time, and never edit a passage.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import HARM_LABELS, Harm
from reviewer.domain.passages import first_words
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

LONGEST_NAME = 300  # code points of an event's name, and of a question's wording
LONGEST_DESCRIPTION = 20_000  # code points


class EventType(StrEnum):
    """What kind of thing the documents speak of."""

    INCIDENT = "incident"
    TOTAL = "total"
    MATTER = "matter"


class EventStatus(StrEnum):
    """Whether an event is still worked on."""

    OPEN = "open"
    PENDING = "pending"
    CLOSED = "closed"


class PlacePrecision(StrEnum):
    """How exactly a place says where (the levels of UCDP's ``where_prec``)."""

    NOT_SAID = ""
    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    PART_OF_COUNTRY = "part_of_country"
    COUNTRY = "country"
    SEA_OR_AIR = "sea_or_air"


EVENT_TYPE_LABELS = {
    EventType.INCIDENT: N_("Incident"),
    EventType.TOTAL: N_("Total over a time"),
    EventType.MATTER: N_("Matter in dispute"),
}

EVENT_STATUS_LABELS = {
    EventStatus.OPEN: N_("Still open"),
    EventStatus.PENDING: N_("Waiting"),
    EventStatus.CLOSED: N_("Closed"),
}

PLACE_PRECISION_LABELS = {
    PlacePrecision.NOT_SAID: "",
    PlacePrecision.EXACT: N_("exact place"),
    PlacePrecision.NEAR: N_("near this place"),
    PlacePrecision.DISTRICT: N_("district"),
    PlacePrecision.PROVINCE: N_("province"),
    PlacePrecision.PART_OF_COUNTRY: N_("part of a country"),
    PlacePrecision.COUNTRY: N_("country"),
    PlacePrecision.SEA_OR_AIR: N_("sea or air"),
}


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is not in the project yet: what the form is filled with at first."""

    name: str
    type: EventType = EventType.INCIDENT
    date: WrittenDate = NO_DATE
    place: str = ""
    place_precision: PlacePrecision = PlacePrecision.NOT_SAID
    parent: int | None = None
    description: str = ""
    status: EventStatus = EventStatus.OPEN


@dataclass(frozen=True, slots=True)
class Event:
    """One event as the project knows it now."""

    id: int
    uid: str
    name: str
    type: EventType
    date: WrittenDate
    place: str
    place_precision: PlacePrecision
    parent: int | None
    description: str
    status: EventStatus


@dataclass(frozen=True, slots=True)
class WorkingFigure:
    """The number an analyst works with, typed with a reason; never computed."""

    low: int | None
    high: int | None
    reason: str
    analyst: int
    at: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an event: one harm, one group, one period; or anything else, in words.

    ``group`` is the analyst's word for whom, empty for everybody; ``position`` orders questions.
    """

    id: int
    uid: str
    event: int
    wording: str
    harm: Harm
    group: str
    period: WrittenDate
    position: int
    working: WorkingFigure | None = None

    @property
    def asked(self) -> "Asked":
        """What it asks, whatever else is known of it."""
        return Asked(self.wording, self.harm, self.group, self.period)


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that speaks of an event, or answers one of its questions."""

    id: int
    event: int
    question: int | None
    passage: int


class EventPlace(NamedTuple):
    """Where a passage that speaks of an event stands in its document, in code points."""

    span: Span
    event: int
    passage: int


@dataclass(frozen=True, slots=True)
class NothingOnThis:
    """An analyst checked that a document mentions the event and says nothing on the question.

    Without a question: it says nothing of the event at all.
    """

    id: int
    event: int
    document: int
    question: int | None
    checked_by: int
    checked_at: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks: one harm of one group in one period, or anything else, in words.

    Two questions ask the same when harm, group and period are the same; without a harm, when the
    wording is.
    """

    wording: str
    harm: Harm = Harm.NOT_READ
    group: str = ""
    period: WrittenDate = NO_DATE

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from other questions of its event; capitals do not matter."""
        what = str(self.harm) or self.wording.casefold()
        return (what, self.group.casefold(), self.period.edtf)


@dataclass(frozen=True, slots=True)
class EventUse:
    """What hangs on an event, and what goes with it: its passages stay in their documents."""

    passages: int
    documents: int
    questions: int
    working_figures: int
    checks: int
    parts: int


@dataclass(frozen=True, slots=True)
class QuestionUse:
    """What hangs on a question: its passages stay in the event, the rest goes with it."""

    passages: int
    working_figures: int
    checks: int
    ratings: int


def wording_of(harm: Harm, group: str, period: WrittenDate) -> str:
    """Return how a question is worded that was made for a figure; what is too long is cut."""
    parts = [HARM_LABELS[harm].capitalize(), group, period.words or period.edtf]
    return first_words(", ".join(part for part in parts if part), LONGEST_NAME)


def asked_for(
    kind: EventType, date: WrittenDate, harm: Harm, group: str, when: WrittenDate
) -> Asked | None:
    """Return the question that a figure answers in an event of this kind and date.

    All figures of one incident are of its own time, however the sources date it; totals differ by
    the time they run over. Without a harm there is no question yet.
    """
    if harm is Harm.NOT_READ:
        return None
    other = kind is EventType.TOTAL and when.edtf != date.edtf
    period = WrittenDate(when.words, when.edtf, when.basis) if other and when.edtf else NO_DATE
    group = " ".join(group.split())
    return Asked(wording_of(harm, group, period), harm, group, period)


def event_name(written: str) -> str:
    """Return ``written`` as an event's name: one line, not empty; raises ``NotAllowed``."""
    return _line(written, N_("An event needs a name."))


def question_wording(written: str) -> str:
    """Return ``written`` as a question's wording: one line, not empty; raises ``NotAllowed``."""
    return _line(written, N_("Say what is asked."))


def description_of(written: str) -> str:
    """Return a description without blank space around it; raises ``NotAllowed`` if too long."""
    words = written.strip()
    if len(words) > LONGEST_DESCRIPTION:
        raise _too_long(words, LONGEST_DESCRIPTION)
    return words


def _line(written: str, missing: str) -> str:
    words = " ".join(written.split())
    if not words:
        raise NotAllowed(missing)
    if len(words) > LONGEST_NAME:
        raise _too_long(words, LONGEST_NAME)
    return words


def _too_long(words: str, longest: int) -> NotAllowed:
    return NotAllowed(
        N_("These words have {length} characters; at most {longest} fit. Shorten them."),
        length=len(words),
        longest=longest,
    )
