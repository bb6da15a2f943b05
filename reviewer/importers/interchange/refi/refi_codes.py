"""Codes of REFI-QDA codebooks and projects -> tags, by the local names of their elements.

Namespaces in the wild are of many versions, some of them slips. Codes of one name may stand in
several places of the tree, or in sets and folders; a tag's name is its own, so that the later ones
are called by their parent too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from reviewer.domain.codebooks import same_name
from reviewer.domain.errors import NotAllowed
from reviewer.domain.refi import DETAILS, KEYS, colour_read, unescaped
from reviewer.domain.tags import (
    LONGEST_DEFINITION,
    LONGEST_NAME,
    RecordKind,
    colour_of,
    definition_of,
    tag_name,
)
from reviewer.domain.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORT_COLOUR = 4  # with its sign


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it stands in a file; ``parent`` is a guid, ``notes`` are guids of its notes."""

    guid: str
    name: str
    parent: str = ""
    colour: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A set of codes."""

    name: str
    description: str
    members: tuple[str, ...]


def local(element: "Element") -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


@lru_cache(maxsize=1_000)
def plain_guid(words: str | None) -> str:
    """Return a guid as it is compared: lower case, without braces."""
    # The same guids come again and again: one object for each takes half the memory.
    return intern((words or "").strip().strip("{}").casefold())


def is_guid(words: str) -> bool:
    """Say whether words are a guid; some programs write short names instead."""
    return _GUID.fullmatch(words) is not None


def said(element: "Element", name: str) -> str:
    """Return the words of the first child of that name; empty without one."""
    child = next(children(element, name), None)
    return "" if child is None else child.text or ""


def children(element: "Element", name: str) -> Iterator["Element"]:
    """Give the children of that name."""
    return element.iterchildren(f"{{*}}{name}") if len(element) else iter(())


def notes_of(element: "Element") -> tuple[str, ...]:
    """Return the guids of the notes that an element refers to."""
    return tuple(plain_guid(one.get("targetGUID")) for one in children(element, "NoteRef"))


def codes_in(root: "Element") -> Iterator[Code]:
    """Give the codes under ``Codes``, each before those under it."""
    waiting = [("", code) for code in reversed(list(children(root, "Code")))]
    while waiting:
        parent, element = waiting.pop()
        guid = plain_guid(element.get("guid"))
        yield Code(
            guid,
            element.get("name") or "",
            parent,
            long_colour(element.get("color") or ""),
            said(element, "Description"),
            notes_of(element),
        )
        waiting += [(guid, code) for code in reversed(list(children(element, "Code")))]


def groups_in(root: "Element") -> Iterator[Group]:
    """Give the sets under ``Sets``."""
    for element in children(root, "Set"):
        members = tuple(
            plain_guid(one.get("targetGUID") or one.get("guid"))
            for one in children(element, "MemberCode")
        )
        yield Group(element.get("name") or "", said(element, "Description"), members)


def long_colour(colour: str) -> str:
    """Return a colour of three digits as one of six, and anything else as it is."""
    colour = colour.strip()
    if len(colour) == _SHORT_COLOUR and colour.startswith("#"):
        return "#" + "".join(2 * digit for digit in colour[1:])
    return colour


def unescaped_code(code: Code) -> Code:
    """Return a code of a file of ours with the characters that XML cannot hold."""
    return replace(code, name=unescaped(code.name), description=unescaped(code.description))


def named(codes: Iterable[Code]) -> list[Code]:
    """Return the codes with names that tags can have, each its own; see ``altered``."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    found = []
    for code in codes:
        name = names[code.guid] = _own_name(code, names.get(code.parent, ""), taken)
        taken.add(same_name(name))
        found.append(replace(code, name=name))
    return found


def altered(codes: Iterable[Code], found: Iterable[Code]) -> int:
    """Return how many of the codes had to be called otherwise."""
    pairs = zip(codes, found, strict=True)
    return sum(" ".join(code.name.split()) != one.name for code, one in pairs)


def _own_name(code: Code, parent: str, taken: set[str]) -> str:
    plain = _plain_name(code)
    candidates = [plain, f"{_cut(plain, parent)} ({parent})" if parent else plain]
    number = 2
    while same_name(candidates[0]) in taken:
        candidates.pop(0)
        if not candidates:
            candidates.append(f"{_cut(plain, str(number))} ({number})")
            number += 1
    return candidates[0][:LONGEST_NAME]


def _plain_name(code: Code) -> str:
    line = " ".join(normalise(code.name).text.split())[:LONGEST_NAME]
    with suppress(NotAllowed):
        return tag_name(line)
    return tag_name(code.guid[:8] or "?")


def _cut(name: str, more: str) -> str:
    return name[: max(LONGEST_NAME - len(more) - 3, 1)]


def meaning(description: str) -> str:
    """Return a code's description as a tag's definition, cut off where it is too long."""
    words = normalise(description).text
    return definition_of(words[:LONGEST_DEFINITION])


def own_colour(colour: str, *, ours: bool) -> str:
    """Return a tag's colour; a slot of the palette where we wrote the file."""
    return colour_read(colour) if ours else colour


def sure_colour(colour: str, *, ours: bool) -> str:
    """Return the same, and nothing for what is no colour."""
    with suppress(NotAllowed):
        return colour_of(own_colour(colour, ours=ours))
    return ""


def records_of(groups: Iterable[Group]) -> Mapping[str, str]:
    """Return the record of each tag that a set of ours tells, by guid."""
    return {
        guid: kind
        for group in groups
        if (kind := group.name.removeprefix(DETAILS)) in set(RecordKind)
        for guid in group.members
    }


def keys_of(groups: Iterable[Group]) -> Mapping[str, str]:
    """Return the key of each tag that our set tells, by guid."""
    found = {}
    for group in groups:
        if group.name == KEYS:
            for line in group.description.splitlines():
                key, _space, guid = line.partition(" ")
                found[plain_guid(guid)] = key
    return found
