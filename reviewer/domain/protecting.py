"""Protected names, replaced in what leaves the program, or noticed where they cannot be.

Each is replaced by its actor's number, wherever it stands in whole words: among the actors, and in
quotes, notes and translations. A place in a text is not moved by it; a quote that had a name in it
is no longer the document's words, and the brackets show where. What analysts note of a protected
actor may tell who it is without any name, and is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from operator import itemgetter
from typing import TypeVar, cast

from reviewer.domain.actors import Actor
from reviewer.domain.spans import Span

Thing = TypeVar("Thing")


_NEW_START, _NEW_END = 2, 3  # of what is known of a replaced name


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text in which names were replaced: each with its old and its new place."""

    text: str
    replaced: tuple[tuple[int, int, int, int], ...] = ()

    def place(self, span: Span) -> Span:
        """Return where a place of the old text is; one that cuts a name has all its number."""
        return Span(self.at(span.start), self.at(span.end, _NEW_END))

    def at(self, position: int, edge: int = _NEW_START) -> int:
        """Return where a position of the old text is; one within a name is at its edge."""
        before = bisect_right(self.replaced, position, key=itemgetter(0)) - 1
        if before < 0:
            return position
        place = self.replaced[before]
        if position < place[1] and (position > place[0] or edge == _NEW_START):
            return place[edge]
        return position + (place[3] - place[1] if position >= place[1] else place[2] - place[0])


class Protection:
    """Takes the names of protected actors out of whatever it is given."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._numbers: dict[str, str] = {}
        self._spellings: dict[str, str] = {}  # folding makes other letters of some: ß, İ
        for actor in actors:
            if actor.protected:
                for name in actor.every_name:
                    self._numbers[_plain(name)] = f"[A{actor.id}]"
                    for spelling in (_plain(name), " ".join(name.split())):
                        self._spellings[spelling] = _plain(name)
        longest_first = sorted(self._spellings, key=len, reverse=True)
        written = "|".join(map(_pattern, longest_first))
        self._names = re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE) if written else None

    def count(self) -> int:
        """Return how many names it replaces, every spelling of each actor counted."""
        return len(self._numbers)

    def words(self, text: str) -> str:
        """Return words with every protected name replaced."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._numbers[self._name(found.group())], text)

    def text(self, text: str) -> "Hidden":
        """Return a whole text with every protected name replaced, and where its places are now.

        Line ends within a name are kept, so that the text has as many lines as it had.
        """
        if self._names is None:
            return Hidden(text)
        pieces, places, last = list[str](), list[tuple[int, int, int, int]](), 0
        length = 0
        for found in self._names.finditer(text):
            start, end = found.span()
            number = self._numbers[self._name(found.group())] + "\n" * found.group().count("\n")
            pieces += [text[last:start], number]
            length += start - last
            places.append((start, end, length, length + len(number)))
            length += len(number)
            last = end
        return Hidden("".join([*pieces, text[last:]]), tuple(places))

    def of(self, value: Thing) -> Thing:
        """Return a value with every protected name in it replaced, however deep it lies."""
        return value if self._names is None else cast("Thing", self._replaced(value))

    def _name(self, found: str) -> str:
        """Return which name was found, folded; ``found`` may have letters that only match it."""
        plain = _plain(found)
        if plain in self._numbers:
            return plain
        return next(
            name
            for spelling, name in self._spellings.items()
            if re.fullmatch(_pattern(spelling), found, re.IGNORECASE)
        )

    def _replaced(self, value: object) -> object:
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, Mapping):
            return {key: self._replaced(one) for key, one in value.items()}
        if isinstance(value, tuple):
            parts = tuple(self._replaced(one) for one in value)
            make: Callable[..., object] | None = getattr(value, "_make", None)
            return parts if make is None else make(parts)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {one.name: self._replaced(getattr(value, one.name)) for one in fields(value)}
            if isinstance(value, Actor) and value.protected:
                changed["note"] = ""
            return replace(value, **changed)
        return value


class Noticing(Protection):
    """Changes nothing, and notices which protected actors are named in whatever it is given."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        protected = [actor for actor in actors if actor.protected]
        super().__init__(protected)
        self._whose: dict[str, set[int]] = {}
        for actor in protected:
            for name in actor.every_name:
                self._whose.setdefault(_plain(name), set()).add(actor.id)
        self._waiting = {actor.id for actor in protected}
        self._named = set[int]()

    @property
    def named(self) -> int:
        """How many protected actors were named so far; of one name that two have, both are."""
        return len(self._named)

    def of(self, value: Thing) -> Thing:
        """Return the value as it is."""
        if self._waiting:
            super().of(value)
        return value

    def words(self, text: str) -> str:
        """Return the words as they are."""
        if self._names is not None and self._waiting:
            for found in self._names.finditer(text):
                self._named |= self._whose[self._name(found.group())]
            self._waiting -= self._named
        return text


def _pattern(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
