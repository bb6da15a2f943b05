"""The passages of one text as they are shown, found by place.

Buckets of 4,096 code points: what lies on a page is found by looking into one or two of them,
and a passage is added or taken off without touching the others.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from reviewer.domain.spans import Span
from reviewer.ui.text.lanes import LANES, first_free, give_out

_BUCKET = 4_096
_MOST_MOVED = 200


class Mark(NamedTuple):
    """One passage as the text shows it; a plain tuple, because many are made at once.

    ``colour`` is a palette slot ("1" and onward) or "#RRGGBB"; ``key`` is the tag's key letter
    and may be empty; ``tag`` is its name; ``number`` is what a person calls the passage
    ("D4·12"). Of one that is not ``sure`` the words do not stand at its place any more.
    """

    id: int
    span: Span
    colour: str
    key: str
    tag: str
    number: str = ""
    sure: bool = True


def by_start(mark: Mark) -> tuple[int, int, int]:
    """Sort marks as they are read: by start, the longer one first."""
    return mark.span.start, -mark.span.end, mark.id


def by_depth(mark: Mark) -> tuple[int, int, int]:
    """Sort marks from the innermost, which is the shortest, outwards; the newest first."""
    return len(mark.span), -mark.span.start, -mark.id


class Marks:
    """All marks of one text, with their lanes."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._buckets: defaultdict[int, list[Mark]] = defaultdict(list)
        # Plain tuples and one loop: this is waited for when a document is opened.
        rows: list[tuple[int, int, int]] = []
        for mark in self._marks.values():
            span = mark.span
            rows.append((span.start, -span.end, mark.id))
            first, last = span.start // _BUCKET, (span.end - 1) // _BUCKET
            self._buckets[first].append(mark)
            for bucket in range(first + 1, last + 1):
                self._buckets[bucket].append(mark)
        rows.sort()
        lanes = give_out([(start, -end) for start, end, _id in rows])
        self._lanes = {row[2]: lane for row, lane in zip(rows, lanes, strict=True)}

    def __len__(self) -> int:
        return len(self._marks)

    def __contains__(self, mark_id: object) -> bool:
        return mark_id in self._marks

    def all(self) -> Iterable[Mark]:
        """Return every mark, in no order one could rely on."""
        return self._marks.values()

    def get(self, mark_id: int | None) -> Mark | None:
        """Return the mark with this id."""
        return None if mark_id is None else self._marks.get(mark_id)

    def lane(self, mark: Mark) -> int:
        """Return the lane of a mark that is here, from 0."""
        return self._lanes[mark.id]

    def between(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a character with ``start`` to ``end``, by start."""
        first, last = start // _BUCKET, max(start, end - 1) // _BUCKET
        found = {
            mark.id: mark
            for bucket in range(first, last + 1)
            for mark in self._buckets.get(bucket, ())
            if mark.span.start < end and mark.span.end > start
        }
        return sorted(found.values(), key=by_start)

    def next_from(self, place: tuple[int, int, int], *, earlier: bool) -> Mark | None:
        """Return the mark that is read next behind ``place``, or before it; see ``by_start``."""
        own = max(0, place[0]) // _BUCKET
        last = max(self._buckets, default=0)
        for bucket in range(min(own, last), -1, -1) if earlier else range(own, last + 1):
            here = [
                mark
                for mark in self._buckets.get(bucket, ())
                if mark.span.start // _BUCKET == bucket and (by_start(mark) < place) is earlier
            ]
            found = (mark for mark in here if by_start(mark) != place)
            pick = max if earlier else min
            mark = pick(found, key=by_start, default=None)
            if mark is not None:
                return mark
        return None

    def at(self, position: int) -> list[Mark]:
        """Return the marks over the character behind ``position``, innermost first.

        Then those that end exactly there: a passage just made from a selection has the caret at
        its end and must be within reach.
        """
        near = self.between(max(0, position - 1), position + 1)
        covering = [mark for mark in near if mark.span.covers(position)]
        ending = [mark for mark in near if mark.span.end == position]
        return sorted(covering, key=by_depth) + sorted(ending, key=by_depth)

    def add(self, mark: Mark) -> Span:
        """Take in a mark, or put it in place of the one with its id; return what to repaint."""
        changed = self.remove(mark.id)
        span = mark.span
        near = self.between(span.start, span.end)
        lane = first_free(self._lanes[other.id] for other in near)
        self._marks[mark.id] = mark
        for bucket in _buckets(span):
            self._buckets[bucket].append(mark)
        self._lanes[mark.id] = lane
        touched = span
        if lane >= LANES and deepest(near) < LANES:
            touched = self._give_out_again(span)
        if changed is None:
            return touched
        return Span(min(touched.start, changed.start), max(touched.end, changed.end))

    def remove(self, mark_id: int) -> Span | None:
        """Take a mark off; return where it was."""
        mark = self._marks.pop(mark_id, None)
        if mark is None:
            return None
        del self._lanes[mark_id]
        span = mark.span
        for bucket in _buckets(span):
            self._buckets[bucket] = [m for m in self._buckets[bucket] if m.id != mark_id]
        return span

    def _give_out_again(self, span: Span) -> Span:
        """Give new lanes to all that hangs together with ``span``; nothing if that is too much.

        Passages that came and went have used the drawn lanes up, though few lie on each other.
        """
        start, end = span.start, span.end
        cluster = self.between(start, end)
        while len(cluster) < _MOST_MOVED:
            left = min(mark.span.start for mark in cluster)
            right = max(mark.span.end for mark in cluster)
            if (left, right) == (start, end):
                lanes = give_out((mark.span.start, mark.span.end) for mark in cluster)
                self._lanes.update(
                    {mark.id: lane for mark, lane in zip(cluster, lanes, strict=True)},
                )
                return Span(start, end)
            start, end = left, right
            cluster = self.between(start, end)
        return span


def deepest(marks: Iterable[Mark]) -> int:
    """Return the most marks that lie on one character."""
    steps = sorted(step for mark in marks for step in ((mark.span.start, 1), (mark.span.end, -1)))
    return max(accumulate(step for _, step in steps), default=0)


def _buckets(span: Span) -> range:
    """Return the buckets that ``span`` lies in."""
    return range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1)
