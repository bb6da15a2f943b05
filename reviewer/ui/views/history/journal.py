"""The project's notes: a journal with dates, the newest on top.

A new note is written above the list; the others are edited where they stand. The filter looks
through every note there is: those on passages and documents are listed below, as links.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.notes import Note, NoteHit, NoteKind
from reviewer.domain.passages import first_words
from reviewer.domain.steps import News
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.journal import Journal, journal
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.details.linked_words import Link, LinkedWords, Stretch
from reviewer.ui.views.documents.document_filter import FilterField
from reviewer.ui.views.history.journal_entry import JournalEntry
from reviewer.ui.views.history.new_note import NewNote
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.panel_head import SidePanel, panel_head
from reviewer.ui.wording import isolated, plain, sentence
from reviewer.workspace.project import Workspace

PAGE = 20  # entries shown at first, and more with every press of "Show older notes"
MOST_ELSEWHERE = 60
_SHOWN_OF_A_NOTE = 90


class JournalPanel(SidePanel):
    """The side panel; what is written here is asked for by signals."""

    add_wanted = Signal(str)
    change_wanted = Signal(int, str)
    remove_wanted = Signal(int)
    passage_wanted = Signal(int)
    document_wanted = Signal(int)
    done = Signal()  # the keys shall go back to the text

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        del theme  # everything here takes its colours from the palette
        self._workspace = workspace
        self._read_only = workspace.read_only is not None
        self._most = PAGE
        self._entries: dict[int, JournalEntry] = {}
        self._loose: list[QWidget] = []  # headings and the like, made anew each time
        self.new = NewNote()
        self.field = FilterField(_("Words in any note"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._nothing = EmptyPlace("journal")
        self._older = QPushButton(_("Show older notes"))
        self._older.setAutoDefault(False)
        self._soon = Soon(self._show, self)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.reload)
        self._soon.start()

    def reload(self) -> None:
        """Read everything again."""
        self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of the theme that was just put on."""
        del theme
        self.update()

    def focus_new(self) -> None:
        """Put the caret where a new note is written."""
        (self.field if self._read_only else self.new).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, note: int) -> None:
        """Bring an entry into sight, whatever is filtered, and give it the keys."""
        self.field.clear()
        self.field.settle()
        notes = [one.id for one in self._workspace.notes.all()]
        if note in notes:
            self._most = max(self._most, notes.index(note) + 1)
            self._show()
            entry = self._entries[note]
            self._activate()
            self._area.ensureWidgetVisible(entry, 0, spacing.LARGE)
            entry.words.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is still being written; to be called before the project closes."""
        for entry in list(self._entries.values()):
            entry.words.flush()
        self.new.flush()

    def settle(self) -> None:
        """Try again what could not be saved; a new note waits until it is asked for."""
        for entry in list(self._entries.values()):
            entry.words.settle()

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def _lay_out(self) -> None:
        set_surface(self, "panel")
        self.setAccessibleName(_("Journal"))
        head = panel_head(_("Journal"), self._count, _("Close the journal"), self.close_wanted)
        top = QVBoxLayout()
        top.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, 0)
        top.setSpacing(spacing.SMALL)
        top.addWidget(self.new)
        top.addWidget(self.field)
        if self._read_only:
            self.new.hide()
        inside = QWidget()
        set_surface(inside, "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.LARGE)
        self._column.setSpacing(spacing.MEDIUM)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(self._area, "panel")
        self._area.setWidget(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.SMALL)
        layout.addLayout(head)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.new.written.connect(self._add)
        self.new.done.connect(self.close_wanted)
        self.field.settled.connect(self._filter)
        self._older.clicked.connect(self._show_older)

    def _add(self, words: str) -> None:
        """Ask for a new entry; what could not be saved stays in the field."""
        before = self._newest()
        self.add_wanted.emit(words)
        if self._newest() != before:
            self.new.clear()
            self._area.verticalScrollBar().setValue(0)

    def _newest(self) -> int | None:
        try:
            return self._workspace.history.newest()
        except ReviewerError:
            return None

    def _filter(self) -> None:
        self._most = PAGE
        self._show()

    def _show_older(self) -> None:
        self._most += PAGE
        self._show()

    def _follow(self, news: News) -> None:
        if self.isVisible() and news.tables & {"notes", "passages", "documents"}:
            self._soon.start()

    def _show(self) -> None:
        words = self.field.text()
        try:
            found = journal(self._workspace, words, self._most)
        except ReviewerError as problem:
            self._nothing.say(sentence(problem))
            self._stack.setCurrentIndex(1)
            return
        self._say_count(found, filtered=bool(words.strip()))
        self._place(found)

    def _say_count(self, found: Journal, *, filtered: bool) -> None:
        self._count.setText(counted("{count} note", "{count} notes", found.count))
        if filtered:
            self._nothing.say(_("No note holds these words."))
        else:
            self._nothing.say(
                _("Write down here what the whole project is about: decisions, doubts, what to do.")
            )
        self._stack.setCurrentIndex(0 if found.count or found.elsewhere else 1)

    def _place(self, found: Journal) -> None:
        """Put entries under their days; one that is shown already stays the same widget."""
        self._clear()
        shown: dict[int, JournalEntry] = {}
        for day in found.days:
            self._add_loose(_heading(day.day))
            for note in day.notes:
                shown[note.id] = self._entry(note)
                self._column.addWidget(shown[note.id])
                shown[note.id].show()
        for gone in self._entries.keys() - shown.keys():
            entry = self._entries[gone]
            entry.words.forget()
            entry.hide()
            entry.deleteLater()
        self._entries = shown
        if found.count > len(shown):
            self._column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        self._older.setVisible(found.count > len(shown))
        self._place_elsewhere(found.elsewhere)
        self._column.addStretch(1)

    def _place_elsewhere(self, hits: tuple[NoteHit, ...]) -> None:
        if not hits:
            return
        words = counted(
            "{count} note on a passage or document",
            "{count} notes on passages and documents",
            len(hits),
        )
        self._add_loose(_heading(words))
        for hit in hits[:MOST_ELSEWHERE]:
            line = LinkedWords(boxed=False)
            note = isolated(first_words(hit.words, _SHOWN_OF_A_NOTE))
            line.say([Stretch(hit.label, Link(hit.kind, hit.id)), Stretch(f" {note}")])
            line.setAccessibleName(line.words())
            line.followed.connect(self._go)
            self._add_loose(line)
        if len(hits) > MOST_ELSEWHERE:
            self._add_loose(plain(_("Type more to find fewer."), "muted"))

    def _entry(self, note: Note) -> JournalEntry:
        known = self._entries.get(note.id)
        if known is not None:
            known.show_note(note)
            return known
        entry = JournalEntry(self._workspace, note, read_only=self._read_only)
        entry.change_wanted.connect(self.change_wanted)
        entry.remove_wanted.connect(self.remove_wanted)
        entry.followed.connect(self._go)
        entry.done.connect(self.done)
        return entry

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            del item
        for widget in self._loose:
            widget.hide()
            widget.deleteLater()
        self._loose = []

    def _add_loose(self, widget: QWidget) -> None:
        self._loose.append(widget)
        self._column.addWidget(widget)

    def _activate(self) -> None:
        self._column.activate()

    def _go(self, link: Link) -> None:
        if link.kind is NoteKind.PASSAGE:
            self.passage_wanted.emit(link.id)
        elif link.kind is NoteKind.DOCUMENT:
            self.document_wanted.emit(link.id)


def _heading(words: str) -> QLabel:
    label = plain(words, "heading")
    label.setContentsMargins(0, spacing.SMALL, 0, 0)
    return label
