"""Which words differ between two wordings, for whoever compares them side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex  # type: ignore[import-untyped]

from reviewer.domain.spans import Span

_WORD = regex.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_MOST_WORDS = 3_000  # beyond that nothing is compared: nobody reads it side by side
_SHOWN = 24  # characters on either side that are shown, to the end of a word
_FAR = 160  # and compared, so that words do not differ because they were cut off


def differing(before: str, now: str) -> tuple[list[Span], list[Span]]:
    """Return the stretches of each wording that the other has not, in order.

    Whole words and signs are compared, exactly as printed; words that follow each other and differ
    are one stretch. Wordings of many thousand words are not compared: nothing is marked then.
    """
    old, new = _words(before), _words(now)
    if max(len(old), len(new)) > _MOST_WORDS:
        return [], []
    matcher = SequenceMatcher(
        None, [span.of(before) for span in old], [span.of(now) for span in new], autojunk=False
    )
    ours, theirs = [], []
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag != "equal":
            ours += _stretch(old[first:last])
            theirs += _stretch(new[new_first:new_last])
    return ours, theirs


@dataclass(frozen=True, slots=True)
class Around:
    """Words with what stands around them, and where that differs from the other wording."""

    words: str
    marked: tuple[Span, ...]


def around(before: str, there: Span, now: str, here: Span) -> tuple[Around, Around]:
    """Return words of two texts with some words on either side, and what differs in them."""
    old, there = _near(before, there)
    new, here = _near(now, here)
    ours, theirs = differing(old, new)
    return _shown(old, there, ours), _shown(new, here, theirs)


def _near(text: str, span: Span) -> tuple[str, Span]:
    first = max(0, span.start - _FAR)
    return text[first : span.end + _FAR], Span(span.start - first, span.end - first)


def _shown(text: str, span: Span, marked: Sequence[Span]) -> Around:
    start, end = max(0, span.start - _SHOWN), min(len(text), span.end + _SHOWN)
    for word in _words(text):
        start = word.start if word.start < start < word.end else start
        end = word.end if word.start < end < word.end else end
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    spans = [
        Span(max(one.start, start) + shift, min(one.end, end) + shift)
        for one in marked
        if one.start < end and one.end > start
    ]
    return Around(f"{head}{text[start:end]}{tail}", tuple(spans))


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _stretch(words: Sequence[Span]) -> list[Span]:
    return [Span(words[0].start, words[-1].end)] if words else []
