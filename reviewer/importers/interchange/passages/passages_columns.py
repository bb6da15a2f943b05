"""Columns of a table of passages: ours by their names, other programs' by what they are called.

A table is one of passages where it says of each row which document, which words and which tag. The
words for these are narrow on purpose: a table whose rows are documents has a source, a text and a
category, and is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.records import FIELDS, RecordField, ValueKind

_SIGNS = frozenset(("text_sha256", "document_uid", "anchor", "original_sha256"))
"""Columns that no other program has; one of them says that a table is ours."""

DOCUMENT = ("document_uid", "text_sha256", "original_sha256", "document")
WORDS = (
    *("note", "statement", "translation", "translation_language", "translator"),
    *("translation_checked_by", "translation_checked_at", "checked_by", "checked_at"),
    *("analyst", "created"),
)
"""Columns of ours that are taken over as they stand."""

SAID_ON = "said_on"
"""When it was said; the column ``statement`` is the passage in plain words."""


def column_of(field: RecordField) -> str:
    """Return the column in which a field of a record stands."""
    return SAID_ON if field.key == "statement" else field.key


_RECORD = tuple(column_of(one) for fields in FIELDS.values() for one in fields)
_DATES = tuple(
    f"{column_of(one)}_words"
    for fields in FIELDS.values()
    for one in fields
    if one.kind is ValueKind.DATE
)
_FILED = ("chain_filed", "accused_filed", "victims_filed")
_OURS = frozenset(
    (
        *(*DOCUMENT, *WORDS, *_RECORD, *_DATES, *_FILED),
        *("uid", "tag", "start", "end", "quote", "original_name", "follow_up", "record"),
        *("fields", "events", "questions", "links"),
    )
)
_CALLED = {
    "document": "document|doc|document name|document title|documents|file|file name|filename|"
    "original name|دستاویز|فائل",
    "quote": "quote|quotes|quotation|quotation content|segment|coded segment|coded text|"
    "highlight|highlighted text|excerpt|snippet|content|passage text|seltext|اقتباس",
    "tag": "tag|tags|tag name|code|codes|code name|coded as|ٹیگ",
    "note": "note|notes|comment|comments|memo|نوٹ",
    "start": "start|start offset|pos0",
    "end": "end|end offset|pos1",
    "analyst": "analyst|coder|coded by|coder name|created by|تجزیہ کار",
}
_SEVERAL = frozenset(("tags", "codes"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of columns by what they are here; ``unread`` are all others.

    ``several`` says that a cell may hold several tags. Of a table of ours nothing is unread: its
    other columns are for reading alone.
    """

    headings: Mapping[str, str]
    ours: bool = False
    several: bool = False
    unread: tuple[str, ...] = ()


def columns_of(header: Sequence[str]) -> Columns | None:
    """Return what columns mean, or nothing where it is no table of passages."""
    if not _SIGNS.isdisjoint(header):
        found = {one: one for one in header if one in _OURS}
        named = any(one in found for one in (*DOCUMENT, "original_name"))
        placed = "quote" in found or {"start", "end"} <= found.keys()
        return Columns(found, ours=True) if named and placed and "tag" in found else None
    plain = {_plain(heading): heading for heading in reversed(header)}
    found = {}
    for key, words in _CALLED.items():
        for word in words.split("|"):
            if word in plain:
                found.setdefault(key, plain[word])
    if not {"document", "quote", "tag"} <= found.keys():
        return None
    unread = tuple(one for one in header if one not in found.values())
    return Columns(found, several=_plain(found["tag"]) in _SEVERAL, unread=unread)


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("-", " ").casefold().split()).strip(" :*")
