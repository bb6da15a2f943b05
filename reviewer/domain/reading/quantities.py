"""Reads how many a source says there were, and how it words that: "at least 27", "two lakh".

What the words allow becomes numbers, by the project's table and the rules of DESIGN; words without
a number stay words. Where two readings are possible (3,27 or "two to three hundred") there is none.
What happened to those counted is read in ``harms.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from reviewer.domain.figures import LARGEST, Qualifier
from reviewer.domain.reading import nobody
from reviewer.domain.reading.number_tables import HOLE, QUALIFIERS, NumberTable, Wording
from reviewer.domain.reading.numerals import Number, Numerals
from reviewer.domain.reading.people import one_person, persons
from reviewer.domain.reading.plain_words import Token, listed
from reviewer.domain.reading.vetoes import counts_nothing, is_date_and_number

_ARTICLES = ("a", "an")
_TO = frozenset({"to", "-", "or", "سے", "یا"})
_AND = frozenset({"and", "اور"})
_PARTS = frozenset({"including", "among", "amongst", "بشمول", "سمیت"})
_OF_THEM = frozenset({"them", "whom", "those", "these"})
_WORDS_BETWEEN = 3  # between a number and "at most"
_NOUN_WITHIN = 5  # words between an article and the person it counts
_ONES = frozenset({"one", "ایک"})  # words that seldom count, unless a wording stands before them
_THAT_ONE = listed("last this that any each every which the first next")
_ENDS_NOUN = listed("""
    of in on at by for with to and or who which that was were is are had has have from as
    than said a an the his her their . , ; : ! ? ( ) " —
""")


class Basis(StrEnum):
    """What a quantity was read from."""

    NUMBER = "number"
    ARTICLE = "article"  # a passer-by
    VAGUE = "vague"  # several
    ZERO = "zero"
    NAME = "name"
    PLURAL = "plural"  # teachers


class Bounds(NamedTuple):
    """The least, the most, and about how many; each empty where the words set no limit."""

    low: int | None
    high: int | None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, by the words from ``start`` to ``end``, tokens; ``noun``: who is counted, behind.

    ``part``: of a larger number of the same sentence. ``denied``: the words say it is not so.
    """

    start: int
    end: int
    noun: int
    basis: Basis
    qualifier: Qualifier
    low: int | None = None
    high: int | None = None
    about: int | None = None
    part: bool = False
    denied: bool = False


