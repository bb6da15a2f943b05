"""Sentences and words, by rules of our own, and the steps by which a selection grows and shrinks.

A sentence never crosses a line end, but for one that breaks a word (``paragraphs.py``); where in a
line it ends is told in ``sentence_ends.py``. Asking at one place never reads the whole of a long
paragraph.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from reviewer.domain.offsets import is_boundary, widen
from reviewer.domain.paragraphs import (
    Line,
    first_visible,
    is_blank,
    last_visible,
    line_end,
    line_span,
    paragraph_span,
)
from reviewer.domain.sentence_ends import ends, first_end, last_end
from reviewer.domain.spans import Span

_CLAUSE_EDGE = re.compile(r"[,;:،؛][\"'”’»)]*(?=\s)|\s[-–—](?=\s)|—|\s(?=\()|\)(?=\s)")
_CLAUSE_TRIM = " \t\u00a0,;:،؛–—-"
_BULLET = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-*•‣–—]|#{1,6}|>)\s+(?=\S)")
_JOINS_LETTERS = frozenset("'’-‐‑")
_JOINS_DIGITS = frozenset(".,:٫٬")
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence at ``position``, without white space around it; ``None`` on a blank line.

    A caret right behind a full stop still stands in its sentence. The number or bullet that begins
    a line is the list's, not the sentence's.
    """
    line = line_span(text, position)
    if is_blank(text, line):
        return None
    start, end = _edges(text, position, line)
    found = _trimmed(text, start, end)
    if found is None:  # in the white space at the end of the line
        start, end = _edges(text, line.start + len(text[line.start : line.end].rstrip()), line)
        found = _trimmed(text, start, end)
    if found and start == line.start:
        bullet = _BULLET.match(text, found.start, found.end)
        found = Span(bullet.end(), found.end) if bullet else found
    return found and widen(text, found)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences that share a character with ``span``, in order.

    What of ``span`` lies behind the text holds none.
    """
    position, end = span.start, min(span.end, len(text))
    while position < end:
        line = line_span(text, position)
        if not is_blank(text, line):
            yield from _sentences_of(text, line, Span(position, end))
        position = line.end + 1


def sentence_after(text: str, position: int) -> Span | None:
    """Return the first sentence that ends behind ``position``; ``None`` behind the last."""
    visible = first_visible(text, position)
    return None if visible is None else sentence_at(text, visible)


def sentence_before(text: str, position: int) -> Span | None:
    """Return the last sentence that begins before ``position``; ``None`` before the first."""
    while (visible := last_visible(text, position)) is not None:
        found = sentence_at(text, visible)
        if found and found.start < position:
            return found
        position = line_span(text, visible).start  # in the number or bullet of a list
    return None


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence, or the run of sentences, that holds all the words of ``span``."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    last = span.start + len(words.rstrip()) - 1
    if last < start:
        return span
    if not is_boundary(text, last):
        return _sentences_around(text, Span(start, last + 1))
    line = line_span(text, start)
    begin = before = last_end(text, start, line)
    while text[begin].isspace():
        begin += 1
    if before == line.start and _BULLET.match(text, begin, line.end):
        return _sentences_around(text, Span(start, last + 1))
    return widen(text, Span(begin, _sentence_end(text, last, line)))


def _sentences_around(text: str, words: Span) -> Span:
    """Do the same where a bullet, or the end of a sentence in a cluster, wants a closer look."""
    first = sentence_at(text, words.start) or words
    start = min(first.start, words.start)
    if words.end <= first.end:
        return Span(start, first.end)
    last = sentence_at(text, words.end - 1) or words
    return Span(start, max(first.end, last.end))


def word_at(text: str, position: int) -> Span | None:
    """Return the word at ``position`` or ending there; ``None`` where there is none.

    Hyphens and apostrophes inside a word and marks inside a number belong to it.
    """
    if not _in_word(text, position):
        position -= 1
        if not _in_word(text, position):
            return None
    start, end = position, position + 1
    while _in_word(text, start - 1):
        start -= 1
    while _in_word(text, end):
        end += 1
    if not any(map(str.isalnum, text[start:end])):
        return None  # marks and joiners alone, as in a row of emoji
    return widen(text, Span(start, end))


def whole_words(text: str, span: Span) -> Span:
    """Return ``span`` with the words and numbers whole that its ends cut through."""
    return widen(text, _words_around(text, span))


def grow(text: str, span: Span) -> Span:
    """Return the next bigger selection: words, clause, sentence, more sentences, paragraph.

    Further sentences are taken behind the selection first, then before it. What is a whole
    paragraph, or several, stays as it is.
    """
    words = _trimmed(text, span.start, span.end)
    if words is None:
        return sentence_at(text, span.start) or span
    held = widen(text, words)
    for bigger in (_words_around, _clause_around, sentence_around, _more_sentences):
        found = widen(text, bigger(text, held))
        if found != held:
            return found
    return held


def shrink(text: str, span: Span, anchor: int) -> Span:
    """Return the next smaller selection around ``anchor``: the steps of ``grow``, backwards.

    Never empty: what is one word, or less, stays as it is.
    """
    words = _trimmed(text, span.start, span.end)
    if words is None:
        return span
    held = widen(text, words)
    anchor = min(max(anchor, held.start), held.end - 1)
    for smaller in (_one_paragraph, _fewer_sentences, _clause_at, _word_in):
        found = smaller(text, held, anchor)
        if found and found != held and held.start <= found.start and found.end <= held.end:
            return widen(text, found)
    return held


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends; ``None`` when nothing is left."""
    words = text[start:end]
    end -= len(words) - len(words.rstrip())
    start += len(words) - len(words.lstrip())
    return Span(start, end) if start < end else None


