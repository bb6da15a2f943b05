"""Headings of a PDF: short paragraphs whose letters are higher than those of the text."""

from collections import Counter
from collections.abc import Container, Sequence

from reviewer.importers.paged.pdf_layout import PageText, TextBlock

_HIGHER = 1.12  # times as high as the text, at least
_ONE_LEVEL = 1.04  # times as high may be headings of one level
_LONGEST = 200  # code points
_MOST_LINES = 3
_LEVELS = 6


def levels_of(
    pages: Sequence[PageText], without: Container[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """Return the levels of headings, from 1, by page number and index of the paragraph."""
    usual = _usual_size(pages)
    sizes = {
        (page.number, index): block.size
        for page in pages
        for index, block in enumerate(page.blocks)
        if block.size > _HIGHER * usual
        and (page.number, index) not in without
        and _may_be_one(block)
    }
    return {place: level for place, level in _ranked(sizes).items() if level <= _LEVELS}


def _usual_size(pages: Sequence[PageText]) -> float:
    """Return the height in which most letters stand."""
    letters: Counter[float] = Counter()
    for page in pages:
        for block in page.blocks:
            letters[round(block.size, 1)] += len(block.words)
    return letters.most_common(1)[0][0] if letters else 0.0


def _may_be_one(block: TextBlock) -> bool:
    words = block.words
    return (
        len(words) <= _LONGEST
        and block.lines <= _MOST_LINES
        and sum(map(str.isalpha, words)) > 2
        and not words.endswith((".", "۔", ",", "،", ";"))
    )


def _ranked(sizes: dict[tuple[int, int], float]) -> dict[tuple[int, int], int]:
    level, last = 0, 0.0
    found = {}
    for place, size in sorted(sizes.items(), key=lambda item: -item[1]):
        if not level or last > _ONE_LEVEL * size:
            level, last = level + 1, size
        found[place] = level
    return found
