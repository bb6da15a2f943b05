"""A text in segments: one segment is one block of the Qt document.

A segment is a paragraph, or a piece of a paragraph so long that Qt would be slow over it. The
Python ``str`` stays the truth; a cut inside a long paragraph is a line break on the screen only.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from reviewer.domain.offsets import Columns, is_boundary, previous_boundary

LONGEST = 12_000
"""A paragraph of more code points than this is cut into pieces."""

PIECE = 6_000
"""The most code points in a piece."""

_UNSHOWABLE = {
    **dict.fromkeys((0x0D, 0x2029, 0xFDD0, 0xFDD1, 0xFFFE), "�"),
    0xFEFF: "⁠",
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
}


class Segments:
    """Where the segments of ``text`` begin, in code points, and how long they are.

    ``starts[i]`` and ``lengths[i]`` leave the newline out. ``any_cut`` is true when some paragraph
    was cut; then ``goes_on(i)`` says that segment ``i`` is followed by more of its paragraph.
    """

    __slots__ = ("_columns", "_cuts", "lengths", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = list(map(len, text.split("\n")))
        # Each paragraph starts one newline behind the end of the one before it.
        starts = [0, *accumulate(map((1).__add__, lengths))]
        starts.pop()
        self._cuts: frozenset[int] = frozenset()
        if max(lengths) > LONGEST:
            starts, lengths, self._cuts = _with_pieces(text, starts, lengths)
        self.starts: Sequence[int] = starts
        self.lengths: Sequence[int] = lengths
        self._columns = lru_cache(maxsize=512)(self._make_columns)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """Return the segment that holds ``position``; a cut belongs to the piece behind it."""
        return bisect_right(self.starts, position) - 1

    def end(self, segment: int) -> int:
        """Return the code point behind the last one of ``segment``, its newline left out."""
        return self.starts[segment] + self.lengths[segment]

    def words(self, segment: int) -> str:
        """Return the text of one segment."""
        start = self.starts[segment]
        return self.text[start : start + self.lengths[segment]]

    def any_cut(self) -> bool:
        """Say whether some paragraph was cut into pieces."""
        return bool(self._cuts)

    def goes_on(self, segment: int) -> bool:
        """Say whether the paragraph goes on in the next segment."""
        return segment in self._cuts

    def paragraph_of(self, segment: int) -> int:
        """Return the segment with which the paragraph of ``segment`` begins."""
        while self._cuts and segment - 1 in self._cuts:
            segment -= 1
        return segment

    def columns(self, segment: int) -> Columns:
        """Return the translator between code points and Qt's units for one segment."""
        return self._columns(segment)

    def _make_columns(self, segment: int) -> Columns:
        return Columns(self.words(segment))

    def display(self, first: int, last: int) -> str:
        """Return what Qt is given for segments ``first`` up to, not including, ``last``."""
        if not self._cuts:
            return self.text[self.starts[first] : self.end(last - 1)]
        return "\n".join(map(self.words, range(first, last)))

    def chunks(self, size: int) -> Iterator[int]:
        """Yield the segment before which each chunk of about ``size`` code points ends."""
        first = 0
        while first < len(self):
            last = bisect_right(self.starts, self.starts[first] + size, lo=first)
            first = max(last, first + 1)
            yield first


def showable(text: str) -> str:
    """Return ``text`` with every character that Qt would drop or break a line at replaced.

    Code point for code point. A normalised text needs none of this; it is for a text that came
    from elsewhere, so that the places on the screen stay the places in the text.
    """
    return text.translate(_UNSHOWABLE)


def _with_pieces(
    text: str, starts: Sequence[int], lengths: Sequence[int]
) -> tuple[list[int], list[int], frozenset[int]]:
    """Cut every paragraph longer than ``LONGEST``; also return which segments go on."""
    new_starts: list[int] = []
    new_lengths: list[int] = []
    cuts: list[int] = []
    for start, length in zip(starts, lengths, strict=True):
        at, end = start, start + length
        while length > LONGEST and end - at > PIECE:
            cut = _cut(text, at)
            cuts.append(len(new_starts))
            new_starts.append(at)
            new_lengths.append(cut - at)
            at = cut
        new_starts.append(at)
        new_lengths.append(end - at)
    return new_starts, new_lengths, frozenset(cuts)


def _cut(text: str, start: int) -> int:
    """Return where the piece that begins at ``start`` ends: behind a space, if there is one."""
    limit = start + PIECE
    space = text.rfind(" ", start + PIECE // 2, limit)
    if space >= 0 and is_boundary(text, space + 1):
        return space + 1
    if is_boundary(text, limit):
        return limit
    before = previous_boundary(text, limit)
    return before if before > start else limit
