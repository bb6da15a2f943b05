"""What tells of the same thing in another document: names, numbers, dates and rare words.

Rules only: a name is a run of words with capitals, or what follows a title in Urdu; the first word
of a sentence, which has a capital in any case, is one where it has that inside a sentence too.
Numbers and dates are compared by what they mean, so that 27 is found where ``twenty-seven`` or
``۲۷`` is printed, and a day whichever part of it comes first. Which words are rare, the project's
index says (``likeness.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex  # type: ignore[import-untyped]

from reviewer.domain.common_words import common_words
from reviewer.domain.folded_offsets import FoldedText
from reviewer.domain.folding import fold
from reviewer.domain.queries import LETTER, Phrase, tokens
from reviewer.domain.reading import dates
from reviewer.domain.reading.number_words import numbers_in, pattern_of, spellings
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span

LONGEST = 5_000  # code points; of a longer stretch the first ones tell enough
MOST_CLUES = 60
_SHORTEST = 3  # letters of a rare word
_NUMBERS_KEPT = 2_000  # with what finds them again
_WORDS_KEPT = 20_000  # likewise

_MONTHS = (
    "january jan جنوری",
    "february feb فروری",
    "march mar مارچ",
    "april apr اپریل",
    "may مئی",
    "june jun جون",
    "july jul جولائی",
    "august aug اگست",
    "september sept sep ستمبر",
    "october oct اکتوبر",
    "november nov نومبر",
    "december dec دسمبر",
)
_TITLES = """
    mr mrs ms dr prof gen general col colonel maj major capt captain lt lieutenant brig brigadier
    sgt sergeant inspector superintendent commissioner judge justice president minister senator
    governor secretary sheikh haji mufti maulana malik mir sir sardar nawab king queen
    کرنل جنرل میجر کیپٹن بریگیڈیئر ڈاکٹر پروفیسر وزیر سردار مولانا حاجی شیخ انسپکٹر جسٹس سینیٹر نواب
