"""doccano's JSON Lines: a document a line, its passages as labels, or as entities and relations.

Where passages of one document are linked, all lines have entities and relations, else labels:
doccano reads one kind at a time. Places are code points, as doccano counts. Every further key of a
line is kept by doccano as metadata and written out again, so what it has no place for goes along.
"""

from collections.abc import Iterator
from itertools import count
from typing import IO

from reviewer.domain.exporting import About
from reviewer.domain.interchange import Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.interchange import ProjectFormat
from reviewer.exporters.interchange.along import (
    OURS,
    GoingText,
    Parcelled,
    Row,
    gone_along,
    lies_within,
)
from reviewer.exporters.written import json_line


class Doccano:
    """Sequence labelling, with relations where there are any."""

    key = "doccano"
    title = N_("doccano (JSON Lines)")
    suffix = ".jsonl"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write a line a document; returns what went out. Raises ``Cancelled``."""
        del about  # there is no place that is not a document's
        parcelled = Parcelled(project, progress, "doccano")
        related = any(map(lies_within, project.links()))
        numbers = count(1)
        for text in parcelled.texts():
            line = _related(text, numbers) if related else _labelled(text)
            target.write(json_line({**line, OURS: gone_along(text)}).encode())
        return parcelled.sent()


def _labelled(text: GoingText) -> Row:
    labels = [[one.span.start, one.span.end, one.tag] for one in text.passages]
    return {"id": text.number, "text": text.text, "label": labels, "title": text.title}


def _related(text: GoingText, numbers: Iterator[int]) -> Row:
    """Return a document with relations; ``numbers`` are given to no two things of a file."""
    called = {one.key: next(numbers) for one in text.passages}
    return {
        "id": text.number,
        "text": text.text,
        "entities": [
            {
                "id": called[one.key],
                "label": one.tag,
                "start_offset": one.span.start,
                "end_offset": one.span.end,
            }
            for one in text.passages
        ],
        "relations": [
            {
                "id": next(numbers),
                "from_id": called[str(link["from"])],
                "to_id": called[str(link["to"])],
                "type": link["type"],
            }
            for link in text.links
        ],
        "title": text.title,
    }


PROJECT: ProjectFormat = Doccano()
