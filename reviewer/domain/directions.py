"""The base direction of a paragraph: where most of its letters run.

An Urdu sentence that begins with "UNICEF" is an Urdu sentence, so the first letter does not
decide. Digits, spaces and punctuation have no vote.
"""

import re
import unicodedata
from collections import Counter
from enum import StrEnum


class Direction(StrEnum):
    """Which way a line runs."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


_LETTER = re.compile(r"[^\W\d_]")
# Every character that runs right to left lives in one of these blocks.
_MAY_RUN_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_VOTES = {"L": 1, "R": -1, "AL": -1}
_TURNS = re.compile(f"{_MAY_RUN_LEFT.pattern}|[\u202a-\u202e\u2066-\u2069]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_SAMPLE = 20_000  # code points


def direction_of(paragraph: str, default: Direction = Direction.LEFT_TO_RIGHT) -> Direction:
    """Return which way most letters of ``paragraph`` run; ``default`` on a draw or without any."""
    if paragraph.isascii() or not _MAY_RUN_LEFT.search(paragraph):
        return Direction.LEFT_TO_RIGHT if _LETTER.search(paragraph) else default
    balance = sum(
        count * _VOTES.get(unicodedata.bidirectional(character), 0)
        for character, count in Counter(paragraph).items()
    )
    if balance == 0:
        return default
    return Direction.LEFT_TO_RIGHT if balance > 0 else Direction.RIGHT_TO_LEFT


def may_run_left(words: str) -> bool:
    """Say whether any character runs right to left, or makes others do so."""
    return not words.isascii() and _TURNS.search(words) is not None


def apart(words: str) -> str:
    """Return words between signs that isolate them from what is around.

    Signs of their own that isolate are left out: one too many would end it before its end.
    """
    return f"\u2068{_ISOLATE.sub('', words)}\u2069"


def apart_where_left(words: str) -> str:
    """Return words set apart where any of them runs leftward, and as they are elsewhere."""
    return apart(words) if may_run_left(words) else words


def direction_of_text(text: str, default: Direction = Direction.LEFT_TO_RIGHT) -> Direction:
    """Return the direction of a whole text, judged by its first 20,000 code points.

    This is the default for those of its paragraphs that have no letters.
    """
    return direction_of(text[:_SAMPLE], default)
