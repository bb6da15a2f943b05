"""Reads lines that hold a date and little else: "Posted on: 10/8/2015", or a capture stamp.

A line is read as a whole: words that would make it a sentence make it no date line. Where the
date's own words cannot be read (a year of two digits, "3 hours ago") they are still told, for an
analyst may know.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reviewer.domain.reading import dates
from reviewer.domain.reading.dates import PrintedDate
from reviewer.domain.spans import Span

LONGEST = 160  # code points of a line that may be one


class Label(StrEnum):
    """What a line says its date is."""

    POSTED = "posted"
    UPDATED = "updated"
    CAPTURED = "captured"
    DATED = "dated"
    NONE = ""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date and its label; ``span`` is where the date's words stand in the line, code points.

    ``date`` is ``None`` when the words are plainly a date and cannot be read.
    """

    label: Label
    words: str
    span: Span
    date: PrintedDate | None

    @property
    def edtf(self) -> str:
        """The reading; empty when there are two or none."""
        return self.date.edtf if self.date else ""


LABELS = r"""\s*(?:
    (?P<posted>(?:first\s)?(?:posted|published)|publication\sdate|date\s(?:posted|published)
      |شائع(?:\sشدہ)?|تاریخ\sاشاعت)
  | (?P<updated>(?:last\s)?(?:updated|modified)|آخری\sتبدیلی)
  | (?P<captured>(?:web\s?)?page\s(?:captured|saved|printed|archived)|snapshot\staken
      |(?:retrieved|accessed|downloaded|printed)(?=\son\s|\s?:)|date\s(?:accessed|retrieved))
  | (?P<dated>date|dated|تاریخ|مورخہ)
  )\b"""
_WEEKDAY = r"""(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?
    |پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار)\s?[,،]?\s"""
_BEFORE = rf"\s?[:.–-]?\s{{0,3}}(?:(?:by|in)\s[^.!?۔]{{1,40}}\s)?(?:on\s?:?\s?)?(?:{_WEEKDAY})?"
_AFTER = r"[\s,|.–-]{0,4}(?:(?:by|in|under|at)\s[^.!?۔]{1,40}|\|\s?[^.!?۔]{1,40})?\s*"
_UNREAD = r"""\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}
    (?P<time>,?\s{1,3}\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?(?![\w/.-])
  | \d{1,3}\s(?:minute|hour|day|week|month|year)s?\sago"""
_MACHINE_TIME = r"\d:\d{2}(?::\d{2}|\s?[ap]\.?m)"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def read(line: str) -> DateLine | None:
    """Read a line that names its date, such as "Posted on: 10/8/2015"; ``None`` for any other."""
    label = _pattern(LABELS).match(line) if len(line) <= LONGEST else None
    if label is None or label.lastgroup is None:
        return None
    found = _date_in(line, label.end())
    if found is None:
        return None
    before, after = line[label.end() : found.span.start], line[found.span.end :]
    if not _pattern(_BEFORE).fullmatch(before) or not _pattern(_AFTER).fullmatch(after):
        return None
    return DateLine(Label(label.lastgroup), found.words, found.span, found.date)


def lone(line: str) -> DateLine | None:
    """Read a line that is a date and nothing else, but for the day of the week."""
    found = _date_in(line, 0) if len(line) <= LONGEST else None
    if found is None or line[found.span.end :].strip(" \t\xa0."):
        return None
    before = line[: found.span.start].lstrip()
    return found if not before or _pattern(_WEEKDAY).fullmatch(before) else None


def stamp(line: str) -> DateLine | None:
    """Read a line that is a date with a time and nothing else."""
    found = lone(line)
    return found if found and ":" in found.words else None


def by_machine(line: str) -> bool:
    """Say whether a stamp's time has seconds or AM and PM, as programs print it."""
    return _pattern(_MACHINE_TIME).search(line) is not None


def _date_in(line: str, start: int) -> DateLine | None:
    """Return the first date, read or not; no label, which ends at ``start``, holds one."""
    if not _pattern(r"\d").search(line):
        return None  # most lines, and quickly
    found = dates.find(line)
    if found:
        return DateLine(Label.NONE, found[0].words, found[0].span, found[0])
    unread = _pattern(_UNREAD).search(line, start)
    if unread is None:
        return None
    return DateLine(Label.NONE, unread.group(), Span(*unread.span()), None)
