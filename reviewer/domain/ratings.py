"""An analyst's judgements of sources and claims on the Admiralty scales (NATO AJP-2.1).

Reliability (A to F) speaks of a source, credibility (1 to 6) of how well a claim is borne out; they
are judged apart. Not rated is empty, which is not F and not 6.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.words import N_


class Scale(StrEnum):
    """Which of the two scales a rating is on."""

    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"


SCALE_LABELS = {
    Scale.RELIABILITY: N_("How reliable is this source usually?"),
    Scale.CREDIBILITY: N_("How well is this claim borne out?"),
}
VALUE_LABELS = {
    "A": N_("completely reliable"),
    "B": N_("usually reliable"),
    "C": N_("fairly reliable"),
    "D": N_("not usually reliable"),
    "E": N_("unreliable"),
    "F": N_("tried, and cannot tell"),
    "1": N_("borne out by separate sources"),
    "2": N_("probably so"),
    "3": N_("possibly so"),
    "4": N_("doubtful"),
    "5": N_("improbable"),
    "6": N_("tried, and cannot tell"),
}
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
