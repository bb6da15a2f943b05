"""A whole project as JSON Lines: every row of ``importers/json_lines.py``, to be taken in again.

Documents are not in it, only what is said of them: taking it in needs a project that has them.
"""

from collections.abc import Iterator
from typing import IO

from reviewer.domain.exported import ExportedHeld
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.exporters.sheets import passage_values
from reviewer.exporters.tables import Row, actors, events, links, questions, sources
from reviewer.exporters.tables.columns import FORMAT, Parts, pages
from reviewer.exporters.tables.place_columns import place_columns
from reviewer.exporters.written import date_written, json_line, told

_PLACES = frozenset((*place_columns("from_"), *place_columns("to_")))
"""What the passages' own lines say already."""


def write_project(project: ProjectSnapshot, target: IO[bytes], progress: Progress) -> int:
    """Write a project; returns how many lines. Raises ``Cancelled`` when asked to stop."""
    count = 0
    for row in project_rows(project, progress):
        line = {"format": FORMAT, "row": row["row"], **told(row)}
        target.write(json_line(line).encode())
        count += 1
    return count


def project_rows(project: ProjectSnapshot, progress: Progress) -> Iterator[Row]:
    """Give the rows of a project; empty values stand in them still (``written.told``)."""
    yield from described_rows(project)
    yield from passage_rows(project, progress)
    yield from link_rows(project)
    yield from judged_rows(project)


def described_rows(project: ProjectSnapshot, *, held: bool = True) -> Iterator[Row]:
    """Give what passages speak of: tags, actors, sources, documents, events and questions.

    Without those that are ``held`` for whoever goes through them alone.
    """
    yield from _tags(project)
    yield from actors.TABLE.rows(project)
    yield from sources.TABLE.rows(project)
    if held:
        yield from map(held_row, project.held())
    yield from events.TABLE.rows(project)
    yield from questions.TABLE.rows(project)


def held_row(one: ExportedHeld) -> Row:
    """Return what is said of a document that is held."""
    document = one.document
    return {
        "row": "document",
        "document": document.title,
        "document_uid": document.uid,
        "text_sha256": one.text_sha256,
        "original_sha256": one.original_sha256,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "note": document.note,
        "posted": date_written(document.posted),
        "captured": date_written(document.captured),
        "publisher_actor": one.publisher_actor,
        "review_status": str(document.review_status),
        "set_aside_reason": document.set_aside_reason,
        "second_look": document.second_look,
    }


def passage_rows(project: ProjectSnapshot, progress: Progress) -> Iterator[Row]:
    """Give the passages; raises ``Cancelled``."""
    for page in pages(project, progress):
        yield from map(passage_row, page)


def passage_row(part: Parts) -> Row:
    """Return a passage with what links call it."""
    row = passage_values(part)
    row["row"], row["key"] = "passage", part.passage.label
    return row


def link_rows(project: ProjectSnapshot) -> Iterator[Row]:
    """Give the links, oldest first."""
    for row in links.TABLE.rows(project):
        yield {key: value for key, value in row.items() if key not in _PLACES}


def judged_rows(project: ProjectSnapshot) -> Iterator[Row]:
    """Give what analysts found nothing in, and what they think of sources."""
    yield from _nothings(project)
    yield from _ratings(project)


def _tags(project: ProjectSnapshot) -> Iterator[Row]:
    names = {}
    for tag in project.tags():
        names[tag.id] = tag.name
        yield {
            "row": "tag",
            "name": tag.name,
            "record": str(tag.record),
            "definition": tag.definition,
            "colour": tag.colour,
            "key": tag.key,
            "parent": names.get(tag.parent or 0, ""),
        }
    for one in project.fields():
        yield {
            "row": "field",
            "tag": one.tag,
            "name": one.field.name,
            "kind": str(one.field.kind),
            "choices": list(one.field.choices),
            "help": one.field.help,
        }


def _nothings(project: ProjectSnapshot) -> Iterator[Row]:
    for one in project.nothings():
        yield {
            "row": "nothing",
            "event": one.event_key or one.event,
            "question": one.question_key or one.question,
            "document": one.document,
            "document_uid": one.document_uid,
            "checked_by": one.checked_by,
            "checked_at": one.checked_at,
        }


def _ratings(project: ProjectSnapshot) -> Iterator[Row]:
    for one in project.ratings():
        yield {
            "row": "rating",
            "document": one.document,
            "document_uid": one.document_uid,
            "actor": one.actor,
            "event": one.event_key or one.event,
            "question": one.question_key or one.question,
            "value": one.rating.value,
            "reason": one.rating.reason,
            "analyst": one.analyst,
            "at": one.rating.at,
        }
