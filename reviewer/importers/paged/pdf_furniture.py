"""What stands above and below the text of every page: running heads, running feet, page numbers.

It is known by standing again: the same words, digits apart, at the edge of several pages and at
the same height. A page number is one that grows with the pages. One page alone has no furniture.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.domain.incoming import FurnitureKind
from reviewer.importers.paged.pdf_layout import PageText, TextBlock

_EDGE = 3  # paragraphs from the upper and the lower edge that are looked at
_LONGEST = 200  # code points of a running head
_NEAR = 6.0  # points by which its height may differ
_DENSE = 3  # pages between which, on average, a head stands at least once
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.|seite|s\.|صفحہ|صفحة|ص)\W*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|من|از)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Which paragraphs are furniture, by page number and index, and the numbers that are printed.

    ``printed`` are page numbers as the pages print them, by the pages' number from 1.
    """

    kinds: dict[tuple[int, int], FurnitureKind]
    printed: dict[int, str]


@dataclass(frozen=True, slots=True)
class _AtEdge:
    page: int
    index: int
    block: TextBlock
    above: bool


def furniture_of(pages: Sequence[PageText]) -> PageFurniture:
    """Find what stands again and again at the edges of pages."""
    edges = [edge for page in pages for edge in _edges(page)]
    kinds: dict[tuple[int, int], FurnitureKind] = {}
    for edge in _repeated(edges):
        above = FurnitureKind.HEADER if edge.above else FurnitureKind.FOOTER
        kinds[edge.page, edge.index] = above
    printed: dict[int, str] = {}
    for edge, words in _numbers(edges):
        kinds[edge.page, edge.index] = FurnitureKind.PAGE_NUMBER
        printed[edge.page] = words
    return PageFurniture(kinds, printed)


def _edges(page: PageText) -> Iterator[_AtEdge]:
    """Give the outermost paragraphs of a page that are short enough."""
    tops = [-block.top for block in page.blocks]
    order = sorted(range(len(tops)), key=tops.__getitem__)
    upper = order[:_EDGE]
    for index in upper:
        if len(page.blocks[index].words) <= _LONGEST:
            yield _AtEdge(page.number, index, page.blocks[index], above=True)
    for index in order[-_EDGE:]:
        if index not in upper[:1] and len(page.blocks[index].words) <= _LONGEST:
            yield _AtEdge(page.number, index, page.blocks[index], above=False)


def _repeated(edges: list[_AtEdge]) -> Iterator[_AtEdge]:
    alike: dict[tuple[str, bool], list[_AtEdge]] = defaultdict(list)
    for edge in edges:
        key = _DIGITS.sub("#", edge.block.words.casefold())
        if any(map(str.isalnum, key)):
            alike[key, edge.above].append(edge)
    for found in alike.values():
        for level in _levels(found):
            pages = sorted({edge.page for edge in level})
            often = len(pages) >= _DENSE or (len(pages) == 2 and _are_all(pages, edges))
            if often and pages[-1] - pages[0] < _DENSE * len(pages):
                yield from level


def _are_all(pages: list[int], edges: list[_AtEdge]) -> bool:
    return {edge.page for edge in edges} == set(pages)


def _levels(edges: list[_AtEdge]) -> Iterator[list[_AtEdge]]:
    """Give those that stand at nearly the same height."""
    level: list[_AtEdge] = []
    for edge in sorted(edges, key=lambda one: one.block.bottom):
        if level and edge.block.bottom - level[-1].block.bottom > _NEAR:
            yield level
            level = []
        level.append(edge)
    if level:
        yield level


def _numbers(edges: list[_AtEdge]) -> Iterator[tuple[_AtEdge, str]]:
    """Give page numbers: those that are as far from the number of their page as others are."""
    apart: dict[tuple[int, bool], list[tuple[_AtEdge, str]]] = defaultdict(list)
    for edge in edges:
        match = _NUMBER.fullmatch(edge.block.words)
        if match:
            value = _value(match[1])
            apart[value - edge.page, match[1].isdecimal()].append((edge, match[1]))
    for found in apart.values():
        if len({edge.page for edge, _ in found}) > 1:
            yield from found


def _value(words: str) -> int:
    if words.isdecimal():
        return int(words)
    values = [_ROMAN[letter] for letter in words.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
