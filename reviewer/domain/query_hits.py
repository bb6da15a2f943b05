"""Which words of a folded text a query means: the hits to mark, and the words around them.

Words are what the full-text index takes for words, so that a text found there has its hits here.
Places count code points of the folded text; ``folded_offsets.py`` leads back to the text itself.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex  # type: ignore[import-untyped]

from reviewer.domain.folding import fold
from reviewer.domain.offsets import is_boundary, next_boundary
from reviewer.domain.queries import LETTER, Every, Near, Phrase, Tree
from reviewer.domain.spans import Span

Place = tuple[int, int]

CONTEXT = 60  # code points shown before and after a hit
_WORD = regex.compile(rf"{LETTER}+")
_APART = "\x1f"  # a separator that folding leaves alone
_BLANKS = regex.compile(r"\s+")


def hits(tree: Tree, folded: str) -> list[Place] | None:
    """Return where the words of a query stand, in order; ``None`` where it does not fit the text.

    Of ``NEAR`` the whole stretch is one hit. Hits do not overlap.
    """
    found = _found(tree, folded)
    return None if found is None else list(_apart(found))


def fitting(tree: Tree, several: Sequence[str]) -> list[int]:
    """Return which of several short texts a query fits, folding all of them at once."""
    together = _APART.join(one.replace(_APART, " ") for one in several)
    return [
        at
        for at, folded in enumerate(fold(together).split(_APART))
        if _found(tree, folded) is not None
    ]


def words_around(text: str, span: Span, most: int = CONTEXT) -> tuple[str, str]:
    """Return what stands before and after ``span``, in whole words and on one line.

    Whatever stands between the words and the hit is kept, so that the three put together read as
    the text does.
    """
    start = max(span.start - most, 0)
    if start:
        blank = _BLANKS.search(text, start - 1, span.start)
        while not blank and not is_boundary(text, start):
            start += 1
        start = blank.end() if blank else start
    end = min(span.end + most, len(text))
    if end < len(text):
        blank = max(text.rfind(mark, span.end, end + 1) for mark in " \n\t\u00a0")
        end = blank if blank >= 0 else _cluster_end(text, end)
    return one_line(text[start : span.start]), one_line(text[span.end : end])


def one_line(words: str) -> str:
    """Return words with one space for every stretch of white space, at the ends too."""
    return " ".join(_BLANKS.split(words))


def _cluster_end(text: str, position: int) -> int:
    return position if is_boundary(text, position) else next_boundary(text, position)


def _found(tree: Tree, folded: str) -> list[Place] | None:
    if isinstance(tree, Phrase):
        return [match.span() for match in _pattern(tree).finditer(folded)] or None
    if isinstance(tree, Near):
        return _near(tree, folded)
    if isinstance(tree, Every):
        return _every(tree, folded)
    several = [found for part in tree.parts if (found := _found(part, folded))]
    return [place for found in several for place in found] or None


def _every(tree: Every, folded: str) -> list[Place] | None:
    places: list[Place] = []
    for part in tree.parts:
        found = _found(part, folded)
        if found is None:
            return None
        places += found
    if any(_found(part, folded) is not None for part in tree.without):
        return None
    return places


def _near(tree: Near, folded: str) -> list[Place] | None:
    several = [_found(phrase, folded) for phrase in tree.phrases]
    known = [found for found in several if found]
    if len(known) < len(several):
        return None
    words = [match.start() for match in _WORD.finditer(folded)]
    begun = [[start for start, _end in found] for found in known]
    close: list[Place] = []
    for last in sorted({place for found in known for place in found}):
        at = bisect_right(words, last[0])
        clump = [
            found[before]
            for found, starts in zip(known, begun, strict=True)
            if (before := bisect_right(starts, last[0]) - 1) >= 0
            # words between the end of this phrase and the beginning of the last
            and at - 1 - bisect_right(words, found[before][1] - 1) <= tree.within
        ]
        if len(clump) == len(known):
            close.append((min(clump)[0], max(end for _start, end in clump)))
    return close or None


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    done = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= done:
            done = end
            yield start, end


@lru_cache(maxsize=500)
def _pattern(phrase: Phrase) -> regex.Pattern[str]:
    words = rf"[^{LETTER[1:-1]}]+".join(map(regex.escape, phrase.words))
    end = f"{LETTER}*" if phrase.prefix else f"(?!{LETTER})"
    return regex.compile(f"(?<!{LETTER}){words}{end}")
