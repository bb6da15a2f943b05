"""What a range of figures rests on, in words: how many figures, of how many documents."""

from collections.abc import Sequence
from typing import Protocol

from reviewer.domain.origins import counted_once
from reviewer.domain.words import N_, Saying

_BASE = N_("figures: {count} of {figures}; documents: {documents}")
_ONE_ORIGIN = N_(
    "figures: {count} of {figures}; documents: {documents}, counted by origin: {separate}"
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


def base_in_words(entering: Sequence[FromDocument], figures: int) -> Saying:
    """Say what a range rests on: those ``entering`` of so many ``figures``, and their documents.

    Documents of one origin are told twice: as documents, and counted once.
    """
    documents = {(one.document, one.origin) for one in entering}
    separate = counted_once(documents)
    return Saying(
        _ONE_ORIGIN if separate < len(documents) else _BASE,
        {
            "count": len(entering),
            "figures": figures,
            "documents": len(documents),
            "separate": separate,
        },
    )