def quantities(words: Sequence[Token], table: NumberTable) -> list[Quantity]:
    """Return the quantities of ``words`` in order, without those that surely count no people."""
    reader = _Reader(Numerals(words, table))
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity, end = reader.read(at)
        if quantity:
            found.append(quantity)
        at = max(end, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    numerals: Numerals

    def read(self, at: int) -> tuple[Quantity | None, int]:
        """Return what begins at ``at``, if anything does, and where to go on reading."""
        zero = nobody.nobody_at(self.numerals.words, at)
        if zero:
            bounds = Bounds(*zero.bounds)
            return Quantity(at, zero.end, zero.noun, Basis.ZERO, zero.qualifier, *bounds), zero.end
        said, begin = self._before(at)
        between = self.numerals.word(begin) == "between"
        first = self.numerals.number(begin + between)
        if first is None:
            vague = self._vague(at, begin) or self._vague(at, at)
            return (vague, vague.end) if vague else (None if said else self._article(at), at)
        last, certain = self._upper(begin, first, between=between)
        after, end = self._behind_noun(last.next) or self._after(last.next)
        certain &= not (said and after and said is not after)
        if not certain or counts_nothing(self.numerals.words, begin + between, end):
            return None, end
        quantity = self._quantity(at, end, first, last, said or after)
        return quantity and replace(quantity, noun=last.next if after else end), end

    def _before(self, at: int) -> tuple[Wording | None, int]:
        table = self.numerals.table
        for row in table.before.get(self.numerals.word(at), ()):
            if self.numerals.holds(row[:-1], at):
                return table.sayings[row], at + len(row) - 1
        return None, at

    def _after(self, at: int) -> tuple[Wording | None, int]:
        table = self.numerals.table
        for row in table.after.get(self.numerals.word(at), ()):
            if self.numerals.holds(row, at):
                return table.sayings[HOLE, *row], at + len(row)
        return None, at

    def _behind_noun(self, at: int) -> tuple[Wording, int] | None:
        """Read "10,000 persons at most": what is said of the number stands behind the counted."""
        for place in range(at, at + _WORDS_BETWEEN):
            if self.numerals.word(place) in persons():
                said, end = self._after(place + 1)
                return (said, end) if said else None
        return None

    def _upper(self, begin: int, first: Number, *, between: bool) -> tuple[Number, bool]:
        """Return the upper end of a range, else ``first``, and whether it can be read one way."""
        joint = self.numerals.word(first.next)
        second = (
            self.numerals.number(first.next + 1) if joint in (_AND if between else _TO) else None
        )
        words = self.numerals.words
        if second and joint == "-" and is_date_and_number(words, begin, first.next):
            return first, not between
        if second is None:
            row = self.numerals.number(first.next)  # "two three": two to three, or twenty-three
            apart = row and self.numerals.word(begin).isalpha() and not between
            return (row, False) if row and apart else (first, not between)
        rising = self.numerals.word(begin - 1) == "from"  # has risen from 27 to 30
        shared = first.unit == 1 and second.unit > 1  # two to three hundred
        return second, first.value < second.value and not rising and not shared

    def _quantity(
        self, at: int, end: int, first: Number, last: Number, said: Wording | None
    ) -> Quantity | None:
        low, high = _whole(first.value), _whole(last.value)
        if low is None or high is None:
            return None
        one = low == high == 1 and self.numerals.word(at) in _ONES
        if one and not self._one(first.next):
            return None
        if one and self.numerals.word(at) == "ایک":
            bounds, qualifier = Bounds(1, None), Qualifier.AT_LEAST  # one, or a
        elif low != high:
            bounds, qualifier = Bounds(low, high), Qualifier.BETWEEN
        elif low == 0:
            if said not in (None, Wording.EXACTLY):
                return None
            bounds, qualifier = Bounds(0, 0), Qualifier.NONE
        else:
            bounds = _bounds(low, said)
            qualifier = QUALIFIERS[said] if said else Qualifier.STATED
        part, denied = self._is_part(at, end), self.numerals.word(at - 1) == "not"
        basis = Basis.ZERO if high == 0 else Basis.NUMBER
        return Quantity(at, end, end, basis, qualifier, *bounds, part, denied)

    def _one(self, at: int) -> bool:
        """Say whether "one" counts a person here, as in "one person", "one was killed"."""
        if self.numerals.word(at - 2) == ":":
            return True  # deaths: one
        if self.numerals.word(at - 2) in _THAT_ONE:
            return False
        if self.numerals.word(at) == "of":  # one of our young members
            nouns = {one.word for one in self.numerals.words[at + 1 : at + 1 + _NOUN_WITHIN]}
            return not persons().isdisjoint(nouns)
        for token in self.numerals.words[at : at + 4]:
            if token.word in persons():
                return True
            if token.word in _ENDS_NOUN:
                return token.word in ("was", "is", "has") and token is self.numerals.words[at]
        return False

    def _vague(self, at: int, begin: int) -> Quantity | None:
        """Read "several", "many hundreds", "at least several hundred", "tens of thousands"."""
        end = self._row_of_vague(begin)
        if end == begin:
            return None
        while True:
            beyond = self._row_of_vague(end + (self.numerals.word(end) == "of"))
            row = self.numerals.table.single.get(self.numerals.word(end))
            if row and row.unit:
                end += 1
            elif beyond > end + 1 or (beyond > end and self.numerals.word(end) != "of"):
                end = beyond
            else:
                break
        if counts_nothing(self.numerals.words, begin, end):
            return None
        part = self._is_part(at, end)
        return Quantity(at, end, end, Basis.VAGUE, Qualifier.WORDS_ONLY, part=part)

    def _row_of_vague(self, at: int) -> int:
        for row in self.numerals.table.vague.get(self.numerals.word(at), ()):
            if self.numerals.holds(row, at):
                return at + len(row)
        return at

    def _article(self, at: int) -> Quantity | None:
        """Read "a passer-by", "a senior party worker": one, and perhaps others elsewhere."""
        if self.numerals.word(at) not in _ARTICLES:
            return None
        words = self.numerals.words
        for place in range(at + 1, min(at + 1 + _NOUN_WITHIN, len(words))):
            word = words[place].word
            joined = word
            if self.numerals.word(place + 1) == "-":
                joined = f"{word}-{self.numerals.word(place + 2)}"
            if word in _ENDS_NOUN:
                return None
            if joined in one_person() and self.numerals.word(place + 1) not in one_person():
                end = place + (3 if joined != word else 1)
                part = self._is_part(at, end)
                return Quantity(at, end, at + 1, Basis.ARTICLE, Qualifier.AT_LEAST, 1, part=part)
        return None

    def _is_part(self, at: int, end: int) -> bool:
        word = self.numerals.word
        if word(at - 1) in _PARTS or (word(at - 1) in _OF_THEM and word(at - 2) in ("among", "of")):
            return True
        return word(end) == "of" and word(end + 1) in _OF_THEM


def _whole(value: Fraction) -> int | None:
    """Return a number of people; a fraction of a person is none."""
    return int(value) if value.denominator == 1 and value < LARGEST else None


def _bounds(number: int, said: Wording | None) -> Bounds:
    """Return the least and the most; of "fewer than 9" that is 9, since 8 stands nowhere."""
    bounds = {
        Wording.AT_LEAST: Bounds(number, None),
        Wording.MORE_THAN: Bounds(number + 1, None),
        Wording.UP_TO: Bounds(None, number),
        Wording.LESS_THAN: Bounds(None, number),
        Wording.ABOUT: Bounds(None, None, number),
    }
    return bounds.get(said, Bounds(number, number)) if said else Bounds(number, number)
