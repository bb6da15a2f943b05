"""Reads what a captured page or a plain release says about itself: title, dates, author, source.

Each reading keeps its words and their place and names its rule, so that a person can see where a
value came from and correct it. Only the edges of a text are read, and only lines that can hardly
be anything else: a wrong author is worse than none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.incoming import Furniture, FurnitureKind, Reading
from reviewer.domain.reading import date_lines, names
from reviewer.domain.reading.date_lines import DateLine, Label
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class Rule(StrEnum):
    """How a piece of metadata was read."""

    REPEATED_TITLE = "repeated_title"
    HEADING = "heading"
    FIRST_LINE = "first_line"
    POSTED_LINE = "posted_line"
    DATE_AT_TOP = "date_at_top"
    STAMP = "stamp"
    CAPTURE_LINE = "capture_line"
    BYLINE = "byline"
    LINE_UNDER_TITLE = "line_under_title"
    COPYRIGHT_LINE = "copyright_line"
    ADDRESS_LINE = "address_line"
    STATED_DATA = "stated_data"
    META_TAG = "meta_tag"
    TIME_MARK = "time_mark"
    PAGE_TITLE = "page_title"
    SAVED_FROM = "saved_from"
    MAIL_HEADER = "mail_header"
    PROPERTIES = "properties"
    FILE_NAME = "file_name"
    COLUMN = "column"
    LETTERS = "letters"
    COMMON_WORDS = "common_words"


RULE_LABELS = {
    Rule.REPEATED_TITLE: N_("the line that the page prints twice"),
    Rule.HEADING: N_("the heading at the top"),
    Rule.FIRST_LINE: N_("the first line, which stands alone"),
    Rule.POSTED_LINE: N_("the line that says when it was posted"),
    Rule.DATE_AT_TOP: N_("the date at the top"),
    Rule.STAMP: N_("the date and time at the edge of the page"),
    Rule.CAPTURE_LINE: N_("the line that says when it was saved"),
    Rule.BYLINE: N_("the line that names the author"),
    Rule.LINE_UNDER_TITLE: N_("the organisation's name alone under the title"),
    Rule.COPYRIGHT_LINE: N_("the copyright line"),
    Rule.ADDRESS_LINE: N_("the web address alone on a line"),
    Rule.STATED_DATA: N_("what the page states for search engines (JSON-LD)"),
    Rule.META_TAG: N_("a meta tag of the page"),
    Rule.TIME_MARK: N_("a time that the page marks as one"),
    Rule.PAGE_TITLE: N_("the title of the page"),
    Rule.SAVED_FROM: N_("what the browser noted when it saved the page"),
    Rule.MAIL_HEADER: N_("the head of the mail"),
    Rule.PROPERTIES: N_("the properties of the file"),
    Rule.FILE_NAME: N_("the name of the file"),
    Rule.COLUMN: N_("a column of the table"),
    Rule.LETTERS: N_("the letters of the text"),
    Rule.COMMON_WORDS: N_("the commonest words of the text"),
}

_HEAD = 6  # lines, furniture apart, that are looked at from the top
_EDGE = 1000  # code points at either end in which a web address may stand
_BODY = 20_000  # code points in which headings are looked for
_LONGEST_TITLE = 300  # code points
_PROSE = 80  # code points of a line that tells something

_BLANKS = " \t\r\f\v\xa0\u2009\u202f\u3000\u200b\u200e\u200f\u2060"  # and marks nobody sees
_TITLE_END = r".*(?:[,;:،؛۔]|(?<![A-Z])\.)[\"”’)]?"
_BYLINE = r"""(?:(?i:written\s|story\s)?(?:By|BY|by)|(?i:author)\s?:)\s+
    (?P<name>[^,|•·–—]{3,60}?)(?:\s?[,|•·–—].{1,60})?"""
_URDU_BYLINE = r"(?:تحریر|از|مصنف)\s?:\s?(?P<name>[^:.۔،\d]{3,40})"
_URDU_PAPER = r"(?P<name>(?:روزنامہ|ہفت\sروزہ|ماہنامہ)\s[^\s،,.۔:][^،,.۔:]{1,30})(?:[،,].{1,30})?"
_SIGNED = r"(?i:by\s.{3,60}|from\s(?:our|a)\s.{0,40}(?:correspondents?|reporters?))"
_HEADING = r"\#\s+(?P<title>\S.{0,299}?)[\s\#]{0,40}"
_SENTENCE_END = r"[.!?۔؟][\"'”’)]{0,2}$"
_BLANK_BELOW = r"(?:[^\S\n]|[\u200b\u200e\u200f\u2060])*\n\s*\n\s*\S"
_LONE_LINE = r"\n[^\S\n]*\n[^\n]{2,60}(?<![.!?۔؟:\s])[^\S\n]*\n[^\S\n]*\n"
_COPYRIGHT = r"""(?i:
    (?:©|\(c\)|copyright)[\s©]*(?:\(c\))?\s*(?P<year>[12]\d{3}(?:\s?[-–,]\s?[12]\d{3})?)?[\s,.:|–-]*
    (?P<rights>all\srights?\s(?:are\s)?(?:reserved|kept|held))?(?:\s?by\b)?[\s,.:|–-]*
    (?P<name>[^\W_][^|©]{1,60}?)
    [\s,.:|–-]*(?P<rights_after>all\srights?\s(?:are\s)?reserved\b.*|\|.*)?)"""
_NO_OWNER = r"(?i:\b(?:powered|theme|designed|developed|hosted|wordpress|website|page)\b)|[.!?]\s"
_ADDRESS = r"""(?i:(?:url|source|link|permalink|address|retrieved\ from|available\ at)\s?:?\s+)?
    (?P<address>https?://[^\s<>"]{4,2000})(?:\s+\d{1,3}/\d{1,3})?"""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words without the space around them; ``start`` is a place in the text."""

    start: int
    words: str

    def reading(self, field: str, value: str, part: Span, rule: Rule) -> Reading:
        """Make a reading from a ``part`` of the line, counted from the line's first word."""
        span = Span(self.start + part.start, self.start + part.end)
        return Reading(field, value, part.of(self.words), span, rule)


def read(text: str, furniture: tuple[Furniture, ...]) -> tuple[Reading, ...]:
    """Read a text's metadata; at most one reading for each field, in the order of fields.

    ``furniture`` is what ``furniture.find`` found in the same text. A date that can be read two
    ways, or cannot be read, has the value ``""`` and keeps its words.
    """
    head = _own_lines(text, furniture)
    title = _title(head, text, furniture)
    above = next((n for n, line in enumerate(head, 1) if title and _holds(line, title)), 0)
    under = head[above:]
    found = (
        title,
        _author(under if title else head[1:]),
        _publisher(text, head, title) or _owner(text, furniture),
        _address(text),
        _posted(text, furniture) or _date_at_top(head),
        _captured(text, furniture),
    )
    return tuple(reading for reading in found if reading)


def written(readings: tuple[Reading, ...], field: str) -> WrittenDate:
    """Return the date that was read for ``field``, ambiguous where its value is empty."""
    for reading in readings:
        if reading.field == field:
            basis = DateBasis.UNAMBIGUOUS if reading.value else DateBasis.AMBIGUOUS
            return WrittenDate(reading.words, reading.value, basis)
    return WrittenDate()


def _title(head: list[_Line], text: str, furniture: tuple[Furniture, ...]) -> Reading | None:
    repeated = _lines_of(text, furniture, FurnitureKind.REPEATED_TITLE)
    again = {_plain(line.words) for line in repeated}
    for line in head if again else ():
        if _plain(line.words) in again:
            return line.reading("title", line.words, Span(0, len(line.words)), Rule.REPEATED_TITLE)
    for line in head[:1]:
        heading = _pattern(_HEADING).fullmatch(line.words)
        if heading:
            part = Span(*heading.span("title"))
            return line.reading("title", heading["title"], part, Rule.HEADING)
        told = any(_is_prose(following.words) for following in head[1:])
        if told and _is_title(line.words) and _stands_alone(line, text):
            return line.reading("title", line.words, Span(0, len(line.words)), Rule.FIRST_LINE)
    return None


def _is_prose(words: str) -> bool:
    """Say whether a line tells something; a menu that no rule knew has short lines only."""
    if len(words) >= _PROSE:
        return True
    return words.count(" ") > 2 and _pattern(_SENTENCE_END).search(words) is not None


def _is_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_TITLE
        and any(map(str.isalpha, words))
        and not _pattern(_TITLE_END).fullmatch(words)
        and not _pattern(_ADDRESS).fullmatch(words)
        and not (date_lines.lone(words) or date_lines.read(words))
    )


