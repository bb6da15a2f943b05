"""What paragraphs are written with; everything it returns is markup, everything given is words."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from reviewer.domain.directions import Direction, direction_of

_BETWEEN = re.compile(r"\n\s*\n")


class Pen(Protocol):
    """Writes paragraphs of runs; ``leftward`` says which way the paragraph around runs."""

    def run(self, words: str, look: str = "", *, leftward: bool = False) -> str:
        """Return words of ours as runs in a look."""
        ...

    def exactly(self, words: str, look: str = "", *, leftward: bool = False) -> str:
        """Return a document's own words as runs, every character of them."""
        ...

    def isolated(self, words: str, *, leftward: bool) -> str:
        """Return words, still to be made a run, whose direction touches nothing around them."""
        ...

    def paragraph(self, style: str, inside: str, *, leftward: bool = False) -> str:
        """Return a paragraph of runs."""
        ...

    def pair(self, label: str, value: str, *, leftward: bool = False) -> str:
        """Return a detail: the runs of what it is called, and of what it is."""
        ...

    def link(self, anchor: str, inside: str) -> str:
        """Return runs that lead to a bookmark."""
        ...

    def bookmark(self, number: int, anchor: str, inside: str) -> str:
        """Return runs with a bookmark; numbers and anchors are given once."""
        ...

    def table(self, widths: Sequence[int], head: Sequence[str], *, leftward: bool = False) -> str:
        """Return the beginning of a table with its head; ``widths`` are fiftieths of a percent."""
        ...

    def row(self, widths: Sequence[int], cells: Iterable[str], *, leftward: bool = False) -> str:
        """Return a line of a table; each cell is made of paragraphs."""
        ...

    def table_end(self) -> str:
        """Return the end of a table."""
        ...


def runs_left(words: str, *, leftward: bool = False) -> bool:
    """Say which way a paragraph of these words runs; ``leftward``: where nothing tells."""
    default = Direction.RIGHT_TO_LEFT if leftward else Direction.LEFT_TO_RIGHT
    return direction_of(words, default) is Direction.RIGHT_TO_LEFT


def block(pen: Pen, style: str, words: str, *, leftward: bool = False) -> str:
    """Return words as a paragraph of their own, which runs as most of its letters do."""
    left = runs_left(words, leftward=leftward)
    return pen.paragraph(style, pen.run(words, leftward=left), leftward=left)


def paragraphs(pen: Pen, style: str, words: str, *, leftward: bool = False) -> str:
    """Return words as paragraphs: what blank lines stand between."""
    several = (part.strip() for part in _BETWEEN.split(words))
    return "".join(block(pen, style, one, leftward=leftward) for one in several if one)
