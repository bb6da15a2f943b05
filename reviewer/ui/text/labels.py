"""Labels beside the text: words that say something in little room, and do not collide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_FARTHEST = 3
"""A label is pushed down by at most so many of its heights; further it would mislead."""

_SMALL_WORD = 4
_COUNT_ROOM = 14


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one label stands.

    ``number`` is its place among those asked for; ``hidden`` how many found no room behind it.
    """

    number: int
    top: float
    hidden: int = 0


def fit_words(words: str, room: float, width: Callable[[str], float]) -> str:
    """Return as many whole words as there is room for, never a piece of one; maybe none.

    A small word such as "of" does not stand at the end of what is left.
    """
    if width(words) <= room:
        return words
    parts = words.split()[:-1]
    while parts:
        shorter = " ".join(parts)
        small = len(parts) > 1 and parts[-1].islower() and len(parts[-1]) < _SMALL_WORD
        if not small and width(shorter) <= room:
            return shorter
        parts.pop()
    return ""


def short_name(key: str, tag: str) -> str:
    """Return what stands for a tag in two letters: its key, or the letters its words begin with."""
    if key:
        return key.upper()
    words = tag.split()
    return "".join(word[0] for word in words[:2]).upper() or "·"


def push_apart(wanted: Sequence[float], height: float, limits: tuple[float, float]) -> list[Placed]:
    """Place labels of one height, in order, as near as can be to where they are ``wanted``.

    Those above the upper limit stand at it. One that would have to move too far is left out and
    counted with the last one before it.
    """
    top_limit, bottom_limit = limits
    placed: list[Placed] = []
    free = top_limit
    for number, place in enumerate(wanted):
        best = max(place, top_limit)
        top = max(best, free)
        if placed and (top - best > _FARTHEST * height or top + height > bottom_limit):
            last = placed[-1]
            placed[-1] = Placed(last.number, last.top, last.hidden + 1)
            free = last.top + height + _COUNT_ROOM
            continue
        placed.append(Placed(number, top))
        free = top + height
    return placed
