"""Dates as a source prints them, and as EDTF (ISO 8601-2) reads them.

Every date has four parts: the words as printed, an EDTF expression, and a basis that says why the
words were read so. Nothing printed means three empty strings; empty is never today.
"""

from dataclasses import dataclass
from enum import StrEnum


class DateBasis(StrEnum):
    """Why a date's words were read as they were."""

    NONE = ""
    UNAMBIGUOUS = "unambiguous"  # the words allow one reading only
    AMBIGUOUS = "ambiguous"  # 10/8/2015: October or August; waits for an analyst
    SETTLED = "settled"  # an analyst chose the reading for this document
    SITE = "site"  # an analyst chose it for all of the site, on evidence from another page
    ENTERED = "entered"  # an analyst typed the date


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date: ``words`` as printed, ``edtf`` as read (may be empty), and the ``basis``.

    ``evidence`` says in words what a settled reading rests on.
    """

    words: str = ""
    edtf: str = ""
    basis: DateBasis = DateBasis.NONE
    evidence: str = ""
