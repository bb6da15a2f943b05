"""What an importer hands over: a document that is not in the project yet.

Everything that costs time is computed here, off the main thread: reading, decoding, hashing,
normalising, folding, rules. The workspace only writes it down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import Unreadable
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class EncodingBasis(StrEnum):
    """Why the bytes were decoded as they were; shown, and open to correction at import."""

    MARK = "mark"  # a byte order mark says so
    ZERO_PATTERN = "zero_pattern"  # zero bytes fall as in UTF-16 without a mark
    STRICT = "strict"  # valid UTF-8 throughout
    DAMAGED = "damaged"  # UTF-8 but for a few bytes
    DECLARED = "declared"  # the file names its encoding, or its format settles it
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
    HEADER = "header"  # what stands above the text of every page
    FOOTER = "footer"
    SIDE = "side"  # what stands beside the text
    NOTICE = "notice"  # of cookies, of newsletters, of subscriptions
    SHARING = "sharing"
    ADVERTISEMENT = "advertisement"
    PAGE_NUMBER = "page_number"
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
    FurnitureKind.HEADER: N_("head of the page"),
    FurnitureKind.FOOTER: N_("foot of the page"),
    FurnitureKind.SIDE: N_("side column"),
    FurnitureKind.NOTICE: N_("notice of the page"),
    FurnitureKind.SHARING: N_("buttons for sharing"),
    FurnitureKind.ADVERTISEMENT: N_("advertisement"),
    FurnitureKind.PAGE_NUMBER: N_("page number"),
    FurnitureKind.MARKED: N_("marked by hand"),
}


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is not what the source says: dimmed, kept, never suggested."""

    span: Span
    kind: FurnitureKind


class PartKind(StrEnum):
    """What a stretch of a text was in the file it came from."""

    PAGE = "page"  # of a PDF, a sheet of a workbook; ``label`` is its number as printed or its name
    HEADING = "heading"  # ``number`` is its level, from 1
    TABLE = "table"
    HEADER = "header"  # above the text of every page
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"  # of a reader of the file, not of its author; ``label`` names who
    TEXT_BOX = "text_box"
    QUOTED_MAIL = "quoted_mail"  # what a mail repeats of an earlier one
    RECOGNISED = "recognised"  # read from a picture, so letters may be wrong


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text that had a place of its own in its file; parts may lie in each other.

    ``number`` counts parts of the kind from 1 (a heading's is its level); ``label`` is what the
    file calls it, such as a page's printed number, and may be empty. ``start`` and ``end`` are code
    points; a page without a word ends where it begins.
    """

    kind: PartKind
    start: int
    end: int
    number: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece of metadata and where it was read from.

    ``field`` is one of ``title``, ``author``, ``publisher``, ``url``, ``posted``, ``captured``,
    ``language``, or ``made``: when the file was made, which says nothing of when it was published;
    ``value`` is the reading (EDTF for dates, empty while ambiguous); ``words`` are
    the words it was read from, standing at ``span`` (``None``: from the file name or its
    properties); ``rule`` names the rule.
    """

    field: str
    value: str
    words: str
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know of how a file was read: a sentence and what fills it in."""

    message: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Original:
    """A file's own bytes, or the recipe that makes them again from the text.

    With ``recipe`` set, ``data`` is empty and encoding the text by the recipe gives back exactly
    ``size`` bytes with ``sha256``; this was checked. Otherwise ``data`` holds the bytes, packed
    by ``codec`` (``zlib`` or ``plain``). Where a person chose so they were ``dropped``: then only
    size and fingerprint are known.
    """

    sha256: str
    size: int
    recipe: str
    codec: str
    data: bytes
    dropped: bool = False

    def without_bytes(self) -> "Original":
        """Return what is left of an original whose bytes are not to be kept; a recipe is."""
        if self.recipe:
            return self
        return Original(self.sha256, self.size, "", "", b"", dropped=True)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document, read and understood, ready to be written down. Lengths in code points.

    ``part`` says which part of the original it is where one file holds many documents (``row 12``),
    and is empty where the file is the document. ``remarks`` are what a person should know of how it
    was read. What is ``attached`` came with another mail of the same file: that of the part which
    stands before the last “/” of its own.
    """

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
    parts: tuple[Part, ...] = ()
    part: str = ""
    remarks: tuple[Remark, ...] = ()
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that lies in another: in an archive, or (``attached``) with a mail.

    ``name`` is its own name in there, folders and all, as given; it is shown, never used as a path.
    ``of_part`` says with which mail of a file it came that holds several.
    """

    name: str
    data: bytes
    attached: bool = False
    of_part: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file in another that cannot be read; ``problem`` names it and says why."""

    name: str
    problem: Unreadable


Taken = Incoming | Enclosed | LeftOut
"""What one file turns out to hold, in order; an attachment follows its mail."""
