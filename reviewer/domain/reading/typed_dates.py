"""Reads dates as a person types them, and says what is wrong with what cannot be read.

Beside EDTF and what documents print: "night of 6 to 7 October 2019", "6 October to 2 November
2019", "January to October 2019", each a time from one to another; and a day or a month without a
year, where the year is known from elsewhere. No year is guessed.
"""

import re
from dataclasses import dataclass
from functools import cache

from reviewer.domain.edtf_parser import is_calendar_day, parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading import dates
from reviewer.domain.words import N_

_DAY = r"(?:the\s+)?(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:[\s,،]+(?P<year>[12۱۲١٢]\d{3}))?"
_TO = r"(?:\s+(?:to|and|till|until|سے)\s+|\s*[-–—/]\s*)"
_WHEN = r"(?:(?:on|in)\s+)?(?:the\s+)?(?:night\s+(?:of|from)\s+|night\s+)?"
_FORMS = (
    _DAY.format("day") + _TO + _DAY.format("last_day") + r"\s+(?:of\s+)?(?P<month>{month})" + _YEAR,
    r"(?P<month>{month})\s+" + _DAY.format("day") + _TO + _DAY.format("last_day") + _YEAR,
    _DAY.format("day")
    + r"\s+(?P<month>{month})"
    + _TO
    + _DAY.format("last_day")
    + r"\s+(?P<last_month>{month})"
    + _YEAR,
    r"(?P<month>{month})" + _TO + r"(?P<last_month>{month})" + _YEAR,
    _DAY.format("day") + r"\s+(?:of\s+)?(?P<month>{month})" + _YEAR,
    r"(?P<month>{month})\s+" + _DAY.format("day") + _YEAR,
    r"(?P<month>{month})" + _YEAR,
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.؍]\s*(\d{1,2})\s*[-/.؍]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What typed words mean: one or two EDTF readings, and whether the year is not theirs."""

    readings: tuple[str, ...]
    year_added: bool = False


def read_typed(words: str, year: int | None = None) -> TypedDate:
    """Return what typed words mean; ``year`` is the one of a date without a year, if it is known.

    Raises ``NotAllowed``, saying what is wrong with them or how a date is written.
    """
    words = " ".join(words.split())
    try:
        return TypedDate((parse(words).expression,))
    except NotAllowed as fault:
        printed = dates.read(words)
        if printed is not None and printed.words == words:
            return TypedDate(printed.readings)
        found = next(filter(None, (form.fullmatch(words) for form in _forms())), None)
        if found is None:
            _name_what_is_wrong(words)
            raise fault from None
    return _with_year(words, found, year)


def _with_year(words: str, found: re.Match[str], year: int | None) -> TypedDate:
    values = found.groupdict()
    known = int(values["year"]) if values["year"] else year
    if known is None:
        raise NotAllowed(N_("“{words}” has no year: add the year."), words=words)
    month = dates.month_number(values["month"])
    last_month = dates.month_number(values["last_month"]) if values.get("last_month") else month
    start = _expression(words, known, month, values.get("day"))
    end = _expression(words, known, last_month, values.get("last_day"))
    is_span = bool(values.get("last_day") or values.get("last_month"))
    expression = parse(f"{start}/{end}" if is_span else start).expression
    return TypedDate((expression,), year_added=not values["year"])


def _expression(words: str, year: int, month: int, day: str | None) -> str:
    if day is None:
        return f"{year:04d}-{month:02d}"
    _check_day(words, year, month, int(day))
    return f"{year:04d}-{month:02d}-{int(day):02d}"


def _name_what_is_wrong(words: str) -> None:
    """Raise ``NotAllowed`` where numbers are written that no calendar has, naming the number."""
    numbers = _NUMBERS.fullmatch(words)
    if numbers:
        one, other, year = map(int, numbers.groups())
        if one > 12 and other > 12:
            raise NotAllowed(
                N_("In “{words}” neither {one} nor {other} can be the month."),
                words=words,
                one=one,
                other=other,
            )
        day, month = (one, other) if other <= 12 else (other, one)
        _check_month(words, month)
        _check_day(words, year, month, day)
    iso = _ISO.fullmatch(words)
    if iso:
        _check_month(words, int(iso[2]))
        _check_day(words, int(iso[1]), int(iso[2]), int(iso[3] or 1))


def _check_month(words: str, month: int) -> None:
    if not 1 <= month <= 12:
        raise NotAllowed(N_("In “{words}” {month} is no month."), words=words, month=month)


def _check_day(words: str, year: int, month: int, day: int) -> None:
    if not is_calendar_day(year, month, day):
        raise NotAllowed(N_("In “{words}” the month has no day {day}."), words=words, day=day)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(_WHEN + form.replace("{month}", dates.MONTH), re.IGNORECASE) for form in _FORMS
    )
