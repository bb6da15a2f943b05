"""Page furniture as the text shows it: dimmed, and folded into one thin line when asked.

Folding hides segments from the screen only. The text, its offsets and what is copied stay whole.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.domain.incoming import FURNITURE_LABELS, Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.text.segments import Segments

FurniturePiece = Span | Furniture

_WORTH_FOLDING = 120
"""A single line of fewer code points is no shorter when it is folded."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of segments, ``first`` to ``last``, that is nothing but furniture and blank lines."""

    first: int
    last: int
    lines: int
    kinds: tuple[FurnitureKind, ...]

    def label(self) -> str:
        """Return what the thin line says: "menu, date line, 9 lines"."""
        names = [_(FURNITURE_LABELS[kind]) for kind in self.kinds] or [_("page furniture")]
        return _(", ").join([*names, counted("{count} line", "{count} lines", self.lines)])


class FurnitureLines:
    """What is furniture in one text, and which of it is folded away."""

    def __init__(self, segments: Segments, pieces: Sequence[FurniturePiece] = ()) -> None:
        self._segments = segments
        plain = [
            Furniture(piece, FurnitureKind.MARKED) if isinstance(piece, Span) else piece
            for piece in pieces
        ]
        self._kinds_known = any(isinstance(piece, Furniture) for piece in pieces)
        self._pieces = sorted(plain, key=lambda piece: piece.span)
        self._starts = [piece.span.start for piece in self._pieces]
        self._whole = self._find_whole()
        self.folds = self._find_folds()
        self._firsts = [fold.first for fold in self.folds]
        self._folded: set[int] = set()

    @property
    def folded(self) -> bool:
        """Whether any run is folded away just now."""
        return bool(self._folded)

    def fold_all(self, *, folded: bool) -> None:
        """Fold every run that is worth it, or open them all."""
        self._folded = {fold.first for fold in self.folds} if folded else set()

    def open(self, fold: Fold) -> None:
        """Show one run again."""
        self._folded.discard(fold.first)

    def fold_at(self, segment: int) -> Fold | None:
        """Return the folded run that hides ``segment``."""
        place = bisect_right(self._firsts, segment) - 1
        if place < 0 or not self._folded:
            return None
        fold = self.folds[place]
        return fold if segment <= fold.last and fold.first in self._folded else None

    def whole(self, segment: int) -> bool:
        """Say whether all the words of ``segment`` are furniture."""
        return segment in self._whole

    def parts(self, segment: int) -> list[Span]:
        """Return the stretches of ``segment`` that are furniture."""
        return list(self._parts(self._segments.starts[segment], self._segments.end(segment)))

    def _parts(self, start: int, end: int) -> Iterator[Span]:
        place = max(0, bisect_right(self._starts, start) - 1)
        for piece in self._pieces[place:]:
            if piece.span.start >= end:
                break
            left, right = max(start, piece.span.start), min(end, piece.span.end)
            if left < right:
                yield Span(left, right)

    def _find_whole(self) -> dict[int, list[FurnitureKind]]:
        found: dict[int, list[FurnitureKind]] = {}
        for piece in self._pieces:
            last = self._segments.at(piece.span.end - 1)
            for segment in range(self._segments.at(piece.span.start), last + 1):
                if segment in found or self._is_whole(segment):
                    found.setdefault(segment, []).append(piece.kind)
        return found

    def _is_whole(self, segment: int) -> bool:
        """Say whether no word of ``segment`` is left when its furniture is taken out."""
        start, end = self._segments.starts[segment], self._segments.end(segment)
        text = self._segments.text
        at = start
        for part in self._parts(start, end):
            if not text[at : part.start].isspace() and at < part.start:
                return False
            at = max(at, part.end)
        rest = text[at:end]
        return at > start and (not rest or rest.isspace())

    def _find_folds(self) -> list[Fold]:
        runs: list[list[int]] = []
        for segment in sorted(self._whole):
            if runs and self._only_blank(runs[-1][-1] + 1, segment):
                runs[-1].append(segment)
            else:
                runs.append([segment])
        return [self._fold(run) for run in runs if self._worth_folding(run)]

    def _only_blank(self, first: int, last: int) -> bool:
        between = range(first, min(last, first + 4))
        return last - first < 4 and not any(self._segments.words(n).strip() for n in between)

    def _worth_folding(self, run: Sequence[int]) -> bool:
        return len(run) > 1 or self._segments.lengths[run[0]] > _WORTH_FOLDING

    def _fold(self, run: Sequence[int]) -> Fold:
        kinds: dict[FurnitureKind, None] = {}
        for segment in run:
            kinds.update(dict.fromkeys(self._whole[segment]))
        known = tuple(kinds) if self._kinds_known else ()
        return Fold(run[0], run[-1], len(run), known)
