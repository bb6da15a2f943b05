"""Dates as a person types them: EDTF, or the words a page would print, where they mean one day."""

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading import dates
from reviewer.domain.words import N_

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
