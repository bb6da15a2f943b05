"""How wide the columns of a sheet stand, in characters, and which are broken into lines."""

from collections.abc import Sequence
from itertools import compress

WORDS = frozenset(
    (
        *("quote", "sentence", "note", "statement", "translation", "description", "why_not"),
        *("act", "what_is_denied", "from_quote", "to_quote", "range", "wording", "rests_on"),
        *("working_reason", "grounds"),
    )
)
"""Columns of sentences: wide, and broken into lines."""
_NARROW = frozenset(
    (
        *("start", "end", "paragraph", "page", "low", "high", "about", "negated", "follow_up"),
        *("words", "passages", "documents", "answers", "links", "number", "unconfirmed"),
    )
)
_TITLES = frozenset(("document", "title", "event", "name", "from_document", "to_document", "url"))
_FINGERPRINT = "sha256"
_ENOUGH = 2_000  # characters, to know that a row is as high as can be
_OF_WORDS, _OF_TITLES, _OF_NUMBERS, _OF_OTHERS, _OF_FINGERPRINTS = 56, 34, 10, 18, 20


MOST_LINES = 12
"""How high a row stands at most, in lines; what is longer is all there, and read in the cell."""
_A_LINE = _OF_WORDS - 6  # characters that surely fit, whatever the face


def lines_of(row: Sequence[str | int], wraps: Sequence[bool]) -> int:
    """Return how many lines a row needs: not every program finds out by itself."""
    most = 1
    for cell in compress(row, wraps):
        if isinstance(cell, str) and (len(cell) > _A_LINE or "\n" in cell):
            lines = sum([1 + len(line) // _A_LINE for line in cell[:_ENOUGH].split("\n")])
            most = max(most, lines)
    return min(most, MOST_LINES)


def lines_at(words: str, wide: int) -> int:
    """Return how many lines words of one line need in a column so many characters wide."""
    return 1 + len(words) // max(1, wide)


def width_of(column: str) -> int:
    """Return how many characters wide a column is."""
    if column in WORDS:
        return _OF_WORDS
    if column in _TITLES:
        return _OF_TITLES
    if column.endswith(_FINGERPRINT):
        return _OF_FINGERPRINTS
    return _OF_NUMBERS if column in _NARROW else max(_OF_OTHERS, len(column) + 4)
