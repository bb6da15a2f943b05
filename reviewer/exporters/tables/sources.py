"""Sources that are known of and not held."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.written import date_written


class Sources:
    """A row a source, the most named first."""

    what, title = "sources", N_("Sources to find")
    columns = ("title", "publisher", "author", "posted", "posted_words", "links", "number")

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows."""
        for one in project.sources():
            yield {
                "row": "document",
                "title": one.title,
                "publisher": one.publisher,
                "author": one.author,
                "posted": date_written(one.posted),
                "links": one.links,
                "number": one.label,
            }


TABLE = Sources()
