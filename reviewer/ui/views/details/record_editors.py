"""Editors of the values of a record, one for each kind: every one is a line one types into.

An editor shows a value, and tells what stands in it now; what it is read as is ``said`` below it.
What a person typed is *touched* until it is saved, and nothing that is told meanwhile writes over
it. What is particular to a kind of value is its *form*.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.actors import Named
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.records import Value, ValueKind
from reviewer.environment.translation import N_, _
from reviewer.ui.models.records import CardField, actor_names, called
from reviewer.ui.models.typed_dates import date_said, date_typed
from reviewer.ui.views.details.record_chain import ChainForm
from reviewer.ui.views.overview.actor_field import ActorField
from reviewer.ui.views.pieces.calm_wheel import CalmWheel
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_GROUPING = dict.fromkeys(map(ord, " ,٬،_\u00a0\u202f"))
_MOST_DIGITS = 15


class Form(Protocol):
    """What is particular to a kind of value."""

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        ...

    @property
    def widget(self) -> QWidget:
        """What is shown: the line, or what it stands in."""
        ...

    @property
    def edits(self) -> Sequence[SignalInstance]:
        """What tells, beside typing, that a person has changed the value."""
        ...

    def put(self, value: Value) -> None:
        """Write a value into the line."""
        ...

    def value(self) -> Value:
        """Return what stands here; raises ``ReviewerError`` for what cannot be kept."""
        ...

    def said(self, *, touched: bool) -> str:
        """Return what is to be said below of what stands here."""
        ...


class Editor(QWidget):
    """One value, of any kind."""

    edited = Signal()  # by a person
    entered = Signal()  # Enter, and not to choose among what is offered

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        self.touched = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form.widget)
        self.setFocusProxy(form.widget)
        form.line.textEdited.connect(self._touch)
        form.line.returnPressed.connect(self._returned)
        for signal in form.edits:
            signal.connect(self._touch)

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        return self.form.line

    def that_take_keys(self) -> tuple[QWidget, ...]:
        """Return what is named for whoever cannot see it."""
        return (self.line, self.form.widget)

    def show_value(self, value: Value) -> None:
        """Show a value that is in the project, or was read."""
        self.form.put(value)
        self.touched = False
        self.line.setCursorPosition(0)

    def value(self) -> Value:
        """Return what stands here; raises ``ReviewerError`` for what cannot be kept."""
        return self.form.value()

    def said(self) -> str:
        """Return what is to be said below of what stands here."""
        return self.form.said(touched=self.touched)

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


class WordsForm:
    """Words on one line."""

    def __init__(self, *, read_only: bool) -> None:
        self.line = QLineEdit()
        self.line.setReadOnly(read_only)
        self.widget: QWidget = self.line
        self.edits: Sequence[SignalInstance] = ()

    def put(self, value: Value) -> None:
        """Write words into the line."""
        self.line.setText("" if value is None else str(value))

    def value(self) -> Value:
        """Return the words, on one line."""
        return " ".join(self.line.text().split())

    def said(self, *, touched: bool) -> str:  # noqa: ARG002 - as every form
        """Say nothing."""
        return ""


class NumberForm:
    """A number in the digits of any script, grouped or not; empty is none, never zero."""

    def __init__(self, *, read_only: bool) -> None:
        self._words = WordsForm(read_only=read_only)
        self.line, self.widget, self.edits = self._words.line, self._words.widget, ()
        self.put, self.said = self._words.put, self._words.said

    def value(self) -> Value:
        """Return the number."""
        digits = self.line.text().translate(_GROUPING)
        if not digits:
            return None
        if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
            raise NotAllowed(N_("“{words}” is no number. Type digits, or nothing."), words=digits)
        return int(digits)


class DateForm:
    """Words of a date; below stands what they are read as."""

    def __init__(self, *, read_only: bool, alone: bool) -> None:
        """``alone`` keeps the date without the words it was typed in."""
        self.line = QLineEdit()
        self.line.setReadOnly(read_only)
        self.widget: QWidget = self.line
        self.edits: Sequence[SignalInstance] = ()
        self._alone = alone
        self._shown: WrittenDate = NO_DATE

    def put(self, value: Value) -> None:
        """Write a date's words into the line."""
        self._shown = value if isinstance(value, WrittenDate) else NO_DATE
        self.line.setText(self._shown.words or self._shown.edtf)

    def value(self) -> Value:
        """Return the date."""
        date = self._date()
        if not self._alone:
            return date
        if date.words and not date.edtf:
            raise NotAllowed(N_("“{words}” is not read as a date."), words=date.words)
        return date.edtf

    def said(self, *, touched: bool) -> str:  # noqa: ARG002 - as every form
        """Say what the words are read as."""
        return date_said(self._date())

    def _date(self) -> WrittenDate:
        words = " ".join(self.line.text().split())
        return self._shown if words == self._shown.words else date_typed(words)


