"""Where a passage begins and ends: moved by a character or a word, cut in two, joined.

Only numbers here: what the result means for a passage's quote and number stands in
``workspace/operations/boundaries.py``. Positions are code points. A character is a grapheme
cluster, so that a step never cuts an emoji or takes a vowel mark from its letter.
"""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from reviewer.domain.errors import NotAllowed
from reviewer.domain.offsets import is_boundary, next_boundary, previous_boundary, widen
from reviewer.domain.sentences import word_at
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class Edge(StrEnum):
    """Which end of a passage."""

    START = "start"
    END = "end"


class Stride(StrEnum):
    """How far an edge goes in one step."""

    CHARACTER = "character"
    WORD = "word"


def moved(text: str, span: Span, edge: Edge, stride: Stride, *, earlier: bool) -> Span:
    """Return ``span`` with one of its edges moved by one step.

    A step by a word passes over blanks, so that no blank is left at that edge; marks between
    words, and each emoji, are steps of their own. The edges never cross, and what would hold
    nothing but blanks is refused: then ``span`` comes back as it was.
    """
    position = span.start if edge is Edge.START else span.end
    if stride is Stride.CHARACTER:
        step = previous_boundary if earlier else next_boundary
        position = step(text, position)
    elif earlier:
        position = _word_earlier(text, position, at_start=edge is Edge.START)
    else:
        position = _word_later(text, position, at_end=edge is Edge.END)
    start, end = (position, span.end) if edge is Edge.START else (span.start, position)
    if start >= end or text[start:end].isspace():
        return span
    return Span(start, end)


def dragged(text: str, span: Span, edge: Edge, position: int, *, exact: bool = False) -> Span:
    """Return ``span`` with one of its edges brought to ``position``, at the nearest word's edge.

    No blank is left at that edge, and at least one word of ``span`` stays; with ``exact`` the
    edge goes to the letter instead, and at least one letter stays.
    """
    at_end = edge is Edge.END
    if exact:
        place = position if is_boundary(text, position) else previous_boundary(text, position)
        least = next_boundary(text, span.start) if at_end else previous_boundary(text, span.end)
    else:
        place = _nearest_word_edge(text, position)
        place = _before_blanks(text, place) if at_end else _past_blanks(text, place)
        least = (
            _word_later(text, span.start, at_end=True)
            if at_end
            else _word_earlier(text, span.end, at_start=True)
        )
    if at_end:
        return Span(span.start, max(place, least))
    return Span(min(place, least), span.end)


def halves(text: str, span: Span, at: int) -> tuple[Span, Span]:
    """Return the two parts of ``span`` before and behind ``at``, without blanks at the cut.

    A cut inside a character goes before it. Raises ``NotAllowed`` when there are no words on one
    of the sides.
    """
    if span.covers(at) and not is_boundary(text, at):
        at = previous_boundary(text, at)
    before, behind = text[span.start : max(at, span.start)], text[max(at, span.start) : span.end]
    first, second = before.rstrip(), behind.lstrip()
    if not first.strip() or not second.strip():
        raise NotAllowed(N_("There are no words on one side: cut the passage between two words."))
    return Span(span.start, span.start + len(first)), Span(span.end - len(second), span.end)


def joined(text: str, spans: Sequence[Span]) -> Span:
    """Return the span from the first to the last of ``spans``, in any order.

    Raises ``NotAllowed`` when something other than blanks and punctuation stands between them.
    """
    ordered = sorted(spans)
    end = ordered[0].end
    for span in ordered[1:]:
        if not all(map(_is_between_words, text[end : span.start])):
            raise NotAllowed(
                N_("Other words stand between them: only passages that touch can be merged.")
            )
        end = max(end, span.end)
    return Span(ordered[0].start, end)


def touching(text: str, span: Span, others: Sequence[Span]) -> Span | None:
    """Return the one of ``others`` nearest to ``span`` that can be joined with it, or ``None``.

    Of two that are as near the one behind is meant.
    """
    over = [other for other in others if other.touches(span)]
    behind = min((other for other in others if other.start >= span.end), default=None)
    before = max(
        (other for other in others if other.end <= span.start),
        key=lambda other: other.end,
        default=None,
    )
    beside = [other for other in (behind, before) if other is not None]
    beside.sort(key=lambda other: max(other.start - span.end, span.start - other.end))
    for other in (*over, *beside):
        first, second = sorted((span, other))
        if all(map(_is_between_words, text[first.end : second.start])):
            return other
    return None


def _word_later(text: str, position: int, *, at_end: bool) -> int:
    """Return where the next word ends or, for a passage's start, where the one after begins."""
    if at_end:
        begin = _past_blanks(text, position)
        return _token(text, begin).end if begin < len(text) else position
    if position < len(text) and not _is_blank(text, position):
        position = _token(text, position).end
    return _past_blanks(text, position)


def _word_earlier(text: str, position: int, *, at_start: bool) -> int:
    """Return where the word before begins or, for a passage's end, where one more ends."""
    if at_start:
        end = _before_blanks(text, position)
        return _token(text, end - 1).start if end else position
    if position and not _is_blank(text, position - 1):
        position = _token(text, position - 1).start
    return _before_blanks(text, position)


def _nearest_word_edge(text: str, position: int) -> int:
    word = word_at(text, position)
    if word is None or not word.covers(position):
        return position if is_boundary(text, position) else previous_boundary(text, position)
    return word.end if word.end - position <= position - word.start else word.start


def _token(text: str, position: int) -> Span:
    """Return the word, the run of punctuation, or the one character that covers ``position``."""
    word = word_at(text, position)
    if word and word.covers(position):
        return word
    if not _is_mark(text[position]):
        return widen(text, Span(position, position + 1))
    start, end = position, position + 1
    while start and _is_mark(text[start - 1]) and not _in_word(text, start - 1):
        start -= 1
    while end < len(text) and _is_mark(text[end]) and not _in_word(text, end):
        end += 1
    return widen(text, Span(start, end))


def _in_word(text: str, position: int) -> bool:
    word = word_at(text, position)
    return word is not None and word.covers(position)


def _past_blanks(text: str, position: int) -> int:
    while position < len(text) and _is_blank(text, position):
        position += 1
    return position


def _before_blanks(text: str, position: int) -> int:
    while position and _is_blank(text, position - 1):
        position -= 1
    return position


def _is_blank(text: str, position: int) -> bool:
    """Say whether a blank stands there that carries no mark of its own."""
    return text[position].isspace() and is_boundary(text, position + 1)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def _is_between_words(character: str) -> bool:
    return character.isspace() or _is_mark(character)
