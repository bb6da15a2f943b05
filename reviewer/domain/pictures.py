"""A picture as values: lines, boxes and words at their places, for whoever draws them.

The window paints them and an exporter writes them; neither decides where anything stands. Places
are device-independent pixels from the upper left. Inks are named by what they are for, and no two
things are told apart by ink alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.offsets import is_boundary, previous_boundary


class Ink(StrEnum):
    """What something is drawn for."""

    TEXT = "text"
    PALE = "pale"  # words that come second
    LINE = "line"  # between things
    MARK = "mark"  # what a source says
    BAND = "band"  # the range


class Fill(StrEnum):
    """How a box is filled."""

    SOLID = "solid"
    SOFT = "soft"  # fades to both sides: about
    HOLLOW = "hollow"  # an edge alone: not confirmed
    STRIPED = "striped"  # ours, not a source's


class Dash(StrEnum):
    """How a line is drawn."""

    PLAIN = "plain"
    DASHED = "dashed"
    DOTTED = "dotted"


class Align(StrEnum):
    """At which side of their room words stand; sides of the picture, not of the language."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    width: float = 1.0
    dash: Dash = Dash.PLAIN


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline, or with ``hollow`` the outline alone."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    ink: Ink
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words in a room ``width`` wide, whose upper edge is at ``y``."""

    x: float
    y: float
    width: float
    words: str
    ink: Ink = Ink.TEXT
    align: Align = Align.LEFT
    small: bool = False
    bold: bool = False
    leftward: bool = False  # runs from right to left


Item = Stroke | Box | Shape | Dot | Line


@dataclass(frozen=True, slots=True)
class Row:
    """What one can go to in a picture: where it stands, and what it is in words."""

    key: int
    top: float
    height: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole, in the order in which it is drawn."""

    width: float
    height: float
    items: tuple[Item, ...]
    rows: tuple[Row, ...]


class Letters(Protocol):
    """How large words are, in pixels."""

    @property
    def line(self) -> float:
        """How high a line is."""
        ...

    @property
    def small_line(self) -> float:
        """How high a line of small letters is."""
        ...

    def width(self, words: str, *, small: bool, bold: bool) -> float:
        """Return how wide words are on one line."""
        ...


def stacked(pictures: Sequence[Picture], gap: float) -> Picture:
    """Return one picture of several, one under another, with a line in each ``gap``, in pixels."""
    width = max((one.width for one in pictures), default=0.0)
    items, rows, top = list[Item](), list[Row](), 0.0
    for place, one in enumerate(pictures):
        if place:
            middle = top + gap / 2
            items.append(Stroke(((0.0, middle), (width, middle)), Ink.PALE))
            top += gap
        items += [_lower(item, top) for item in one.items]
        rows += [replace(row, top=row.top + top) for row in one.rows]
        top += one.height
    return Picture(width, top, tuple(items), tuple(rows))


def _lower(item: Item, by: float) -> Item:
    if isinstance(item, (Stroke, Shape)):
        return replace(item, points=tuple((x, y + by) for x, y in item.points))
    return replace(item, y=item.y + by)


def wrapped(words: str, width: float, most: int, measure: Callable[[str], float]) -> Iterator[str]:
    """Give words in lines that fit into ``width``, ``most`` at most; the last may be cut with "…".

    A single word that is wider is cut.
    """
    left = words.split()
    for number in range(most):
        if not left:
            return
        count = _fitting(left, width, measure)
        if number == most - 1 and count < len(left):
            yield _cut(" ".join(left), width, measure)
            return
        line = " ".join(left[:count])
        yield line if measure(line) <= width else _cut(line, width, measure)
        left = left[count:]


def runs_leftward(words: str) -> bool:
    """Say whether most letters run from right to left."""
    return direction_of(words) is Direction.RIGHT_TO_LEFT


def _fitting(words: list[str], width: float, measure: Callable[[str], float]) -> int:
    """Return how many words fit on a line, at least one."""
    count = 1
    while count < len(words) and measure(" ".join(words[: count + 1])) <= width:
        count += 1
    return count


def _cut(words: str, width: float, measure: Callable[[str], float]) -> str:
    """Return as much as fits with "…" behind it; no letter loses its mark, no emoji its parts."""
    shorter = words
    while shorter and measure(f"{shorter}…") > width:
        end = max(0, len(shorter) - max(1, len(shorter) // 16))
        shorter = shorter[: end if is_boundary(shorter, end) else previous_boundary(shorter, end)]
    return f"{shorter.rstrip()}…"
