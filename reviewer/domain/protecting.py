"""Protected names, replaced in what leaves the program.

Each is replaced by its actor's number, wherever it stands in whole words: among the actors, and in
quotes, notes and translations. A place in a text is not moved by it; a quote that had a name in it
is no longer the document's words, and the brackets show where.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from reviewer.domain.actors import Actor

Thing = TypeVar("Thing")


class Protection:
    """Takes the names of protected actors out of whatever it is given."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._numbers: dict[str, str] = {}
        for actor in actors:
            if actor.protected:
                for name in actor.every_name:
                    self._numbers[_plain(name)] = f"[A{actor.id}]"
        longest_first = sorted(self._numbers, key=len, reverse=True)
        written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE) if written else None

    def count(self) -> int:
        """Return how many names it replaces, every spelling of each actor counted."""
        return len(self._numbers)

    def words(self, text: str) -> str:
        """Return words with every protected name replaced."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._numbers[_plain(found.group())], text)

    def of(self, value: Thing) -> Thing:
        """Return a value with every protected name in it replaced, however deep it lies."""
        return value if self._names is None else cast("Thing", self._replaced(value))

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
            return replace(value, **changed)
        return value


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
