"""The record of an allegation: what a source says somebody did, ordered or let happen.

The kinds of act follow the headings that human-rights recorders share (HURIDOCS micro-thesauri,
list 4), the wording follows MUC-4's degrees of confidence in who did it; both speak of what the
source says, never of what happened.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.words import N_


class ActType(StrEnum):
    """What kind of act is alleged; empty where nobody chose one."""

    NONE = ""
    KILLING = "killing"
    EXTRAJUDICIAL_EXECUTION = "extrajudicial_execution"
    DEATH_IN_CUSTODY = "death_in_custody"
    TORTURE = "torture"
    ILL_TREATMENT = "ill_treatment"
    SEXUAL_VIOLENCE = "sexual_violence"
    ARREST_OR_DETENTION = "arrest_or_detention"
    ENFORCED_DISAPPEARANCE = "enforced_disappearance"
    ABDUCTION = "abduction"
    ATTACK = "attack"
    RAID = "raid"
    THREAT = "threat"
    FORCED_DISPLACEMENT = "forced_displacement"
    DESTRUCTION_OF_PROPERTY = "destruction_of_property"
    EXTORTION = "extortion"
    UNFAIR_TRIAL = "unfair_trial"
    RESTRICTION_OF_EXPRESSION = "restriction_of_expression"
    RESTRICTION_OF_ASSEMBLY = "restriction_of_assembly"
    RESTRICTION_OF_MOVEMENT = "restriction_of_movement"
    ARMS = "arms"
    FUNDING = "funding"
    ESPIONAGE_OR_TREASON = "espionage_or_treason"
    CORRUPTION = "corruption"
    OTHER = "other"


class Wording(StrEnum):
    """How firmly the source puts who did it (MUC-4, PERP: ORGANIZATION CONFIDENCE)."""

    NONE = ""
    ASSERTED = "asserted"
    ACCUSED = "accused"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    CLAIMED = "claimed"
    POSSIBLE = "possible"
    ACQUITTED = "acquitted"


ACT_TYPE_LABELS = {
    ActType.NONE: "",
    ActType.KILLING: N_("killing"),
    ActType.EXTRAJUDICIAL_EXECUTION: N_("killing outside the law"),
    ActType.DEATH_IN_CUSTODY: N_("death in custody"),
    ActType.TORTURE: N_("torture"),
    ActType.ILL_TREATMENT: N_("ill-treatment"),
    ActType.SEXUAL_VIOLENCE: N_("sexual violence"),
    ActType.ARREST_OR_DETENTION: N_("arrest or detention"),
    ActType.ENFORCED_DISAPPEARANCE: N_("enforced disappearance"),
    ActType.ABDUCTION: N_("abduction"),
    ActType.ATTACK: N_("attack"),
    ActType.RAID: N_("raid or search"),
    ActType.THREAT: N_("threat"),
    ActType.FORCED_DISPLACEMENT: N_("forcing people from home"),
    ActType.DESTRUCTION_OF_PROPERTY: N_("destroying property"),
    ActType.EXTORTION: N_("extortion"),
    ActType.UNFAIR_TRIAL: N_("unfair trial"),
    ActType.RESTRICTION_OF_EXPRESSION: N_("restricting speech or press"),
    ActType.RESTRICTION_OF_ASSEMBLY: N_("restricting assembly"),
    ActType.RESTRICTION_OF_MOVEMENT: N_("restricting movement"),
    ActType.ARMS: N_("having or supplying arms"),
    ActType.FUNDING: N_("funding or training"),
    ActType.ESPIONAGE_OR_TREASON: N_("espionage or treason"),
    ActType.CORRUPTION: N_("corruption"),
    ActType.OTHER: N_("something else"),
}

WORDING_LABELS = {
    Wording.NONE: "",
    Wording.ASSERTED: N_("stated without doubt words"),
    Wording.ACCUSED: N_("accused"),
    Wording.ACCUSED_BY_AUTHORITIES: N_("accused by an authority"),
    Wording.CLAIMED: N_("claimed by themselves"),
    Wording.POSSIBLE: N_("only hinted at"),
    Wording.ACQUITTED: N_("cleared by a court"),
}


@dataclass(frozen=True, slots=True)
class Allegation:
    """What an analyst entered or confirmed of an allegation; empty is not known, never "none".

    ``event_date`` is when it is said to have happened, ``statement`` when it was said.
    """

    act: str = ""
    act_type: ActType = ActType.NONE
    event_date: WrittenDate = NO_DATE
    place: str = ""
    statement: WrittenDate = NO_DATE
    venue: str = ""
    wording: Wording = Wording.NONE
    grounds: str = ""
