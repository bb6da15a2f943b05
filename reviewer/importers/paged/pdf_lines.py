"""The lines of a page: what stands on one line, and where on the page it stands.

Only the first and the last character of a line are asked for their boxes: that says where a line
begins and ends, how high it is and which way it runs, for a fraction of what all boxes cost.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reviewer.importers.paged.pdf_pages import HYPHEN, Characters, Ends

_LINE = re.compile(f"[^\\s{HYPHEN}](?:[^\r\n{HYPHEN}]*[^\\s{HYPHEN}])?")
_FEWEST = 3  # characters, above which it can be told that a line runs up or down
_UPRIGHT = 1.5  # times as high as wide is a line that runs up or down the page


@dataclass(slots=True)
class PageLine:
    """A line: ``start`` and ``end`` in the characters of its page, and its edges in points.

    ``bottom`` is what its letters stand on, ``size`` their size. ``begins`` and ``ends`` are its
    edges counted in its own direction: ``leftward`` lines run from right to left. ``broken`` says
    that a hyphen at its end breaks a word. ``standing`` lines run up or down the page. ``row`` are
    the lines that are one for the eye, where the file has several: a raised figure, a letter of
    another kind.
    """

    start: int
    end: int
    words: str
    left: float
    bottom: float
    right: float
    size: float
    leftward: bool
    broken: bool
    begins: float
    ends: float
    standing: bool = False
    row: tuple["PageLine", ...] = ()


class Letters(Protocol):
    """Says where the characters of a page stand."""

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Return the edges of a character, as ``Box`` has them."""
        ...

    def ends(self, lines: Iterable[tuple[int, int]]) -> list[Ends]:
        """Return where the first and the last character of each line stand."""
        ...


def lines_of(characters: Characters, letters: Letters) -> list[PageLine]:
    """Return the lines of a page in the order in which the library gives them."""
    return lines_at(characters, letters, [line.span() for line in _LINE.finditer(characters.text)])


def lines_at(
    characters: Characters, letters: Letters, spans: Sequence[tuple[int, int]]
) -> list[PageLine]:
    """Return the lines that stand between two places each in the characters of a page."""
    text, places = characters.text, characters.places
    ends = letters.ends([(places[start], places[end - 1]) for start, end in spans])
    return [_line(text, start, end, found) for (start, end), found in zip(spans, ends, strict=True)]


def _line(text: str, start: int, end: int, ends: Ends) -> PageLine:
    (left, low, right, high), (last_left, last_low, last_right, last_high), bottom, size = ends
    leftward = left > last_left
    if leftward:
        left = last_left
        begins, finishes = -right, -left
    else:
        begins, finishes = left, last_right
        right = last_right
    rise = (high if high > last_high else last_high) - (low if low < last_low else last_low)
    return PageLine(
        start,
        end,
        text[start:end],
        left,
        bottom,
        right,
        size,
        leftward,
        text[end : end + 1] == HYPHEN,
        begins,
        finishes,
        rise > _UPRIGHT * (right - left) and end - start > _FEWEST,
    )
