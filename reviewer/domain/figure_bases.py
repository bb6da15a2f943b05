"""What a range of figures rests on, in words: how many figures, of how many documents."""

from collections.abc import Sequence
from typing import Protocol

from reviewer.domain.origins import counted_once
from reviewer.domain.words import N_, Saying

_BASE = N_("figures: {count} of {figures}; documents: {documents}")
_WITH_ABOUT = N_(
    "figures: {count} of {figures}, {about} of them only “about”; documents: {documents}"
)
_ONE_ORIGIN = N_(
    "figures: {count} of {figures}; documents: {documents}, counted by origin: {separate}"
)
_ONE_ORIGIN_WITH_ABOUT = N_(
    "figures: {count} of {figures}, {about} of them only “about”; documents: {documents}, "
    "counted by origin: {separate}"
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


def base_in_words(entering: Sequence[FromDocument], figures: int, limited: int) -> Saying:
    """Say what a range rests on: those ``entering`` of so many ``figures``, and their documents.

    Where only ``limited`` of them set its ends, it is told how many "about" ones set none: without
    that, "more than 150,000" of two figures would seem to hold of an "about 60,000" as well.
    Documents of one origin are told twice: as documents, and counted once.
    """
    about = len(entering) - limited
    documents = {(one.document, one.origin) for one in entering}
    separate = counted_once(documents)
    if separate < len(documents):
        template = _ONE_ORIGIN_WITH_ABOUT if about and limited else _ONE_ORIGIN
    else:
        template = _WITH_ABOUT if about and limited else _BASE
    return Saying(
        template,
        {
            "count": len(entering),
            "figures": figures,
            "about": about,
            "documents": len(documents),
            "separate": separate,
        },
    )
