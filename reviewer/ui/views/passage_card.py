"""The chosen passage in the details: its tag, its words, its place, and the analyst's note."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.passages import ANCHOR_LABELS, Anchor, PassageRow
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.plain_words import PlainWords, quoted
from reviewer.ui.views.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated, plain

NOTE_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagMark(QWidget):
    """A tag's mark, in its colour and with the dash of its lane; its name stands beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._colour = "1"
        self.setFixedSize(MARK + 2, MARK + 2)

    def show_colour(self, colour: str) -> None:
        """Show the mark of this colour."""
        self._colour = colour
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_mark(painter, QRect(1, 1, MARK, MARK), self._colour, self.theme)


class NoteKeeper(QObject):
    """Watches over a field: tells ``written`` when it is left or on Ctrl+Enter, if it was changed.

    What was typed is never lost to news: only a field without changes of its own takes up what the
    project says. The field is a plain one, so that the style sheet knows it.
    """

    written = Signal(str)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self.field = field
        self._saved = ""
        field.installEventFilter(self)

    def take(self, words: str) -> None:
        """Show another note, whatever was typed."""
        self._saved = words
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def refresh(self, words: str) -> None:
        """Take up what the project has now, unless something else was typed meanwhile."""
        typed = self.typed()
        if typed == self._saved and typed != words:
            self.take(words)
        self._saved = words

    def typed(self) -> str:
        """Return what stands in the field, as it would be saved."""
        return self.field.toPlainText().strip()

    def flush(self) -> None:
        """Tell what was written, if it differs from what is saved."""
        if self.typed() != self._saved and not self.field.isReadOnly():
            self.written.emit(self.typed())

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which the window would take for "done, next"."""
        if isinstance(event, QKeyEvent) and _saves(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.flush()
                return True
        if isinstance(event, QFocusEvent) and _leaves(event):
            self.flush()
        return False


class PassageCard(QFrame):
    """Shows one passage; ``note_written`` carries the passage and its new note."""

    note_written = Signal(int, str)

    def __init__(self, theme: Theme, *, read_only: bool = False) -> None:
        super().__init__()
        self._passage: int | None = None
        self._mark = TagMark(theme)
        self._tag = plain("", "heading")
        self._number = QLabel()
        set_role(self._number, "muted")
        self._quote = PlainWords()
        self._place = plain("", "muted")
        self._doubt = plain(_(ANCHOR_LABELS[Anchor.NOT_CERTAIN]), "warning")
        self._doubt.setToolTip(_("The words no longer match their place: confirm where they are."))
        self.note = NoteKeeper(_note_field(read_only=read_only))
        self.note.written.connect(self._tell)
        self._build()

    @property
    def passage(self) -> int | None:
        """The passage shown."""
        return self._passage

    def show_passage(self, row: PassageRow, paragraph: int | None) -> None:
        """Show a passage; another one than before saves the note of that one first."""
        if row.id == self._passage:
            self.note.refresh(row.note)
        else:
            self.flush()
            self._passage = row.id
            self.note.take(row.note)
        self._mark.show_colour(row.tag_colour)
        self._tag.setText(isolated(row.tag_name))
        self._number.setText(row.label)
        self._quote.say(quoted(row.quote))
        self._doubt.setVisible(row.anchor is Anchor.NOT_CERTAIN)
        where = "" if paragraph is None else _("paragraph {number}").format(number=paragraph)
        made = (isolated(row.analyst_name), local_time(row.created_at))
        self._place.setText(" · ".join(part for part in (where, *made) if part))
        self.setAccessibleName(f"{row.label}, {row.tag_name}")

    def flush(self) -> None:
        """Save a note that is still being written."""
        if self._passage is not None:
            self.note.flush()

    def forget(self) -> None:
        """Show no passage any more; a note still being written is saved first."""
        self.flush()
        self._passage = None

    def drop(self) -> None:
        """Show no passage any more, because it is gone."""
        self._passage = None

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._mark.theme = theme
        self._mark.update()

    def _build(self) -> None:
        set_surface(self, "card")
        head = QHBoxLayout()
        head.setSpacing(spacing.SMALL)
        head.addWidget(self._mark)
        head.addWidget(self._tag, 1)
        head.addWidget(self._number)
        label = QLabel(_("Note"))
        set_role(label, "muted")
        label.setBuddy(self.note.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self._doubt)
        column.addWidget(self._place)
        column.addWidget(label)
        column.addWidget(self.note.field)

    def _tell(self, note: str) -> None:
        if self._passage is not None:
            self.note_written.emit(self._passage, note)


def _note_field(*, read_only: bool) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setReadOnly(read_only)
    field.setAccessibleName(_("Note"))
    field.setPlaceholderText(_("Your own words; not part of the source."))
    field.setToolTip(_("Saved when you leave the field, or with Ctrl+Enter"))
    field.setFixedHeight(field.fontMetrics().lineSpacing() * NOTE_LINES + 2 * spacing.SMALL + 6)
    return field


def _leaves(event: QFocusEvent) -> bool:
    """Say whether a field has lost the keys for good, and not to its own menu."""
    return event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason


def _saves(event: QKeyEvent) -> bool:
    """Say whether a key is Ctrl+Enter."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier
