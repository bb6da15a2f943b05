"""Puts documents together with their passages, one after the other, from one moment."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import reviewer
from reviewer.domain.annotated import Annotated, PageMark
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.incoming import PartKind
from reviewer.domain.passages import Anchor
from reviewer.domain.protecting import Hidden, Protection
from reviewer.domain.report import Account
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.operations.pages import PageOperations
from reviewer.workspace.operations.provenance import safe_name
from reviewer.workspace.page_marking import PageMarking
from reviewer.workspace.reporting.reported import Reporter, ReportWish

NOT_HELD = N_("“{title}” is not held: there is no text to show passages in.")


class Annotator:
    """Gives one document after another; to be used within one reading of the project."""

    def __init__(
        self,
        project: ProjectFile,
        pages: PageOperations,
        reporter: Reporter,
        wish: ReportWish,
        marking: PageMarking,
        made_at: str,
    ) -> None:
        self.wish = wish
        self._project = project
        self._pages = pages
        self._reporter = reporter
        self._marking = marking
        self._made_at = made_at
        self._hidden = Protection(project.actors.all() if wish.protect else ())
        self._colours = {tag.name: tag.colour for tag in project.tags.all()}

    def name(self, document: int) -> str:
        """Return what a file of the document is called, without its ending."""
        found = self._document(document)
        return safe_name(f"{found.label} {self._hidden.words(found.title)}")

    def annotated(self, document: int) -> Annotated:
        """Return a document with its passages; raises ``NotAllowed`` where it is not held."""
        found = self._document(document)
        if found.text is None:
            raise NotAllowed(NOT_HELD, title=found.title)
        project, text = self._project, found.text
        words = project.texts.text(text)
        hidden = self._hidden.text(words)
        held = self._reporter.held(document)
        told = self._reporter.accounts(replace(self.wish.chosen, documents=(document,)))
        placed = [(one, self._place(one, held, words, hidden)) for one in told]
        placed.sort(key=lambda one: (one[0].passage.span, one[0].passage.label))
        return Annotated(
            project=project.path.stem,
            made_at=self._made_at,
            version=reviewer.__version__,
            held=held,
            text=hidden.text,
            accounts=[account for account, _ in placed],
            places=[place for _, place in placed],
            colours=self._colours,
            furniture=[hidden.place(one.span) for one in project.furniture.of(text)],
            pages=[
                replace(one, start=hidden.at(one.start), end=hidden.at(one.end))
                for one in project.parts.of(text, PartKind.PAGE)
            ],
            mark_pages=partial(self._marked, document),
        )

    def _place(
        self, account: Account, held: ExportedHeld, words: str, hidden: Hidden
    ) -> Span | None:
        """Return where a passage stands in the words as they are shown, where that is certain."""
        passage = account.passage
        if passage.anchor != Anchor.SURE or passage.document.text_sha256 != held.text_sha256:
            return None
        if self._hidden.words(passage.span.of(words)) != passage.quote:
            return None
        return hidden.place(passage.span)

    def _document(self, document: int) -> Document:
        return self._project.documents.get(document)

    def _marked(self, document: int, marks: Sequence[PageMark]) -> bytes:
        return self._marking.marked(self._pages.marking(document, marks))
