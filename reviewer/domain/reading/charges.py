"""Finds the charge that a denial names: "the allegation of …", "denies that …".

What is found is the charge itself, without the words that call it one. A blanket rejection ("all
these charges") names none.
"""

import re
from functools import cache

from reviewer.domain.paragraphs import on_one_line
from reviewer.domain.reading.plain_words import plain
from reviewer.domain.spans import Span

_NOUN = r"(?:charge|allegation|accusation|claim|report|suggestion|rumour|rumor)s?"
_WHAT = r"(?P<what>[^.;:?!\n\"]{4,300})"
_CUES = (
    rf"\b{_NOUN},?\s+(?:that|of|about|regarding|concerning)\s+{_WHAT}",
    rf"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing))\s+that\s+{_WHAT}",
    rf"\bden(?:y|ies|ied|ying)\s+(?!(?:that|in|and|it|this|them)\b){_WHAT}",
    r"(?P<what>[^.۔;:?!؟\n]{4,300}?)\s+(?:کے|کا|کی)\s+(?:الزام|الزامات|دعوے|دعوی)\b",
    r"(?P<what>[^.۔;:?!؟\n]{4,300}?)\s+کی\s+(?:سختی\s+سے\s+)?تردید",
)
_ANSWERED = (
    r"[\s,]+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:denied|rejected|refuted|baseless|unfounded|false|dismissed|concocted|fabricated)\b"
)
_BEHIND = (
    r"(?:[\s,]+(?:as|calling|terming|describing|saying|adding)\b|,\s+(?:and|but|he|she|it|they)\b)"
)
_BLANKET = rf"^(?:all|any|every|each|the|these|those|such|both)?\s*(?:\w+\s+){{0,3}}{_NOUN}$"


def charge_in(text: str, span: Span) -> Span | None:
    """Return where the words of ``span`` name a charge, the first; in code points of ``text``."""
    words = plain(on_one_line(span.of(text)))
    for cue in _CUES:
        for match in _pattern(cue).finditer(words):
            start, end = match.span("what")
            for behind in (_ANSWERED, _BEHIND):
                cut = _pattern(behind).search(words, start, end)
                end = end if cut is None else cut.start()
            named = words[start:end].rstrip(" ,'")
            if len(named.split()) > 1 and not _pattern(_BLANKET).match(named):
                return Span(span.start + start, span.start + start + len(named))
    return None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
