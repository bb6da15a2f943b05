"""What is drawn over one segment for its passages, worked out once and kept.

Positions are relative to the segment, so that scrolling costs no more than moving them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from reviewer.ui.text.lanes import LANES
from reviewer.ui.text.marks import Mark, by_depth

DEEPEST = 4
"""From this depth on a tint grows no stronger."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A stretch of one line behind which one colour lies: that of the innermost passage."""

    colour: str
    depth: int
    left: float
    right: float
    line: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One passage's underline on one line; ``ticks`` are where the passage starts and ends."""

    mark: int
    colour: str
    lane: int
    left: float
    right: float
    line: int
    ticks: tuple[float, ...]


@dataclass(slots=True)
class Strokes:
    """All tints and bars of one segment; ``more`` counts the passages too deep for a lane, by line.

    ``characters`` is how many code points are shown, ``covered`` how many of them count when each
    is counted once for every passage over it.
    """

    tints: list[Tint] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)
    characters: int = 0
    covered: int = 0


Measure = Callable[[int, int], list[tuple[float, float]]]
"""From a start and an end in the text to pieces of one line."""


def line_strokes(
    strokes: Strokes,
    line: int,
    reach: tuple[int, int],
    marks: Sequence[tuple[Mark, int]],
    measure: Measure,
    edge: Callable[[int], float],
) -> None:
    """Add what one line needs to ``strokes``.

    ``reach`` is the line's start and end, ``marks`` those that touch it with their lanes.
    """
    start, end = reach
    strokes.characters += end - start
    if not marks:
        return
    _add_tints(strokes, line, reach, [mark for mark, _ in marks], measure)
    deep = 0
    for mark, lane in marks:
        if lane >= LANES:
            deep += 1
            continue
        pieces = measure(mark.span.start, mark.span.end)
        ticks = [edge(place) for place in (mark.span.start, mark.span.end) if start <= place <= end]
        # A passage that ends where the line begins, or starts behind its end, is not on it.
        for left, right in pieces:
            near = tuple(x for x in ticks if left - 1 <= x <= right + 1)
            strokes.bars.append(Bar(mark.id, mark.colour, lane, left, right, line, near))
    if deep:
        strokes.more[line] = deep


def _add_tints(
    strokes: Strokes, line: int, reach: tuple[int, int], marks: Sequence[Mark], measure: Measure
) -> None:
    """Paint the longest first and the shortest over it, from one start or end to the next."""
    start, end = reach
    spans = [(max(start, mark.span.start), min(end, mark.span.end)) for mark in marks]
    cuts = sorted({place for span in spans for place in span})
    at = {place: number for number, place in enumerate(cuts)}
    owner = [""] * (len(cuts) - 1)
    steps = [0] * len(cuts)
    for mark in sorted(marks, key=by_depth, reverse=True):
        left, right = at[max(start, mark.span.start)], at[min(end, mark.span.end)]
        owner[left:right] = [mark.colour] * (right - left)
        steps[left] += 1
        steps[right] -= 1
    depths = list(accumulate(steps[:-1]))
    pieces = list(pairwise(cuts))
    strokes.covered += sum(
        depth * (right - left) for depth, (left, right) in zip(depths, pieces, strict=True)
    )
    shades = zip(owner, (min(depth, DEEPEST) for depth in depths), pieces, strict=True)
    for (colour, depth), several in groupby(shades, key=itemgetter(0, 1)):
        run = [piece for _colour, _depth, piece in several]
        if depth:
            for left_x, right_x in measure(run[0][0], run[-1][1]):
                strokes.tints.append(Tint(colour, depth, left_x, right_x, line))
