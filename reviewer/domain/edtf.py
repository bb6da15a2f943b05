"""Dates as a source prints them, and as EDTF (ISO 8601-2) reads them.

Every date has four parts: the words as printed, an EDTF expression, and a basis that says why the
words were read so; from the expression come the earliest and the latest day it can mean. Nothing
printed means empty strings; empty is never today. The parser stands in ``edtf_parser.py``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_NOTATION = re.compile(r"D:\d{4}|\d{4}-\d\d-\d\dT")


class DateBasis(StrEnum):
    """Why a date's words were read as they were."""

    NONE = ""
    UNAMBIGUOUS = "unambiguous"  # the words allow one reading only
    AMBIGUOUS = "ambiguous"  # 10/8/2015: October or August; waits for an analyst
    SETTLED = "settled"  # an analyst chose the reading for this document
    SITE = "site"  # an analyst chose it for all of the site, on evidence from another page
    ENTERED = "entered"  # an analyst typed the date


class Precision(StrEnum):
    """How exactly an expression says when."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    OPEN_RANGE = "open_range"  # one end is open or not known


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date: ``words`` as printed, ``edtf`` as read (may be empty), and the ``basis``.

    ``evidence`` says in words what a settled reading rests on.
    """

    words: str = ""
    edtf: str = ""
    basis: DateBasis = DateBasis.NONE
    evidence: str = ""

    @property
    def is_notation(self) -> bool:
        """Whether the words are what programs write (a page's meta tag, a PDF), not for reading."""
        return bool(self.edtf) and _NOTATION.match(self.words) is not None


NO_DATE = WrittenDate()


@dataclass(frozen=True, slots=True)
class Edtf:
    """A parsed expression, with the first and the last day it can mean.

    ``earliest`` and ``latest`` are ISO dates (``2015-10-08``), in the calendar and the place the
    source speaks of: nothing is moved to another time zone. Empty means without bound: that end
    is open or not known. They sort as text for the years 0000 to 9999; a year before has a minus,
    a year after begins with ``Y``. An uncertain or approximate date keeps its plain bounds: how
    far off it may be is not ours to invent.
    """

    expression: str
    earliest: str
    latest: str
    precision: Precision
    uncertain: bool = False
    approximate: bool = False
