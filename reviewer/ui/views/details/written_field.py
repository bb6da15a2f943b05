"""A note, or plain words: written in place, the passages it speaks of as links."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.notes import NoteKind, Reference
from reviewer.domain.offsets import from_utf16
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.views.details.growing_field import Growing, put_caret, put_words
from reviewer.ui.views.details.in_place import InPlace, Stored, Values
from reviewer.ui.views.details.linked_words import Link, Stretch, stretches

References = Callable[[str], Sequence[Reference]]


class WordsForm(QWidget):
    """One field for words; a ``Form``."""

    def __init__(self, name: str, hint: str, *, read_only: bool, one_line: bool) -> None:
        super().__init__()
        self._one_line = one_line
        self.field = QPlainTextEdit()
        self.field.setReadOnly(read_only)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setToolTip(
            _("Saved when you leave the field; Ctrl+Enter and Esc go back to the text")
        )
        self._growing = Growing(self.field, 1 if one_line else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def typed(self) -> Values:
        """Return the words, without blank space around them."""
        words = self.field.toPlainText()
        return (" ".join(words.split()) if self._one_line else words.strip(),)

    def put(self, values: Values) -> None:
        """Show words."""
        put_words(self.field, values[0])

    def focus(self, place: int) -> None:
        """Put the caret into them."""
        put_caret(self.field, place)


class WrittenField(InPlace):
    """One field of words; with ``one_line``, Enter is done with it."""

    written = Signal(int, str)  # whose, and the words

    def __init__(
        self,
        name: str,
        add: str,
        hint: str,
        stored: Stored,
        references: References,
        *,
        read_only: bool = False,
        one_line: bool = False,
    ) -> None:
        def cut(words: str) -> list[Stretch]:
            return stretches(words, references(words))

        form = WordsForm(name, hint, read_only=read_only, one_line=one_line)
        super().__init__(name, add, stored, cut, form, read_only=read_only)
        self.field = form.field
        self._references = references
        self.label.setBuddy(self.field)
        self.left.connect(self._tell)
        self.watch(self.field, one_line=one_line)
        self.field.viewport().installEventFilter(self)

    def _tell(self, owner: int, values: Values) -> None:
        self.written.emit(owner, values[0])

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the number of a passage that is pressed with Ctrl."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            link = self._link_at(event) if held else None
            if link is not None:
                self.followed.emit(link)
                return True
        return super().eventFilter(watched, event)

    def _link_at(self, event: QMouseEvent) -> Link | None:
        words = self.field.toPlainText()
        units = self.field.cursorForPosition(event.position().toPoint()).position()
        at = from_utf16(words, units)
        for one in self._references(words):
            if one.passage is not None and one.span.start <= at <= one.span.end:
                return Link(NoteKind.PASSAGE, one.passage)
        return None
