"""Pages of a text: on which page a place stands, how that is said, and pictures of pages."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.incoming import Part, PartKind
from reviewer.domain.spans import Span

_NUMBER = re.compile(r"[^\W\d_]{0,3}[-–. ]?\d+[a-z]?|[ivxlcdm]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page drawn: ``data`` has four bytes a dot (red, green, blue, opacity), row by row.

    ``scale`` is dots a point, which may be less than was asked for.
    """

    width: int
    height: int
    scale: float
    data: bytes


@dataclass(frozen=True, slots=True)
class OnPage:
    """A rectangle on a picture, in shares of its width and height from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageWish:
    """A page that is wanted, from 1, at ``scale`` dots a point; ``data`` is the whole file.

    ``text`` is the page's text as it is kept, ``spans`` the places in it that are looked for.
    """

    data: bytes
    number: int
    scale: float
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's picture, and for each span that was asked for where it stands, line by line."""

    picture: PagePicture
    places: tuple[tuple[OnPage, ...], ...]


class Pages:
    """The pages of one text, by place; empty where it has none."""

    def __init__(self, parts: Iterable[Part]) -> None:
        """Take the pages among the parts of a text."""
        self._pages = sorted(
            (part for part in parts if part.kind is PartKind.PAGE),
            key=lambda page: (page.start, page.number),
        )
        self._starts = [page.start for page in self._pages]
        self._by_number = {page.number: page for page in self._pages}

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def at(self, position: int) -> Part | None:
        """Return the page at a place; what stands between two pages belongs to the first."""
        if not self._pages:
            return None
        return self._pages[max(bisect_right(self._starts, position) - 1, 0)]

    def under(self, span: Span | None) -> list[Part]:
        """Return the pages on which words stand, in their order; without a span the first."""
        if span is None or not self._pages:
            return self._pages[:1]
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        end = max(bisect_left(self._starts, span.end), first + 1)
        return [page for page in self._pages[first:end] if page.end > page.start]

    def numbered(self, number: int) -> Part | None:
        """Return the page of that number, from 1."""
        return self._by_number.get(number)

    def name_at(self, position: int) -> str:
        """Return what the page at a place is called: as printed, else by its number; or nothing."""
        page = self.at(position)
        return "" if page is None else name_of(page)


def place_on(name: str) -> str:
    """Return how a place on a page is cited; a sheet of a workbook has a name, and no number."""
    return f"p. {name}" if is_number(name) else name


def is_number(name: str) -> bool:
    """Whether a page is called by a number: ``12``, ``xii``, ``A-3``."""
    return _NUMBER.fullmatch(name) is not None


def name_of(page: Part) -> str:
    """Return what a page is called: its number as printed, else as it is counted."""
    return page.label or str(page.number)
