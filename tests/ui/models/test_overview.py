"""Behaviour of the rows of the overview's lists: what a document's row says."""

from reviewer.domain.documents import DocumentRow, ReviewStatus
from reviewer.domain.edtf import NO_DATE
from reviewer.ui.models.overview import document_row


def _second(source: str) -> str:
    row = DocumentRow(
        1, 18, "A film", NO_DATE, source, 0, 0, ReviewStatus.UNREAD, second_look=False, held=False
    )
    return document_row(row).second.replace("\u2068", "").replace("\u2069", "")


def test_a_source_to_find_says_who_published_it_where_that_is_known() -> None:
    assert _second("Ministry of the Interior") == "D18 · Ministry of the Interior · not held"
    assert _second("") == "D18 · not held"
