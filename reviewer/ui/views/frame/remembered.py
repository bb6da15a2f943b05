"""Reads what was remembered of the window, which may be old, or written by a stranger.

Each function takes anything JSON can hold and gives back a value that can be used, or ``None``.
"""

from collections.abc import Mapping

MOST_PIXELS = 100_000
MOST_VALUES = 1_000
MOST_CHARACTERS = 1_000
MOST_NUMBER = 2**53
DEEPEST = 8


def moderate(value: object, depth: int = DEEPEST) -> object:
    """Return JSON without what no window would have written: huge, deep, or not finite."""
    if isinstance(value, dict) and depth:
        known = list(value.items())[:MOST_VALUES]
        return {str(key): moderate(one, depth - 1) for key, one in known}
    if isinstance(value, list) and depth:
        return [moderate(one, depth - 1) for one in value[:MOST_VALUES]]
    if isinstance(value, str):
        return value[:MOST_CHARACTERS]
    if isinstance(value, int | float):
        return value if abs(value) <= MOST_NUMBER else None
    return None


def entries(value: object) -> Mapping[str, object]:
    """Return an object's entries; of anything else none."""
    return value if isinstance(value, dict) else {}


def several(value: object, most: int) -> list[object]:
    """Return the first of a list's values, at most so many; of anything else none."""
    return value[:most] if isinstance(value, list) else []


def whole(value: object, *, most: int) -> int | None:
    """Return a whole number from 0 to ``most``; ``true`` is none."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and 0 <= value <= most else None


def share(value: object) -> float | None:
    """Return a finite number, brought between 0 and 1."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(min(max(value, 0), 1)) if abs(value) < MOST_PIXELS else None


def sizes(value: object, count: int) -> list[int] | None:
    """Return the sizes of exactly ``count`` parts, in pixels, not all of them nothing."""
    found = [whole(one, most=MOST_PIXELS) for one in several(value, count + 1)]
    known = [one for one in found if one is not None]
    return known if len(found) == len(known) == count and any(known) else None
