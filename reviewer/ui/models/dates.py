"""Dates in words: what an EDTF expression says, and why printed words were read so.

An expression is what other programs exchange; a person reads "8 October 2015". Nothing is added:
no zone where none is printed, no day where only a month is known.
"""

from reviewer.domain.edtf import DateBasis, Edtf, Precision, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading import dates
from reviewer.environment.translation import N_, _
from reviewer.ui.wording import one_line

BASIS_LABELS = {
    DateBasis.NONE: "",
    DateBasis.UNAMBIGUOUS: N_("the words can be read one way only"),
    DateBasis.AMBIGUOUS: N_("two readings, not settled yet"),
    DateBasis.SETTLED: N_("settled for this document"),
    DateBasis.SITE: N_("settled for all pages of this site"),
    DateBasis.ENTERED: N_("entered by hand"),
}

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
_DECIDED = (DateBasis.SETTLED, DateBasis.SITE, DateBasis.ENTERED)
_SEASONS = {3: N_("spring"), 6: N_("summer"), 9: N_("autumn"), 12: N_("winter")}


def shown(date: WrittenDate) -> str:
    """Return a date for where there is little room, on one line: the words as printed.

    Where an analyst decided how they are read, or they are a program's notation, it is the day they
    are read as.
    """
    decided = date.is_notation or (date.basis in _DECIDED and bool(date.edtf))
    return one_line(spelled(date.edtf, brief=True) if decided else date.words)


def spelled(edtf: str, *, brief: bool = False) -> str:
    """Return what an expression says, such as "about 8 October 2015"; empty for none.

    ``brief`` shortens the months and leaves out the time of day. What cannot be read is returned
    as it is: a project may hold what a later version wrote.
    """
    try:
        date = parse(edtf) if edtf else None
    except NotAllowed:
        return edtf
    if date is None:
        return ""
    if date.precision in (Precision.RANGE, Precision.OPEN_RANGE):
        return _interval(date.expression, brief=brief)
    return _point(date, brief=brief)


def two_readings(date: WrittenDate) -> tuple[str, ...]:
    """Return what the words of an ambiguous date can mean, spelled out; month before day first."""
    if date.basis is not DateBasis.AMBIGUOUS:
        return ()
    printed = dates.read(date.words)
    return tuple(spelled(reading) for reading in printed.readings) if printed else ()


def _interval(expression: str, *, brief: bool) -> str:
    start, _slash, end = expression.partition("/")
    first, last = (
        _point(parse(part), brief=brief) if part not in ("", "..") else "" for part in (start, end)
    )
    if first and last:
        return _("{first} to {last}").format(first=first, last=last)
    if first:
        words = _("from {first} on") if end else _("from {first}, end not known")
        return words.format(first=first)
    words = _("up to {last}") if start else _("up to {last}, beginning not known")
    return words.format(last=last)


def _point(date: Edtf, *, brief: bool) -> str:
    words = _plain(date, _SHORT_MONTHS if brief else _MONTHS)
    if date.precision is Precision.TIME and not brief:
        time = _time(date.expression)
        words = _("{day}, {time}").format(day=words, time=time)
    if date.approximate:
        words = _("about {date}").format(date=words)
    return _("{date}, not certain").format(date=words) if date.uncertain else words


def _plain(date: Edtf, months: tuple[str, ...]) -> str:
    year, month, day = _parts(date.earliest)
    if date.precision is Precision.DECADE:
        return _("the {year}s").format(year=year)
    if date.precision is Precision.CENTURY:
        return _("a year from {year} to {last}").format(year=year, last=_parts(date.latest)[0])
    if date.precision is Precision.SEASON:
        return f"{_(_SEASONS[month])} {year}"
    if date.precision is Precision.YEAR:
        inside = _("a month in {year}") if "XX" in date.expression else "{year}"
        return inside.format(year=year)
    if date.precision is Precision.MONTH:
        inside = _("a day in {month} {year}") if "XX" in date.expression else "{month} {year}"
        return inside.format(month=_(months[month - 1]), year=year)
    words = _("{day} {month} {year}")
    return words.format(day=day, month=_(months[month - 1]), year=year)


def _time(expression: str) -> str:
    moment = expression.partition("T")[2]
    zone = moment[8:]
    return moment[:8] + (f" UTC{zone.removeprefix('Z')}" if zone else "")


def _parts(iso: str) -> tuple[int, int, int]:
    year, month, day = iso.rsplit("-", 2)
    return int(year.removeprefix("Y")), int(month), int(day)
