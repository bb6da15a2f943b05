"""Links: which passage denies, supports, repeats … which, or a source not held."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.tables.place_columns import place_columns, place_written


class Links:
    """A row a link, with the words at both its ends."""

    what, title = "links", N_("Links")
    columns = (
        *("type", "from", "from_document", "from_quote", "to", "to_document", "to_source"),
        *("to_quote", "independent", "note", "analyst", "created", "uid"),
        *place_columns("from_"),
        *place_columns("to_"),
    )

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows, oldest first."""
        for one in project.links():
            link = one.link
            yield {
                "row": "link",
                "type": str(link.type),
                "from": one.start,
                "from_document": one.start_document,
                "from_quote": one.start_quote,
                "to": one.end,
                "to_document" if not one.end else "to_source": one.end_document,
                "to_quote": one.end_quote,
                "independent": str(link.independent),
                "note": link.note,
                "analyst": one.analyst,
                "created": link.created_at,
                "uid": link.uid,
                **place_written(one.start_place, "from_"),
                **place_written(one.end_place, "to_"),
            }


TABLE = Links()
