"""Lanes: which underline a passage gets. A passage keeps its lane for its whole length.

Given out greedily by start, which needs no more lanes than passages lie on top of each other.
A passage that is added later takes the first lane that is free all along it, so that nothing
else moves.
"""

from collections.abc import Iterable
from heapq import heappop, heappush

LANES = 6
"""How many lanes are drawn; what lies deeper is counted in a "+n" mark."""


def give_out(spans: Iterable[tuple[int, int]]) -> list[int]:
    """Return a lane for each of ``spans``: starts and ends, sorted by start."""
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    lanes: list[int] = []
    for start, end in spans:
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        heappush(busy, (end, lane))
        lanes.append(lane)
    return lanes


def first_free(taken: Iterable[int]) -> int:
    """Return the lowest lane that is not in ``taken``."""
    used = set(taken)
    lane = 0
    while lane in used:
        lane += 1
    return lane
