"""Reads EDTF, levels 0 and 1: what an analyst may enter and what other programs exchange.

Level 0: a year, a month, a day, an interval of these, and a day with a time, which has a time
zone only where one is written. Level 1: uncertain (``?``), approximate (``~``), both (``%``);
digits not known (``201X``, ``2004-XX``, ``1985-04-XX``); seasons (``2001-21`` is spring);
intervals with an open (``..``) or an unknown (empty) end; years before 0 and, with ``Y``, beyond
9999. Level 2 is refused, so that what is stored reads the same in every other program.

Seasons are those of the northern half of the Earth, by whole months; winter is the one that begins
in the December of its year.
"""

import re
from functools import lru_cache

from reviewer.domain.edtf import Edtf, Precision
from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_

Day = tuple[int, int, int]
SortKey = tuple[bool, Day, str, Day]
NOT_A_DATE = N_(
    "“{words}” cannot be read as a date. Write a day as 2015-10-08, a month as 2015-10, "
    "a time from one to another as 2015-10-08/2015-10-12, and add ~ for about."
)
"""What is said of words that are no date, where nothing better can be said."""

_POINT = re.compile(
    r"(?P<year>Y-?[1-9][0-9]{4,9}|-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX))"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
_MOMENT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"T(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_UNKNOWN_ENDS = ("", "..")
_NO_DAY = (0, 0, 0)


@lru_cache(maxsize=1024)
def parse(words: str) -> Edtf:
    """Read an EDTF expression; white space around it does not matter.

    Raises ``NotAllowed``, naming the words, when they are no expression of level 0 or 1, when
    they name a day that no calendar has, or when an interval ends before it begins.
    """
    expression = words.strip()
    if "/" in expression:
        return _interval(expression)
    moment = _MOMENT.fullmatch(expression)
    if moment:
        day = _point(moment["date"])
        return Edtf(expression, day.earliest, day.latest, Precision.TIME)
    return _point(expression)


def earliest(edtf: str) -> str:
    """Return the first day an expression can mean; empty for none or an open beginning.

    Raises ``NotAllowed`` as ``parse`` does.
    """
    return parse(edtf).earliest if edtf else ""


def latest(edtf: str) -> str:
    """Return the last day an expression can mean; empty for none or an open end.

    Raises ``NotAllowed`` as ``parse`` does.
    """
    return parse(edtf).latest if edtf else ""


def sort_key(edtf: str) -> SortKey:
    """Return what expressions are put in order of time by; no date comes last.

    An interval that is open at one end is ordered by its other end. Raises ``NotAllowed`` as
    ``parse`` does.
    """
    if not edtf:
        return (True, _NO_DAY, "", _NO_DAY)
    date = parse(edtf)
    time = date.expression.partition("T")[2][:8]
    return (
        False,
        day_of(date.earliest or date.latest),
        time,
        day_of(date.latest or date.earliest),
    )


def is_calendar_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= _days_in(year, month)


def day_of(iso: str) -> Day:
    """Return year, month and day of a bound (``earliest``, ``latest``), to be compared or counted.

    The bound must not be empty.
    """
    year, month, day = iso.rsplit("-", 2)
    return int(year.removeprefix("Y")), int(month), int(day)


def _interval(expression: str) -> Edtf:
    start, _, end = expression.partition("/")
    if start in _UNKNOWN_ENDS and end in _UNKNOWN_ENDS:
        raise _refused(expression)
    first = None if start in _UNKNOWN_ENDS else _point(start)
    last = None if end in _UNKNOWN_ENDS else _point(end)
    known = [point for point in (first, last) if point]
    if first and last and day_of(first.earliest) > day_of(last.latest):
        raise NotAllowed(N_("“{words}” ends before it begins."), words=_short(expression))
    return Edtf(
        expression,
        first.earliest if first else "",
        last.latest if last else "",
        Precision.RANGE if len(known) == 2 else Precision.OPEN_RANGE,
        uncertain=any(point.uncertain for point in known),
        approximate=any(point.approximate for point in known),
    )


def _point(words: str) -> Edtf:
    match = _POINT.fullmatch(words)
    if not match or words.startswith("-0000"):
        raise _refused(words)
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if month and ("X" in year or year.startswith("Y")):
        raise _refused(words)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise _refused(words)
        bounds = _years(year)
    else:
        bounds = _months(words, int(year), int(month), day)
    return Edtf(
        words,
        *bounds,
        _precision(year, month, day),
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
    )


def _years(year: str) -> tuple[str, str]:
    digits = year.removeprefix("Y")
    first, last = sorted((int(digits.replace("X", "0")), int(digits.replace("X", "9"))))
    return _iso((first, 1, 1)), _iso((last, 12, 31))


def _months(words: str, year: int, month: int, day: str | None) -> tuple[str, str]:
    if month in _SEASONS and day is None:
        return _season(year, _SEASONS[month])
    if day not in (None, "XX"):
        if not is_calendar_day(year, month, int(day)):
            raise NotAllowed(N_("There is no day “{words}”."), words=_short(words))
        return (_iso((year, month, int(day))),) * 2
    if not 1 <= month <= 12:
        raise _refused(words)
    return _iso((year, month, 1)), _iso((year, month, _days_in(year, month)))


def _season(year: int, first_month: int) -> tuple[str, str]:
    beyond, last_month = divmod(first_month + 1, 12)
    end = (year + beyond, last_month + 1)
    return _iso((year, first_month, 1)), _iso((*end, _days_in(*end)))


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    if "X" in year:
        return Precision.CENTURY if year.endswith("XX") else Precision.DECADE
    if month in (None, "XX"):
        return Precision.YEAR
    if int(month) in _SEASONS:
        return Precision.SEASON
    return Precision.MONTH if day in (None, "XX") else Precision.DAY


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _iso(day: Day) -> str:
    year, month, date = day
    written = f"Y{year}" if year > 9999 else f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"{written}-{month:02d}-{date:02d}"


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:60] + "…"


def _refused(words: str) -> NotAllowed:
    return NotAllowed(NOT_A_DATE, words=_short(words))
