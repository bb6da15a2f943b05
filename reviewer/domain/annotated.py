"""A document with its passages, as it leaves the program: its words, and what stands over them.

The words are cut wherever a passage begins or ends, so that crossing passages need no nesting: each
piece knows all that lie over it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from reviewer.domain.documents import Document
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.incoming import Part
from reviewer.domain.pages import name_of
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.report import Account
from reviewer.domain.spans import Span
from reviewer.domain.tag_shades import Shade, shade_of
from reviewer.domain.words import N_

NO_COLOUR = "1"
NOT_IN_THESE_WORDS = N_("These passages stand in no place of the words above that is certain:")
OURS_AND_THEIRS = N_(
    "The words are the document’s. Tags, notes and everything beside them are the analysts’."
)


class Piece(NamedTuple):
    """A stretch of words over all of which the same passages lie: their places in the list.

    ``begins`` and ``ends`` are those that do so at its edges; ``dimmed`` is page furniture.
    """

    start: int
    end: int
    over: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    dimmed: bool = False


class TextLine(NamedTuple):
    """A line of the document; ``number`` is its paragraph's, 0 for a blank or continued one.

    ``pages`` are what those pages are called that begin with it.
    """

    start: int
    end: int
    number: int
    pieces: tuple[Piece, ...]
    pages: tuple[str, ...] = ()


class PageMark(NamedTuple):
    """A passage on the pages of a file: what is said of it there; ``at`` is UTC, ISO 8601.

    One without a place is a note on the first page.
    """

    label: str
    span: Span | None
    shade: Shade
    words: str
    by: str
    at: str
    subject: str = ""


class OnOnePage(NamedTuple):
    """Which marks stand on a page, from 1, and where in its ``text``: mark, start, end."""

    number: int
    text: str
    marks: tuple[tuple[int, int, int], ...]


class MarkWish(NamedTuple):
    """A PDF that is to be marked, and what on which of its pages."""

    data: bytes
    marks: tuple[PageMark, ...]
    pages: tuple[OnOnePage, ...]


MarkPages = Callable[[Sequence[PageMark]], bytes]
"""Returns the file a document came in with marks on its pages; raises ``Unreadable``."""


@dataclass(frozen=True)
class Annotated:
    """One document with its passages at one moment; offsets are code points of ``text``.

    ``accounts`` are in order of place, ``places`` where each stands in ``text``: ``None`` where
    that is not certain. ``colours`` are of tags by name. ``mark_pages`` puts marks on the pages of
    the file it came in; ``None`` where that has none, or is not kept.
    """

    project: str
    made_at: str
    version: str
    held: ExportedHeld
    text: str
    accounts: Sequence[Account]
    places: Sequence[Span | None]
    colours: Mapping[str, str] = field(default_factory=dict)
    furniture: Sequence[Span] = ()
    pages: Sequence[Part] = ()
    mark_pages: MarkPages | None = None

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.held.document

    @cached_property
    def labels(self) -> frozenset[str]:
        """The passages that are here, by their labels."""
        return frozenset(account.passage.label for account in self.accounts)

    def has(self, label: str) -> bool:
        """Say whether a passage is here."""
        return label in self.labels

    def colour(self, place: int) -> str:
        """Return the colour of the passage at a place of the list."""
        return self.colours.get(self.accounts[place].passage.tag, NO_COLOUR)

    def shade(self, place: int) -> Shade:
        """Return the same as a colour to print."""
        return shade_of(self.colour(place))

    @property
    def without_place(self) -> list[Account]:
        """The passages that stand nowhere in the words for certain."""
        pairs = zip(self.accounts, self.places, strict=True)
        return [account for account, place in pairs if place is None]

    def lines(self) -> Iterator[TextLine]:
        """Give the document line by line, each cut into pieces."""
        numbers = {one.start: number for number, one in enumerate(Paragraphs(self.text), 1)}
        pages = list(self._pages())
        cut = _Cut(self.text, self.places, self.furniture)
        start = 0
        while start <= len(self.text):
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            begun = []
            while pages and pages[0][0] <= end:
                begun.append(pages.pop(0)[1])
            pieces = tuple(cut.pieces(start, end))
            yield TextLine(start, end, numbers.get(start, 0), pieces, tuple(begun))
            start = end + 1

    def _pages(self) -> Iterator[tuple[int, str]]:
        for page in sorted(self.pages, key=lambda one: (one.start, one.number)):
            yield page.start, name_of(page)


class _Cut:
    """Goes through a text once, from its start, and knows at each place what lies over it."""

    def __init__(self, text: str, places: Sequence[Span | None], furniture: Sequence[Span]) -> None:
        self._ends: dict[int, int] = {}
        starts = []
        for index, place in enumerate(places):
            if place is not None and (words := _words_at(text, place)) is not None:
                self._ends[index] = words.end
                starts.append((words.start, index))
        self._waiting = sorted(starts, reverse=True)
        self._over: list[int] = []
        self._furniture = sorted(furniture, reverse=True)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Give the pieces of a line, which are asked for in their order."""
        at = start
        while at < end:
            begins = self._begun(at)
            stop = self._next(at, end)
            over = tuple(self._over)
            ends = tuple(index for index in over if self._ends[index] == stop)
            yield Piece(at, stop, over, begins, ends, self._dimmed(at))
            if ends:
                self._over = [index for index in over if index not in ends]
            at = stop

    def _begun(self, at: int) -> tuple[int, ...]:
        begun = []
        while self._waiting and self._waiting[-1][0] <= at:
            begun.append(self._waiting.pop()[1])
        self._over += begun
        return tuple(begun)

    def _next(self, at: int, end: int) -> int:
        """Return where the next thing begins or ends; at most where the line does."""
        stops = [end, *(self._ends[index] for index in self._over)]
        if self._waiting:
            stops.append(self._waiting[-1][0])
        while self._furniture and self._furniture[-1].end <= at:
            self._furniture.pop()
        if self._furniture:
            stops += [self._furniture[-1].start, self._furniture[-1].end]
        return min(stop for stop in stops if stop > at)

    def _dimmed(self, at: int) -> bool:
        return bool(self._furniture) and self._furniture[-1].covers(at)


def _words_at(text: str, place: Span) -> Span | None:
    """Return a place without the line ends at its edges; ``None`` where nothing else is there."""
    words = place.of(text)
    start = place.start + len(words) - len(words.lstrip("\n"))
    end = place.start + len(words.rstrip("\n"))
    return Span(start, end) if start < end else None
