"""Where the passages of one QualCoder text stand: as its words say, whatever was counted.

QualCoder counts code points of the text it keeps. Older versions took the places of Qt's editor,
which counts UTF-16 units and shows CRLF as one; a project that was worked on for years may hold
both. So each passage is read by itself: as code points where its words stand there, else in the
first other way in which they do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from reviewer.importers.interchange.databases.quoted import as_kept, letters
from reviewer.importers.interchange.offset_units import Counting, Pair, Place, Unit

USUAL = Counting()
_OTHERS = tuple(
    Counting(unit, crlf, mark)
    for crlf, unit, mark in product((True, False), (Unit.UTF16, Unit.CODE_POINTS), (True, False))
)


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a passage stands, as a row has it: by place, words, or both; and how it was counted."""

    where: Mapping[str, object]
    way: Counting = USUAL


def stands(raw: str, text: str, pairs: Sequence[Pair], quotes: Sequence[str]) -> list[Stands]:
    """Return where passages stand in ``text``, which is ``raw`` as we keep it.

    A passage whose words stand nowhere so is where its code points say, and keeps its words; one
    that has neither words nor a place in the text has nothing to be found by.
    """
    words = [as_kept(quote) for quote in quotes]
    usual = USUAL.places(raw, pairs)
    found = [Stands(_where(text, *one)) for one in zip(usual, words, strict=True)]
    odd = [
        at
        for at, place in enumerate(usual)
        if letters(words[at]) and not _says(text, place, words[at])
    ]
    for way in _OTHERS if odd else ():
        others = zip(odd, way.places(raw, [pairs[at] for at in odd]), strict=True)
        fitting = {at: place for at, place in others if _says(text, place, words[at])}
        for at, place in fitting.items():
            found[at] = Stands(_where(text, place, words[at]), way)
        odd = [at for at in odd if at not in fitting]
    return found


def _where(text: str, place: Place | None, words: str) -> dict[str, object]:
    start, end = place or (0, 0)
    if start == end:
        return {"quote": words} if letters(words) else {}
    same = not letters(words) or _says(text, place, words)
    return {"start": start, "end": end, "quote": text[start:end] if same else words}


def _says(text: str, place: Place | None, words: str) -> bool:
    """Say whether words stand at a place; how their lines end and are indented does not matter."""
    return place is not None and letters(text[slice(*place)]) == letters(words)
