"""The details: what is known of the chosen passage and of its document.

It shows; what is to be changed it asks for: ``describe_wanted``, ``settle_wanted`` and
``note_written`` are connected to commands by the window.
"""

from collections import OrderedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import PassageRow
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.document_facts import facts_of
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.document_facts import DocumentFacts
from reviewer.ui.views.empty_place import EmptyPlace
from reviewer.ui.views.passage_card import PassageCard
from reviewer.ui.wording import plain, sentence
from reviewer.workspace.project import Workspace

TEXTS_KEPT = 4
LEAST_WIDTH = 220


class DetailsPanel(QWidget):
    """Shows one passage and one document; says what to do when there is neither."""

    describe_wanted = Signal(int)
    settle_wanted = Signal(int, str)
    note_written = Signal(int, str)

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._document: int | None = None
        self._passage: int | None = None
        self._described: Document | None = None
        self._paragraphs: OrderedDict[int, Paragraphs] = OrderedDict()
        read_only = workspace.read_only is not None
        self.card = PassageCard(theme, read_only=read_only)
        self.facts = DocumentFacts(read_only=read_only)
        self._hint = plain(_("Put the caret on a passage to see it here."), "muted")
        self._nothing = EmptyPlace("details")
        self._nothing.say(_("Open a document from the list: what is known of it stands here."))
        self._stack = QStackedWidget()
        self._soon = Soon(self._show, self)
        self._build()
        self.card.note_written.connect(self.note_written)
        self.facts.describe_wanted.connect(self._describe)
        self.facts.settle_wanted.connect(self._settle)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.reload)

    def show_chosen(self, document: int | None, passage: int | None) -> None:
        """Show a document and a passage of it, as soon as nothing more urgent is to be done.

        A note still being written to another passage is saved first.
        """
        if passage != self.card.passage:
            self.card.flush()
        self._document, self._passage = document, passage
        self._soon.start()

    def flush(self) -> None:
        """Save a note that is still being written; to be called before the project closes."""
        self.card.flush()

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        self._described = None
        self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self.card.set_theme(theme)

    def _build(self) -> None:
        set_surface(self, "panel")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Details"))
        title = QLabel(_("Details"))
        set_role(title, "heading")
        title.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        inside = QWidget()
        set_surface(inside, "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.LARGE)
        column.setSpacing(spacing.LARGE)
        for part in (self.card, self._hint, self.facts):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(area, "panel")
        area.setWidget(inside)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._stack, 1)

    def _follow(self, news: News) -> None:
        shown = {"documents": self._document, "passages": self._passage}
        touched = any(row in news.rows.get(table, ()) for table, row in shown.items())
        if touched or "tags" in news.tables:
            self._soon.start()

    def _show(self) -> None:
        try:
            document = self._found_document()
            row = None if document is None else self._found_passage()
            if document is not None and document != self._described:
                self._show_facts(document)
        except ReviewerError as problem:
            self._nothing.say(sentence(problem))
            self._stack.setCurrentIndex(0)
            return
        self._nothing.say(_("Open a document from the list: what is known of it stands here."))
        self._stack.setCurrentIndex(0 if document is None else 1)
        self._hint.setVisible(row is None)
        self.card.setVisible(row is not None)
        if document is None or row is None:
            self.card.drop()
        else:
            self.card.show_passage(row, self._paragraph(document, row))

    def _show_facts(self, document: Document) -> None:
        """Show what is known of a document; told anew only when something of it has changed."""
        facts = facts_of(self._workspace.documents, document.id)
        self.facts.show_facts(document.label, document.title, facts)
        self._described = document

    def _found_document(self) -> Document | None:
        if self._document is None:
            return None
        try:
            return self._workspace.documents.get(self._document)
        except NotFound:
            return None

    def _found_passage(self) -> PassageRow | None:
        if self._passage is None:
            return None
        return self._workspace.passages.listed([self._passage]).get(self._passage)

    def _paragraph(self, document: Document, row: PassageRow) -> int | None:
        """Return the paragraph a passage begins in; long texts are gone through once."""
        if document.text is None:
            return None
        if document.text not in self._paragraphs:
            text = self._workspace.documents.text(document.id)
            self._paragraphs[document.text] = Paragraphs(text)
        self._paragraphs.move_to_end(document.text)
        while len(self._paragraphs) > TEXTS_KEPT:
            self._paragraphs.popitem(last=False)
        return self._paragraphs[document.text].number_at(row.span.start)

    def _describe(self) -> None:
        if self._document is not None:
            self.describe_wanted.emit(self._document)

    def _settle(self, field: str) -> None:
        if self._document is not None:
            self.settle_wanted.emit(self._document, field)
