"""Whom a figure counts, and whether that is whom a question asks about."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from reviewer.domain.folding import fold
from reviewer.domain.reading.plain_words import listed

_EVERYBODY = listed("""
    people person persons individual individuals human humans life lives soul souls body bodies
    corpse corpses dead death deaths casualty casualties fatality fatalities victim victims injury
    injuries injured wounded arrest arrests one ones
    افراد فرد شخص اشخاص لوگ لوگوں کوئی کسی لاش لاشیں زخمی ہلاکت ہلاکتیں
""")
"""Words for whom a figure counts that leave nobody out."""


class Counting(Protocol):
    """What tells whom a figure counts."""

    @property
    def high(self) -> int | None:
        """The most its words allow."""
        ...

    @property
    def people(self) -> str:
        """The source's word for whom it counts."""
        ...

    @property
    def group(self) -> str:
        """The analyst's."""
        ...


Figure = TypeVar("Figure", bound=Counting)


def of_others(figures: Iterable[Figure], group: str) -> Iterator[Figure]:
    """Give the figures that speak of other people than a question; no ``group``: everybody.

    That is what an analyst's group says, where there is one. Without it a zero of some people
    ("no marcher was killed") says nothing of everybody; any other number of some is at least them.
    """
    asked = _plain(group)
    for one in figures:
        its = _plain(one.group)
        zero_of_some = not asked and one.high == 0 and _names_some(one.people)
        if its != asked if its else zero_of_some:
            yield one


def _names_some(people: str) -> bool:
    words = _plain(people).split()
    return bool(words) and not _EVERYBODY.issuperset(words)


def _plain(words: str) -> str:
    return " ".join(fold(words).split())
