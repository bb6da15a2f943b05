"""One field of a record in the details: its name, its value in an editor, and what is said of it.

What nobody has confirmed has a hollow mark and slanted letters, and is called so in the tip and to
a screen reader; what is entered has a filled mark.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.records import Value
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.records import CardField, ShownValue
from reviewer.ui.theme.growing import keep_square
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.details.record_editors import Editor, editor_of
from reviewer.ui.wording import announce, isolated, plain, sentence, tip
from reviewer.workspace.project import Workspace

_MARK = 11  # pixels
_DOT = 7.0


class ConfirmMark(QWidget):
    """A ring where a value is only read, a dot where it is entered, nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._hollow: bool | None = None
        keep_square(self, _MARK)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, hollow: bool | None) -> None:
        """Show a ring (true), a dot (false) or nothing."""
        self._hollow = hollow
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hollow is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.WindowText)
            size = _DOT * self.width() / _MARK
            room = (self.width() - size) / 2
            painter.setPen(QPen(ink, 1.4))
            if not self._hollow:
                painter.setBrush(ink)
            painter.drawEllipse(QRectF(room, room, size, size))


class RecordRow(QWidget):
    """Shows one value, and takes what is typed."""

    entered = Signal()
    pointed = Signal(object)  # the Span whose words are to be pointed out in the text

    def __init__(self, workspace: Workspace, one: CardField) -> None:
        super().__init__()
        self.field = one
        self._shown = ShownValue()
        self._put: tuple[Value, str] | None = None  # what was shown, and what stood there then
        self.editor: Editor = editor_of(workspace, one)
        self._mark = ConfirmMark()
        self._label = QLabel()
        set_role(self._label, "muted")
        self._label.setBuddy(self.editor.line)
        self._said = plain("", "muted")
        self._said.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(3)
        head.addWidget(self._mark)
        head.addWidget(self._label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self._said)
        self.show_name(standard=False)
        self.editor.edited.connect(self._follow)
        self.editor.entered.connect(self.entered)
        self.editor.line.installEventFilter(self)

    @property
    def key(self) -> str:
        """The field's key."""
        return self.field.key

    def show_name(self, *, standard: bool) -> None:
        """Show what the field is called; with ``standard`` the schema's word beside it."""
        own = self.field.own is not None
        words = isolated(self.field.label) if own else self.field.label
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setText(f"{words} · {self.field.key}" if standard and not own else words)
        self._label.setWordWrap(True)

    def show_value(self, shown: ShownValue) -> None:
        """Show a value, unless something else is being typed.

        One that stands here already is left alone, with what is chosen in it.
        """
        self._shown = shown
        if not self.editor.touched and self._put != (shown.value, self.editor.draft()):
            self.editor.show_value(shown.value)
            self._put = (shown.value, self.editor.draft())
        self._follow()

    def put_draft(self, words: str) -> None:
        """Show again what was typed and could not be saved."""
        self.editor.put_draft(words)
        self._follow()

    def value(self) -> Value:
        """Return what stands here; says below what is wrong, and raises ``ReviewerError``."""
        try:
            return self.editor.value()
        except ReviewerError as problem:
            self._say(sentence(problem), "danger")
            announce(self.editor.line, sentence(problem))
            raise

    def say(self, words: str) -> None:
        """Say something below the value."""
        self._say(words, "muted")

    def _follow(self) -> None:
        hollow = self._shown.unconfirmed and not self.editor.touched
        nothing = not self.editor.line.text().strip()
        self._mark.show_state(None if nothing else hollow)
        self.editor.show_unconfirmed(hollow)
        shown = ShownValue() if self.editor.touched else self._shown
        self._say(self.editor.said() or shown.why, "muted")
        state = _("not confirmed") if hollow and not nothing else ""
        line = self.editor.line
        name = isolated(self.field.label) if self.field.own is not None else self.field.label
        for part in self.editor.that_take_keys():
            part.setAccessibleName(f"{name}, {state}" if state else name)
            part.setAccessibleDescription(" ".join(filter(None, (self.field.help, shown.read))))
        for part in (self._label, line):
            part.setToolTip(tip(self.field.help, self._schema(), state.capitalize(), shown.read))

    def _schema(self) -> str:
        return "" if self.field.own is not None else self.field.key

    def _say(self, words: str, role: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        set_role(self._said, role)

    def _point(self) -> None:
        if self._shown.span is not None and not self.editor.touched:
            self.pointed.emit(self._shown.span)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point out the words a value was read from when it gets the keys."""
        if event.type() == QEvent.Type.FocusIn:
            self._point()
        return False

    @override
    @guard()
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point()
