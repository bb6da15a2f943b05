"""What a row of a passages table holds, the same for every table format.

The names are the JSON keys and the CSV header; they do not change within one ``format`` number.
"""

from collections.abc import Iterator
from itertools import islice

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ExportedPassage, Snapshot

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
)


_ROWS_A_PAGE = 100


def cells_of(passage: ExportedPassage) -> Cells:
    """Return a passage in the order of ``COLUMNS``.

    Offsets are code points, times UTC; a date is its words as printed, its EDTF and its basis.
    """
    return (
        passage.project,
        passage.label,
        passage.uid,
        passage.tag,
        passage.span.start,
        passage.span.end,
        passage.paragraph,
        passage.quote,
        passage.sentence,
        passage.note,
        passage.anchor,
        passage.analyst,
        passage.created_at,
        passage.modified_at,
        passage.document_title,
        passage.document_uid,
        passage.original_name,
        passage.author,
        passage.publisher,
        passage.url,
        passage.posted.words,
        passage.posted.edtf,
        passage.posted.basis.value,
        passage.captured.words,
        passage.captured.edtf,
        passage.captured.basis.value,
        passage.text_sha256,
        passage.original_sha256,
    )


def pages(snapshot: Snapshot, progress: Progress) -> Iterator[list[Cells]]:
    """Give the rows of a snapshot, a hundred at a time, and report before each hundred.

    Raises ``Cancelled`` when the person asked to stop.
    """
    total, done = snapshot.count(), 0
    rows = map(cells_of, snapshot.passages())
    progress.report(0, total)
    while page := list(islice(rows, _ROWS_A_PAGE)):
        yield page
        done += len(page)
        progress.report(done, total)
