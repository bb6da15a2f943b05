"""Reads dates as documents print them, in English and in Urdu, with all digits Unicode knows.

"14th November 2020", "November 14, 2020", "November 2020", "2020-11-14", "14.11.2020",
"10/8/2015", "۱۴ نومبر ۲۰۲۰", each with or without a time of day. A numeric date can often be
read two ways; then both are given, and only an analyst, or another page of the same site, tells
which is meant. A year of two digits is no year here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reviewer.domain.edtf_parser import is_calendar_day
from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class DateOrder(StrEnum):
    """Which number a site prints first in a numeric date."""

    MONTH_DAY = "month/day"
    DAY_MONTH = "day/month"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: its words, their place, and the one or two EDTF readings they allow.

    Two readings stand in the order month/day, day/month. A time of day belongs to the words; it
    comes into the reading when seconds are printed, for EDTF has no shorter time.
    """

    words: str
    span: Span
    readings: tuple[str, ...]
    order: DateOrder | None = None  # which number comes first, where the words themselves show it

    @property
    def edtf(self) -> str:
        """The reading, empty while there are two."""
        return self.readings[0] if len(self.readings) == 1 else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page whose numeric date can be read in one order only."""

    page: str
    words: str
    order: DateOrder


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """What a site's other pages show: its order, or ``None`` without evidence or in conflict."""

    evidence: tuple[Evidence, ...]

    @property
    def conflict(self) -> bool:
        """Say whether some pages show one order and some the other."""
        return len({page.order for page in self.evidence}) > 1

    @property
    def order(self) -> DateOrder | None:
        """The order that all the evidence agrees on."""
        return self.evidence[0].order if self.evidence and not self.conflict else None


_MONTHS = (
    r"jan(?:uary|\.)?|جنور[یيى]",
    r"feb(?:ruary|\.)?|فرور[یيى]",
    r"mar(?:ch|\.)?|مارچ",
    r"apr(?:il|\.)?|اپر[یيى]ل",
    r"may|مئ[یيى]",
    r"june?\.?|جون",
    r"july?\.?|جولائ[یيى]",
    r"aug(?:ust|\.)?|اگست",
    r"sep(?:tember|t?\.?)|ستمبر",
    r"oct(?:ober|\.)?|ا[کك]توبر",
    r"nov(?:ember|\.)?|نومبر",
    r"dec(?:ember|\.)?|دسمبر",
)
MONTH = "(?:" + "|".join(_MONTHS) + ")"
"""The pattern of a month's name, in English and Urdu."""
_YEAR = r"[12۱۲١٢]\d{3}(?!\d)"
_SPACE = r"[^\S\n]"
_GAP = rf"{_SPACE}{{0,3}}[,،]?{_SPACE}{{1,3}}"
_DATE = rf"""
    (?P<iso_year>{_YEAR})(?P<iso>[-/.])(?P<iso_month>\d{{1,2}})(?P=iso)(?P<iso_day>\d{{1,2}})
  | (?P<one>\d{{1,2}})(?P<mark>[-/.؍])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{_YEAR})
  | (?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?(?:-|{_SPACE}{{1,3}}of{_SPACE}{{1,3}}|{_SPACE}{{0,3}})
    (?P<month_after>{MONTH})(?:{_GAP}|-)(?P<year_after>{_YEAR})ء?
  | (?P<month_before>{MONTH}){_SPACE}{{1,3}}(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?
    {_GAP}(?P<year_last>{_YEAR})ء?
  | (?<!\d{_SPACE})(?P<month_alone>{MONTH}){_GAP}(?P<year_alone>{_YEAR})ء?
"""
_TIME = rf"""
    (?:T|{_SPACE}{{0,3}}[,،|]?{_SPACE}{{1,3}}(?:at{_SPACE}{{1,3}})?)
    (?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:[.,]\d{{1,9}})?)?
    (?:{_SPACE}{{0,3}}(?P<half>[ap])\.?m\b\.?)?
    (?:{_SPACE}{{0,3}}(?P<zone>Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])|{_SPACE}{{1,3}}(?:UTC|GMT|(?-i:[A-Z]{{2,3}}T)))?
"""
_PRINTED = rf"(?<![\w./-])(?P<date>{_DATE})(?P<time>{_TIME})?(?![\w/-]|[.:]\d)"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile when first asked for: starting the program must not wait for it."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def find(text: str) -> tuple[PrintedDate, ...]:
    """Return the dates in ``text``, in order; spans are code points of ``text``."""
    printed = (_printed(match) for match in _pattern(_PRINTED).finditer(text))
    return tuple(date for date in printed if date)


