"""Tells from their shape whether words can be a person's or an organisation's name.

For lines at the edges of a document only, where a byline or a publisher is expected. The rules say
no rather than yes: a heading, a town or a slogan must not become somebody.
"""

import re
from functools import cache

_LONGEST = 60  # code points
_PERSON_WORD = r"[^\W\d_][\w.'’-]*"
_PARTICLE = "al|and|bin|bint|da|de|del|den|der|dos|du|el|ibn|la|le|ul|ur|van|von|&"
_JOINED_PARTICLE = "(?:al|ul|ur|el)-.+"
_ACRONYM = "[A-Z]{3,10}"
_SMALL_WORD = "of|the|and|for|in|on|to|de|&"
_ORGANISATION = r"""
    academy | agency | alliance | army | assembly | association | authority | bureau | cent(?:er|re)
  | coalition | command | commission | committee | congress | corps | council | court
  | department | directorate | embassy | federation | forces | foundation | front
  | government | institute | league | media | ministry | mission | movement | network
  | observatory | office | organi[sz]ation | party | police | press | radio
  | secretariat | service | society | television | trust | union | university"""
_PAPER = r"""
    chronicle | courier | daily | gazette | guardian | herald | journal | ledger | mail | mirror
  | news | observer | post | standard | star | telegraph | times | tribune | weekly"""
_NO_BEGINNING = """
    an? | the | breaking | latest | world | local | national | international | top | our | this"""


def is_person(words: str) -> bool:
    """Say whether words look like one or more people's names in Latin letters, two words or more.

    A role printed in a byline, such as "Our Correspondent", looks like a name too.
    """
    parts = words.split()
    names = [part for part in parts if not _matches(_PARTICLE, part.lower())]
    return len(names) >= 2 and len(parts) <= 8 and all(map(_is_person_word, names))


def is_organisation(words: str, text: str) -> bool:
    """Say whether words look like an organisation's name in Latin letters.

    Every word has its capital, and the last or the first is one that organisations are called by
    ("Ministry of Water", "Karimabad Post"). Capitals alone ("UNESCO") may as well be a town or a
    heading, so they count only when ``text`` has them once more.
    """
    parts = words.split()
    if _matches(_ACRONYM, words):
        return len(re.findall(rf"\b{words}\b", text)) > 1
    if not 2 <= len(parts) <= 8 or len(words) > _LONGEST:
        return False
    if not all(map(_is_name_word, parts)):
        return False
    first, second, last = parts[0].lower(), parts[1].lower(), parts[-1].lower()
    if _matches(_NO_BEGINNING, first):
        return first == "the" and len(parts) > 2 and _matches(_PAPER, last)
    if _matches(_ORGANISATION, last) or _matches(_PAPER, last):
        return True
    return second in ("of", "for") and _matches(_ORGANISATION, first)


def _is_person_word(word: str) -> bool:
    capital = word[0].isupper() or _matches(_JOINED_PARTICLE, word)
    return capital and _matches(_PERSON_WORD, word)


def _is_name_word(word: str) -> bool:
    return _matches(_SMALL_WORD, word) or (word.isalpha() and word[0].isupper())


def _matches(pattern: str, words: str) -> bool:
    return _compiled(pattern).fullmatch(words) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)
