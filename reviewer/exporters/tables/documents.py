"""The register of documents: every source that is held, with its fingerprints."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.written import date_written


class Documents:
    """A row a document, by number."""

    what, title = "documents", N_("Documents")
    columns = (
        *("number", "title", "original_name", "inside", "author", "publisher", "publisher_actor"),
        *("url", "posted", "posted_words", "posted_basis", "captured", "captured_words"),
        *("captured_basis", "language", "review_status", "set_aside_reason", "words", "passages"),
        *("text_sha256", "original_sha256", "original_dropped", "importer", "imported_at"),
        "document_uid",
    )

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows."""
        for one in project.held():
            document = one.document
            yield {
                "row": "document",
                "number": document.label,
                "title": document.title,
                "original_name": document.original_name,
                "inside": one.inside,
                "author": document.author,
                "publisher": document.publisher,
                "publisher_actor": one.publisher_actor,
                "url": document.url,
                "posted": date_written(document.posted),
                "posted_basis": str(document.posted.basis),
                "captured": date_written(document.captured),
                "captured_basis": str(document.captured.basis),
                "language": document.language,
                "review_status": str(document.review_status),
                "set_aside_reason": document.set_aside_reason,
                "words": one.words,
                "passages": one.passages,
                "text_sha256": one.text_sha256,
                "original_sha256": one.original_sha256,
                "original_dropped": one.dropped,
                "importer": one.importer,
                "imported_at": document.imported_at,
                "document": document.title,
                "document_uid": document.uid,
            }


TABLE = Documents()
