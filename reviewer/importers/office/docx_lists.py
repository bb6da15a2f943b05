"""The signs that stand before the items of lists and before headings in a DOCX."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.importers.office.docx_package import Package, child, short, value_of
from reviewer.importers.office.list_numbers import Counting, numeral, sign

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES = {
    "decimal": "1",
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered; ``%1`` in ``pattern`` is the number of the first one."""

    style: str
    pattern: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list: the levels of the one it belongs to, counted on with all that belong to it."""

    key: str
    levels: dict[int, Level] = field(default_factory=dict)


class Numbers:
    """Gives the items of lists their signs, in the order they stand in the text."""

    def __init__(self, package: Package) -> None:
        """Read the lists of a DOCX."""
        self._lists: dict[str, Numbering] = {}
        self._counting = Counting()
        for root in package.roots("numbering"):
            abstract = {
                value_of(one, "abstractNumId"): _levels(one)
                for one in root
                if short(str(one.tag)) == "w:abstractNum"
            }
            for one in root:
                if short(str(one.tag)) == "w:num":
                    self._add(one, abstract)

    def sign(self, key: str, level: int) -> str:
        """Return what stands before the next item of a list; a dot where that is not known."""
        found = self._lists.get(key)
        if found is None or level not in found.levels:
            return sign("")
        own = found.levels[level]
        if not own.pattern:
            return ""
        self._counting.next(found.key, level, own.start)
        printed = own.pattern
        for place, one in found.levels.items():
            if f"%{place + 1}" in printed:
                number = numeral(self._counting.current(found.key, place, one.start), one.style)
                if number is None:
                    return sign("")
                printed = printed.replace(f"%{place + 1}", number)
        return sign(printed)

    def _add(self, element: "Element", abstract: dict[str, dict[int, Level]]) -> None:
        based = child(element, "w:abstractNumId")
        base = "" if based is None else value_of(based)
        key = value_of(element, "numId")
        levels = dict(abstract.get(base, {}))
        restarts = False
        for one in element:
            start = child(one, "w:startOverride")
            place = value_of(one, "ilvl")
            if start is not None and place.isdecimal() and int(place) in levels:
                first = value_of(start)
                number = int(first) if first.isdecimal() and len(first) < 6 else 1
                levels[int(place)] = replace(levels[int(place)], start=number)
                restarts = True
        self._lists[key] = Numbering(f"num {key}" if restarts else base, levels)


def _levels(abstract: "Element") -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in abstract:
        place = value_of(one, "ilvl")
        if short(str(one.tag)) == "w:lvl" and place.isdecimal() and len(place) == 1:
            style, pattern, start = (
                "" if element is None else value_of(element)
                for element in (
                    child(one, "w:numFmt"),
                    child(one, "w:lvlText"),
                    child(one, "w:start"),
                )
            )
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            found[int(place)] = Level(_STYLES.get(style, ""), pattern, first)
    return found
