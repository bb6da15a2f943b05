"""Notes: an analyst's own words, on a passage, on a document, or in the project's journal.

A passage's number in a note is a link. On screen it is ``D4·12``; on a keyboard without the
middle dot it is typed ``D4.12`` or ``d4-12``, and means the same.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

LONGEST_NOTE = 100_000  # code points

# At most nine digits: no project has more, and SQLite's numbers end somewhere. A point or a hyphen
# with more digits behind it is a version or a date (D4.12.3, D4-12-2020), a middle dot never is.
_REFERENCE = re.compile(
    r"(?<!\w)[Dd]([0-9]{1,9})"
    r"(?:[·•⋅‧・]([0-9]{1,9})(?!\w)|[.‐‑-]([0-9]{1,9})(?!\w|[.‐‑-][0-9]))"
)


class NoteKind(StrEnum):
    """What a note is about."""

    PASSAGE = "passage"
    DOCUMENT = "document"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the journal; times are UTC, ``modified_at`` is when its words last changed."""

    id: int
    uid: str
    words: str
    analyst: int
    analyst_name: str
    created_at: str
    modified_at: str


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note found: ``id`` is the passage's, the document's, or the journal entry's.

    ``label`` is what a person calls the passage or document (``D4·12``, ``D4``), empty for the
    journal.
    """

    kind: NoteKind
    id: int
    label: str
    words: str


class WrittenReference(NamedTuple):
    """A passage's number as it stands in a note, in code points."""

    span: Span
    document: int
    passage: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage's number in a note, and the passage it means; ``None``: no such passage."""

    span: Span
    label: str
    passage: int | None


def references(words: str) -> list[WrittenReference]:
    """Return every passage number typed in ``words``, in order; both numbers count from 1."""
    found = (
        WrittenReference(Span(*match.span()), int(match[1]), int(match[2] or match[3]))
        for match in _REFERENCE.finditer(words)
    )
    return [one for one in found if one.document and one.passage]


def note_of(written: str) -> str:
    """Return what is kept of a note, which may be nothing.

    Raises ``NotAllowed`` when more than 100,000 characters are left.
    """
    words = written.strip()
    if len(words) > LONGEST_NOTE:
        raise NotAllowed(
            N_("This note has {length} characters; at most {longest} fit. Shorten it."),
            length=len(words),
            longest=LONGEST_NOTE,
        )
    return words


def note_words(written: str) -> str:
    """Return what is kept of a journal entry; as ``note_of``, but nothing is refused too."""
    words = note_of(written)
    if not words:
        raise NotAllowed(N_("There is nothing in this note yet: write something."))
    return words
