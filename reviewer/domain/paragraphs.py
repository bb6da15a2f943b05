"""Paragraphs: the lines of a text that are not blank, counted from 1.

A line that holds nothing but white space is blank and has no number. Lines end at LF only
(``text.py`` saw to that), but a line end behind a hyphen inside a word ("arres-", "ted"), as PDFs
have them, ends nothing: both lines are one, for sentences too. Letters of the Arabic script are
never broken so, and a hyphen behind them is typed for a full stop. Positions are code points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.domain.spans import Span

_VISIBLE = re.compile(r"\S")
_WINDOW = 1_024  # code points looked back over at a time
_HYPHENS = "-\u2010\u00ad"
_ARABIC = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_BROKEN_WORD = re.compile(f"[^\\W_{_ARABIC}][{_HYPHENS}]\n[ \t]{{0,40}}(?=[^\\W\\d_])")


class Line(NamedTuple):
    """Where a line starts and ends, without its LF; unlike a ``Span`` it may be empty.

    Where a hyphen breaks a word at its end, the next line belongs to it.
    """

    start: int
    end: int


def line_span(text: str, position: int) -> Line:
    """Return the line at ``position``."""
    before = text.rfind("\n", 0, position)
    while before > 1 and text[before - 1] in _HYPHENS and _breaks_word(text, before):
        before = text.rfind("\n", 0, before)
    return Line(before + 1, line_end(text, position))


def line_end(text: str, position: int, stop: int | None = None) -> int:
    """Return where the line at ``position`` ends: at its LF, or at ``stop``, or with the text."""
    stop = len(text) if stop is None else stop
    end = text.find("\n", position, stop)
    while end > 1 and text[end - 1] in _HYPHENS and _breaks_word(text, end):
        end = text.find("\n", end + 1, stop)
    return stop if end < 0 else end


def on_one_line(text: str) -> str:
    """Return text as long as ``text``, with blanks for line ends that break a word."""
    if not _has_broken_words(text):
        return text
    return _BROKEN_WORD.sub(lambda match: match[0].replace("\n", " "), text)


def _has_broken_words(text: str) -> bool:
    return any(hyphen in text and f"{hyphen}\n" in text for hyphen in _HYPHENS)


def _breaks_word(text: str, newline: int) -> bool:
    """Say whether a line end stands behind a hyphen inside a word."""
    return _BROKEN_WORD.match(text, newline - 2) is not None


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
        find, keep = text.find, self._starts.append
        start, length = 0, len(text)
        broken = _has_broken_words(text)
        while start < length:  # without a copy of the lines, which would cost half as much again
            end = line_end(text, start) if broken else find("\n", start)
            if end < 0:
                end = length
            if end > start and not (text[start].isspace() and text[start:end].isspace()):
                keep(start)
            start = end + 1

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        for start in self._starts:
            yield Span(start, line_end(self._text, start))

    def number_at(self, position: int) -> int:
        """Return the number of the paragraph at ``position``.

        On a blank line it is the one that follows, where reading goes on; behind the last it is
        the last; 0 when the text has none.
        """
        begun = bisect_right(self._starts, position)
        if begun and self._text.find("\n", self._starts[begun - 1], position) < 0:
            return begun  # without looking for the end of the line
        inside = begun > 0 and position <= line_end(self._text, self._starts[begun - 1])
        return begun if inside else min(begun + 1, len(self._starts))

    def span(self, number: int) -> Span:
        """Return the paragraph with this number, without its LF; ``IndexError`` outside."""
        if number < 1:
            raise IndexError(number)
        start = self._starts[number - 1]
        return Span(start, line_end(self._text, start))
