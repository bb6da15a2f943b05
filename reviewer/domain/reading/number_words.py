"""Reads numbers as documents print them: digits of every script, Indian grouping, number words.

Works on folded text (``folding.py``), where digits are ASCII already. For comparing places only:
what a figure says (at least, about, up to) is read elsewhere. ``one`` alone is no number here, it
stands in every other sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import regex  # type: ignore[import-untyped]

from reviewer.domain.folding import fold

_ONES = """
    one/ایک two/دو three/تین four/چار five/پانچ six/چھ seven/سات eight/آٹھ nine/نو ten/دس
    eleven/گیارہ twelve/بارہ thirteen/تیرہ fourteen/چودہ fifteen/پندرہ sixteen/سولہ
    seventeen/سترہ eighteen/اٹھارہ nineteen/انیس
"""
_TENS = "twenty/بیس thirty/تیس forty/چالیس fifty/پچاس sixty/ساٹھ seventy/ستر eighty ninety/نوے"
# Urdu has a word of its own for each number below a hundred. Left out (·) are those that stand for
# something else more often: 72 is "better", 80 "this very", 89 "granddaughter".
_URDU = """
    اکیس بائیس تیئیس/تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس ·
    اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس ·
    اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس ·
    اکاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ·
    اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ·
    اکہتر · تہتر چوہتر پچھتر چھہتر ستتر اٹھتر اناسی ·
    اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی · ·
    اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے
"""
SMALL_WORDS = {
    **{word: at for at, words in enumerate(_ONES.split(), 1) for word in words.split("/")},
    **{word: 10 * at for at, words in enumerate(_TENS.split(), 2) for word in words.split("/")},
    **{
        word: at
        for at, words in enumerate(_URDU.split(), 21)
        for word in words.split("/")
        if word != "·"
    },
}
"""Words for numbers below a hundred, which are added to others: twenty, seven."""
UNIT_WORDS = {
    "dozen": 12,
    "درجن": 12,
    "hundred": 100,
    "سو": 100,
    "thousand": 1_000,
    "ہزار": 1_000,
    "lakh": 100_000,
    "lac": 100_000,
    "لاکھ": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "کروڑ": 10_000_000,
}
"""Words that people count in: two dozen, three lakh."""
_DOZEN = frozenset({"dozen", "درجن"})
_LONGEST = 18  # digits and commas
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d+")
_WORD = re.compile(r"\w+")  # of which re makes quicker work
_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a folded text: its value, with a fraction as printed, and its place there."""

    value: str
    start: int
    end: int


def numbers_in(folded: str) -> Iterator[Number]:
    """Give the numbers of a folded text in order."""
    if not _may_count(folded):
        return
    for match in _pattern().finditer(folded):
        value = _of_digits(match) if match["digits"] else _of_words(match["words"])
        if value:
            yield Number(value, match.start(), match.end())


def _may_count(folded: str) -> bool:
    """Say at little cost whether there may be a number at all: most sentences have none."""
    words = _WORD.findall(folded)
    return not _counting().isdisjoint(words) or _DIGIT.search(folded) is not None


def spellings(value: str) -> list[str]:
    """Return how a number may be printed, folded: in digits, grouped, and in words."""
    if not value.isdecimal():
        return [value]
    head, tail = value[:-3], value[-3:]
    first = len(head) % 2
    pairs = [head[:first], *(head[at : at + 2] for at in range(first, len(head), 2)), tail]
    indian = ",".join(filter(None, pairs))
    return list(dict.fromkeys([value, f"{int(value):,}", indian, *_in_words(int(value))]))


def pattern_of(value: str) -> str:
    """Return a pattern that finds a number in folded text however it is printed.

    Not where it is a part of another number, as in ``27,500``, ``27 lakh`` or ``twenty-seven``.
    """
    small, large = _tables()
    tens = "|".join(word for word, ten in small.items() if ten >= 20)
    scales = "|".join(large)
    printed = "|".join(
        r"[\s-]".join(map(regex.escape, regex.split(r"[\s-]", one))) for one in spellings(value)
    )
    return (
        rf"(?<![\w.,])(?<!\b(?:{tens}|{scales})[\s-])(?:{printed})"
        rf"(?!\w|[.,]\d|[\s-](?:{scales}|dozen|{'|'.join(small)})\b)"
    )


def _of_digits(match: regex.Match[str]) -> str:
    digits = match["digits"]
    if len(digits) > _LONGEST or not _GROUPED.fullmatch(digits):
        return ""  # a list of numbers, or none that counts anything
    value = digits.replace(",", "").lstrip("0") or "0"
    printed = value + (match["fraction"] or "")
    if not match["scale"]:
        return printed
    scaled = Fraction(printed) * _tables()[1][match["scale"]]
    return str(scaled.numerator) if scaled.denominator == 1 else ""


def _of_words(words: str) -> str:
    small, large = _tables()
    several = [word for word in regex.split(r"[\s-]+", words) if word != "and"]
    if several[0] not in small or several[0] in _DOZEN:
        return ""  # hundreds of them, or half a dozen
    total = current = 0
    for word in several:
        if word in _DOZEN:
            current *= small[word]
        elif word in small:
            current += small[word]
        elif large[word] == 100:
            current *= 100
        else:
            total += current * large[word]
            current = 0
    value = total + current
    return str(value) if value > 1 else ""


def _in_words(number: int) -> Iterator[str]:
    """Give the words of a number below a hundred, and in the hundreds, lakhs and so on."""
    small, large = _tables()
    yield from (word for word, value in small.items() if value == number and word not in _DOZEN)
    if 20 < number < 100 and number % 10:
        names = {value: word for word, value in small.items() if word.isascii()}
        yield f"{names[number - number % 10]}-{names[number % 10]}"
    for word, scale in large.items():
        if number >= scale and number * 10 % scale == 0 and number < 1_000 * scale:
            many = Fraction(number, scale)
            yield f"{float(many):g} {word}"
            counts = (one for one, value in small.items() if value == many and one not in _DOZEN)
            yield from (f"{one} {word}" for one in counts)


@cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    small, large = (
        {fold(word): value for word, value in table.items()} for table in (SMALL_WORDS, UNIT_WORDS)
    )
    for word in _DOZEN:  # "two dozen" is read word by word
        small[word] = large.pop(word)
    return small, large


@cache
def _counting() -> frozenset[str]:
    small, large = _tables()
    return frozenset(small) | frozenset(large)


@cache
def _pattern() -> regex.Pattern[str]:
    """Compile when first asked for: starting the program must not wait for it."""
    small, large = _tables()
    word = f"(?:{'|'.join(sorted([*small, *large], key=len, reverse=True))})"
    scale = "|".join(large)
    return regex.compile(
        r"(?<![\w.,])(?P<digits>\d+(?:,\d+)*)(?P<fraction>\.\d+)?"
        rf"(?:[\s-](?P<scale>{scale}))?(?!\w|[.,]\d)"
        rf"|(?<!\w)(?P<words>{word}(?:(?:[\s-]+and)?[\s-]+{word})*)(?!\w)"
    )
