"""How the numbers of two figures stand to each other, and the range of several.

Two figures *meet* where both can hold as worded, *nearly meet* where only the wording or rounding
keeps them from it, and are *apart* otherwise. Rounding is allowed for only where the source says
"about": a tenth of the number, at least one. Wording is allowed for in "more than N", which reads
as N+1 and nearly meets N. Zero nearly meets nothing: no one is not some, rounded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import Protocol

from reviewer.domain.figures import Figure, Qualifier
from reviewer.domain.words import N_, Saying

_ROUNDED = 10  # "about N" may be a tenth of N off


class Standing(StrEnum):
    """How two figures stand to each other."""

    MEET = "meet"
    NEARLY = "nearly"
    APART = "apart"


STANDING_LABELS = {
    Standing.MEET: N_("meet"),
    Standing.NEARLY: N_("nearly meet"),
    Standing.APART: N_("apart"),
}


class Numbers(Protocol):
    """What is compared of a figure."""

    @property
    def low(self) -> int | None:
        """The least its words allow."""
        ...

    @property
    def high(self) -> int | None:
        """The most its words allow."""
        ...

    @property
    def about(self) -> int | None:
        """The number of "about N"."""
        ...

    @property
    def qualifier(self) -> Qualifier:
        """How the number is worded."""
        ...


class Ranged(Numbers, Protocol):
    """What a range is made of."""

    @property
    def one_person(self) -> bool:
        """Whether 1 stands for a person who is named or told of, without a number."""
        ...


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest low to the highest high; ``None`` is an end that is left open.

    ``more_than`` says that the lower end is one above a printed number ("more than 250": 251); the
    words then give the printed one. ``limited`` is how many figures set the range. With none there
    is no range, and neither end says anything. ``person_most`` is the most that any source says
    where the upper end is open for nothing but a person told of without a number. ``beside`` are
    the numbers worded "about", lowest first: they set no end, and are told with the range.
    """

    low: int | None = None
    high: int | None = None
    limited: int = 0
    more_than: bool = False
    person_most: int | None = None
    beside: tuple[int, ...] = ()

    @property
    def saying(self) -> Saying:
        """The range in words, without what stands beside it."""
        if not self.limited:
            return Saying(_ONLY_ABOUT if self.beside else _NO_RANGE)
        printed = self.low - 1 if self.more_than and self.low is not None else self.low
        if self.low is not None and self.low == self.high and not self.more_than:
            return Saying("{low}", {"low": self.low})
        if self.person_most is not None:
            one = self.low == self.person_most
            return Saying(
                _PERSON if one else _TO_PERSON, {"low": printed, "high": self.person_most}
            )
        template = _RANGE_WORDS[self.low is None, self.high is None, self.more_than]
        return Saying(template, {"low": printed, "high": self.high})

    @property
    def beside_saying(self) -> Saying | None:
        """What stands beside the range, in words."""
        if not self.beside:
            return None
        values = {
            "about": self.beside[0],
            "more": self.beside[-1],
            "count": len(self.beside),
        }
        return Saying(_BESIDE[min(len(self.beside), len(_BESIDE)) - 1], values)


_NO_RANGE = N_("no number may enter the range")
_ONLY_ABOUT = N_("no range: every number is worded “about”")
_NEITHER = N_("neither end given by all")
_PERSON = N_("{low} or more · one person is told of, no number given")
_TO_PERSON = N_("{low} to {high} or more · one person is told of, no number given")
_RANGE_WORDS = {  # low is open, high is open, one above the printed number
    (False, False, False): N_("{low} to {high}"),
    (False, False, True): N_("more than {low}, up to {high}"),
    (False, True, False): N_("from {low} · no upper end given"),
    (False, True, True): N_("more than {low} · no upper end given"),
    (True, False, False): N_("up to {high} · no lower end given"),
    (True, True, False): _NEITHER,
}
_BESIDE = (
    N_("beside it: about {about}"),
    N_("beside it: about {about} and about {more}"),
    N_("beside it: {count} numbers from about {about} to about {more}"),
)


def range_of(figures: Iterable[Ranged], beside: Iterable[int] = ()) -> Range:
    """Return the range of figures that may all enter it; ``beside`` are numbers worded "about".

    Where a source says none, that is the lower end whatever others leave open: nothing is below.
    """
    limited = [one for one in figures if not (one.low is None and one.high is None)]
    abouts = tuple(sorted(set(beside)))
    if not limited:
        return Range(beside=abouts)
    lows = [one.low for one in limited if one.low is not None]
    highs = [one.high for one in limited if one.high is not None]
    low = min(lows) if lows and (len(lows) == len(limited) or min(lows) == 0) else None
    high = max(highs) if len(highs) == len(limited) else None
    setting_low = [one for one in limited if one.low == low]
    more_than = bool(low) and all(one.qualifier is Qualifier.MORE_THAN for one in setting_low)
    opening = [one for one in limited if one.high is None]
    person = low is not None and bool(opening) and all(one.one_person for one in opening)
    most = max([1, *highs]) if person else None
    return Range(low, high, len(limited), more_than, most, abouts)


def bounds(figure: Numbers) -> tuple[float, float]:
    """Return the least and the most a figure's words allow, infinite where it sets no limit."""
    if figure.low is None and figure.high is None and figure.about is not None:
        return (figure.about, figure.about)
    return (
        -inf if figure.low is None else figure.low,
        inf if figure.high is None else figure.high,
    )


def soft_bounds(figure: Numbers) -> tuple[float, float]:
    """Return the bounds with what wording and rounding allow; never stretched down to zero."""
    least, most = bounds(figure)
    if figure.low is None and figure.high is None and figure.about:
        play = max(1, figure.about // _ROUNDED)
        return (max(1, least - play), most + play)
    if figure.qualifier is Qualifier.MORE_THAN and least > 1:
        least -= 1
    return (least, most)


def standing(one: Numbers, other: Numbers) -> Standing:
    """Say how two figures stand; either may come first."""
    if _overlap(bounds(one), bounds(other)):
        return Standing.MEET
    return Standing.NEARLY if _overlap(soft_bounds(one), soft_bounds(other)) else Standing.APART


def exclude_each_other(one: Figure, other: Figure) -> bool:
    """Say whether two figures cannot both hold: apart, or one says the number is not so."""
    return one.negated != other.negated or standing(one, other) is Standing.APART


def may_be_one_count(one: Figure, other: Figure, *, same_event: bool) -> bool:
    """Say whether two figures may be mentions of one count.

    They must have one harm and the same number, or speak of one event and overlap; that they share
    a name says nothing.
    """
    numbers = [(each.low, each.high, each.about) for each in (one, other)]
    if (None, None, None) in numbers or one.negated != other.negated or one.harm != other.harm:
        return False
    return numbers[0] == numbers[1] or (same_event and standing(one, other) is Standing.MEET)


def apart_somewhere(figures: Iterable[Numbers]) -> bool:
    """Say whether any two of the figures are apart."""
    soft = [soft_bounds(one) for one in figures]
    return bool(soft) and max(least for least, _most in soft) > min(most for _least, most in soft)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
