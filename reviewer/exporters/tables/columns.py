"""What a row of a passages table holds, the same for every table format.

The names are the JSON keys and the CSV header; they do not change within one ``format`` number.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from reviewer.domain.exported import BARE
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ExportedDocument, ExportedPassage, Snapshot
from reviewer.domain.tags import RecordKind
from reviewer.exporters.tables.record_columns import NO_CELLS, RECORD_COLUMNS, record_cells

FORMAT = 1
Cells = tuple[str | int, ...]

COLUMNS = (
    "project",
    "passage",
    "uid",
    "tag",
    "start",
    "end",
    "paragraph",
    "quote",
    "sentence",
    "note",
    "statement",
    "translation",
    "translation_language",
    "translator",
    "translation_checked_by",
    "translation_checked_at",
    "checked_by",
    "checked_at",
    "anchor",
    "analyst",
    "created",
    "modified",
    "document",
    "document_uid",
    "original_name",
    "author",
    "publisher",
    "url",
    "posted",
    "posted_edtf",
    "posted_basis",
    "captured",
    "captured_edtf",
    "captured_basis",
    "text_sha256",
    "original_sha256",
    "follow_up",
    *RECORD_COLUMNS,
    "page",
)


_ROWS_A_PAGE = 100
BARE_ROWS: Mapping[RecordKind, Cells] = {
    kind: ("", *record_cells(record), "") for kind, record in BARE.items()
}
"""What passages carry of which nothing is known yet: the same objects for all of them."""

CARRIED = 2 + len(NO_CELLS)
"""How many of the columns, the last ones, hold what passages carry; empty in most rows.

The page is the very last, so that no other column stands elsewhere than before there were pages.
"""


class Parts(NamedTuple):
    """A row in the order of ``COLUMNS``: where, what is said, who and when, in which document.

    The last is the same object for passages of one document that follow each other, so that a
    format need not write it out for each. The words are what people wrote; the other cells are
    short and plain nearly always, so that a format can look at them all at once. What the passage
    carries besides, each format writes in its own way.
    """

    place: Cells
    words: Cells
    work: Cells
    document: Cells
    passage: ExportedPassage


def cells_of(passage: ExportedPassage) -> Cells:
    """Return a passage in the order of ``COLUMNS``.

    Offsets are code points, times UTC; a date is its words as printed, its EDTF and its basis.
    """
    parts = _parts(passage, _of_document(passage.document))
    return parts.place + parts.words + parts.work + parts.document + carried_cells(passage)


def carried_cells(passage: ExportedPassage) -> Cells:
    """Return what a passage carries beside its words, in the order of the last columns."""
    record = passage.record
    if record is BARE[record.kind] and not passage.follow_up and not passage.page:
        return BARE_ROWS[record.kind]
    return ("yes" if passage.follow_up else "", *record_cells(passage.record), passage.page)


def pages(snapshot: Snapshot, progress: Progress) -> Iterator[list[Parts]]:
    """Give the rows of a snapshot, a hundred at a time, and report before each hundred.

    Raises ``Cancelled`` when the person asked to stop.
    """
    total, done = snapshot.count(), 0
    rows = _rows(snapshot)
    progress.report(0, total)
    while page := list(islice(rows, _ROWS_A_PAGE)):
        yield page
        done += len(page)
        progress.report(done, total)


def _rows(snapshot: Snapshot) -> Iterator[Parts]:
    document: ExportedDocument | None = None
    cells: Cells = ()
    for passage in snapshot.passages():
        if passage.document is not document:
            document = passage.document
            cells = _of_document(document)
        yield _parts(passage, cells)


def _parts(passage: ExportedPassage, cells: Cells) -> Parts:
    project, uid, label, tag, span, paragraph, quote, sentence, note, *work = passage[:13]
    return Parts(
        (project, label, uid, tag, span.start, span.end, paragraph),
        (quote, sentence, note, *passage.details),
        tuple(work),
        cells,
        passage,
    )


def _of_document(document: ExportedDocument) -> Cells:
    return (
        document.title,
        document.uid,
        document.original_name,
        document.author,
        document.publisher,
        document.url,
        document.posted.words,
        document.posted.edtf,
        document.posted.basis.value,
        document.captured.words,
        document.captured.edtf,
        document.captured.basis.value,
        document.text_sha256,
        document.original_sha256,
    )
