"""Which words differ between two wordings, for whoever compares them side by side."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import regex  # type: ignore[import-untyped]

from reviewer.domain.spans import Span

_WORD = regex.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_MOST_WORDS = 3_000  # beyond that nothing is compared: nobody reads it side by side


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


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _stretch(words: Sequence[Span]) -> list[Span]:
    return [Span(words[0].start, words[-1].end)] if words else []
