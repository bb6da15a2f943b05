"""Dates as a person types them: EDTF, or the words a page would print, where they mean one day."""

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading import dates
from reviewer.domain.words import N_
from reviewer.environment.translation import _
from reviewer.ui.models.dates import spelled

TWO_READINGS = N_("“{words}” can be read two ways. Write {one} or {other}.")


def typed_date(words: str) -> WrittenDate:
    """Return the date that typed words say; raises ``NotAllowed`` for none, and for two.

    Words are kept as they were typed, beside what they are read as.
    """
    words = " ".join(words.split())
    if not words:
        return NO_DATE
    try:
        return WrittenDate(words, parse(words).expression, DateBasis.ENTERED)
    except NotAllowed:
        printed = dates.read(words)
        if printed is None or printed.words != words:
            raise
    if len(printed.readings) > 1:
        one, other = printed.readings
        raise NotAllowed(TWO_READINGS, words=words, one=one, other=other)
    return WrittenDate(words, printed.readings[0], DateBasis.ENTERED)


def as_typed(date: WrittenDate) -> str:
    """Return what stands in a field for a date: its words, else how they are read."""
    return date.words or date.edtf


def date_typed(words: str) -> WrittenDate:
    """Return what words typed as a date are read as: EDTF, or as documents print dates.

    Where they can be read two ways, or not at all, they are kept as words.
    """
    words = " ".join(words.split())
    try:
        return WrittenDate(words, parse(words).expression if words else "", DateBasis.ENTERED)
    except NotAllowed:
        printed = dates.read(words)
    if printed is None:
        return WrittenDate(words)
    basis = DateBasis.ENTERED if printed.edtf else DateBasis.AMBIGUOUS
    return WrittenDate(words, printed.edtf, basis)


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
    return _("Not read as a date: kept as words.")