def read(words: str) -> PrintedDate | None:
    """Return the one date in ``words``; ``None`` when there is none, or more than one."""
    dates = find(words)
    return dates[0] if len(dates) == 1 else None


def site_orders(pairs: Iterable[tuple[str, str]]) -> SiteOrder:
    """Tell which order a site prints numeric dates in, from the words of its other pages.

    ``pairs`` are a page's name, as a person knows it, and its date as printed. Only a date with
    a number above 12 shows an order; a stamp put on by the capturing program says nothing about
    the site's own dates, so give the two apart.
    """
    evidence = []
    for page, words in pairs:
        date = read(words)
        if date and date.order:
            evidence.append(Evidence(page, date.words, date.order))
    return SiteOrder(tuple(evidence))


def settle(words: str, order: DateOrder) -> str:
    """Return the EDTF reading of ``words`` when numbers stand in ``order``.

    Words with one reading keep it. Raises ``NotAllowed``, naming the words, when they are not one
    date.
    """
    date = read(words)
    if date is None:
        raise NotAllowed(N_("“{words}” is not one date that can be read."), words=words)
    return date.readings[-1 if order is DateOrder.DAY_MONTH else 0]


def _printed(match: re.Match[str]) -> PrintedDate | None:
    readings = _readings(match)
    if not readings:
        return None
    clock = _clock(match)
    span = Span(match.start(), match.end("date") if clock is None else match.end())
    order = None
    if match["one"] and len(readings) == 1 and int(match["one"]) != int(match["two"]):
        order = DateOrder.DAY_MONTH if int(match["one"]) > 12 else DateOrder.MONTH_DAY
    moments = tuple(reading + (clock or "") for reading in readings)
    return PrintedDate(span.of(match.string), span, moments, order)


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    if match["year"]:
        year, one, two = (int(match[name]) for name in ("year", "one", "two"))
        return _days((year, one, two), (year, two, one))
    if match["iso_year"]:
        return _days(tuple(int(match[name]) for name in ("iso_year", "iso_month", "iso_day")))
    if match["month_alone"]:
        return (f"{int(match['year_alone']):04d}-{month_number(match['month_alone']):02d}",)
    year = int(match["year_after"] or match["year_last"])
    month = month_number(match["month_after"] or match["month_before"])
    return _days((year, month, int(match["day_before"] or match["day_after"])))


def _days(*days: tuple[int, ...]) -> tuple[str, ...]:
    """Return those that the calendar has, each once, in the order given."""
    real = [f"{y:04d}-{m:02d}-{d:02d}" for y, m, d in days if is_calendar_day(y, m, d)]
    return tuple(dict.fromkeys(real))


@lru_cache(maxsize=200)
def month_number(name: str) -> int:
    """Return the number of a month by its name; January is 1."""
    return next(n for n, month in enumerate(_MONTHS, 1) if _pattern(month).fullmatch(name))


def _clock(match: re.Match[str]) -> str | None:
    """Return the time as EDTF adds it, empty without seconds, ``None`` when no clock shows it."""
    if not match["time"]:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    minute, second = int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    if not match["second"]:
        return ""
    zone = (match["zone"] or "").upper()
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{hour:02d}:{minute:02d}:{second:02d}{zone}"
