"""Named conventions for words without a number: what "dozens" is counted as by those who must.

No number is ever made of such words. A project may switch a convention on: what that says stands
apart, under the convention's name, and never enters a range.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from reviewer.domain.figures import Qualifier
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.words import N_


class Convention(StrEnum):
    """Which convention a project uses; none unless somebody switches one on."""

    NONE = ""
    ACLED = "acled"
    LEAST_NUMBERS = "least_numbers"


CONVENTION_LABELS: Mapping[str, str] = {
    Convention.NONE: N_("none: words stay words"),
    Convention.ACLED: N_("ACLED"),
    Convention.LEAST_NUMBERS: N_("least numbers"),
}
_HUNDREDS = {"hundreds": 100, "سینکڑوں": 100, "سیکڑوں": 100}
_DOZENS = {"dozens": 12, "درجنوں": 12}
CONVENTION_WORDS: Mapping[str, Mapping[str, int]] = {
    Convention.NONE: {},
    Convention.ACLED: {"tens": 10, **_DOZENS, **_HUNDREDS},
    Convention.LEAST_NUMBERS: {
        **dict.fromkeys(("a couple", "some", "کچھ"), 2),
        **dict.fromkeys(("few", "a few", "several", "multiple", "many", "کئی", "چند"), 3),
        **dict.fromkeys(("numerous", "a number of", "متعدد"), 4),
        "tens": 10,
        **_DOZENS,
        **_HUNDREDS,
        **dict.fromkeys(("thousands", "ہزاروں"), 1_000),
    },
}


class ByConvention(NamedTuple):
    """The least number that a convention makes of words, and the convention's name."""

    low: int
    name: str


def by_convention(name: str, printed: str, values: Mapping[str, object]) -> ByConvention | None:
    """Return what a convention makes of a figure; ``None`` where a number stands in the words.

    ``values`` are the figure's by field, ``printed`` its number as printed. Only words that the
    convention names say anything: "several hundred" is neither several nor hundreds.
    """
    numbers = (values.get("low"), values.get("high"), values.get("about"))
    if values.get("qualifier") != Qualifier.WORDS_ONLY or numbers != (None, None, None):
        return None
    low = _least(name).get(_key(printed))
    return None if low is None else ByConvention(low, name)


@cache
def _least(name: str) -> Mapping[tuple[str, ...], int]:
    return {_key(words): low for words, low in CONVENTION_WORDS.get(name, {}).items()}


def _key(words: str) -> tuple[str, ...]:
    found = tuple(token.word for token in tokens(plain(words)))
    return found[:-1] if found[-1:] == ("of",) else found
