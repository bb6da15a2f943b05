"""What an importer hands over: a document that is not in the project yet.

Everything that costs time is computed here, off the main thread: reading, decoding, hashing,
normalising, folding, rules. The workspace only writes it down.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class EncodingBasis(StrEnum):
    """Why the bytes were decoded as they were; shown, and open to correction at import."""

    MARK = "mark"  # a byte order mark says so
    ZERO_PATTERN = "zero_pattern"  # zero bytes fall as in UTF-16 without a mark
    STRICT = "strict"  # valid UTF-8 throughout
    DAMAGED = "damaged"  # UTF-8 but for a few bytes
    DECLARED = "declared"  # the file names its encoding
    GUESSED = "guessed"  # statistics of the bytes
    CHOSEN = "chosen"  # a person chose it


class FurnitureKind(StrEnum):
    """What a piece of page furniture is."""

    NAVIGATION = "navigation"
    REPEATED_TITLE = "repeated_title"
    DATE_LINE = "date_line"
    CAPTURE_STAMP = "capture_stamp"
    CONTACT = "contact"
    COMMENT_FORM = "comment_form"
    COPYRIGHT = "copyright"
    SCROLL = "scroll"
    RELATED = "related"
    MARKED = "marked"  # by an analyst, not by a rule


FURNITURE_LABELS = {
    FurnitureKind.NAVIGATION: N_("menu"),
    FurnitureKind.REPEATED_TITLE: N_("title again"),
    FurnitureKind.DATE_LINE: N_("date line"),
    FurnitureKind.CAPTURE_STAMP: N_("time it was saved"),
    FurnitureKind.CONTACT: N_("contact lines"),
    FurnitureKind.COMMENT_FORM: N_("comment form"),
    FurnitureKind.COPYRIGHT: N_("copyright line"),
    FurnitureKind.SCROLL: N_("page button"),
    FurnitureKind.RELATED: N_("related links"),
    FurnitureKind.MARKED: N_("marked by hand"),
}


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is not what the source says: dimmed, kept, never suggested."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece of metadata and where it was read from.

    ``field`` is one of ``title``, ``author``, ``publisher``, ``url``, ``posted``, ``captured``,
    ``language``; ``value`` is the reading (EDTF for dates, empty while ambiguous); ``words`` are
    the words it was read from, standing at ``span`` (``None``: from the file name or its
    properties); ``rule`` names the rule.
    """

    field: str
    value: str
    words: str
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file's own bytes, or the recipe that makes them again from the text.

    With ``recipe`` set, ``data`` is empty and encoding the text by the recipe gives back exactly
    ``size`` bytes with ``sha256``; this was checked. Otherwise ``data`` holds the bytes, packed
    by ``codec`` (``zlib`` or ``plain``).
    """

    sha256: str
    size: int
    recipe: str
    codec: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file, read and understood, ready to be written down. Lengths in code points."""

    original_name: str
    media_type: str
    text: str
    text_sha256: str
    folded: str
    words: int
    changed: int
    encoding: str
    encoding_basis: EncodingBasis
    importer: str
    importer_version: int
    normaliser_version: int
    original: Original
    title: str
    author: str = ""
    publisher: str = ""
    url: str = ""
    posted: WrittenDate = field(default_factory=WrittenDate)
    captured: WrittenDate = field(default_factory=WrittenDate)
    language: str = ""
    furniture: tuple[Furniture, ...] = ()
    readings: tuple[Reading, ...] = ()
