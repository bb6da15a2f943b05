"""A date's columns: words, EDTF, the days it can mean, basis and evidence, for whatever has one.

``earliest`` and ``latest`` follow from the expression whenever a date is written; ``verify`` sees
where they do not any more.
"""

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.edtf_parser import earliest, latest

DATE = "{0}_words, {0}_edtf, {0}_basis, {0}_evidence"
"""The columns a date is read from, for ``str.format`` with the date's name."""


def written_date(words: str, edtf: str, basis: str, evidence: str) -> WrittenDate:
    """Return a date from its columns; raises ``ValueError`` for a basis there is not."""
    return WrittenDate(words, edtf, DateBasis(basis), evidence)


def date_columns(name: str, date: WrittenDate) -> dict[str, object]:
    """Return every column of a date, those that follow from its expression among them."""
    return {
        f"{name}_words": date.words,
        f"{name}_edtf": date.edtf,
        f"{name}_earliest": earliest(date.edtf),
        f"{name}_latest": latest(date.edtf),
        f"{name}_basis": date.basis,
        f"{name}_evidence": date.evidence,
    }
