"""The record of a casualty figure: how many, as the source words it.

A figure keeps the words it came in and the numbers they allow. Empty is never zero: zero is a
value when a speaker says so. ``low`` and ``high`` are the least and the most the words allow, empty
where the source sets no limit; ``about`` stands alone for "about 30", which sets neither.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

LARGEST = 10**12  # more people than ever lived: no figure


class Qualifier(StrEnum):
    """How the source words its number; empty where there is no reading yet."""

    NOT_READ = ""
    STATED = "stated"
    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    BETWEEN = "between"
    WORDS_ONLY = "words_only"
    NONE = "none"
    NONE_REPORTED = "none_reported"


class Harm(StrEnum):
    """What happened to the people counted; empty where there is no reading yet."""

    NOT_READ = ""
    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    ARRESTED = "arrested"
    DETAINED = "detained"
    DISAPPEARED = "disappeared"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    MISSING = "missing"
    TORTURED = "tortured"
    EXECUTED = "executed"
    RELEASED = "released"
    UNSPECIFIED = "unspecified"


QUALIFIER_LABELS = {
    Qualifier.NOT_READ: "",
    Qualifier.STATED: N_("stated"),
    Qualifier.EXACTLY: N_("exactly"),
    Qualifier.AT_LEAST: N_("at least"),
    Qualifier.MORE_THAN: N_("more than"),
    Qualifier.UP_TO: N_("up to"),
    Qualifier.ABOUT: N_("about"),
    Qualifier.BETWEEN: N_("between"),
    Qualifier.WORDS_ONLY: N_("words only, no number"),
    Qualifier.NONE: N_("none"),
    Qualifier.NONE_REPORTED: N_("none reported"),
}

HARM_LABELS = {
    Harm.NOT_READ: "",
    Harm.KILLED: N_("killed"),
    Harm.INJURED: N_("injured"),
    Harm.KILLED_OR_INJURED: N_("killed or injured"),
    Harm.ARRESTED: N_("arrested"),
    Harm.DETAINED: N_("detained"),
    Harm.DISAPPEARED: N_("disappeared"),
    Harm.ABDUCTED: N_("abducted"),
    Harm.DISPLACED: N_("forced from home"),
    Harm.MISSING: N_("missing"),
    Harm.TORTURED: N_("tortured"),
    Harm.EXECUTED: N_("executed"),
    Harm.RELEASED: N_("released"),
    Harm.UNSPECIFIED: N_("harmed, not said how"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """What an analyst entered or confirmed of a figure; empty numbers are ``None``, never 0.

    ``number`` is where the number's words stand in the text, in code points.
    ``low_by_convention`` is what the named ``convention`` makes of words without a number; it
    never enters a range. ``negated`` says that the source says this number is not so.
    """

    number_text: str = ""
    number: Span | None = None
    low: int | None = None
    high: int | None = None
    about: int | None = None
    low_by_convention: int | None = None
    convention: str = ""
    qualifier: Qualifier = Qualifier.NOT_READ
    negated: bool = False
    harm: Harm = Harm.NOT_READ
    victim_label: str = ""
    victim_group: str = ""
    event_date: WrittenDate = NO_DATE
    as_of: WrittenDate = NO_DATE
    said_on: WrittenDate = NO_DATE
    place: str = ""


def count_of(written: str) -> int:
    """Return the number of people that a reading says, in digits.

    Raises ``ValueError`` for what is no such number, as a stranger's project may hold.
    """
    number = int(written)
    if not 0 <= number <= LARGEST:
        raise ValueError(written)
    return number


def check_numbers(low: int | None, high: int | None, about: int | None) -> None:
    """Raise ``NotAllowed`` where the numbers cannot stand together, or are no counts of people."""
    for number in (low, high, about):
        if number is not None and not 0 <= number <= LARGEST:
            raise NotAllowed(
                N_("{number} cannot be a number of people: it must be 0 or more."), number=number
            )
    if low is not None and high is not None and low > high:
        raise NotAllowed(
            N_("“At least” ({low}) is above “at most” ({high}). Exchange them, or clear one."),
            low=low,
            high=high,
        )
