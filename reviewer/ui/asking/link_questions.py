"""What is asked about links and sources, and what is answered: values in and out of dialogs."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.links import Independence, Link, LinkType, SourceToFind


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """A link that may be changed: what it says, the types that fit its ends, what to be wary of.

    ``start`` and ``end`` are the numbers of its ends with their first words.
    """

    link: Link
    start: str
    end: str
    types: Sequence[LinkType]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class LinkWish:
    """Everything that shall be said of a link; or that it shall be taken away."""

    type: LinkType
    note: str
    independent: Independence
    remove: bool = False


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """Which source a passage speaks of: one of the ``known``, or another.

    ``passage`` is the number and the first words of the passage that shall be linked to it; empty
    where the source is only to be written down. ``types`` begin with the likeliest.
    """

    passage: str
    known: Sequence[SourceToFind]
    types: Sequence[LinkType] = ()


@dataclass(frozen=True, slots=True)
class SourceWish:
    """What is known of a source; ``document`` where it is written down already. EDTF dates."""

    document: int | None
    title: str
    publisher: str
    author: str
    posted: str
    type: LinkType | None
    note: str
