"""An analyst's judgements of sources and claims on the Admiralty scales (NATO AJP-2.1).

Reliability (A to F) speaks of a source, credibility (1 to 6) of how well a claim is borne out; they
are judged apart. Not rated is empty, which is not F and not 6.
"""

from dataclasses import dataclass
from enum import StrEnum


class Scale(StrEnum):
    """Which of the two scales a rating is on."""

    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"


VALUES = {Scale.RELIABILITY: "ABCDEF", Scale.CREDIBILITY: "123456"}


@dataclass(frozen=True, slots=True)
class Rating:
    """One judgement: of a document, an actor or a question, with its reason, by whom and when."""

    id: int
    uid: str
    document: int | None
    actor: int | None
    question: int | None
    scale: Scale
    value: str
    reason: str
    analyst: int
    at: str
