"""What is asked about documents with their passages, and what is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.ui.asking.export_questions import Scope


class Which(StrEnum):
    """Which documents go out."""

    MEANT = "meant"  # the one in the pane, or those chosen in the list
    LISTED = "listed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AnnotatedWish:
    """Which documents, in which format, with which passages."""

    which: Which = Which.MEANT
    format: str = ""
    scope: Scope = Scope.ALL
    protect: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedOffer:
    """A format; ``on_pages`` draws on the pages of PDFs, so names stand there as they are."""

    key: str
    title: str
    line: str
    on_pages: bool = False


def _none(_wish: AnnotatedWish) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class AnnotatedQuestion:
    """What can be had; ``documents`` says how many each choice has, ``called`` what one is called.

    ``left_out`` says how many of the documents of a wish cannot be had in its format.
    """

    offers: Sequence[AnnotatedOffer]
    documents: Mapping[Which, int]
    called: str
    counts: Mapping[Scope, int] = field(default_factory=dict)
    protected: int = 0
    left_out: Callable[[AnnotatedWish], int] = _none
    begin: AnnotatedWish = AnnotatedWish()
