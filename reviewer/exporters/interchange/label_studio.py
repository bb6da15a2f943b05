"""Label Studio's JSON: a task a document, its passages as regions of one annotation.

Places are code points; each region has its words beside them, so that whoever reads it can tell. A
note stands where Label Studio shows one (``meta.text`` of the region). What it has no place for
goes along in ``meta`` of regions and tasks, which it keeps and writes out again. For the regions to
be seen, the labelling of the project needs ``<Labels name="label" toName="text">`` with the tags,
``<Text name="text" value="$text"/>``, and ``<Relations>`` with the kinds of links.
"""

from collections.abc import Iterator, Mapping
from typing import IO

from reviewer.domain.exporting import About
from reviewer.domain.interchange import Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.interchange import ProjectFormat
from reviewer.exporters.interchange.along import (
    OURS,
    Going,
    GoingText,
    Parcelled,
    Row,
    of_document,
)
from reviewer.exporters.written import json_line

_DRAWN = {"from_name": "label", "to_name": "text", "origin": "manual"}


class LabelStudio:
    """Tasks with one annotation each."""

    key = "label_studio"
    title = N_("Label Studio (JSON)")
    suffix = ".json"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write a task a document; returns what went out. Raises ``Cancelled``."""
        del about  # a list of tasks says nothing of itself
        parcelled = Parcelled(project, progress, "Label Studio", seen=("note",))
        target.write(b"[\n")
        for text in parcelled.texts():
            between = "" if text.number == 1 else ","
            target.write((between + json_line(_task(text))).encode())
        target.write(b"]\n")
        return parcelled.sent()


def _task(text: GoingText) -> Row:
    called = {one.key: one.uid for one in text.passages}
    result = [*map(_region, text.passages), *(_relation(link, called) for link in text.links)]
    return {
        "id": text.number,
        "annotations": [{"id": text.number, "result": result}],
        "data": {"text": text.text, "title": text.title, "document": text.uid},
        "meta": {OURS: {**of_document(text), "links": text.links}},
    }


def _region(passage: Going) -> Row:
    return {
        "id": passage.uid,
        "type": "labels",
        **_DRAWN,
        "value": {
            "start": passage.span.start,
            "end": passage.span.end,
            "text": passage.quote,
            "labels": [passage.tag],
        },
        "meta": dict(_meta(passage)),
    }


def _meta(passage: Going) -> Iterator[tuple[str, object]]:
    """Give the note, and all that is said of a passage; its tag tells which tag that was under."""
    if note := passage.row.get("note"):
        yield "text", [note]
    yield OURS, {"tag": passage.tag, **passage.row}


def _relation(link: Row, called: Mapping[str, str]) -> Row:
    """Return a link; ``called`` has the ids of regions by the keys of passages."""
    return {
        "type": "relation",
        "from_id": called[str(link["from"])],
        "to_id": called[str(link["to"])],
        "direction": "right",
        "labels": [link["type"]],
    }


PROJECT: ProjectFormat = LabelStudio()
