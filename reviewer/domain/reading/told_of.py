"""Tells a figure of one person who is named or told of from a number that a source gives.

"Junaid Varr was shot" and "a passer-by was killed" are read as 1, with no upper end, though no
source says "1 or more": whoever shows such a figure should say so.
"""

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.plain_words import tokens
from reviewer.domain.reading.quantities import Basis, quantities

_ONE_OR_A = "ایک"
_ONES = frozenset(("one", "1"))  # one or more


def one_person_told_of(words: str, low: int | None, high: int | None) -> bool:
    """Say whether "1 or more" comes from a person told of: ``words`` have no number."""
    if (low, high) != (1, None):
        return False
    listed = tokens(words)
    return _ONES.isdisjoint(one.word for one in listed) and all(
        one.basis is not Basis.NUMBER or listed[one.start].word == _ONE_OR_A
        for one in quantities(listed, default_table())
    )
