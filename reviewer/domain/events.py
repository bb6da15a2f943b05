"""Events, what several documents speak of, and the questions asked of each.

An event is an incident, a total over a time, or a matter in dispute. Its questions are each about
one harm, one group and one period; passages answer them. Events, questions and working figures are
the analyst's, with name and time, and never edit a passage.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.figures import Harm
from reviewer.domain.words import N_


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
    EventStatus.OPEN: N_("Open"),
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


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that speaks of an event, or answers one of its questions."""

    id: int
    event: int
    question: int | None
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
