"""Paragraphs: the lines of a text that are not blank, counted from 1.

A line that holds nothing but white space is blank and has no number. Lines end at LF only
(``text.py`` saw to that). Positions are code points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.domain.spans import Span

_VISIBLE = re.compile(r"\S")
_WINDOW = 1_024  # code points looked back over at a time


class Line(NamedTuple):
    """Where a line starts and ends, without its LF; unlike a ``Span`` it may be empty."""

    start: int
    end: int


def line_span(text: str, position: int) -> Line:
    """Return the line at ``position``."""
    end = text.find("\n", position)
    return Line(text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end)


def paragraph_span(text: str, position: int) -> Span | None:
    """Return the paragraph at ``position``, or ``None`` on a blank line."""
    line = line_span(text, position)
    return None if is_blank(text, line) else Span(*line)


def paragraph_after(text: str, position: int) -> Span | None:
    """Return the first paragraph that ends behind ``position``; ``None`` behind the last.

    White space at its start and end is left out, here and in ``paragraph_before``.
    """
    visible = first_visible(text, position)
    return None if visible is None else _inked(text, visible)


def paragraph_before(text: str, position: int) -> Span | None:
    """Return the last paragraph that begins before ``position``; ``None`` before the first."""
    visible = last_visible(text, position)
    return None if visible is None else _inked(text, visible)


def _inked(text: str, visible: int) -> Span:
    """Return the words of the line in which a visible character stands."""
    start, end = line_span(text, visible)
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))


def first_visible(text: str, position: int) -> int | None:
    """Return where the first character at or behind ``position`` is that is not white space."""
    found = _VISIBLE.search(text, position)
    return None if found is None else found.start()


def last_visible(text: str, position: int) -> int | None:
    """Return where the last character before ``position`` is that is not white space."""
    while position > 0:
        start = max(0, position - _WINDOW)
        words = text[start:position].rstrip()
        if words:
            return start + len(words) - 1
        position = start
    return None


def is_blank(text: str, line: Line) -> bool:
    """Say whether nothing but white space stands in a line."""
    return _VISIBLE.search(text, line.start, line.end) is None


def paragraph_at(text: str, position: int) -> int:
    """Return the number of the paragraph at ``position``; see ``Paragraphs.number_at``.

    Reads the whole text: for more than a few positions, keep a ``Paragraphs``.
    """
    return Paragraphs(text).number_at(position)


class Paragraphs:
    """The paragraphs of one text, to ask many times. Numbers start at 1."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        start, length = 0, len(text)
        while start < length:  # without a copy of the lines, which would cost half as much again
            end = start if text[start] == "\n" else self._end(start)
            if end > start and not (text[start].isspace() and text[start:end].isspace()):
                self._starts.append(start)
            start = end + 1

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        for start in self._starts:
            yield Span(start, self._end(start))

    def number_at(self, position: int) -> int:
        """Return the number of the paragraph at ``position``.

        On a blank line it is the one that follows, where reading goes on; behind the last it is
        the last; 0 when the text has none.
        """
        begun = bisect_right(self._starts, position)
        inside = begun > 0 and self._text.find("\n", self._starts[begun - 1], position) < 0
        return begun if inside else min(begun + 1, len(self._starts))

    def span(self, number: int) -> Span:
        """Return the paragraph with this number, without its LF; ``IndexError`` outside."""
        if number < 1:
            raise IndexError(number)
        start = self._starts[number - 1]
        return Span(start, self._end(start))

    def _end(self, start: int) -> int:
        end = self._text.find("\n", start)
        return len(self._text) if end < 0 else end
