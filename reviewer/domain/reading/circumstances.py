"""Reads when and where something is said to have happened, and when and where it was said.

A date belongs to the act, or to the speaker's saying it, only where the sentence has that one date
and puts it plainly with the one or the other. A place must follow the act directly.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.domain.reading import dates
from reviewer.domain.reading.clauses import clauses
from reviewer.domain.reading.dates import PrintedDate
from reviewer.domain.reading.plain_words import plain
from reviewer.domain.reading.speakers import Chain, Place
from reviewer.domain.readings import NewReading
from reviewer.domain.spans import Span

_NEAR = 60  # code points between an act and its date
_SAME_BREATH = 250  # code points between a passage and the occasion it was said on
_OPENING = re.compile(r"\W*(?:(?i:on|in|at)\s+(?:\w+day,?\s+)?)?$")
_LED = re.compile(r"(?i:\b(?:on|in|of|dated|since))\s+(?:(?i:the)\s+)?(?:\w+day,?\s+)?$")
_PLACE = r"""\s(?:in|at|on|near)\s(?:the\s)?(?P<name>[A-Z][\w'-]*
    (?:\s(?:(?:of|the|al|ul)\s)?[A-Z][\w'-]*)*(?:\s(?:area|district|city|town|road))?)"""
_NO_PLACE = re.compile(
    r"""(?:January|February|March|April|May|June|July|August|September|October|November|December
    |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Operation|Emergency)\b""",
    re.VERBOSE,
)
_VENUE = r"""\b(?:[Ii]n|[Aa]t|[Dd]uring|[Bb]y)\s
    (?P<venue>(?:an?|the|his|her|their|its|today's)\s(?:\w+\s){0,2}?
    (?:press\ conference|interview|tweet|press\ briefing|telephone|post|letter|news\ conference
    |statement|speech|article|broadcast|hearing))\b"""

_OF_CHARGES = r"""\b(?:charge|allegation|accusation|claim)s?\b"""


def event_date(place: Place, told: Chain | None, ends: Sequence[int]) -> Iterator[NewReading]:
    """Yield the one date that is plainly the act's; ``ends`` are where its words end."""
    date = _only_date(place)
    if date is None or _is_of_saying(place, told, date):
        return
    gaps = [place.words[end : date.span.start] for end in ends if end <= date.span.start]
    near = any(len(gap) <= _NEAR and not re.search('[;:"]', gap) for gap in gaps)
    opens = bool(ends) and _opens(place, told, date)
    if (near and _LED.search(place.words[: date.span.start])) or opens:
        yield _dated("event_date", date, "date.of_act")


def statement_date(place: Place, told: Chain | None, field: str) -> Iterator[NewReading]:
    """Yield the one date that is plainly the day it was said."""
    date = _only_date(place)
    if date and _is_of_saying(place, told, date):
        yield _dated(field, date, "date.of_saying")


def place_of(place: Place, ends: Sequence[int]) -> Iterator[NewReading]:
    """Yield the place that follows the words of the act directly."""
    found = {
        Span(*match.span("name"))
        for end in ends
        if (match := _pattern(_PLACE).match(place.words, end))
        and not _NO_PLACE.match(match["name"])
    }
    if len(found) == 1:
        span = found.pop()
        yield NewReading("place", span.of(place.text), span, "place.follows")


def venue(place: Place, *, answering: bool = False) -> Iterator[NewReading]:
    """Yield where it was said, as "in an interview", where the sentence names one occasion.

    What stands far off in a long sentence is passed over, and for an answer the occasion on which
    the charges were made: "the charges raised in the briefing".
    """
    found = list(_pattern(_VENUE).finditer(place.words, place.sentence.start, place.sentence.end))
    if len(found) == 1 and not (answering and _is_of_charges(place, found[0])):
        span = Span(*found[0].span("venue"))
        if _is_near(place, span):
            yield NewReading("venue", span.of(place.text), span, "venue.named")


def _is_of_charges(place: Place, venue: re.Match[str]) -> bool:
    head = re.split("[,;:]", place.words[place.sentence.start : venue.start()])[-1]
    return _pattern(_OF_CHARGES).search(head) is not None


def _is_near(place: Place, span: Span) -> bool:
    gap = max(place.passage.start - span.end, span.start - place.passage.end)
    return gap <= _SAME_BREATH


def _only_date(place: Place) -> PrintedDate | None:
    found = dates.find(place.sentence.of(place.words))
    if len(found) != 1:
        return None
    date = found[0]
    start = place.sentence.start
    span = Span(date.span.start + start, date.span.end + start)
    return PrintedDate(span.of(place.text), span, date.readings)


def _dated(field: str, date: PrintedDate, rule: str) -> NewReading:
    """Return a date as it is read; one of two readings keeps its words, for a person to settle."""
    return NewReading(field, date.edtf or date.words, date.span, rule)


def _is_of_saying(place: Place, told: Chain | None, date: PrintedDate) -> bool:
    """Say whether a date stands with the words of report: before the speaker, or at the verb."""
    if told is None or told.span is None or not told.rule.startswith("speaker.r"):
        return False
    if date.span.end <= told.span.start:
        gap = place.words[date.span.end : told.span.start]
        return _starts(place, date) and len(gap) <= _NEAR and "that" not in gap.split()
    gap = place.words[told.span.end : date.span.start]
    return date.span.start >= told.span.end and gap.strip() in ("", "on", "in", ", on", "of")


def _opens(place: Place, told: Chain | None, date: PrintedDate) -> bool:
    """Say whether a date begins the sentence, or what the speaker says."""
    if told and told.span and told.rule == "speaker.reported":
        gap = place.words[told.span.end : date.span.start].strip()
        return gap in ("that on", "that in", "on", "in", "that on the")
    if told is None and clauses(place.sentence.of(place.words)):
        return False  # somebody says something, and it is not certain who says what
    return _starts(place, date)


def _starts(place: Place, date: PrintedDate) -> bool:
    head = place.words[place.sentence.start : date.span.start]
    return _OPENING.fullmatch(head) is not None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