def _author(lines: list[_Line]) -> Reading | None:
    for line in lines[:3]:
        match = _pattern(_BYLINE).fullmatch(line.words)
        if not match or not names.is_person(match["name"]):
            match = _pattern(_URDU_BYLINE).fullmatch(line.words)
        if match:
            name = match["name"].rstrip()
            start = match.start("name")
            return line.reading("author", name, Span(start, start + len(name)), Rule.BYLINE)
    return None


def _publisher(text: str, head: list[_Line], title: Reading | None) -> Reading | None:
    """Read the organisation's or newspaper's name that stands directly under the title."""
    if title is None or len(head) < 3 or not _holds(head[0], title):
        return None
    line, following = head[1], head[2]
    paper = _pattern(_URDU_PAPER).fullmatch(line.words)
    if paper:
        part = Span(*paper.span("name"))
        return line.reading("publisher", paper["name"], part, Rule.LINE_UNDER_TITLE)
    if not names.is_organisation(line.words, text[:_BODY]):
        return None
    alone = _stands_alone(head[0], text) and _stands_alone(line, text)
    headed = _pattern(_LONE_LINE).search(text, following.start, _BODY)  # it may be a heading too
    if _pattern(_SIGNED).fullmatch(following.words) or (
        alone and not headed and _is_prose(following.words)
    ):
        part = Span(0, len(line.words))
        return line.reading("publisher", line.words, part, Rule.LINE_UNDER_TITLE)
    return None


