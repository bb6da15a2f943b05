"""How a selection goes on: by sentences and paragraphs, one of its ends moving.

The anchor is the end that stays, the caret the one that moves. Asking reads what stands around the
place, never the whole text. Positions are code points.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.paragraphs import paragraph_after, paragraph_before
from reviewer.domain.sentences import sentence_after, sentence_before
from reviewer.domain.spans import Span


class Unit(StrEnum):
    """By what one goes through a text."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Ends(NamedTuple):
    """Where a selection was begun and where its caret is."""

    anchor: int
    caret: int


_Find = Callable[[str, int], Span | None]
_AFTER: Mapping[Unit, _Find] = {Unit.SENTENCE: sentence_after, Unit.PARAGRAPH: paragraph_after}
_BEFORE: Mapping[Unit, _Find] = {Unit.SENTENCE: sentence_before, Unit.PARAGRAPH: paragraph_before}


def unit_after(text: str, position: int, unit: Unit) -> Span | None:
    """Return the first sentence or paragraph that ends behind ``position``."""
    return _AFTER[unit](text, position)


def unit_before(text: str, position: int, unit: Unit) -> Span | None:
    """Return the last sentence or paragraph that begins before ``position``."""
    return _BEFORE[unit](text, position)


def neighbour(text: str, span: Span, unit: Unit, *, earlier: bool) -> Span | None:
    """Return the unit behind all those that ``span`` stands in, or before them; ``None``: none."""
    if earlier:
        held = unit_before(text, span.start + 1, unit)
        inside = held is not None and held.end > span.start
        return unit_before(text, held.start if held and inside else span.start, unit)
    held = unit_after(text, span.end - 1, unit)
    inside = held is not None and held.start < span.end
    return unit_after(text, held.end if held and inside else span.end, unit)


def whole(text: str, span: Span, unit: Unit) -> Span:
    """Return ``span`` with the units whole that it begins and ends in."""
    first = unit_before(text, span.start + 1, unit)
    last = unit_after(text, span.end - 1, unit)
    start = first.start if first and first.end > span.start else span.start
    end = last.end if last and last.start < span.end else span.end
    return Span(start, end)


def extended(text: str, ends: Ends, unit: Unit, *, earlier: bool) -> Ends:
    """Move the caret's end of a selection that is not empty by one unit.

    Where that would take the last unit away, the other end moves on instead and the caret goes
    there: a selection is never lost. At the edge of the text it stays as it is.
    """
    start, end = sorted(ends)
    if earlier and ends.caret == end:
        found = _end_before(text, end, unit)
        if found is not None and found > start:
            return Ends(start, found)
    if not earlier and ends.caret == start:
        found = _start_after(text, start, unit)
        if found is not None and found < end:
            return Ends(end, found)
    if earlier:
        before = unit_before(text, start, unit)
        return ends if before is None else Ends(end, before.start)
    after = unit_after(text, end, unit)
    return ends if after is None else Ends(start, after.end)


def _end_before(text: str, position: int, unit: Unit) -> int | None:
    """Return where the last unit ends that ends before ``position``."""
    found = unit_before(text, position, unit)
    if found is not None and found.end >= position:
        found = unit_before(text, found.start, unit)
    return None if found is None else found.end


def _start_after(text: str, position: int, unit: Unit) -> int | None:
    """Return where the first unit begins that begins behind ``position``."""
    found = unit_after(text, position, unit)
    if found is not None and found.start <= position:
        found = unit_after(text, found.end, unit)
    return None if found is None else found.start
