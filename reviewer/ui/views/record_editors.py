"""Editors of the values of a record, one for each kind: every one is a line one types into.

An editor shows a value, and tells what stands in it now; what it is read as is ``said`` below it.
What a person typed is *touched* until it is saved, and nothing that is told meanwhile writes over
it.
"""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.actors import Named
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.records import Value, ValueKind
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.models.records import CardField, actor_names, called, date_said, date_typed
from reviewer.ui.views.actor_field import ActorField
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_GROUPING = dict.fromkeys(map(ord, " ,٬،_\u00a0\u202f"))


class Editor(QWidget):
    """One value; ``line`` is what is typed into."""

    edited = Signal()  # by a person
    entered = Signal()  # Enter, and not to choose among what is offered

    def __init__(self) -> None:
        super().__init__()
        self.touched = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        raise NotImplementedError

    def that_take_keys(self) -> tuple[QWidget, ...]:
        """Return what is named for whoever cannot see it."""
        return (self.line,)

    def show_value(self, value: Value) -> None:
        """Show a value that is in the project, or was read."""
        self.put(value)
        self.touched = False
        self.line.setCursorPosition(0)

    def put(self, value: Value) -> None:
        """Write a value into the line."""
        raise NotImplementedError

    def value(self) -> Value:
        """Return what stands here; raises ``ReviewerError`` for what cannot be kept."""
        raise NotImplementedError

    def said(self) -> str:
        """Return what is to be said below of what stands here."""
        return ""

    def draft(self) -> str:
        """Return what is typed, as it stands."""
        return self.line.text()

    def put_draft(self, words: str) -> None:
        """Show again what was typed and could not be saved."""
        self.line.setText(words)
        self.touched = True

    def show_unconfirmed(self, unconfirmed: bool) -> None:
        """Write what nobody has confirmed in slanted letters."""
        font = self.line.font()
        if font.italic() != unconfirmed:
            font.setItalic(unconfirmed)
            self.line.setFont(font)

    def start(self) -> None:
        """Give it the keys, with everything chosen: typing replaces it."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _look_after(self, line: QLineEdit) -> None:
        line.textEdited.connect(self._touch)
        line.returnPressed.connect(self._returned)

    def _touch(self) -> None:
        self.touched = True
        self.edited.emit()

    def _returned(self) -> None:
        completer = cast("QCompleter | None", self.line.completer())
        popup = None if completer is None else completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            return  # Enter takes what is chosen in the list
        if popup is not None:
            popup.hide()
        self.entered.emit()


class LineEditor(Editor):
    """Words on one line."""

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setReadOnly(read_only)
        self._column.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._look_after(self._line)

    @property
    @override
    def line(self) -> QLineEdit:
        return self._line

    @override
    def put(self, value: Value) -> None:
        self._line.setText("" if value is None else str(value))

    @override
    def value(self) -> Value:
        return " ".join(self._line.text().split())


class NumberEditor(LineEditor):
    """A number in the digits of any script, grouped or not; empty is none, never zero."""

    @override
    def value(self) -> Value:
        digits = self._line.text().translate(_GROUPING)
        if not digits:
            return None
        if not digits.isdecimal() or len(digits) > 15:
            raise NotAllowed(N_("“{words}” is no number. Type digits, or nothing."), words=digits)
        return int(digits)


class DateEditor(LineEditor):
    """Words of a date; below stands what they are read as."""

    def __init__(self, *, read_only: bool, plain: bool = False) -> None:
        """``plain`` keeps the date alone, without its words."""
        super().__init__(read_only=read_only)
        self._plain = plain
        self._shown: WrittenDate = NO_DATE

    @override
    def put(self, value: Value) -> None:
        self._shown = value if isinstance(value, WrittenDate) else NO_DATE
        self._line.setText(self._shown.words or self._shown.edtf)

    @override
    def value(self) -> Value:
        date = self._date()
        if not self._plain:
            return date
        if date.words and not date.edtf:
            raise NotAllowed(N_("“{words}” is not read as a date."), words=date.words)
        return date.edtf

    @override
    def said(self) -> str:
        return date_said(self._date())[0]

    def _date(self) -> WrittenDate:
        words = " ".join(self._line.text().split())
        return self._shown if words == self._shown.words else date_typed(words)


class _Combo(QComboBox):
    """A choice that the wheel changes only while it has the keys: one scrolls past it."""

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceEditor(Editor):
    """A word of a closed list: typed, completed, or chosen."""

    def __init__(self, choices: Mapping[str, str], *, yes_no: bool, read_only: bool) -> None:
        super().__init__()
        self._yes_no = yes_no
        self._choices = choices
        self.combo = _Combo()
        self.combo.setEditable(True)
        self._line = QLineEdit()
        self.combo.setLineEdit(self._line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(6)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.addItem("", "")
        for word, label in choices.items():
            self.combo.addItem(label, word)
        completer = QCompleter(list(choices.values()), self.combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.combo.setCompleter(completer)
        self._line.setReadOnly(read_only)
        self.combo.setEnabled(not read_only)
        self._column.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self._look_after(self._line)
        self.combo.activated.connect(self._touch)

    @property
    @override
    def line(self) -> QLineEdit:
        return self._line

    @override
    def that_take_keys(self) -> tuple[QWidget, ...]:
        return (self.combo, self.line)

    @override
    def put(self, value: Value) -> None:
        word = "1" if value is True else str(value or "")
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(max(0, self.combo.findData(word)))
            self.line.setText(self._choices.get(word, word))

    @override
    def value(self) -> Value:
        word = self._word(" ".join(self.line.text().split()))
        return bool(word) if self._yes_no else word

    def _word(self, typed: str) -> str:
        """Return the word whose label is meant: the whole of it, or a part only it has."""
        if not typed:
            return ""
        wanted = typed.casefold()
        ways = (
            lambda label: label == wanted,
            lambda label: label.startswith(wanted),
            lambda label: wanted in label,
        )
        for fits in ways:
            found = [word for word, label in self._choices.items() if fits(label.casefold())]
            if len(found) == 1:
                return found[0]
        raise NotAllowed(N_("“{words}” is not in the list. Choose from it."), words=typed)


class NamesEditor(Editor):
    """Actors, with semicolons between them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.field = ActorField(workspace, many=True)
        self._shown: tuple[Named, ...] = ()
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.entered.connect(self.entered)
        self._look_after(self.field.line)
        self.field.edited.connect(self._touch)

    @property
    @override
    def line(self) -> QLineEdit:
        return self.field.line

    @override
    def put(self, value: Value) -> None:
        members = value if isinstance(value, tuple) else ()
        self._shown = tuple(one for one in members if isinstance(one, Named))
        self.field.show_names(self._shown)

    @override
    def value(self) -> Value:
        return self.field.names()

    @override
    def said(self) -> str:
        """Say under which name somebody is filed who is printed otherwise."""
        names = actor_names(self._workspace.actors, [self._shown])
        filed = [
            _("“{printed}” is filed as {name}").format(
                printed=isolated(one.printed), name=called(one, names)
            )
            for one in self._shown
            if one.printed and names.get(one.actor or 0, one.printed) != one.printed
        ]
        return "" if self.touched else "\n".join(filed)


def editor_of(workspace: Workspace, one: CardField) -> Editor:
    """Return an editor for a field's kind of value."""
    from reviewer.ui.views.record_chain import ChainEditor

    read_only = workspace.read_only is not None
    match one.kind:
        case ValueKind.NUMBER:
            return NumberEditor(read_only=read_only)
        case ValueKind.CHOICE | ValueKind.YES_NO:
            yes_no = one.kind is ValueKind.YES_NO
            return ChoiceEditor(one.choices, yes_no=yes_no, read_only=read_only)
        case ValueKind.DATE:
            return DateEditor(read_only=read_only, plain=one.own is not None)
        case ValueKind.CHAIN:
            return ChainEditor(workspace)
        case ValueKind.NAMES:
            return NamesEditor(workspace)
        case _:
            return LineEditor(read_only=read_only)
