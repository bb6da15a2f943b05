"""Makes readings of what a page gives as a title, a name, an address or a date.

Words that cannot be what they are given for are passed over: an address where a name should stand,
the name of a program. A date keeps its words, and stays empty where they allow two readings.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from reviewer.domain.incoming import Reading
from reviewer.domain.reading import dates
from reviewer.domain.reading.captures import Rule
from reviewer.importers import properties

_LONGEST = 500  # code points of a name or a title
_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6},?\s+")
_SCRIPT_DATE = re.compile(
    r"([A-Z][a-z]{2}) (\d\d?) (\d{4}) (\d\d:\d\d:\d\d)(?: (?:GMT|UTC)([+-]\d{4})?)?.*", re.DOTALL
)
_UNIVERSAL = re.compile(r"(?<=:\d\d) (?:GMT|UTC)$")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}\S{0,6})?")
_BEFORE_NAME = re.compile(r"(?:by|von|par|por|di)\s+(?=\w)", re.I)


def address(words: str, rule: Rule) -> Iterator[Reading]:
    """Give the reading of an address, where the words are that of a page on the web.

    The address of a site is none, and what follows ``#`` is a place in the page.
    """
    value = words.strip().partition("#")[0]
    if not re.fullmatch(r"https?://[^\s<>\"]{4,2000}", value):
        return
    try:
        parts = urlsplit(value)
    except ValueError:
        return
    if parts.path.strip("/") or parts.query or rule is Rule.SAVED_FROM:
        yield Reading("url", value, words.strip(), None, rule)


def moment(field: str, words: str, rule: Rule) -> Iterator[Reading]:
    """Give the reading of a date, empty where its words allow two."""
    words = " ".join(words.split())[:80]
    plain = _WEEKDAY.sub("", _DIGITS.sub(r"\1-\2-\3", words) if words.isalnum() else words, count=1)
    plain = _UNIVERSAL.sub("Z", _SCRIPT_DATE.sub(r"\1 \2, \3 \4\5", plain))
    date = dates.read(plain)
    if date is not None:
        yield Reading(field, date.edtf, words, None, rule)


def reading(field: str, words: str, rule: Rule) -> Iterable[Reading]:
    """Give the reading of words for a field, where they can be that."""
    words = " ".join(words.split())
    if field == "url":
        return address(words, rule)
    if field == "posted":
        return moment(field, words, rule)
    if "://" in words or len(words) > _LONGEST or not any(map(str.isalnum, words)):
        return ()
    if field == "author":
        return properties.author(_BEFORE_NAME.sub("", words, count=1), rule)
    if field == "title":
        return properties.title(words, rule)
    return (Reading(field, words, words, None, rule),)
