"""Which brackets stand in the gutter: one for each passage in view, as tall as its lines.

Two passages in one lane may share a line; they divide its height, so that neither hides the other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.ui.text.lines import LaidOut
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.scene import Scene
from reviewer.ui.text.strokes import Strokes


@dataclass(frozen=True, slots=True)
class Bracket:
    """One passage in the gutter; ``top`` and ``bottom`` are on the page.

    ``opens`` and ``closes`` say whether the passage starts and ends among the lines in view.
    """

    mark: Mark
    lane: int
    top: float
    bottom: float
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Reach:
    lane: int
    first: tuple[int, int]
    last: tuple[int, int]


_Lines = dict[tuple[int, int], tuple[int, int, int]]
"""From segment and line to its top on the page, its height, and its end in the text."""


def find_brackets(
    page: Sequence[tuple[LaidOut, int]], strokes: Sequence[Strokes], scene: Scene
) -> list[Bracket]:
    """Return the brackets of the passages that have a lane on some line of ``page``."""
    lines: _Lines = {}
    reaches: dict[int, _Reach] = {}
    sharing: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
    for (laid, top), each in zip(page, strokes, strict=True):
        for line in laid.lines:
            lines[laid.segment, line.number] = (top + line.top, line.height, line.ink_end)
        for bar in each.bars:
            place = (laid.segment, bar.line)
            reach = reaches.setdefault(bar.mark, _Reach(bar.lane, place, place))
            reach.last = place
            shared = sharing[bar.lane, *place]
            if bar.mark not in shared:
                shared.append(bar.mark)
    starts = {laid.segment: laid.start for laid, _ in page}
    found = []
    for mark_id, reach in reaches.items():
        mark = scene.marks.get(mark_id)
        if mark is None:
            continue
        upper, lower = lines[reach.first], lines[reach.last]
        slots = sharing[reach.lane, *reach.first]
        slots_below = sharing[reach.lane, *reach.last]
        at, of = slots.index(mark_id), len(slots)
        at_below, of_below = slots_below.index(mark_id) + 1, len(slots_below)
        found.append(
            Bracket(
                mark,
                reach.lane,
                upper[0] + upper[1] * at / of,
                lower[0] + lower[1] * at_below / of_below,
                mark.span.start >= starts[reach.first[0]],
                mark.span.end <= lower[2],
            )
        )
    return sorted(found, key=lambda each: (each.top, each.lane))
