"""The register of actors by every name they have, for as long as one verb takes."""

from collections.abc import Iterable
from functools import lru_cache

from reviewer.domain.actors import Actor
from reviewer.domain.folding import fold


class Register:
    """Finds actors by name, however it is spelt; the first one where several have a name."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._known: dict[str, int] = {}
        for actor in actors:
            for name in actor.every_name:
                self.add(name, actor.id)

    def named(self, written: str) -> int | None:
        """Return the actor of that name."""
        return self._known.get(_folded(written))

    def add(self, name: str, actor: int) -> None:
        """Let an actor be found by a name that nobody else has."""
        folded = _folded(name)
        if folded:
            self._known.setdefault(folded, actor)


@lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return " ".join(fold(name).split())
