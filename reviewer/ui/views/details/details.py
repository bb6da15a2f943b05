"""The details: what is known of the chosen passage and of its document, and what is written of it.

It shows; what is to be changed it asks for, by signals that ``noting.py`` connects.
"""

from collections import OrderedDict
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import PassageRow
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.document_facts import facts_of, origin_facts, rating_fact
from reviewer.ui.models.passage_details import (
    ShownDetails,
    details_shown,
    found_references,
    spoken_of,
)
from reviewer.ui.parts import Writing
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.details.in_place import InPlace
from reviewer.ui.views.details.passage_card import PassageCard
from reviewer.ui.views.details.section import Section
from reviewer.ui.views.details.written_field import WrittenField
from reviewer.ui.views.documents.document_facts import DocumentFacts
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.wording import plain, sentence
from reviewer.workspace.project import Workspace

TEXTS_KEPT = 4
LEAST_WIDTH = 256
RECORDS = frozenset(
    (
        *("allegations", "responses", "figures", "chain_members", "roles", "readings"),
        *("fields", "field_values", "actors", "actor_names"),
    )
)
"""What a passage's record is made of, beside the passage."""

NOTES_MILLISECONDS = 150  # before all notes are looked through for the passage's number


class DetailsPanel(QWidget):
    """Shows one passage and one document; says what to do when there is neither."""

    describe_wanted = Signal(int)
    settle_wanted = Signal(int, str)
    rate_wanted = Signal(int)
    note_written = Signal(int, str)
    statement_written = Signal(int, str)
    translation_written = Signal(int, str, str, str)  # passage, words, language, translator
    document_note_written = Signal(int, str)
    check_wanted = Signal(int, bool)
    translation_check_wanted = Signal(int, bool)
    looked_again = Signal(int)
    followed = Signal(object)  # a Link that was pressed
    done = Signal()  # what was written is saved: the keys shall go back to the text
    sight_wanted = Signal()  # something shall be written here: the panel must be seen
    passage_shown = Signal(
        object
    )  # the passage that is shown now, or None; told again when read anew

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._document: int | None = None
        self._passage: int | None = None
        self._described: Document | None = None
        self._paragraphs: OrderedDict[int, Paragraphs] = OrderedDict()
        read_only = workspace.read_only is not None
        self.card = PassageCard(workspace, theme, read_only=read_only)
        self.facts = DocumentFacts(read_only=read_only)
        self.note = WrittenField(
            _("Note on the document"),
            _("Add a note on the document"),
            _("Your own words; not part of the source."),
            lambda one: (workspace.documents.get(one).note,),
            partial(found_references, workspace),
            read_only=read_only,
        )
        self._hint = plain(
            _("Put the caret on a passage to see it here; Enter takes up the one it is on."),
            "muted",
        )
        self._nothing = EmptyPlace("details")
        self._nothing.say(_("Open a document from the list: what is known of it stands here."))
        self._stack = QStackedWidget()
        self._soon = Soon(self._show, self)
        self._notes_later = QTimer(self)
        self._notes_later.setSingleShot(True)
        self._notes_later.setInterval(NOTES_MILLISECONDS)
        self._notes_later.timeout.connect(self._show_links)
        self._build()
        self._connect()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.reload)

    def show_chosen(self, document: int | None, passage: int | None) -> None:
        """Show a document and a passage of it, as soon as nothing more urgent is to be done.

        What is still being written about another one is saved first.
        """
        if passage != self.card.passage:
            self.card.flush()
        if document != self.note.owner:
            self.note.flush()
        self._document, self._passage = document, passage
        self._soon.start()

    def add_section(self, section: Section) -> None:
        """Put in another section about the chosen passage, below its record and before the facts.

        The first one put in stands highest.
        """
        self._sections.addWidget(section)
        self.passage_shown.connect(section.show_passage)
        section.show_passage(self.card.passage)

    def flush(self) -> None:
        """Save what is still being written; to be called before the project closes."""
        self.card.flush()
        self.note.flush()

    def settle(self) -> None:
        """Try again what could not be saved, once a change is over that let nothing be changed."""
        self.card.settle()
        self.note.settle()

    def edit(self, what: Writing) -> None:
        """Put the caret where this is written about the chosen passage, or its document."""
        self.sight_wanted.emit()
        self._show()
        self._fields()[what].edit()

    def edit_record(self) -> bool:
        """Put the caret into the first field of the chosen passage's record, if it has any."""
        self.sight_wanted.emit()
        self._show()
        return self.card.record.edit()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say which keys do what is done here, by the ids of the commands."""
        self.card.show_keys(keys)
        self.note.show_key(keys.get("document.note", ""))

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        self._described = None
        self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self.card.set_theme(theme)

    def _fields(self) -> dict[Writing, InPlace]:
        return {
            Writing.NOTE: self.card.note,
            Writing.STATEMENT: self.card.statement,
            Writing.TRANSLATION: self.card.translation,
            Writing.DOCUMENT_NOTE: self.note,
        }

    def _connect(self) -> None:
        card = self.card
        card.note.written.connect(self.note_written)
        card.statement.written.connect(self.statement_written)
        card.translation.written.connect(self.translation_written)
        card.check_wanted.connect(self.check_wanted)
        card.translation_check_wanted.connect(self.translation_check_wanted)
        card.looked_again.connect(self.looked_again)
        card.record.begun.connect(self._bring_row_into_sight)
        self.note.written.connect(self.document_note_written)
        for part in (card, self.note):
            part.followed.connect(self.followed)
            part.done.connect(self.done)
        for field in self._fields().values():
            field.begun.connect(self._bring_into_sight)
        self.facts.describe_wanted.connect(self._describe)
        self.facts.settle_wanted.connect(self._settle)
        self.facts.rate_wanted.connect(self._rate)

    def _build(self) -> None:
        set_surface(self, "panel")
        self.setMinimumWidth(grown(LEAST_WIDTH))
        self.setAccessibleName(_("Details"))
        title = QLabel(_("Details"))
        set_role(title, "heading")
        title.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        inside = QWidget()
        set_surface(inside, "panel")
        self._inside = column = QVBoxLayout(inside)
        column.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.LARGE)
        column.setSpacing(spacing.LARGE)
        self._sections = QVBoxLayout()
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(spacing.LARGE)
        column.addWidget(self.card)
        column.addLayout(self._sections)
        for part in (self._hint, self.facts, self.note):
            column.addWidget(part)
        column.addStretch(1)
        self._area = area = QScrollArea()
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
        if "ratings" in news.tables:
            self._described = None
        touched = "ratings" in news.tables or any(
            row in news.rows.get(table, ()) for table, row in shown.items()
        )
        if touched or "tags" in news.tables or news.tables & RECORDS:
            self._soon.start()
        elif news.tables & {"notes", "passages", "documents"}:
            self._notes_later.start()

    def _show(self) -> None:
        try:
            document = self._found_document()
            shown = None if document is None else self._found_passage()
            if document is not None and document != self._described:
                self._show_facts(document)
        except ReviewerError as problem:
            self._nothing.say(sentence(problem))
            self._stack.setCurrentIndex(0)
            self.passage_shown.emit(None)
            return
        self._nothing.say(_("Open a document from the list: what is known of it stands here."))
        self._stack.setCurrentIndex(0 if document is None else 1)
        self._hint.setVisible(shown is None)
        self.card.setVisible(shown is not None)
        if document is None or shown is None:
            self.card.drop()
        else:
            people = [one.name for one in self._workspace.analysts()]
            self.card.show_passage(shown, self._paragraph(document, shown.row), people)
        if document is None:
            self.note.drop()
        self.passage_shown.emit(self.card.passage)
        self._notes_later.start()

    def _show_facts(self, document: Document) -> None:
        """Show what is known of a document; told anew only when something of it has changed."""
        facts = facts_of(self._workspace.documents, document.id)
        facts = [fact for fact in facts if fact.key != "note"]  # it is written below
        status = next(at for at, fact in enumerate(facts) if fact.key == "review_status")
        facts.insert(status, rating_fact(self._workspace, document.id))
        facts[status:status] = origin_facts(self._workspace, document.id)
        self.facts.show_facts(document.label, document.title, facts)
        self.note.show_owner(document.id, (document.note,))
        self._described = document

    def _show_links(self) -> None:
        """Show which notes speak of the passage, and which of the numbers in its own there are."""
        passage = self.card.passage
        if passage is not None:
            self.card.show_spoken_of(spoken_of(self._workspace, passage))
        for field in self._fields().values():
            field.show_links()

    def _bring_into_sight(self) -> None:
        field = self.sender()
        if isinstance(field, InPlace):
            self._inside.activate()
            self._area.ensureWidgetVisible(field, 0, spacing.LARGE)

    def _bring_row_into_sight(self, row: QWidget) -> None:
        self._inside.activate()
        self._area.ensureWidgetVisible(row, 0, spacing.LARGE)

    def _found_document(self) -> Document | None:
        if self._document is None:
            return None
        try:
            return self._workspace.documents.get(self._document)
        except NotFound:
            return None

    def _found_passage(self) -> ShownDetails | None:
        if self._passage is None:
            return None
        me = self._workspace.analyst
        return details_shown(self._workspace, self._passage, None if me is None else me.id)

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

    def _rate(self) -> None:
        if self._document is not None:
            self.rate_wanted.emit(self._document)

    def _settle(self, field: str) -> None:
        if self._document is not None:
            self.settle_wanted.emit(self._document, field)