"""
_NAME_WORD = regex.compile(r"[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.‐-]*[\p{L}\p{M}\p{N}])?")
_BETWEEN = regex.compile(r"[ \u00a0](?:(?:of|al|bin|ibn|bint|ul|ur|el|de|van|von)[ \u00a0])*")
_TAIL = regex.compile(r"['’]s?$|[-‐](?=\p{Ll}).*$")  # Varr's, ISIL-held
_BEFORE_WORDS = regex.compile(
    r"[^\p{L}]*(?:(?:\(\p{L}\)|\p{Ll}[.)])[^\p{L}]*)?"
)  # 4. and “ and (b)
_LETTERS = 3  # of a name that is no acronym
_YEAR = regex.compile(r"(?:19|20)\d\d")
_WORD = regex.compile(rf"{LETTER}+")
_DIGIT = regex.compile(r"\d")
_IN_WORD = regex.compile(r"[\p{L}\p{M}]")
_GOES_ON = regex.compile(r"\w")
_INSIDE = regex.compile(r"[\p{Ll},;] ")  # what stands before a word inside a sentence


class ClueKind(StrEnum):
    """What two places share."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that may stand elsewhere too.

    ``shown`` is how the source has it; ``phrases`` are how the index has it, any of them;
    ``pattern`` finds it in a folded text. ``run`` is the whole name that a word of it is part of.
    A title is a clue that counts for nothing by itself.
    """

    kind: ClueKind
    key: str
    shown: str
    phrases: tuple[Phrase, ...]
    pattern: str
    run: str = ""
    title: bool = False

    def stands_in(self, folded: str) -> bool:
        """Say at little cost whether it may stand in ``folded`` at all."""
        return any(phrase.words[0] in folded for phrase in self.phrases)


def clues(text: str, span: Span) -> list[Clue]:
    """Return what ``span`` may share with other places, each once, in order of kind.

    Words that say nothing are left out; where nothing else is left, they are all there is. Behind
    the text there is nothing.
    """
    end = min(span.end, span.start + LONGEST, len(text))
    if end <= span.start:
        return []
    span = Span(span.start, end)
    words = span.of(text)
    folded = FoldedText(words)
    days = list(_dates(words, folded))
    numbers = list(_numbers(words, folded, [place for _clue, place in days]))
    found = [clue for clue, _place in days + numbers] + list(_names(text, span))
    known = {word for clue in found for phrase in clue.phrases for word in phrase.words}
    rest = [
        (match[0], match.start())
        for match in _WORD.finditer(folded.folded)
        if match[0] not in known
    ]
    rare = [(word, at) for word, at in rest if _tells(word)]
    if not found and not rare:
        rare = rest
    found += [_word_clue(word, words, folded, at) for word, at in rare]
    once = {(clue.kind, clue.key): clue for clue in reversed(found)}
    return list(once.values())[::-1][:MOST_CLUES]


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in common_words()


def _word_clue(word: str, words: str, folded: FoldedText, at: int) -> Clue:
    start, end = folded.span_of(at, at + len(word))
    return Clue(ClueKind.WORD, word, words[start:end], *_exactly((word,)))


@lru_cache(maxsize=_WORDS_KEPT)
def _exactly(words: tuple[str, ...]) -> tuple[tuple[Phrase, ...], str]:
    """Return the phrase and the pattern that find words as they are."""
    pattern = rf"[^{LETTER[1:-1]}]+".join(map(regex.escape, words))
    return (Phrase(words),), f"(?<!{LETTER}){pattern}(?!{LETTER})"


def _numbers(words: str, folded: FoldedText, taken: list[Span]) -> Iterator[tuple[Clue, Span]]:
    for number in numbers_in(folded.folded):
        start, end = folded.span_of(number.start, number.end)
        place = Span(start, end)
        if _YEAR.fullmatch(number.value) or any(place.touches(one) for one in taken):
            continue
        phrases, pattern = _looked_for(number.value)
        yield Clue(ClueKind.NUMBER, number.value, place.of(words), phrases, pattern), place


@lru_cache(maxsize=_NUMBERS_KEPT)
def _looked_for(value: str) -> tuple[tuple[Phrase, ...], str]:
    """Return the phrases and the pattern that find a number; of many passages, few differ."""
    month = f"(?:{'|'.join(_month_names())})"
    phrases = tuple(Phrase(tokens(one)) for one in spellings(value))
    return phrases, rf"(?<!{month}\.?\s){pattern_of(value)}(?!\s(?:of\s)?{month}\b)"


def _dates(words: str, folded: FoldedText) -> Iterator[tuple[Clue, Span]]:
    if _DIGIT.search(words) is None:
        return
    for found in dates.find(words):
        for reading in found.readings:
            year, month, day = ([int(part) for part in reading[:10].split("-")] + [0, 0])[:3]
            if day:
                yield _date_clue(found.words, year, month, day), found.span
    for match in _day_pattern().finditer(folded.folded):
        start, end = folded.span_of(*match.span())
        place = Span(start, end)
        month = _month_names()[match["month"] or match["first_month"]]
        day = int(match["day"] or match["last_day"])
        if 1 <= day <= 31:
            yield _date_clue(place.of(words), int(match["year"] or 0), month, day), place


@lru_cache(maxsize=_NUMBERS_KEPT)
def _date_clue(shown: str, year: int, month: int, day: int) -> Clue:
    names = [name for name, number in _month_names().items() if number == month]
    days = list(dict.fromkeys([str(day), f"{day:02d}", f"{day}{_ending(day)}"]))
    phrases = [Phrase(pair) for d in days for name in names for pair in ((d, name), (name, d))]
    name = f"(?:{'|'.join(names)})"
    number = f"0?{day}(?:st|nd|rd|th)?"
    other_year = rf"(?!\w|[\s,.-]{{1,3}}(?!{year})[12]\d{{3}}\b)" if year else r"(?!\w)"
    pattern = rf"(?:{number}[\s,.-]{{1,3}}(?:of\s)?{name}|{name}\.?\s{{1,3}}{number}){other_year}"
    if year:
        d, m = (f"0?{day}", f"0?{month}")
        mark = "[-/.]"
        pattern += (
            rf"|(?:{d}{mark}{m}|{m}{mark}{d}){mark}{year}(?!\d)|{year}{mark}{m}{mark}{d}(?!\d)"
        )
        for one in dict.fromkeys(
            (d, m) for d in days[:2] for m in dict.fromkeys([str(month), f"{month:02d}"])
        ):
            both = (*one, str(year)), (one[1], one[0], str(year)), (str(year), one[1], one[0])
            phrases += map(Phrase, both)
    key = f"{year or ''}-{month}-{day}"
    return Clue(ClueKind.DATE, key, shown, tuple(phrases), rf"(?<![\d/.-])(?:{pattern})")


def _ending(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _names(text: str, span: Span) -> Iterator[Clue]:
    for sentence in sentences(text, span):
        run: list[regex.Match[str]] = []
        for match in _NAME_WORD.finditer(
            text, max(sentence.start, span.start), min(sentence.end, span.end)
        ):
            if run and not _joins(text, run[-1], match):
                yield from _of_run(text, run, sentence)
                run = []
            if _may_name(match[0], run):
                run.append(match)
        yield from _of_run(text, run, sentence)


def _joins(text: str, last: regex.Match[str], match: regex.Match[str]) -> bool:
    """Say whether a word goes on with the name before it, or is one of the small words in it."""
    return bool(
        _BETWEEN.fullmatch(text, last.end(), match.start())
        and (_may_name(match[0], [last]) or _BETWEEN.fullmatch(f" {match[0]} "))
    )


def _may_name(word: str, run: list[regex.Match[str]]) -> bool:
    if word[0].isupper():
        return True
    if word[0].isascii() or word[0].islower():
        return False
    folded = _folded(word)
    after_title = bool(run) and len(run) < 3 and _folded(run[0][0]) in _titles()
    return folded in _titles() or (after_title and folded not in common_words())


def _of_run(text: str, run: list[regex.Match[str]], sentence: Span) -> Iterator[Clue]:
    """Give the words of a name; what only begins a sentence, and what is common, is no name."""
    while run and _folded(run[0][0]) in common_words():
        run = run[1:]
    if run and _only_begins(text, run[0], sentence):
        if len(run) == 1:
            return
        run = run[1:] if _is_plain_word(text, run[0][0]) else run
    titles = _titles()
    if all(_folded(match[0]).rstrip(".") in titles for match in run):
        return
    whole = _TAIL.sub("", text[run[0].start() : run[-1].end()])
    for match in run:
        shown = _TAIL.sub("", match[0])
        words = _tokens(shown)
        if words and words[0] not in common_words() and (len(shown) >= _LETTERS or shown.isupper()):
            yield Clue(
                ClueKind.NAME,
                " ".join(words),
                shown,
                *_exactly(words),
                run=" ".join(whole.split()),
                title=words[0] in titles,
            )


def _only_begins(text: str, match: regex.Match[str], sentence: Span) -> bool:
    """Say whether nothing but the beginning of a sentence, or of a point in a list, has a word."""
    first = _BEFORE_WORDS.fullmatch(text, sentence.start, match.start()) is not None
    return first and not _is_known(text, match[0])


def _is_plain_word(text: str, word: str) -> bool:
    """Say whether a word with a capital stands in the text without it too, and is no title."""
    if not word[0].isupper() or _folded(word) in _titles():
        return False
    return any(
        not (_IN_WORD.match(text, end) or (at and _IN_WORD.match(text, at - 1)))
        for at, end in _places(text, word[0].lower() + word[1:])
    )


def _is_known(text: str, word: str) -> bool:
    """Say whether a word has its capital also inside a sentence, or is nothing but capitals."""
    if len(word) > 1 and word.isupper():
        return True
    return any(
        at > 1 and _INSIDE.match(text, at - 2, at) and not _GOES_ON.match(text, end)
        for at, end in _places(text, word)
    )


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Give where a word stands, also within others; a pattern for each word would cost more."""
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


@lru_cache(maxsize=_WORDS_KEPT)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=_WORDS_KEPT)
def _tokens(word: str) -> tuple[str, ...]:
    return tokens(fold(word))


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(_TITLES).split())


@cache
def _month_names() -> dict[str, int]:
    return {name: at for at, names in enumerate(_MONTHS, 1) for name in fold(names).split()}


@cache
def _day_pattern() -> regex.Pattern[str]:
    month = "|".join(sorted(_month_names(), key=len, reverse=True))
    year = r"(?:[\s,.-]{1,3}(?P<year>[12]\d{3})(?!\d))?"
    return regex.compile(
        rf"(?<![\d/.-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]{{1,3}}(?:of\s)?(?P<month>{month})"
        rf"|(?P<first_month>{month})\.?\s{{1,3}}(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?)(?!\w){year}"
    )


@lru_cache(maxsize=500)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Return a clue's pattern, ready for use."""
    return regex.compile(pattern)
