"""Where words turn within a paragraph: marks that every program obeys.

The signs that isolate words (U+2066 to U+2069) are not obeyed by word processors, nor by what lays
out printed pages; marks (U+200E, U+200F) are. A name gets one of the paragraph's on either side, so
that it touches nothing around it, and one of its own within, so that its digits and stops stay.
"""

import re

from reviewer.domain.directions import Direction, direction_of

LEFTWARD = (
    "\u0590-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u06d3\u06d5-\u08ff\u200f\ufb1d-\ufdff"
    "\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""Letters, digits and marks of scripts that run leftward, for a class of a pattern.

Their punctuation has no way of its own.
"""

RUNS_LEFT = re.compile(f"[{LEFTWARD}]")
_LETTER = re.compile(r"[^\W\d_]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_MOST_DEPTH = 4
_NUMBERS = re.compile(r"[0-9]+(?:[-–/:.][0-9]+)+")
_MARKS = {Direction.LEFT_TO_RIGHT: "\u200e", Direction.RIGHT_TO_LEFT: "\u200f"}


def settled(words: str, *, leftward: bool) -> str:
    """Return words of ours with marks in place of signs; numbers such as dates keep their order.

    ``leftward`` says which way their paragraph runs.
    """
    if not words.isascii() and _ISOLATES.search(words):
        words = _marked(words, leftward=leftward)
    if leftward or (not words.isascii() and RUNS_LEFT.search(words)):
        words = _NUMBERS.sub("\u200e\\g<0>\u200e", words)
    return words


def alone(words: str, *, leftward: bool) -> str:
    """Return words of a line that nothing else says the way of; ``leftward``: where no letter does.

    Readers take it from the first letter, and would turn an Urdu title that begins with a number.
    """
    words = " ".join(words.split())
    around = direction_of(words, _way(leftward))
    words = settled(words, leftward=around is Direction.RIGHT_TO_LEFT)
    if around is Direction.LEFT_TO_RIGHT and not RUNS_LEFT.search(words):
        return words
    return f"{_MARKS[around]}{words}"


def isolated(words: str, *, leftward: bool) -> str:
    """Return words within a sentence, so that their direction touches nothing around them.

    Signs that turn letters against their own way would turn what stands behind, and are left out.
    """
    around = _way(leftward)
    if not words.isascii():
        words = _OVERRIDES.sub("", words)
    if not (_LETTER if leftward else RUNS_LEFT).search(words):
        return words
    outer, own = _MARKS[around], direction_of(words, around)
    inner = "" if own is around else _MARKS[own]
    return f"{outer}{inner}{words}{inner}{outer}"


def _marked(words: str, *, leftward: bool) -> str:
    """Return words with marks in place of the signs that isolate, from the innermost outward."""
    for _depth in range(_MOST_DEPTH):
        words, count = _ISOLATED.subn(lambda found: isolated(found[1], leftward=leftward), words)
        if not count:
            break
    return _ISOLATES.sub(_MARKS[_way(leftward)], words)


def _way(leftward: bool) -> Direction:
    return Direction.RIGHT_TO_LEFT if leftward else Direction.LEFT_TO_RIGHT
