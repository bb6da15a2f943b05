"""What the styles of an ODT say: what is hidden, and how lists and headings are numbered."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.importers.office.list_numbers import Counting, numeral, sign

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OFFICE}{space}:1.0": space
    for space in ("office", "text", "table", "style", "meta", "manifest")
} | {
    f"{_OFFICE}drawing:1.0": "draw",
    "http://purl.org/dc/elements/1.1/": "dc",
}
OUTLINE = "outline"  # the list that headings are numbered by


def short(tag: str) -> str:
    """Return a tag with its usual prefix: ``text:p``."""
    space, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], '')}:{local}"


def tag(name: str) -> str:
    """Return a tag as XML spells it out, from its usual prefix and name."""
    prefix, _, local = name.partition(":")
    return next(f"{{{space}}}{local}" for space, one in _PREFIXES.items() if one == prefix)


def value_of(element: "Element", name: str) -> str:
    """Return an attribute, by its name without a prefix; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def whole(words: str, usual: int) -> int:
    """Return a small number that an attribute says."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else usual


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered; ``style`` is empty where it is not."""

    style: str
    before: str
    after: str
    start: int
    shown: int  # how many levels the number is made of
    bullet: bool


@dataclass(slots=True)
class Styles:
    """The styles that matter for the text, by their names."""

    hidden: set[str] = field(default_factory=set)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counting: Counting = field(default_factory=Counting)

    def learn(self, element: "Element") -> None:
        """Take in one definition of a style."""
        name = short(str(element.tag))
        if name == "style:style":
            if any(value_of(one, "display") == "none" for one in element):
                self.hidden.add(value_of(element, "name"))
        elif name in {"text:list-style", "text:outline-style"}:
            key = OUTLINE if name == "text:outline-style" else value_of(element, "name")
            self.lists[key] = {
                whole(value_of(one, "level"), 1): _level(one)
                for one in element
                if short(str(one.tag)).startswith("text:")
            }

    def sign(self, style: str, key: str, level: int, start: str = "") -> str:
        """Return what stands before the next item of a list; ``start`` is its number."""
        levels = self.lists.get(style, {})
        own = levels.get(level)
        if own is None or own.bullet:
            return "" if style == OUTLINE else sign("")
        if not own.style:
            return ""
        first = whole(start, own.start)
        if start:
            self._counting.restart(key, level)
        self._counting.next(key, level, first)
        printed: list[str] = []
        for place in range(max(1, level - own.shown + 1), level + 1):
            one = levels.get(place, own)
            number = numeral(self._counting.current(key, place, one.start), one.style)
            printed += [number] if number else []
        return sign(own.before + ".".join(printed) + own.after)


def _level(element: "Element") -> Level:
    return Level(
        value_of(element, "num-format"),
        value_of(element, "num-prefix"),
        value_of(element, "num-suffix"),
        whole(value_of(element, "start-value"), 1),
        whole(value_of(element, "display-levels"), 1),
        short(str(element.tag)) in {"text:list-level-style-bullet", "text:list-level-style-image"},
    )
