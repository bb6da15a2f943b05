"""A passage: a span of one document under one tag.

The exact words are kept with the place, and 32 characters of context on either side, so that a
passage can never drift unseen: ``text[start:end] == quote``, or it is *not certain*.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class Anchor(StrEnum):
    """Whether the words still stand at the place."""

    SURE = "sure"
    NOT_CERTAIN = "not_certain"


_LABEL = re.compile(r"D[0-9]{1,9}·([0-9]{1,9})")

ANCHOR_LABELS = {
    Anchor.SURE: "",
    Anchor.NOT_CERTAIN: N_("Place not certain"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A tagged span, as the project knows it now.

    ``number`` counts within its document and is never used again; ``text`` is the version of the
    document's words that ``span`` counts code points in.
    """

    id: int
    uid: str
    document: int
    text: int
    number: int
    span: Span
    quote: str
    tag: int
    analyst: int
    note: str
    anchor: Anchor
    created_at: str
    modified_at: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with the names a table shows beside it.

    ``checked_by`` names who checked it, empty where nobody has; ``another_look`` says that it was
    put off, or that its tag was defined anew since.
    """

    id: int
    document: int
    label: str
    span: Span
    quote: str
    tag: int
    tag_name: str
    tag_colour: str
    document_title: str
    analyst_name: str
    note: str
    anchor: Anchor
    created_at: str
    checked_by: str = ""
    checked_at: str = ""
    checked_by_another: bool = False
    another_look: bool = False


class PlacedPassage(NamedTuple):
    """As much of a passage as a page shows of it.

    A plain tuple: a page may have twenty thousand of them, and is waited for. ``sure`` says that
    its words stand at its place in the document's text.
    """

    id: int
    number: int
    span: Span
    tag: int
    analyst: int
    sure: bool


def passage_label(document_number: int, number: int) -> str:
    """Return what a person calls a passage: ``D4·12`` is the twelfth of document 4."""
    return f"D{document_number}·{number}"


def number_in_label(label: str) -> int | None:
    """Return the number of a passage from what a person calls it; ``None`` from anything else."""
    found = _LABEL.fullmatch(label)
    return None if found is None else int(found[1])


def first_words(quote: str, most: int = 60) -> str:
    """Return the beginning of ``quote`` on one line, cut at a word, at most ``most`` characters."""
    line = " ".join(quote.split())
    if len(line) <= most:
        return line
    cut = line.rfind(" ", most // 2, most)
    return line[: cut if cut > 0 else most - 1].rstrip() + "…"


class PassageSort(StrEnum):
    """What the passages table can be ordered by."""

    PLACE = "place"
    WORDS = "words"
    TAG = "tag"
    DOCUMENT = "document"
    ANALYST = "analyst"
    CREATED = "created"
    LOW = "low"
    HARM = "harm"
    SPEAKER = "speaker"
    EVENT_DATE = "event_date"
