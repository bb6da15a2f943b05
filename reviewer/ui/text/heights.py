"""Heights of segments: from a place on the screen to a segment and back, in logarithmic time.

A Fenwick tree over groups of segments: a sum inside a group runs at the speed of C, so half a
million segments are built in a few milliseconds and looked up in a few microseconds.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

_SHIFT = 6
_GROUP = 1 << _SHIFT


class Heights:
    """How tall every segment is, in whole device-independent pixels."""

    __slots__ = ("_heights", "_steps", "_tree", "total")

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        values = self._heights
        sums = [sum(values[at : at + _GROUP]) for at in range(0, len(values), _GROUP)]
        before = [0, *accumulate(sums)]
        self._tree = [0, *(before[i] - before[i & (i - 1)] for i in range(1, len(before)))]
        self._steps = 1 << (len(sums).bit_length() - 1) if sums else 0
        self.total = before[-1]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, segment: int) -> int:
        return self._heights[segment]

    def set(self, segment: int, height: int) -> int:
        """Give ``segment`` its height; return by how much it grew."""
        grown = height - self._heights[segment]
        if grown:
            self._heights[segment] = height
            self.total += grown
            node = (segment >> _SHIFT) + 1
            while node < len(self._tree):
                self._tree[node] += grown
                node += node & -node
        return grown

    def top(self, segment: int) -> int:
        """Return where ``segment`` begins: the sum of all heights before it."""
        node = segment >> _SHIFT
        y = sum(self._heights[node << _SHIFT : segment])
        while node:
            y += self._tree[node]
            node &= node - 1
        return y

    def find(self, y: float) -> tuple[int, int]:
        """Return the segment at ``y`` and where it begins; the last one below everything.

        Segments without height are passed over. Needs at least one segment.
        """
        node, step, top = 0, self._steps, 0
        while step:
            after = node + step
            if after < len(self._tree) and top + self._tree[after] <= y:
                node, top = after, top + self._tree[after]
            step >>= 1
        segment = min(node << _SHIFT, len(self._heights) - 1)
        if node << _SHIFT > segment:
            return self._last()
        last = len(self._heights) - 1
        while top + self._heights[segment] <= y:
            if segment == last:
                return self._last()
            top += self._heights[segment]
            segment += 1
        return segment, top

    def _last(self) -> tuple[int, int]:
        """Return the last segment that has a height, and where it begins."""
        segment, top = len(self._heights) - 1, self.total - self._heights[-1]
        while segment and not self._heights[segment]:
            segment -= 1
            top -= self._heights[segment]
        return segment, top

    def tops(self) -> Sequence[int]:
        """Return where every segment begins, and behind the last the total, all at once."""
        return [0, *accumulate(self._heights)]
