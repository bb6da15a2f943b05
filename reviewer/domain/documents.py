"""A document: one imported source, or a source that is known of but not held.

A document is identity and metadata. Its words stand in a text (write-once, see ``texts.py``), its
bytes in an original; neither is ever changed.
"""

from dataclasses import dataclass
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

    @property
    def label(self) -> str:
        """The short name used in citations and passage numbers."""
        return f"D{self.number}"