def _sentence_end(text: str, position: int, line: Line) -> int:
    """Return where the sentence of the visible character at ``position`` ends.

    ``line`` is one that begins before it: most often the very line it stands in.
    """
    if position >= line.end:
        line = line_span(text, position)
    end = first_end(text, position, line)
    if text[end - 1].isspace():  # of the line
        end = position + len(text[position:end].rstrip())
    return end


def _edges(text: str, position: int, line: Line) -> tuple[int, int]:
    """Return where the sentence at ``position`` starts and ends, white space included."""
    last = position - text[position : position + 1].isspace()  # where the one before may end
    return last_end(text, last, line), first_end(text, last, line)


def _sentences_of(text: str, line: Line, wanted: Span) -> Iterator[Span]:
    start, _ = _edges(text, wanted.start, line)
    for end in chain(ends(text, start, line), [line.end]):
        found = _trimmed(text, start, end)
        if found and found.touches(wanted):
            yield widen(text, found)
        start = end
        if start >= wanted.end:
            return


def _following(text: str, span: Span) -> Span | None:
    """Return the sentence behind ``span`` in the same paragraph."""
    rest = _trimmed(text, span.end, line_end(text, span.end))
    return rest and sentence_at(text, rest.start)


def _in_word(text: str, position: int) -> bool:
    if not 0 <= position < len(text):
        return False
    character = text[position]
    if character.isalnum() or character == "_" or character in _INVISIBLE:
        return True
    if unicodedata.category(character)[0] == "M":
        return True
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if character in _JOINS_LETTERS:
        return before.isalnum() and after.isalnum()
    return character in _JOINS_DIGITS and before.isdigit() and after.isdigit()


def _words_around(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while _in_word(text, start) and _in_word(text, start - 1):
        start -= 1
    while _in_word(text, end - 1) and _in_word(text, end):
        end += 1
    return Span(start, end)


def _clause_around(text: str, span: Span) -> Span:
    sentence = sentence_around(text, span)
    edges = [edge.end() for edge in _CLAUSE_EDGE.finditer(text, sentence.start, sentence.end)]
    start = max((edge for edge in edges if edge <= span.start), default=sentence.start)
    end = min((edge for edge in edges if edge >= span.end), default=sentence.end)
    while start < span.start and text[start] in _CLAUSE_TRIM:
        start += 1
    while end > span.end and text[end - 1] in _CLAUSE_TRIM:
        end -= 1
    return Span(start, end)


def _more_sentences(text: str, span: Span) -> Span:
    start, first_line_end = line_span(text, span.start)
    end = line_end(text, span.end - 1)
    if first_line_end < span.end:
        return _trimmed(text, start, end) or span
    if following := _following(text, span):
        return Span(span.start, following.end)
    if before := _trimmed(text, start, span.start):
        previous = sentence_at(text, before.end - 1) or before
        return Span(previous.start, span.end)
    return span


def _one_paragraph(text: str, held: Span, anchor: int) -> Span | None:
    if line_span(text, held.start).end >= held.end:
        return None
    line = paragraph_span(text, anchor) or paragraph_span(text, held.start) or held
    return _trimmed(text, max(line.start, held.start), min(line.end, held.end))


def _fewer_sentences(text: str, held: Span, anchor: int) -> Span | None:
    """Take the first sentence off ``held``, a part of one paragraph, or else the last."""
    kept = sentence_at(text, anchor) or held
    if kept.start >= held.end:
        return None  # in the number or bullet before it
    if held.start < kept.start:
        first = sentence_at(text, held.start) or kept
        second = _following(text, first) or kept
        return Span(min(second.start, kept.start), held.end)
    last = sentence_at(text, held.end - 1)
    if last and last.start >= kept.end:
        return _trimmed(text, held.start, last.start)
    return kept


def _clause_at(text: str, held: Span, anchor: int) -> Span | None:
    word = _word_in(text, held, anchor)
    return word and _clause_around(text, word)


def _word_in(text: str, held: Span, anchor: int) -> Span | None:
    """Return the word at ``anchor``, or else the first word of ``held``."""
    if word := word_at(text, anchor):
        return word
    for position in range(held.start, held.end):
        if _in_word(text, position):
            return word_at(text, position)
    return None
