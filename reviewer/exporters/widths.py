"""How wide the columns of a sheet stand, in characters, and which are broken into lines."""

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
_OF_WORDS, _OF_TITLES, _OF_NUMBERS, _OF_OTHERS, _OF_FINGERPRINTS = 56, 34, 10, 18, 20


def width_of(column: str) -> int:
    """Return how many characters wide a column is."""
    if column in WORDS:
        return _OF_WORDS
    if column in _TITLES:
        return _OF_TITLES
    if column.endswith(_FINGERPRINT):
        return _OF_FINGERPRINTS
    return _OF_NUMBERS if column in _NARROW else max(_OF_OTHERS, len(column) + 4)
