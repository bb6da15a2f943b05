"""Finds people named as harmed: "Junaid Varr, 22, was shot dead", "the killing of Nadia Orvel"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.domain.common_words import common_words
from reviewer.domain.folding import fold
from reviewer.domain.reading import names
from reviewer.domain.reading.harms import Form, cues
from reviewer.domain.reading.number_words import SMALL_WORDS
from reviewer.domain.reading.plain_words import Token, plain
from reviewer.domain.spans import Span

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s)?"
_NAME = r"[A-Z][\w'-]*(?:\s(?:(?:al|bin|ibn|bint|ul|ur|el|de|van)[\s-])?[A-Z][\w'-]*){1,4}"
_HELP = r"(?:\s(?:was|is|had|has|been|also|reportedly|allegedly|then|later))*"
_BEFORE = rf"""{_TITLE}(?P<name>{_NAME})(?:,\s\d{{1,3}})?
    (?:,\s(?:who|a|an|the|from|of)\s[^,.;:]{{1,70}})?(?:\s\([^()]{{1,40}}\))?,?(?P<help>{_HELP})\s?$"""
_BEHIND = rf"""\s(?:of|namely)\s(?:(?:the\s)?[\w']+'s\s)?(?:[a-z]+\s){{0,3}}
    {_TITLE}(?P<name>{_NAME})(?:\sand\s(?:[a-z]+\s){{0,2}}{_TITLE}(?P<other>{_NAME}))?
    (?=\s*[,.;:()"]|\s*$|\s(?:and|in|on|at|by|who|was|had|has|during|after|before)\b)"""
_DID_BEFORE = r"""(?:\s(?!(?:and|or|but|when|while|as|because|after|before|who|whom|which|that|whose
    |said|says|told|tells|claim(?:s|ed)|alleg(?:es|ed)|heard|kn[eo]ws?|believes|insist(?:s|ed))\b)
    [a-z']+){1,12}\sand"""
_SHOT = rf"""{_TITLE}(?P<name>{_NAME})(?:,\s\d{{1,3}})?
    (?:,\s(?:who|a|an|the|from|of)\s[^,.;:]{{1,70}})?,?
    (?:{_DID_BEFORE})?\s(?:was|has\sbeen|had\sbeen)\sshot\b(?!\sat\b)"""
_URDU_WORD = r"(?!(?:اور|یا|کے|کا|کی|کو|نے|سے|میں|پر|بھی|سمیت)\s)(?:[^\W\d_]|\u2060)+"
_URDU_WHO = r"""(?:بھائی|بہن|بیٹا|بیٹے|بیٹی|والد|والدہ|شوہر|بیوی|ماں|باپ|کارکن|مزدور|راہگیر
    |طالب\sعلم|صحافی|وکیل|ڈاکٹر|سپاہی)"""
_URDU_DIED = r"""(?:مارا\sگیا|ماری\sگئی|(?:ہلاک|شہید|قتل|جاں\sبحق|جان\sبحق)
    \s(?:ہو\sگیا|ہو\sگئی|ہوا|ہوئی|کر\sدیا\sگیا|کر\sدی\sگئی))"""  # of one person
_URDU_VICTIM = rf"""(?<!\w){_URDU_WHO}\s(?P<name>{_URDU_WORD}(?:\s{_URDU_WORD}){{0,3}})،
    (?:\sعمر\s\d{{1,3}}\s(?:سال|برس)،)?\s[^،۔;؛:]{{0,60}}?(?<!\w){_URDU_DIED}(?!\w)"""
_NAMELY = rf"\bnamely\s{_TITLE}(?P<name>{_NAME})"
_BE = frozenset({"was", "is", "been"})
_FAR = 180  # code points before a verb in which the name may stand
_COMMON = re.compile(r"\b(?:and|or)\s*$|[,&]\s*$")


def named_victims(words: str, sentence_tokens: Sequence[Token], sentence: Span) -> list[Span]:
    """Return where people are named who came to harm, in ``sentence`` of plain ``words``."""
    found = list(_found(words, sentence_tokens, sentence))
    return sorted({one for one in found if not _is_no_person(one.of(words), words)})


def _found(words: str, listed: Sequence[Token], sentence: Span) -> Iterator[Span]:
    for cue in cues(listed):
        start, end = listed[cue.start].start, listed[cue.end - 1].end
        if cue.form is Form.NOUN:
            yield from _behind(words, end, sentence.end)
        else:
            yield from _before(words, start, sentence.start, helped=cue.form is Form.PASSIVE)
    shot = _pattern(_SHOT).match(words, sentence.start, sentence.end)
    if shot:
        yield Span(*shot.span("name"))
    for rule in (_NAMELY, _URDU_VICTIM):
        for match in _pattern(rule).finditer(words, sentence.start, sentence.end):
            yield Span(*match.span("name"))


def _before(words: str, at: int, begin: int, *, helped: bool) -> Iterator[Span]:
    head = words[max(begin, at - _FAR) : at]
    match = _pattern(_BEFORE).search(head)
    if match is None or (helped and _BE.isdisjoint(match["help"].split())):
        return
    if _COMMON.search(head[: match.start()]) or head[: match.start()].endswith("of "):
        return  # one of several, who cannot be told apart
    base = at - len(head)
    yield Span(base + match.start("name"), base + match.end("name"))


def _behind(words: str, at: int, end: int) -> Iterator[Span]:
    match = _pattern(_BEHIND).match(words, at, end)
    if match:
        yield from (Span(*match.span(key)) for key in ("name", "other") if match[key])


def _is_no_person(name: str, words: str) -> bool:
    first = fold(name.split(maxsplit=1)[0])
    return names.is_organisation(name, words) or first in common_words() or first in SMALL_WORDS


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
