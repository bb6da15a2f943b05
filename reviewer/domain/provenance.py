"""Where a document came from, and what was measured of it: what a register and certificate print.

Nothing here says that a document is true; only what came in, when, how it was read, and whether
it is still the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.documents import Document
from reviewer.domain.incoming import EncodingBasis, Reading
from reviewer.domain.words import N_

GROUP = 4  # signs of a fingerprint that are read aloud in one breath


class Measured(StrEnum):
    """What came of computing a fingerprint again, just now."""

    SAME = "same"
    OTHER = "other"
    DROPPED = "dropped"  # there are no bytes to compute it from
    UNREADABLE = "unreadable"


MEASURED_LABELS = {
    Measured.SAME: N_("computed again just now: the same"),
    Measured.OTHER: N_("computed again just now: DIFFERENT"),
    Measured.DROPPED: N_("the bytes were dropped by choice, so it cannot be computed again"),
    Measured.UNREADABLE: N_("it cannot be read any more"),
}
BASIS_WORDS = {
    EncodingBasis.MARK: N_("a mark at the beginning of the file says so"),
    EncodingBasis.ZERO_PATTERN: N_("told by where its zero bytes stand"),
    EncodingBasis.STRICT: N_("every byte of the file fits it"),
    EncodingBasis.DAMAGED: N_("a few bytes of the file are damaged"),
    EncodingBasis.DECLARED: N_("the file names it"),
    EncodingBasis.GUESSED: N_("guessed from the bytes of the file"),
    EncodingBasis.CHOSEN: N_("chosen when it was imported"),
}


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One version of a document. ``length`` is in code points, ``size`` in bytes, times are UTC."""

    text: int
    number: int
    created_at: str
    reason: str
    part: str
    length: int
    words: int
    changed: int
    text_sha256: str
    encoding: str
    encoding_basis: EncodingBasis
    importer: str
    importer_version: int
    normaliser_version: int
    original: int
    original_sha256: str
    size: int
    dropped: bool


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document with all its versions, the first one first; the last is what is read now.

    ``inside`` is what it lay in, ``attached_to`` the mail it came with (``D4``), ``listed`` says
    whether it is on the list still, ``current`` which text is read.
    """

    document: Document
    imported_by: str
    inside: str
    attached_to: str
    listed: bool
    passages: int
    versions: Sequence[VersionRecord]
    readings: Sequence[Reading] = ()

    @property
    def now(self) -> VersionRecord:
        """The version that is read now."""
        return next(one for one in self.versions if one.text == self.document.text)


def in_groups(fingerprint: str) -> str:
    """Return a fingerprint in groups of four signs, so that it can be read aloud."""
    groups = range(0, len(fingerprint), GROUP)
    return " ".join(fingerprint[start : start + GROUP] for start in groups)
