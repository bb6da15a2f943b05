"""The text of one page as it is imported, and where on the page each of its characters stands.

It is made from the page alone, so that the same page gives the same text again when its picture is
shown with passages drawn on it.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reviewer.importers.paged.pdf_columns import in_reading_order, is_column, widest_gap, words_of
from reviewer.importers.paged.pdf_lines import Letters, PageLine, lines_at, lines_of
from reviewer.importers.paged.pdf_pages import Box, Characters, Ends, Page, turned
from reviewer.importers.paged.pdf_paragraphs import Paragraph, paragraphs_of


class TextBlock(NamedTuple):
    """A paragraph of a page; ``apart`` says that space is left above it.

    ``top``, ``bottom`` and ``size``, which is the height of its lines, are in points; ``lines`` is
    how many there are.
    """

    words: str
    apart: bool
    top: float
    bottom: float
    size: float
    lines: int


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says; ``repaired`` counts characters that were replaced or left out."""

    number: int
    label: str
    blocks: tuple[TextBlock, ...]
    repaired: int


def page_text(page: Page, label: str = "") -> PageText:
    """Return a page as it is imported."""
    characters = page.characters()
    found = paragraphs_of(_lines(page, characters))
    return PageText(page.number, label, tuple(map(_block, found)), characters.repaired)


def _block(paragraph: Paragraph) -> TextBlock:
    lines = paragraph.lines
    size = lines[len(lines) // 2].size
    if len(lines) == 1:
        highest = lowest = lines[0].bottom
    else:
        bottoms = [line.bottom for line in lines]
        highest, lowest = max(bottoms), min(bottoms)
    return TextBlock(paragraph.words, paragraph.apart, highest + size, lowest, size, len(lines))


class Placed:
    """Finds the characters of a page for places in its text, the page's first being 0."""

    def __init__(self, page: Page) -> None:
        """Lay a page out as the importer did."""
        characters = page.characters()
        self._places = characters.places
        self._starts: list[int] = []
        self._lines: list[PageLine] = []
        pieces: list[str] = []
        length = 0
        for index, paragraph in enumerate(paragraphs_of(_lines(page, characters))):
            if index:
                pieces.append("\n\n" if paragraph.apart else "\n")
                length += len(pieces[-1])
            for words, line in paragraph.pieces:
                if line is not None:
                    self._starts.append(length)
                    self._lines.append(line)
                pieces.append(words)
                length += len(words)
        self.text = "".join(pieces)

    def lines_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return what stands between two places, a line at a time.

        Each is the library's numbers of its first and its last character.
        """
        found = []
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self._starts)):
            begins, line = self._starts[index], self._lines[index]
            if begins >= end:
                break
            first = line.start + max(start - begins, 0)
            last = min(line.start + end - begins, line.end) - 1
            if first <= last:
                found.append((self._places[first], self._places[last]))
        return found


class _Turned:
    """The letters of a page as they stand when it is turned so that they are upright."""

    def __init__(self, page: Page, quarters: int) -> None:
        self._page = page
        self._quarters = quarters

    def box(self, place: int) -> tuple[float, float, float, float]:
        return turned(Box(*self._page.box(place)), self._quarters)

    def ends(self, lines: Iterable[tuple[int, int]]) -> list[Ends]:
        asked = list(lines)
        return [
            self._turned(found, first)
            for found, (first, _) in zip(self._page.ends(asked), asked, strict=True)
        ]

    def _turned(self, found: Ends, first: int) -> Ends:
        one = turned(Box(*found[0]), self._quarters)
        other = turned(Box(*found[1]), self._quarters)
        across, up = self._page.origin(first)
        stands_on = turned(Box(across, up, across, up), self._quarters).bottom
        return one, other, stands_on, found[3]


def _lines(page: Page, characters: Characters) -> list[PageLine]:
    letters: Letters = page
    lines = lines_of(characters, letters)
    standing = [line for line in lines if line.standing]
    if 2 * len(standing) > len(lines):
        letters = _Turned(page, page.quarter_turns(characters.places[standing[0].start]))
        lines = lines_of(characters, letters)
    return in_reading_order(
        lines,
        lambda line: _gutters(letters, characters, line),
        lambda line, left, right: _parted(letters, characters, line, left, right),
    )


def _gutters(letters: Letters, characters: Characters, line: PageLine) -> list[tuple[float, float]]:
    """Return the gaps of a line that may be between columns, as their two edges on the page."""
    text = characters.text
    return [
        (left, right)
        for left, right, end, start in _gaps(letters, characters, line)
        if is_column(text[line.start : end]) and is_column(text[start : line.end])
    ]


def _gaps(
    letters: Letters, characters: Characters, line: PageLine
) -> list[tuple[float, float, int, int]]:
    """Return the wide gaps between words: their two edges, and where a word ends and begins."""
    found, widest = [], widest_gap(line)
    box, places = letters.box, characters.places
    for (_, end), (start, _) in pairwise(words_of(line)):
        one, other = box(places[end - 1]), box(places[start])
        left = one[2] if one[2] < other[2] else other[2]
        right = one[0] if one[0] > other[0] else other[0]
        if right - left > widest:
            found.append((left, right, end, start))
    return found


def _parted(
    letters: Letters, characters: Characters, line: PageLine, left: float, right: float
) -> tuple[PageLine, PageLine] | None:
    if line.left >= left or line.right <= right:
        return None
    for begins, ends, end, start in _gaps(letters, characters, line):
        if begins <= right and ends >= left:
            one, other = lines_at(characters, letters, [(line.start, end), (start, line.end)])
            return one, other
    return None
