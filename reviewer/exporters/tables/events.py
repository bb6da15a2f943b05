"""Events: what several documents speak of."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.written import date_written


class Events:
    """A row an event, in order of time."""

    what, title = "events", N_("Events")
    columns = (
        *("name", "type", "date", "date_words", "place", "place_precision", "parent"),
        *("description", "status", "passages", "documents", "uid"),
    )

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows."""
        for one in project.events():
            event = one.event
            yield {
                "row": "event",
                "key": one.key,
                "name": event.name,
                "type": str(event.type),
                "date": date_written(event.date),
                "place": event.place,
                "place_precision": str(event.place_precision),
                "parent": one.parent,
                "description": event.description,
                "status": str(event.status),
                "passages": one.passages,
                "documents": one.documents,
                "uid": event.uid,
            }


TABLE = Events()
