"""What a number is that counts no people: a percentage, an age, money, a date, a telephone."""

import re
from collections.abc import Sequence
from functools import cache

from reviewer.domain.reading.people import persons
from reviewer.domain.reading.plain_words import Token, listed
from reviewer.domain.spans import Span

_LOOK_AHEAD = 5  # words among which the counted noun stands
_THINGS = listed("""
    per percent percentage hour hours minute minutes second seconds day days week weeks month
    months year years decade decades century old times occasion occasions case cases attack
    attacks bomb bombs bombing bombings blast blasts explosion explosions office offices house
    houses home homes shop shops building buildings structure structures school schools hospital
    hospitals village villages district districts city cities town towns province provinces rupee
    rupees rs pound pounds dollar dollars euro euros billion trillion km kilometre kilometres
    kilometer kilometers mile miles metre metres meter meters feet kg kilos tonnes tons litres
    am pm noon seat seats vote votes vehicle vehicles car cars truck trucks lorry lorries bus buses
    tank tanks aircraft airstrike airstrikes strike strikes target targets weapon weapons rifle
    rifles pistol pistols gun guns round rounds bullet bullets shot shots rocket rockets missile
    missiles munition munitions telephone telephones mobile mobiles phone phones computer
    computers group groups party parties organisation organisations organization organizations
    country countries state states part parts way ways reason reasons question questions list
    lists name names card cards page pages paragraph paragraphs row rows thirds third quarters
    quarter half fifths tenths inch inches acre acres ambulances ambulance journey side sides
    certificates certificate sources source channels channel newspapers newspaper statement
    statements system systems storey storeys floor floors raid raids operation operations
    فیصد روپے روپیہ ڈالر گھنٹے گھنٹوں منٹ دن سال ماہ ہفتے کلو میٹر کلومیٹر بار مرتبہ گاڑیاں
    گاڑی دکانیں گھر گھروں مکانات حملے دھماکے بجے نام کروڑ لاکھ زبانوں گولی گولیاں تاریخ
""")
_MONTHS = listed("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
""")
_LABELS = listed("""
    no nos number article section chapter page para ward wards wing statement handout unit
    battalion regiment route highway age aged act rule rs pkr usd clause floor room level
    phase class grade under- brief annex appendix resolution volume passcode
""")
_ALL_BUT = frozenset({"but", "except"})
_MONEY_AND_CODES = frozenset("$£€₹₨#+@=&")
_BEFORE_YEAR = listed("""
    in since during by until till before after of from early late mid سن
""")
_ENDS_NOUN = listed("""
    of in on at by for with to and or who which that was were
""")
_FIGURE_OF = r"\b(?:figure|number|toll|count|claim|total)s? of (?:(?:at least|over|more than) )?"
_REJECTED = r"\b(?:is|are|was|were) (?:\w+ly )?(?:rejected|denied|false|wrong|incorrect|baseless)\b"
_IT_IS = r"\s*(?:It|This|That) (?:is|was) (?:\w+ly )?(?:rejected|denied|false|wrong|incorrect)\b"
_FIRST_YEAR, _LAST_YEAR = 1700, 2199
_LAST_DAY, _NO_SHORT_YEAR = 31, 99  # June 97 may be a year


def counts_nothing(words: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the number in ``words[start:end]`` surely counts no people."""
    before = words[start - 1] if start else None
    after = words[end] if end < len(words) else None
    if before and before.word in _ALL_BUT:
        return True
    return (
        _is_glued(words, start, end)
        or _is_labelled(words, start, before, after)
        or _is_age(words, start, before, after)
        or _is_year(words, start, end, before)
        or _counts_things(words, end)
    )


def _is_glued(words: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the number is a part of something: 12th, 2:30, 14.11.2020, Punjab-3."""
    before = words[start - 1] if start else None
    after = words[end] if end < len(words) else None
    if before and before.end == words[start].start and before.word[-1] not in "([{\"'—،,;*_":
        return True
    if after is None or after.start != words[end - 1].end:
        return False
    if start == 0 and after.word in (".", ")") and end + 1 < len(words):
        return True  # the number of a point in a list
    if after.word in (".", ",", "،"):  # ends a sentence, if no number goes on
        return (
            end + 1 < len(words)
            and words[end + 1].start == after.end
            and (words[end + 1].word[0].isdigit())
        )
    return after.word not in ")]}\"'—;؛۔!?؟:*_" or (
        after.word == ":" and end + 1 < len(words) and words[end + 1].start == after.end
    )


def _is_labelled(
    words: Sequence[Token], start: int, before: Token | None, after: Token | None
) -> bool:
    """Say whether it is a number of something, a date, money, or one of a row of numbers."""
    label = before.word if before else ""
    if label == "." and start > 1:
        label = words[start - 2].word
        if label not in _LABELS and label not in _MONTHS:
            label = ""
    following = after.word if after else ""
    digits = words[start].word.isdigit()
    return (
        label in _LABELS
        or (label != "" and label in _MONEY_AND_CODES)
        or (label in _MONTHS and not _is_beyond_a_date(words, start))
        or following in _MONTHS
        or (digits and (label.isdigit() or following.isdigit()))
    )


def _is_beyond_a_date(words: Sequence[Token], start: int) -> bool:
    """Say whether a number behind a month is no day and no year: "since January 312 supporters"."""
    word = words[start].word.replace(",", "")
    if persons().isdisjoint(one.word for one in words[start + 1 : start + _LOOK_AHEAD]):
        return False
    return not word.isdigit() or (
        int(word) > _NO_SHORT_YEAR
        and ("," in words[start].word or not _FIRST_YEAR <= int(word) <= _LAST_YEAR)
    )


def is_date_and_number(words: Sequence[Token], start: int, dash: int) -> bool:
    """Say whether a dash parts two numbers that make no range: "June 16 - Sixty people died".

    ``start`` is where the first begins. They make none where one stands in digits and one in words,
    or where the second, behind a day of a month, is no day.
    """
    after = words[dash + 1]
    if words[dash - 1].end == words[dash].start or words[dash].end == after.start:
        return False
    if words[start].word[0].isdigit() != after.word[0].isdigit():
        return True
    if not start or words[start - 1].word not in _MONTHS:
        return False
    number = after.word.replace(",", "")
    return number.isdigit() and int(number) > _LAST_DAY


def _is_age(words: Sequence[Token], start: int, before: Token | None, after: Token | None) -> bool:
    """Say whether a number stands between commas, as an age behind a name does."""
    return (
        bool(before and after)
        and words[start].word.isdigit()
        and before is not None
        and after is not None
        and before.word in (",", "،")
        and after.word in (",", "،", ")", ";", ".")
    )


def _is_year(words: Sequence[Token], start: int, end: int, before: Token | None) -> bool:
    word = words[start].word
    if end - start != 1 or not (len(word) == 4 and word.isdigit()):
        return False
    if not _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return False
    if before and before.word in _BEFORE_YEAR:
        return True
    return not any(one.word in persons() for one in words[end : end + 3])


def _counts_things(words: Sequence[Token], end: int) -> bool:
    thing = False
    for token in words[end : end + _LOOK_AHEAD]:
        if token.word in persons():
            return False  # party workers: it is the last noun that is counted
        if token.word == "%":
            return True
        if token.word in _ENDS_NOUN or not (token.word[0].isalpha() or token.word in "-'"):
            break
        thing = thing or token.word in _THINGS
    return thing


def number_is_rejected(words: str, sentence: Span, number: Span) -> bool:
    """Say whether the sentence calls the number wrong: "the figure of 312 … is rejected"."""
    named = _pattern(_FIGURE_OF).search(words, sentence.start, number.start)
    if named is None or named.end() < number.start:
        return False
    behind = words[number.end : sentence.end]
    following = words[sentence.end : sentence.end + 30]
    return bool(_pattern(_REJECTED).search(behind) or _pattern(_IT_IS).match(following))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
