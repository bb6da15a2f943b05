"""How wide words are, where no fonts can be asked: rather too wide than too narrow."""

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iIjlft.,;:'!|()[]·’‘ ")
_WIDE_LETTERS = frozenset("mwMW@%—…")
_BOLD = 1.08
_SMALL = 12 / 13


class PlainLetters:
    """Letters of a common face without serifs, ``size`` pixels high."""

    def __init__(self, size: float = 13.0) -> None:
        self.size = size

    @property
    def line(self) -> float:
        """How high a line is."""
        return self.size * 1.4

    @property
    def small_line(self) -> float:
        """How high a line of small letters is."""
        return self.size * 1.3

    def width(self, words: str, *, small: bool, bold: bool) -> float:
        """Return how wide words are on one line, in pixels."""
        wide = sum(map(_share, words)) * self.size
        return wide * (_SMALL if small else 1.0) * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4_096)
def _share(letter: str) -> float:
    """Return the width of a letter as a share of its height."""
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE_LETTERS:
        return 0.95
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.72 if letter.isupper() else 0.57
