"""Where a new note for the journal is written: Ctrl+Enter saves it, Escape leaves it.

What is written here stays until it is saved.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.details.growing_field import Growing
from reviewer.ui.wording import native_keys, plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 2


class NewNote(QWidget):
    """A field with its button, which is there once something is written."""

    written = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(_("New note"))
        self.field.setPlaceholderText(_("New note. A passage’s number, such as D4·12, is a link."))
        self._growing = Growing(self.field, _LINES)
        self.field.textChanged.connect(self._follow)
        self.field.installEventFilter(self)
        self.button = QPushButton(_("Save note"))
        self.button.setAutoDefault(False)
        set_role(self.button, "small")
        self.button.clicked.connect(self.flush)
        keys = plain(native_keys("Ctrl+Return"), "muted")
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self.button)
        row.addWidget(keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addWidget(self.field)
        column.addWidget(self._below)
        self.setFocusProxy(self.field)
        self._follow()

    def flush(self) -> None:
        """Ask for what is written to be saved."""
        words = self.field.toPlainText().strip()
        if words:
            self.written.emit(words)

    def clear(self) -> None:
        """Begin another one."""
        self.field.clear()

    def _follow(self) -> None:
        self._below.setVisible(bool(self.field.toPlainText().strip()))

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which the window would take for "done, next", and Escape."""
        if not isinstance(event, QKeyEvent):
            return False
        plain_keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        saves = event.key() in _ENTER and plain_keys == Qt.KeyboardModifier.ControlModifier
        if not saves and event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            (self.flush if saves else self.done.emit)()
        return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
