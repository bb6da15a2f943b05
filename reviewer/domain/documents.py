"""A document: one imported source, or a source that is known of but not held.

A document is identity and metadata. Its words stand in a text (write-once, see ``texts.py``), its
bytes in an original; neither is ever changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.words import N_


class ReviewStatus(StrEnum):
    """How far an analyst has come with a document."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"
    SET_ASIDE = "set_aside"


REVIEW_STATUS_LABELS = {
    ReviewStatus.UNREAD: N_("Not read"),
    ReviewStatus.READING: N_("Reading"),
    ReviewStatus.DONE: N_("Done"),
    ReviewStatus.SET_ASIDE: N_("Set aside"),
}


KIND_LABELS: Mapping[str, str] = {
    "text/plain": N_("Plain text"),
    "text/markdown": N_("Markdown"),
    "text/html": N_("Web page"),
    "multipart/related": N_("Web page in one file"),
    "application/pdf": N_("PDF"),
    "application/rtf": N_("Rich text"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": N_("Word document"),
    "application/vnd.oasis.opendocument.text": N_("OpenDocument text"),
    "application/epub+zip": N_("E-book"),
    "message/rfc822": N_("Mail"),
    "application/vnd.ms-outlook": N_("Outlook mail"),
    "text/csv": N_("Row of a table"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": N_("Row of a table"),
    "application/jsonl": N_("Row of a table"),
}
"""What a person calls a kind of file, by its media type."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source, as the project knows it now; dates are as printed, with what they were read as.

    ``number`` is what a person calls it (``D4``); it is never given to another document.
    ``text`` is the id of its current text, ``None`` for a source that is not held.
    """

    id: int
    uid: str
    number: int
    text: int | None
    title: str
    original_name: str
    media_type: str
    imported_at: str
    author: str
    publisher: str
    url: str
    posted: WrittenDate
    captured: WrittenDate
    language: str
    review_status: ReviewStatus
    set_aside_reason: str
    second_look: bool
    note: str
    source_type: str = ""

    @property
    def label(self) -> str:
        """The short name used in citations and passage numbers."""
        return f"D{self.number}"


class DocumentSort(StrEnum):
    """What the document list can be ordered by."""

    NUMBER = "number"
    TITLE = "title"
    POSTED = "posted"
    SOURCE = "source"
    WORDS = "words"
    PASSAGES = "passages"
    REVIEW_STATUS = "review_status"
    SECOND_LOOK = "second_look"
    ORIGIN = "origin"
    AUTHOR = "author"
    LANGUAGE = "language"
    KIND = "kind"
    CAME_WITH = "came_with"
    CAPTURED = "captured"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What the document list shows of a document; dates as printed and as read.

    ``origin`` are the numbers of the others it has one origin with. ``inside`` names what it lay
    in, ``parent`` is the number of the mail it came with, 0 for none.
    """

    id: int
    number: int
    title: str
    posted: WrittenDate
    source: str
    words: int
    passages: int
    review_status: ReviewStatus
    second_look: bool
    held: bool
    origin: tuple[int, ...] = ()
    author: str = ""
    language: str = ""
    media_type: str = ""
    inside: str = ""
    parent: int = 0
    captured: WrittenDate = field(default_factory=WrittenDate)
    imported_at: str = ""

    @property
    def label(self) -> str:
        """The short name used in citations and passage numbers."""
        return f"D{self.number}"


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents the list shows; empty means all.

    ``words`` are looked for in title, source, author, file name and number; ``known`` are values
    that fields of ``FILTERED_FIELDS`` must have.
    """

    words: str = ""
    statuses: tuple[ReviewStatus, ...] = ()
    second_look: bool = False
    unsettled_dates: bool = False
    shared_origin: bool = False
    known: tuple[tuple[str, str], ...] = ()


# The fields an analyst may correct by hand; dates are corrected through their own operations.
DESCRIBED_FIELDS = ("title", "author", "publisher", "source_type", "url", "language", "note")
DATE_FIELDS = ("posted", "captured")
FILTERED_FIELDS = ("publisher", "author", "language", "media_type", "inside", "imported", "parent")
"""What the list can be narrowed by to one value; ``imported`` is a day, ``parent`` a number."""
