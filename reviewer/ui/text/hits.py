"""Where something that is looked for stands in one text, found by place.

Hits are in order and do not overlap, so two sorted lists answer everything. No Qt here: the lists
are made in the worker that has found them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reviewer.domain.spans import Span


class Hits:
    """The hits in one text, and which of them one is at.

    ``present`` is a place in the list, ``None`` at none of them.
    """

    __slots__ = ("_ends", "_starts", "present", "spans")

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self.present: int | None = None
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def present_span(self) -> Span | None:
        """Return the hit one is at."""
        return None if self.present is None else self.spans[self.present]

    def between(self, start: int, end: int) -> Sequence[Span]:
        """Return the hits that share a character with ``start`` to ``end``."""
        return self.spans[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def at(self, span: Span | None) -> int | None:
        """Return which hit stands exactly at ``span``."""
        if span is None:
            return None
        place = bisect_left(self._starts, span.start)
        return place if self.spans[place : place + 1] == [span] else None

    def after(self, position: int) -> int | None:
        """Return the first hit that begins at ``position`` or behind it, else the first of all."""
        if not self.spans:
            return None
        return bisect_left(self._starts, position) % len(self.spans)

    def before(self, position: int) -> int | None:
        """Return the last hit that begins before ``position``, else the last of all."""
        if not self.spans:
            return None
        return (bisect_left(self._starts, position) - 1) % len(self.spans)

    def by(self, step: int) -> int | None:
        """Return which hit lies so many behind the present one; behind the last is the first."""
        if self.present is None:
            return None
        return (self.present + step) % len(self.spans)

    def rows(self, starts: Sequence[int]) -> list[int]:
        """Return in which rows of a strip a hit begins; ``starts`` is where each row begins."""
        places = [bisect_left(self._starts, start) for start in starts]
        places.append(len(self._starts))
        return [row for row in range(len(starts)) if places[row] < places[row + 1]]
