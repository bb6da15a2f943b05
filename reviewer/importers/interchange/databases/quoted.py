"""Words that another program keeps beside a place, as they can be compared with ours."""

from reviewer.domain.text import normalise

_JOINER = "\u2060"  # what a byte order mark inside a text becomes; one at its beginning is dropped


def as_kept(quote: str) -> str:
    """Return a piece from the middle of a text as it stands in it: its first mark is no mark."""
    return normalise("." + quote).text[1:].strip("\n")


def letters(words: str) -> list[str]:
    """Return the words of a piece; neither the space between them nor such a mark matters."""
    return words.replace(_JOINER, "").split()
