"""What the styles of a DOCX say: which paragraphs are headings, items of lists, or hidden."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.importers.office.docx_package import Package, child, short, switch, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; ``level`` is a heading's, from 1."""

    level: int | None = None
    list_key: str = ""
    list_level: int | None = None
    hidden: bool | None = None


def styles_of(package: Package) -> dict[str, Style]:
    """Return the styles by their ids, each with what it has from the one it is based on."""
    own: dict[str, tuple[str, Style]] = {}
    for root in package.roots("styles"):
        for element in root:
            if short(str(element.tag)) == "w:style":
                based = child(element, "w:basedOn")
                base = "" if based is None else value_of(based)
                own[value_of(element, "styleId")] = (base, _style(element))
    return {key: _inherited(key, own) for key in own}


def _inherited(key: str, own: dict[str, tuple[str, Style]]) -> Style:
    found = Style()
    seen: set[str] = set()
    while key in own and key not in seen:
        seen.add(key)
        key, style = own[key]
        found = replace(
            found,
            level=style.level if found.level is None else found.level,
            list_key=found.list_key or style.list_key,
            list_level=style.list_level if found.list_level is None else found.list_level,
            hidden=style.hidden if found.hidden is None else found.hidden,
        )
    return found


def _style(element: "Element") -> Style:
    named = child(element, "w:name")
    name = "" if named is None else value_of(named).casefold()
    properties = child(element, "w:pPr")
    level = outline_level(properties)
    if level is None and (name == "title" or name[:8] == "heading "):
        level = int(name[8:]) if name[8:].isdecimal() and len(name) < 11 else 1
    key, list_level = list_place(properties)
    return Style(level, key, list_level, switch(child(element, "w:rPr"), "w:vanish"))


def outline_level(properties: "Element | None") -> int | None:
    """Return the level of a heading, from 1; 0 says that it is none."""
    found = child(properties, "w:outlineLvl")
    words = "" if found is None else value_of(found)
    if not words.isdecimal():
        return None
    return int(words[:2]) + 1 if int(words[:2]) < _LEVELS else 0


def list_place(properties: "Element | None") -> tuple[str, int | None]:
    """Return the id of the list a paragraph is in, and its level there."""
    key, level = child(properties, "w:numPr", "w:numId"), child(properties, "w:numPr", "w:ilvl")
    words = "" if level is None else value_of(level)
    return (
        "" if key is None else value_of(key),
        int(words[:2]) if words.isdecimal() else None,
    )
