"""Reads one number from tokens: digits, words, and both, by a project's table of number words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from re import compile as pattern
from typing import NamedTuple

from reviewer.domain.folding import fold
from reviewer.domain.reading.number_tables import NumberTable
from reviewer.domain.reading.plain_words import Token

_LONGEST = 15  # digits and marks
_GROUPED = pattern(r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d+)(?:\.\d+)?")
_ARTICLES = ("a", "an")
_AND = ("and", "اور")
_A_HALF = ("and", "a", "half")
_HALVES = {fold("ڈیڑھ"): Fraction(3, 2), fold("ڈھائی"): Fraction(5, 2)}  # 1½ and 2½ of a unit
_PLUS = {fold("سوا"): Fraction(1, 4), fold("ساڑھے"): Fraction(1, 2)}  # a quarter, half a unit more


class Number(NamedTuple):
    """A number, the token behind it, and what the unit counts that it ends with (1: none)."""

    value: Fraction
    next: int
    unit: int


@dataclass(frozen=True, slots=True)
class Numerals:
    """Reads numbers from ``words``; each place is that of a token."""

    words: Sequence[Token]
    table: NumberTable

    def word(self, at: int) -> str:
        """Return the word at ``at``, empty where there is none."""
        return self.words[at].word if 0 <= at < len(self.words) else ""

    def holds(self, row: Sequence[str], at: int) -> bool:
        """Say whether the words of ``row`` stand at ``at``."""
        return all(self.word(at + step) == word for step, word in enumerate(row))

    def number(self, at: int) -> Number | None:
        """Return the number that begins at ``at``; it may be a fraction."""
        word = self.word(at)
        if word[:1].isdigit():
            return self._digits(at)
        if word in _HALVES:
            unit = self._unit(at + 1)
            return Number(_HALVES[word] * unit, at + 2, unit) if unit else None
        if word in _PLUS:
            if self.word(at + 1) in _PLUS:
                return None
            rest = self.number(at + 1) or Number(Fraction(1), at + 1, 1)
            scaled = self._scaled(rest)
            return Number(scaled.value + _PLUS[word] * scaled.unit, scaled.next, scaled.unit)
        if word == "half" or word in _ARTICLES:
            return self._of_unit(at)
        return self._spelt(at, 0)

    def _digits(self, at: int) -> Number | None:
        word = self.word(at)
        if len(word) > _LONGEST or not _GROUPED.fullmatch(word):
            return None  # a list of numbers, or none that counts anybody
        return self._scaled(Number(Fraction(word.replace(",", "")), at + 1, 1))

    def _scaled(self, number: Number) -> Number:
        while unit := self._unit(number.next):
            number = Number(number.value * unit, number.next + 1, unit)
        return number

    def _of_unit(self, at: int) -> Number | None:
        """Read "half a dozen", "a hundred and fifty", "a lakh and a half"."""
        half = self.word(at) == "half"
        unit = self._unit(at + half + 1) if self.word(at + half) in _ARTICLES else 0
        if not unit:
            return None
        return Number(Fraction(unit, 2), at + 3, unit) if half else self._spelt(at + 1, 1)

    def _spelt(self, at: int, current: int) -> Number | None:
        """Read number words; ``current`` is 1 behind an article, which counts as one."""
        total, last = 0, 1
        first = at
        while (small := self._small(at)) is not None or self._unit(at):
            if small is None:
                if not current:
                    break
                last = self._unit(at)
                current *= last
                if last >= 1_000:
                    total, current = total + current, 0
            elif _fits(current, small) and not (last == 1 and first < at and not current):
                current += small
            else:
                break
            at += 1
            if self.holds(_A_HALF, at):
                return self._and_a_half(total + current, at + 3, last)
            at += self._is_joint(at, current, last)
        return Number(Fraction(total + current), at, last) if at > first else None

    def _and_a_half(self, whole: int, at: int, last: int) -> Number:
        unit = self._unit(at) if last == 1 else 0
        if unit:
            return Number((whole + Fraction(1, 2)) * unit, at + 1, unit)
        return Number(whole + Fraction(last, 2), at, last)

    def _is_joint(self, at: int, current: int, last: int) -> bool:
        """Say whether "-", or "and" behind a hundred, stands here and the number goes on."""
        small = self._small(at + 1)
        if small is None or not _fits(current, small):
            return False
        return (self.word(at) == "-" and bool(current)) or (self.word(at) in _AND and last >= 100)

    def _small(self, at: int) -> int | None:
        row = self.table.single.get(self.word(at))
        return row.value if row and not row.unit else None

    def _unit(self, at: int) -> int:
        row = self.table.single.get(self.word(at))
        return (row.value or 0) if row and row.unit else 0


def _fits(current: int, small: int) -> bool:
    """Say whether a small number is said behind ``current``: 20 and 7, 100 and 27, not 7 and 8."""
    if not current:
        return True
    return small > 0 and small < (100 if current % 100 == 0 else 10 if current % 10 == 0 else 0)
