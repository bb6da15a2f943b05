"""What a row of a passages table holds, the same for every table format.

The names are the JSON keys and the CSV header; they do not change within one ``format`` number.
"""

from reviewer.domain.snapshot import ExportedPassage

FORMAT = 1

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


def row_of(passage: ExportedPassage) -> dict[str, str | int]:
    """Return a passage as a row: offsets are code points, times UTC, dates as printed and EDTF."""
    return {
        "project": passage.project,
        "passage": passage.label,
        "uid": passage.uid,
        "tag": passage.tag,
        "start": passage.span.start,
        "end": passage.span.end,
        "paragraph": passage.paragraph,
        "quote": passage.quote,
        "sentence": passage.sentence,
        "note": passage.note,
        "anchor": passage.anchor,
        "analyst": passage.analyst,
        "created": passage.created_at,
        "modified": passage.modified_at,
        "document": passage.document_title,
        "document_uid": passage.document_uid,
        "original_name": passage.original_name,
        "author": passage.author,
        "publisher": passage.publisher,
        "url": passage.url,
        "posted": passage.posted.words,
        "posted_edtf": passage.posted.edtf,
        "posted_basis": passage.posted.basis.value,
        "captured": passage.captured.words,
        "captured_edtf": passage.captured.edtf,
        "captured_basis": passage.captured.basis.value,
        "text_sha256": passage.text_sha256,
        "original_sha256": passage.original_sha256,
    }
