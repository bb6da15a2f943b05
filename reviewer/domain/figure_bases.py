"""What a range of figures rests on, in words: how many figures, of how many documents."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from reviewer.domain.origins import counted_once
from reviewer.domain.words import N_, Saying

_BASE = N_("figures: {count} of {figures}; documents: {documents} of {all}")
_ONE_ORIGIN = N_(
    "figures: {count} of {figures}; documents: {documents} of {all}, counted by origin: {separate}"
)


class FromDocument(Protocol):
    """What is counted of a figure."""

    @property
    def document(self) -> int:
        """The document it stands in."""
        ...

    @property
    def origin(self) -> str:
        """What the document shares with others of one origin; empty: nothing."""
        ...


def base_in_words(entering: Sequence[FromDocument], below: Iterable[FromDocument]) -> Saying:
    """Say what a range rests on: figures ``entering`` of all that answer, and their documents.

    The documents are counted of those that give any figure. Documents of one origin are told twice:
    as documents, and counted once.
    """
    figures = [*entering, *below]
    documents = {(one.document, one.origin) for one in entering}
    separate = counted_once(documents)
    return Saying(
        _ONE_ORIGIN if separate < len(documents) else _BASE,
        {
            "count": len(entering),
            "figures": len(figures),
            "documents": len(documents),
            "all": len({one.document for one in figures}),
            "separate": separate,
        },
    )
