"""The headings of a report on paper: each can be led to, and together they are its outline."""

from typing import NamedTuple

from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.pen import Pen, runs_left


class Heading(NamedTuple):
    """A line of an outline: how deep it lies, from 1, what it says, and where it leads to."""

    level: int
    words: str
    anchor: str


class Headings:
    """Writes headings, and keeps what they say."""

    def __init__(self, pen: Pen, *, leftward: bool) -> None:
        self._pen = pen
        self._left = leftward
        self._count = 0
        self.lines: list[Heading] = []

    def heading(self, style: str, words: str, key: str, level: int, *, ours: bool = False) -> str:
        """Return a heading; words of ours run as the document does, others as their letters do."""
        self.over(words, key, level)
        self._count += 1
        left = self._left if ours else runs_left(words, leftward=self._left)
        inside = self._pen.run(words, leftward=left)
        named = self._pen.bookmark(self._count, anchor_of(key), inside)
        return self._pen.paragraph(style, named, leftward=left)

    def over(self, words: str, key: str, level: int) -> None:
        """Keep a line of the outline alone, which leads to what ``key`` is of."""
        self.lines.append(Heading(level, words, anchor_of(key)))
