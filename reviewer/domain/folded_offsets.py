"""Where in a text the characters of its folded copy came from.

A folded text is as long as its text almost everywhere, so the map keeps only the places where it
is not: a text without such places costs nothing. Positions are code points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reviewer.domain.folding import fold_with_resized


class FoldedText:
    """A text as it is searched, and the way back from there. Keep it while the text is searched."""

    __slots__ = ("_firsts", "_places", "folded")

    def __init__(self, text: str) -> None:
        self.folded, resized = fold_with_resized(text)
        self._firsts: list[int] = []  # where in the folded text each resized stretch begins
        self._places: list[tuple[int, int, int]] = []  # it begins, ends, has so many folded
        grown = done = 0
        for start, end, kept in sorted(resized, key=lambda found: (found[0], -found[1])):
            if start >= done:
                self._firsts.append(start + grown)
                self._places.append((start, end, kept))
                grown += kept - (end - start)
                done = end

    def start_of(self, position: int) -> int:
        """Return where the character stands that the folded one at ``position`` came from."""
        return self._source(position)[0]

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text that became ``folded[start:end]``, not an empty one.

        Characters that only the folded text lacks are left out at both ends.
        """
        if not self._firsts:
            return start, end
        return self._source(start)[0], self._source(end - 1)[1]

    def spans_of(self, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Give ``span_of`` each of many stretches, quickly where they stand in order."""
        low = high = shift = 0  # a part of the folded text in which nothing was resized
        for start, end in places:
            if low <= start and end <= high:
                yield start + shift, end + shift
            else:
                yield self.span_of(start, end)
                low, high, shift = self._even(end)

    def _even(self, position: int) -> tuple[int, int, int]:
        """Return the part behind ``position`` where nothing was resized, and how far it moved."""
        after = bisect_right(self._firsts, position)
        high = self._firsts[after] if after < len(self._firsts) else len(self.folded)
        if after == 0:
            return 0, high, 0
        _start, end, kept = self._places[after - 1]
        low = self._firsts[after - 1] + kept
        return low, high, end - low

    def _source(self, position: int) -> tuple[int, int]:
        before = bisect_right(self._firsts, position) - 1
        if before < 0:
            return position, position + 1
        start, end, kept = self._places[before]
        beyond = position - self._firsts[before] - kept
        return (start, end) if beyond < 0 else (end + beyond, end + beyond + 1)
