"""The details as one line, where there is no room for the panel.

It says what neither the header over the pane nor the status bar says: how far one has come with
the document, and what people have written about it or about the passage.
"""

from reviewer.domain.documents import REVIEW_STATUS_LABELS, Document, ReviewStatus
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import NotFound
from reviewer.domain.passages import PassageRow, first_words
from reviewer.environment.translation import _
from reviewer.ui.models.dates import shown
from reviewer.ui.theme import spacing
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

MOST_OF_A_NOTE = 80


class DetailsStrip(ElidedLabel):
    """One line about the chosen passage and its document."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setObjectName("details_strip")
        self.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)

    def show_chosen(self, document: int | None, passage: int | None) -> None:
        """Show what is known of a document and of a passage in it; without either, what to do."""
        parts = []
        if passage is not None:
            row = self._workspace.passages.listed([passage]).get(passage)
            parts += [] if row is None else passage_parts(row)
        if document is not None:
            parts += self._document_parts(document)
        self.setText(" · ".join(parts) or _("Open a document from the list."))

    def _document_parts(self, document: int) -> list[str]:
        try:
            return document_parts(self._workspace.documents.get(document))
        except NotFound:
            return []


def passage_parts(row: PassageRow) -> list[str]:
    """Return the beginning of a passage's note, and whose work the passage is."""
    by = _("tagged by {analyst}").format(analyst=isolated(row.analyst_name))
    return [_noted(_("Note: {note}"), row.note), by] if row.note else [by]


def document_parts(document: Document) -> list[str]:
    """Return how far one has come with a document, where it is from, and what was noted on it."""
    status = _(REVIEW_STATUS_LABELS[document.review_status])
    if document.review_status is ReviewStatus.SET_ASIDE:
        status = f"{status} ({isolated(document.set_aside_reason)})"
    parts = [_("This document: {status}").format(status=status)]
    if document.second_look:
        parts.append(_("second look"))
    if document.publisher and document.author:
        parts.append(_("by {author}").format(author=isolated(document.author)))
    if document.posted.basis is DateBasis.AMBIGUOUS:
        parts.append(_("the date can be read two ways"))
    if document.captured.words:
        captured = isolated(shown(document.captured))
        parts.append(_("saved from the web {date}").format(date=captured))
    if document.note:
        parts.append(_noted(_("Note on the document: {note}"), document.note))
    return parts


def _noted(template: str, note: str) -> str:
    return template.format(note=isolated(first_words(note, MOST_OF_A_NOTE)))