class ChoiceForm:
    """A word of a closed list: typed, completed, or chosen."""

    def __init__(self, choices: Mapping[str, str], *, yes_no: bool, read_only: bool) -> None:
        self._yes_no = yes_no
        self._choices = choices
        self.combo = combo = QComboBox()
        CalmWheel(combo)
        combo.setEditable(True)
        self.line = QLineEdit()
        combo.setLineEdit(self.line)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.addItem("", "")
        for word, label in choices.items():
            combo.addItem(label, word)
        completer = QCompleter(list(choices.values()), combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        combo.setCompleter(completer)
        self.line.setReadOnly(read_only)
        combo.setEnabled(not read_only)
        self.widget: QWidget = combo
        self.edits: Sequence[SignalInstance] = (combo.activated,)

    def put(self, value: Value) -> None:
        """Write a word's label into the line."""
        word = "1" if value is True else str(value or "")
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(max(0, self.combo.findData(word)))
            self.line.setText(self._choices.get(word, word))

    def value(self) -> Value:
        """Return the word that is meant."""
        word = self._word(" ".join(self.line.text().split()))
        return bool(word) if self._yes_no else word

    def said(self, *, touched: bool) -> str:  # noqa: ARG002 - as every form
        """Say nothing."""
        return ""

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


class NamesForm:
    """Actors, with semicolons between them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.field = ActorField(workspace, many=True)
        self._shown: tuple[Named, ...] = ()
        self.line = self.field.line
        self.widget: QWidget = self.field
        self.edits: Sequence[SignalInstance] = (self.field.edited,)

    def put(self, value: Value) -> None:
        """Write names into the line."""
        members = value if isinstance(value, tuple) else ()
        self._shown = tuple(one for one in members if isinstance(one, Named))
        self.field.show_names(self._shown)

    def value(self) -> Value:
        """Return who is named."""
        return self.field.names()

    def said(self, *, touched: bool) -> str:
        """Say under which name somebody is filed who is printed otherwise."""
        if touched or not self._shown:
            return ""
        names = actor_names(self._workspace.actors, [self._shown])
        return "\n".join(
            _("“{printed}” is filed as {name}").format(
                printed=isolated(one.printed), name=called(one, names)
            )
            for one in self._shown
            if one.printed and names.get(one.actor or 0, one.printed) != one.printed
        )


def editor_of(workspace: Workspace, one: CardField) -> Editor:
    """Return an editor for a field's kind of value."""
    read_only = workspace.read_only is not None
    if one.kind is ValueKind.NAMES:
        form = NamesForm(workspace)
        editor = Editor(form)
        form.field.entered.connect(editor.entered)
        return editor
    return Editor(_form_of(workspace, one, read_only=read_only))


def _form_of(workspace: Workspace, one: CardField, *, read_only: bool) -> Form:
    match one.kind:
        case ValueKind.NUMBER:
            return NumberForm(read_only=read_only)
        case ValueKind.CHOICE | ValueKind.YES_NO:
            yes_no = one.kind is ValueKind.YES_NO
            return ChoiceForm(one.choices, yes_no=yes_no, read_only=read_only)
        case ValueKind.DATE:
            return DateForm(read_only=read_only, alone=one.own is not None)
        case ValueKind.CHAIN:
            return ChainForm(workspace)
        case _:
            return WordsForm(read_only=read_only)
