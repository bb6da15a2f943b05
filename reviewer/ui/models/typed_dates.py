"""Dates as a person types them: EDTF, or the words a page would print, where they mean one day."""

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.edtf_parser import NOT_A_DATE, day_of, parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading import dates
from reviewer.domain.reading.typed_dates import read_typed
from reviewer.domain.words import N_
from reviewer.environment.translation import _
from reviewer.ui.models.dates import spelled
from reviewer.ui.wording import sentence

TWO_READINGS = N_("“{words}” can be read two ways. Write {one} or {other}.")


def typed_date(words: str, year: int | None = None) -> WrittenDate:
    """Return the date that typed words say; raises ``NotAllowed`` for none, and for two.

    Words are kept as they were typed, beside what they are read as. ``year`` is the one of a date
    without a year, where it is known.
    """
    words = " ".join(words.split())
    if not words:
        return NO_DATE
    found = read_typed(words, year)
    if len(found.readings) > 1:
        one, other = found.readings
        raise NotAllowed(TWO_READINGS, words=words, one=one, other=other)
    return WrittenDate(words, found.readings[0], DateBasis.ENTERED)


def year_of(date: WrittenDate) -> int | None:
    """Return the one year a date lies in; ``None`` where it lies in several, or is not read."""
    try:
        known = parse(date.edtf) if date.edtf else None
    except NotAllowed:
        return None
    if known is None or not known.earliest or not known.latest:
        return None
    first, last = (day_of(one)[0] for one in (known.earliest, known.latest))
    return first if first == last else None


def year_is_added(words: str, year: int | None) -> bool:
    """Say whether typed words have no year of their own, and are read with ``year``."""
    try:
        return bool(words.strip()) and read_typed(words, year).year_added
    except NotAllowed:
        return False


def as_typed(date: WrittenDate) -> str:
    """Return what stands in a field for a date: its words, else how they are read."""
    return date.words or date.edtf


def date_typed(words: str) -> WrittenDate:
    """Return what words typed as a date are read as: EDTF, or as documents print dates.

    Where they can be read two ways, or not at all, they are kept as words.
    """
    words = " ".join(words.split())
    if not words:
        return WrittenDate("", "", DateBasis.ENTERED)
    try:
        found = read_typed(words)
    except NotAllowed:
        printed = dates.read(words)
        if printed is None:
            return WrittenDate(words)
        basis = DateBasis.ENTERED if printed.edtf else DateBasis.AMBIGUOUS
        return WrittenDate(words, printed.edtf, basis)
    if len(found.readings) > 1:
        return WrittenDate(words, "", DateBasis.AMBIGUOUS)
    return WrittenDate(words, found.readings[0], DateBasis.ENTERED)


def date_said(date: WrittenDate) -> str:
    """Return what a date is read as, or why it is none; empty where its words say it."""
    if not date.words and not date.edtf:
        return ""
    if date.edtf:
        spelt = spelled(date.edtf)
        return "" if spelt == date.words else _("read as {date}").format(date=spelt)
    printed = dates.read(date.words)
    if printed is not None and len(printed.readings) > 1:
        first, second = (spelled(one) for one in printed.readings[:2])
        words = _("Two readings: {first}, or {second}. Type the one that is meant.")
        return words.format(first=first, second=second)
    try:
        read_typed(date.words)
    except NotAllowed as fault:
        if fault.template != NOT_A_DATE:
            return _("{problem} Kept as words.").format(problem=sentence(fault))
    return _("Not read as a date: kept as words.")
