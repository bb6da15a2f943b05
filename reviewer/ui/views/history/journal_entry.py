"""One entry of the journal: when and by whom, and its words, edited in place."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.notes import Note
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.journal import entry_head
from reviewer.ui.models.passage_details import found_references
from reviewer.ui.theme.growing import keep_icon, keep_square
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.details.written_field import WrittenField
from reviewer.workspace.project import Workspace

_GLYPH = 14
_BUTTON = 22
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class JournalEntry(QWidget):
    """Shows one note; taking all its words away takes it out of the journal."""

    change_wanted = Signal(int, str)
    remove_wanted = Signal(int)
    followed = Signal(object)  # a Link
    done = Signal()
    begun = Signal()

    def __init__(self, workspace: Workspace, note: Note, *, read_only: bool) -> None:
        super().__init__()
        self.note = note.id
        self.words = WrittenField(
            "",
            _("Write a note"),
            _("Write a note"),
            lambda one: (workspace.notes.get(one).words,),
            partial(found_references, workspace),
            read_only=read_only,
        )
        if not read_only:
            self.words.put_beside(self._remove_button())
        self.words.written.connect(self._tell)
        self.words.followed.connect(self.followed)
        self.words.done.connect(self.done)
        self.words.begun.connect(self.begun)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """Show the note as it is now."""
        head = entry_head(note)
        self.words.label.setText(head)
        self.words.view.setAccessibleName(head)
        self.words.field.setAccessibleName(head)
        self.words.show_owner(note.id, (note.words,))

    def _remove_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("remove"))
        button.setToolTip(_("Take this note out of the journal (Delete)"))
        button.setAccessibleName(_("Take this note out of the journal"))
        button.setAutoRaise(True)
        keep_icon(button, _GLYPH)
        keep_square(button, _BUTTON)
        button.clicked.connect(self._remove)
        return button

    def _tell(self, note: int, words: str) -> None:
        if words:
            self.change_wanted.emit(note, words)
        else:
            self.remove_wanted.emit(note)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.note)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on the words that are shown comes here."""
        if event.key() in _DELETE and self.words.view.hasFocus() and not self.words.is_read_only():
            self._remove()
        else:
            super().keyPressEvent(event)
