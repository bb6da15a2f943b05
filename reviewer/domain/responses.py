"""The record of a response: what a source answers to something said about it.

A denial is one kind of response, an admission another, and they are counted by kind: an admission
never counts as a denial (HURIDOCS micro-thesauri, list 28, with retraction, rebuttal and the ways
of not answering added).
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.words import N_


class ResponseKind(StrEnum):
    """What a response does; empty where nobody chose."""

    NONE = ""
    DENY_ACT = "deny_act"
    DENY_RESPONSIBILITY = "deny_responsibility"
    ALTERNATIVE_EXPLANATION = "alternative_explanation"
    ACCEPT_RESPONSIBILITY = "accept_responsibility"
    RETRACTION = "retraction"
    REBUTTAL = "rebuttal"
    DISSOCIATION = "dissociation"
    DISMISSAL = "dismissal"
    RHETORICAL_QUESTION = "rhetorical_question"
    NO_COMMENT = "no_comment"


class Scope(StrEnum):
    """Whether a response covers every charge or one; empty where nobody chose."""

    NONE = ""
    WHOLE = "whole"
    PART = "part"


DENIALS = frozenset(
    {
        ResponseKind.DENY_ACT,
        ResponseKind.DENY_RESPONSIBILITY,
        ResponseKind.ALTERNATIVE_EXPLANATION,
        ResponseKind.REBUTTAL,
        ResponseKind.DISMISSAL,
    }
)
"""The kinds that say no to what was alleged; the others are responses and no denials."""

RESPONSE_KIND_LABELS = {
    ResponseKind.NONE: "",
    ResponseKind.DENY_ACT: N_("says it did not happen"),
    ResponseKind.DENY_RESPONSIBILITY: N_("says it was not us"),
    ResponseKind.ALTERNATIVE_EXPLANATION: N_("gives another explanation"),
    ResponseKind.ACCEPT_RESPONSIBILITY: N_("admits it"),
    ResponseKind.RETRACTION: N_("takes back own words"),
    ResponseKind.REBUTTAL: N_("someone else rejects it"),
    ResponseKind.DISSOCIATION: N_("distances itself"),
    ResponseKind.DISMISSAL: N_("waves it off"),
    ResponseKind.RHETORICAL_QUESTION: N_("answers by a question"),
    ResponseKind.NO_COMMENT: N_("declines to comment"),
}

SCOPE_LABELS = {
    Scope.NONE: "",
    Scope.WHOLE: N_("all of it"),
    Scope.PART: N_("part of it"),
}


@dataclass(frozen=True, slots=True)
class Response:
    """What an analyst entered or confirmed of a response; empty is not known."""

    what_is_denied: str = ""
    response_kind: ResponseKind = ResponseKind.NONE
    strength_cue: str = ""
    scope: Scope = Scope.NONE
    statement: WrittenDate = NO_DATE
    venue: str = ""
