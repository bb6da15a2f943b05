"""What a file's properties say about a document: title, author, and when it was made.

Programs fill properties in by themselves, so what says nothing is passed over: the name of a
template, of the program, of nobody.
"""

import re
from collections.abc import Iterable

from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Reading
from reviewer.domain.reading.captures import Rule

_LONGEST = 500  # code points
_NO_TITLE = re.compile(
    r"(?:untitled|(?:unknown\s)?title|(?:new\s)?(?:word\s)?document|unbenannt|sans titre"
    r"|microsoft word)?"
    r"[\s\d._()-]*(?:\.\w{2,5})?|microsoft word - .*|(?:[a-z]:)?[\\/].*|normal(?:\.dotm?)?",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:(?:windows|ms|microsoft|office)\s)*(?:user|account|author|office)|(?:system\s)?admin"
    r"(?:istrator)?|owner|unknown(?:\s(?:user|author))?|anonymous|default|root|pc|python-docx|un-named|\W*",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


def title(words: str, rule: Rule = Rule.PROPERTIES) -> Iterable[Reading]:
    """Give the reading of a title, where the words are one."""
    value = _line(words)
    if any(map(str.isalnum, value)) and not _NO_TITLE.fullmatch(value):
        yield Reading("title", value, value, None, rule)


def author(words: str, rule: Rule = Rule.PROPERTIES) -> Iterable[Reading]:
    """Give the reading of an author, where the words name one."""
    value = _line(words)
    if not _NO_AUTHOR.fullmatch(value):
        yield Reading("author", value, value, None, rule)


def moment(words: str, rule: Rule = Rule.PROPERTIES, *, field: str = "made") -> Iterable[Reading]:
    """Give the reading of a date, from ISO 8601: when the file was made, unless said otherwise."""
    value = words.strip()
    match = _MOMENT.fullmatch(value)
    if not match or match[1] < "1971":  # what begins a calendar of computers is no date
        return
    year, month, day, time, seconds, zone = match.groups()
    expression = "-".join(filter(None, (year, month, day)))
    if time:
        zone = "" if zone is None else zone
        zone = zone if ":" in zone or len(zone) < 5 else f"{zone[:3]}:{zone[3:]}"
        expression += f"T{time}{seconds or ':00'}{zone}"
    try:
        parse(expression)
    except NotAllowed:
        return
    yield Reading(field, expression, value, None, rule)


def _line(words: str) -> str:
    value = " ".join(words.split())
    return value if len(value) <= _LONGEST else ""
