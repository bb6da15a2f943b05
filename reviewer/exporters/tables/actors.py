"""The register of actors: who speaks, is accused, is harmed or publishes."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row


class Actors:
    """A row an actor."""

    what, title = "actors", N_("Actors")
    columns = ("name", "kind", "side", "protected", "names", "note", "uid")

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows by name."""
        for actor in project.actors():
            yield {
                "row": "actor",
                "name": actor.name,
                "kind": str(actor.kind),
                "side": actor.side,
                "protected": actor.protected,
                "names": list(actor.names),
                "note": actor.note,
                "uid": actor.uid,
            }


TABLE = Actors()