def _owner(text: str, furniture: tuple[Furniture, ...]) -> Reading | None:
    readings = []
    for line in _lines_of(text, furniture, FurnitureKind.COPYRIGHT):
        match = _pattern(_COPYRIGHT).fullmatch(line.words)
        if not match or not (match["year"] or match["rights"] or match["rights_after"]):
            continue
        name = match["name"].rstrip()
        if not _pattern(_NO_OWNER).search(name):
            start = match.start("name")
            part = Span(start, start + len(name))
            readings.append(line.reading("publisher", name, part, Rule.COPYRIGHT_LINE))
    return readings[0] if len({_plain(reading.value) for reading in readings}) == 1 else None


def _address(text: str) -> Reading | None:
    """Read the web address that stands alone at an edge; none when different ones do."""
    tail = max(len(text) - _EDGE, 0)
    if "://" not in text[:_EDGE] and "://" not in text[tail:]:
        return None
    readings = []
    for line in (*_rows(text, 0, _EDGE), *_rows(text, tail, len(text))):
        match = _pattern(_ADDRESS).fullmatch(line.words)
        if match:
            part = Span(*match.span("address"))
            readings.append(line.reading("url", match["address"], part, Rule.ADDRESS_LINE))
    return readings[0] if len({reading.value for reading in readings}) == 1 else None


def _posted(text: str, furniture: tuple[Furniture, ...]) -> Reading | None:
    for line in _lines_of(text, furniture, FurnitureKind.DATE_LINE):
        date = date_lines.read(line.words)
        if date and date.label is Label.POSTED:
            return line.reading("posted", date.edtf, date.span, Rule.POSTED_LINE)
    return None


def _date_at_top(head: list[_Line]) -> Reading | None:
    """Read the one date alone on a line; where more than one stands there, they date parts."""
    readings = []
    for line in head:
        if len(line.words) > date_lines.LONGEST:
            continue
        date = date_lines.read(line.words) or date_lines.lone(line.words)
        if date and date.label in (Label.NONE, Label.DATED):
            part = date.span
            readings.append(line.reading("posted", date.edtf, part, Rule.DATE_AT_TOP))
    return (
        readings[0] if len({reading.value or reading.words for reading in readings}) == 1 else None
    )


def _captured(text: str, furniture: tuple[Furniture, ...]) -> Reading | None:
    """Read the last stamp: what a program puts at the end is put there when it is done."""
    for line in reversed(list(_lines_of(text, furniture, FurnitureKind.CAPTURE_STAMP))):
        labelled: DateLine | None = date_lines.read(line.words)
        date = labelled or date_lines.stamp(line.words)
        if date:
            rule = Rule.CAPTURE_LINE if labelled else Rule.STAMP
            return line.reading("captured", date.edtf, date.span, rule)
    return None


def _own_lines(text: str, furniture: tuple[Furniture, ...]) -> list[_Line]:
    """Return the first lines with words on them that are not furniture."""
    starts = [piece.span.start for piece in furniture]
    lines: list[_Line] = []
    for line in _rows(text, 0, _BODY):
        piece = bisect_right(starts, line.start) - 1 if starts else -1
        if piece < 0 or not furniture[piece].span.covers(line.start):
            lines.append(line)
        if len(lines) == _HEAD:
            break
    return lines


def _lines_of(text: str, furniture: tuple[Furniture, ...], kind: FurnitureKind) -> Iterator[_Line]:
    for piece in furniture:
        if piece.kind is kind:
            yield from _rows(text, piece.span.start, piece.span.end)


def _rows(text: str, start: int, end: int) -> Iterator[_Line]:
    """Yield the lines with words that begin from ``start`` on; ``end`` cuts none in two."""
    if start and text[start - 1] != "\n":
        start = text.find("\n", start) + 1 or len(text)
    while start < min(end, len(text)):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        row = text[start:stop].rstrip(_BLANKS)
        words = row.lstrip(_BLANKS)
        if words:
            yield _Line(start + len(row) - len(words), words)
        start = stop + 1


def _stands_alone(line: _Line, text: str) -> bool:
    """Say whether a blank line follows, and words after that."""
    end = line.start + len(line.words)
    rest = text[end : end + 200]
    return bool(_pattern(_BLANK_BELOW).match(rest))


def _holds(line: _Line, reading: Reading) -> bool:
    return reading.span is not None and line.start <= reading.span.start < (
        line.start + len(line.words)
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)
