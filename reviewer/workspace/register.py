"""The register of actors by every name they have, for as long as one verb takes."""

from collections.abc import Iterable
from functools import cached_property

from reviewer.domain.actors import Actor, ActorKind, actor_name, names_somebody
from reviewer.domain.folding import folded_line
from reviewer.domain.reading.names import is_organisation
from reviewer.store.actors import ActorStore


class Register:
    """Finds actors by name, however it is spelt; the first one where several have a name."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._known: dict[str, int] = {}
        for actor in actors:
            for name in actor.every_name:
                self.add(name, actor.id)

    def named(self, written: str) -> int | None:
        """Return the actor of that name."""
        return self._known.get(folded_line(written))

    def add(self, name: str, actor: int) -> None:
        """Let an actor be found by a name that nobody else has."""
        folded = folded_line(name)
        if folded:
            self._known.setdefault(folded, actor)

    def drop(self, actor: int) -> None:
        """Let an actor be found no more."""
        self._known = {name: known for name, known in self._known.items() if known != actor}


class Naming:
    """Finds or makes the actors that are named while one verb is at work."""

    def __init__(self, actors: ActorStore, *, analyst: int, now: str) -> None:
        self._actors = actors
        self._analyst = analyst
        self._now = now

    def actor(self, chosen: int | None, printed: str) -> int | None:
        """Return the actor that is meant; none where the words name nobody.

        Raises ``NotFound`` for one that is gone.
        """
        if chosen is not None:
            return self._actors.get(chosen).id
        found = self._register.named(printed)
        if found is None and names_somebody(printed):
            name = actor_name(printed)
            found = self._actors.add(
                name, kind_of(name), "", (), analyst=self._analyst, now=self._now
            )
            self._register.add(name, found)
        return found

    @cached_property
    def _register(self) -> Register:
        return Register(self._actors.all())


def kind_of(name: str) -> ActorKind:
    """Return what an actor is that is known by its name alone."""
    # Capitals alone count as an organisation only where they stand in a text twice.
    is_one = is_organisation(name, f"{name} {name}")
    return ActorKind.ORGANISATION if is_one else ActorKind.PERSON
