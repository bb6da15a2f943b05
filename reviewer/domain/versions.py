"""A newer version of a document: where the passages of the one before stand in it.

Nothing moves silently. A passage whose lines are unchanged stands where they stand now (*place*);
one whose words are there, but with something else around them, is found by its words or told from
others like it by what stands around (*quote*, *context*), and is listed to be looked at; where the
words themselves changed, what comes nearest is proposed (*likeness*), or nothing is, and until an
analyst says so the place is *not certain*. The lines of both texts are aligned first, so that a
sentence added on page one moves nothing on page nine.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice, pairwise

import regex  # type: ignore[import-untyped]

from reviewer.domain.anchors import Anchor, anchor, holds
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

ALIKE = 0.6  # of the words of both, those that are the same and in order
_MOST_LINES = 5_000  # beyond that only the lines at either end are aligned
_NEAR = 4_000  # code points on either side of the place in which changed words are looked for
_WORD = regex.compile(r"\w+(?:['’]\w+)*")


class CarriedBy(StrEnum):
    """What told where a passage stands in the newer text."""

    PLACE = "place"  # its lines are unchanged
    QUOTE = "quote"  # the same words stand there once
    CONTEXT = "context"  # the same words, told from others like them by what stands around
    LIKENESS = "likeness"  # words nearly the same
    NOTHING = "nothing"  # not found
    HAND = "hand"  # an analyst placed it


CARRIED_LABELS = {
    CarriedBy.PLACE: N_("its lines are unchanged"),
    CarriedBy.QUOTE: N_("the same words, with something else around them"),
    CarriedBy.CONTEXT: N_("the same words stand there more than once; this one fits best"),
    CarriedBy.LIKENESS: N_("words nearly the same"),
    CarriedBy.NOTHING: N_("its words are not there"),
    CarriedBy.HAND: N_("placed by hand"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a passage stands in the older text: its place, and the words kept with it."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a passage stands in the newer text, in code points, and what told it.

    By *likeness* other words stand there than the passage has; by *nothing* the place is only where
    they would be expected. Both are not certain.
    """

    span: Span
    by: CarriedBy

    @property
    def certain(self) -> bool:
        """Whether exactly the passage's words stand there."""
        return self.by not in {CarriedBy.LIKENESS, CarriedBy.NOTHING}


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a document; ``number`` counts from 1, ``created_at`` is when it came in (UTC)."""

    text: int
    number: int
    created_at: str
    reason: str
    importer: str
    length: int
    sha256: str
    original: int
    words: int
    part: str


@dataclass(frozen=True, slots=True)
class VersionPlace:
    """Where a passage stood in an older text, and what told where it stands since.

    ``looked_at`` and ``looked_at_by`` say when and who looked at it; empty until somebody did.
    """

    id: int
    passage: int
    from_text: int
    from_span: Span
    from_quote: str
    by: CarriedBy
    looked_at: str
    looked_at_by: str


_SILENT = Silent()


def carry(
    old: str, new: str, standing: Sequence[Standing], progress: Progress = _SILENT
) -> list[Carried]:
    """Return where each passage of ``old`` stands in ``new``, in the order given.

    Raises ``NotAllowed`` for a span behind the end of ``old``, ``Cancelled`` between two passages;
    ``new`` has at least one character.
    """
    lines = _Alignment(old, new)
    found = []
    for done, one in enumerate(standing):
        progress.report(done, len(standing))
        found.append(_carried(old, new, one, lines))
    return found


def sought(text: str, quote: str, expected: int) -> Carried:
    """Return where words may stand that do not stand where they should, at ``expected``.

    Where they stand more than once the nearest place is proposed; ``text`` has at least one
    character. A proposal only: whoever takes it says that the place is not certain.
    """
    places = _places(text, quote)
    if len(places) == 1:
        return Carried(places[0], CarriedBy.QUOTE)
    if places:
        nearest = min(places, key=lambda span: abs(span.start - expected))
        return Carried(nearest, CarriedBy.CONTEXT)
    expected = min(expected, len(text) - 1)
    alike = _alike(text, quote, expected)
    if alike is not None:
        return Carried(alike, CarriedBy.LIKENESS)
    return Carried(Span(expected, min(expected + max(len(quote), 1), len(text))), CarriedBy.NOTHING)


def places_now(old: str, new: str, places: Sequence[int]) -> list[int]:
    """Return where places of ``old`` would be in ``new``, so that who reads on is not lost.

    A place in a line that is unchanged stays at its character; any other is where it is expected,
    between the unchanged lines around it. Never behind the end of either text.
    """
    lines = _Alignment(old, new)
    return [min(lines.expected(min(place, len(old))), len(new)) for place in places]


def _carried(old: str, new: str, one: Standing, lines: "_Alignment") -> Carried:
    stood = holds(old, one.span, one.quote)
    same = lines.same(one.span)
    if stood and same is not None and holds(new, same, one.quote):
        return Carried(same, CarriedBy.PLACE)
    expected = lines.expected(one.span.start)
    places = _places(new, one.quote)
    if len(places) == 1:
        return Carried(places[0], CarriedBy.QUOTE)
    if places:
        around = anchor(old, one.span)
        best = max(places, key=lambda span: _fit(new, span, around, expected))
        return Carried(best, CarriedBy.CONTEXT)
    alike = _alike(new, one.quote, expected)
    if alike is not None:
        return Carried(alike, CarriedBy.LIKENESS)
    start = min(expected, len(new) - 1)
    return Carried(Span(start, min(start + len(one.quote), len(new))), CarriedBy.NOTHING)


def _places(text: str, quote: str) -> list[Span]:
    """Return everywhere the words stand, overlapping ones too; a word never inside another."""
    places = []
    start = text.find(quote)
    while start >= 0:
        span = Span(start, start + len(quote))
        if not _cuts_a_word(text, span):
            places.append(span)
        start = text.find(quote, start + 1)
    return places


def _cuts_a_word(text: str, span: Span) -> bool:
    return any(
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
        for at in (span.start, span.end)
    )


def _fit(text: str, span: Span, around: Anchor, expected: int) -> tuple[int, int]:
    """Say how well a place fits: characters in common around it, then how near it is."""
    here = anchor(text, span)
    before = _common(reversed(here.prefix), reversed(around.prefix))
    after = _common(iter(here.suffix), iter(around.suffix))
    return before + after, -abs(span.start - expected)


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _alike(new: str, quote: str, expected: int) -> Span | None:
    """Return the stretch near ``expected`` whose words are most like those of ``quote``."""
    near = max(0, expected - _NEAR), expected + len(quote) + _NEAR
    sought = list(map(str.casefold, _WORD.findall(quote)))
    words = list(map(str.casefold, _WORD.findall(new, *near)))
    if len(sought) < 2 or not words:
        return None
    matcher = SequenceMatcher(None, words, sought, autojunk=False)
    longest = matcher.find_longest_match()
    if not longest.size:
        return None
    first = max(0, longest.a - longest.b)
    last = min(len(words), longest.a + len(sought) - longest.b)
    matcher.set_seq1(words[first:last])
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    begin, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size
    matched = sum(block.size for block in blocks)
    if 2 * matched < ALIKE * (len(sought) + end - begin):
        return None
    places = [match.span() for match in islice(_WORD.finditer(new, *near), begin, end)]
    return Span(places[0][0], places[-1][1])


class _Alignment:
    """Which lines of one text are those of another, and so where a place has gone."""

    def __init__(self, old: str, new: str) -> None:
        before, after = old.split("\n"), new.split("\n")
        self._old, self._new = _starts(before), _starts(after)
        self._blocks = _blocks(before, after)

    def same(self, span: Span) -> Span | None:
        """Return where a span stands now when the lines it lies in, and between, are unchanged."""
        first, last = self._line(span.start), self._line(span.end - 1)
        for old, new, size in self._blocks:
            if old <= first and last < old + size:
                shift = self._new[new + first - old] - self._old[first]
                return Span(span.start + shift, span.end + shift)
        return None

    def expected(self, place: int) -> int:
        """Return where a place would be now: between the unchanged lines around it, in share."""
        line = self._line(place)
        for old, new, size in self._blocks:
            if old <= line < old + size:
                return self._new[new + line - old] + place - self._old[line]
        before, after = self._around(line)
        length = self._old[after[0]] - self._old[before[0]]
        share = (place - self._old[before[0]]) / length if length else 0
        start, end = self._new[before[1]], self._new[after[1]]
        return start + round(share * (end - start))

    def _line(self, place: int) -> int:
        return bisect_right(self._old, place) - 1

    def _around(self, line: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the gap between blocks that a line lies in: its two ends, in both texts."""
        ends = [(0, 0, 0), *self._blocks, (len(self._old) - 1, len(self._new) - 1, 0)]
        return next(
            ((old + size, new + size), (next_old, next_new))
            for (old, new, size), (next_old, next_new, _size) in pairwise(ends)
            if old + size <= line < next_old
        )


def _starts(lines: Sequence[str]) -> list[int]:
    """Return where each line begins, and where one after the last would."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _blocks(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return runs of lines that both texts have, in order: where in each, and how many."""
    head = _common(iter(before), iter(after))
    most = min(len(before), len(after)) - head
    tail = min(most, _common(reversed(before), reversed(after)))
    middle = (before[head : len(before) - tail], after[head : len(after) - tail])
    blocks = [(0, 0, head)] if head else []
    if max(map(len, middle)) <= _MOST_LINES:
        matcher = SequenceMatcher(_is_blank, *middle, autojunk=False)
        blocks += [
            (head + block.a, head + block.b, block.size)
            for block in matcher.get_matching_blocks()
            if block.size
        ]
    if tail:
        blocks.append((len(before) - tail, len(after) - tail, tail))
    return blocks


def _is_blank(line: str) -> bool:
    return not line.strip()
