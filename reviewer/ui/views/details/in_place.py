"""What is written in place, without a dialog: folded while empty, shown while left, edited.

It is saved when its fields are left, on Ctrl+Enter, and on Escape, which both go back to the text.
Nothing that was typed is lost: what could not be saved stays with what it was written to, and is
there when that is shown again; news of other changes never writes over what is being typed.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.details.linked_words import LinkedWords, Stretch
from reviewer.ui.views.pieces.elided_button import ElidedButton
from reviewer.ui.wording import native_keys, plain

Values = tuple[str, ...]
Stored = Callable[[int], Values]
"""What the project has for a passage or document; raises ``ReviewerError`` where it is gone."""

Cut = Callable[[str], Sequence[Stretch]]
"""Cuts words at the links in them."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ONE_LINE = "one_line"
_LOOK_AGAIN = 30  # milliseconds until the mouse is looked at again


class Form(Protocol):
    """The fields that something is written in."""

    def typed(self) -> Values:
        """Return what stands in the fields, as it would be saved."""
        ...

    def put(self, values: Values) -> None:
        """Show values in the fields."""
        ...

    def focus(self, place: int) -> None:
        """Give the keys to the first field, with the caret at this place of Qt's, -1: the end."""
        ...


class InPlace(QWidget):
    """Something written about one passage or document at a time, its *owner*.

    The words themselves are the first of its values. Whatever ``left`` is connected to saves them,
    or tells a person why not, before it returns.
    """

    left = Signal(int, object)  # whose, and the values to be saved
    done = Signal()  # the keys shall go back to the text
    followed = Signal(object)  # a Link in the words was pressed
    begun = Signal()  # is being edited: it may have to be scrolled into sight

    def __init__(
        self, name: str, add: str, stored: Stored, cut: Cut, form: QWidget, *, read_only: bool
    ) -> None:
        """``form`` is a ``Form``, ``add`` what the folded line says, ``cut`` finds the links."""
        super().__init__()
        self._stored = stored
        self._cut = cut
        self._add = add
        self._read_only = read_only
        self._owner: int | None = None
        self._saved: Values = ()
        self._drafts: dict[int, tuple[Values, Values]] = {}  # what was saved, and what was typed
        self._editing = False
        self._below: list[QWidget] = []
        self._form = cast("Form", form)
        self.form = form
        self.label = QLabel(name)
        set_role(self.label, "muted")
        self.fold = ElidedButton(add)
        self.fold.setIcon(icon("add"))
        self.fold.setAutoDefault(False)
        set_role(self.fold, "quiet")
        self.fold.clicked.connect(self.edit)
        self.view = LinkedWords()
        self.view.setAccessibleName(name)
        self.view.edit_wanted.connect(self._edit_at)
        self.view.followed.connect(self.followed)
        self._lost = plain("", "muted")
        self._unsaved = plain(_("Not saved yet."), "warning")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.TINY)
        self._head = QHBoxLayout()
        self._head.setSpacing(spacing.TINY)
        self._head.addWidget(self.label, 1)
        self._column.addWidget(self.fold)
        self._column.addLayout(self._head)
        for part in (self.view, self.form, self._lost, self._unsaved):
            self._column.addWidget(part)

    @property
    def owner(self) -> int | None:
        """The passage or document this is written about."""
        return self._owner

    def typed(self) -> Values:
        """Return what stands in the fields, as it would be saved."""
        return self._form.typed()

    def put_beside(self, widget: QWidget) -> None:
        """Show something at the end of the line over the words."""
        self._head.addWidget(widget)

    def put_below(self, widget: QWidget) -> None:
        """Show something below the words, while they are shown."""
        self._below.append(widget)
        self._column.addWidget(widget)

    def show_key(self, keys: str) -> None:
        """Say which key edits this."""
        self.fold.setText(f"{self._add} ({native_keys(keys)})" if keys else self._add)

    def show_owner(self, owner: int, values: Values) -> None:
        """Show what is written about this owner; of another one than before that is saved first."""
        if owner == self._owner:
            self._refresh(values)
        else:
            self.forget()
            self._owner, self._saved = owner, values
            self._form.put(self._drafts.pop(owner, (values, values))[1])
        self._show_words(values)
        self._show_state()

    def forget(self) -> None:
        """Show nothing any more; what is still being written is saved first."""
        self.flush()
        self.drop()

    def drop(self) -> None:
        """Show nothing any more, because what it was written about is gone."""
        if self._owner is not None and self.is_unsaved():
            self._drafts[self._owner] = self._saved, self.typed()
        self._owner, self._editing = None, False
        if self._holds_keys():
            self.done.emit()

    def edit(self) -> None:
        """Put the caret into the words."""
        self._edit_at(-1)

    def is_read_only(self) -> bool:
        """Say whether nothing can be written."""
        return self._read_only

    def is_edited(self) -> bool:
        """Say whether it is being edited just now."""
        return self._editing

    def flush(self) -> None:
        """Save what was typed, if it differs from what is saved; keep it where that fails."""
        owner, typed = self._owner, self.typed()
        if owner is None or not self.is_unsaved():
            return
        self.left.emit(owner, typed)
        if self._owner != owner:
            return
        try:
            now = self._stored(owner)
        except NotFound:
            self._owner, self._editing = None, False
            return
        except ReviewerError:
            return
        if now != self._saved or _same(now, typed):
            self._saved = now
            if typed != now:
                self._form.put(now)
            self._show_words(now)
        self._show_state()

    def unsaved(self) -> list[tuple[int, Values, Values]]:
        """Return what is not saved: whose, what is saved there, and what was typed."""
        found = [(owner, *both) for owner, both in self._drafts.items()]
        if self._owner is not None and self.is_unsaved():
            found.append((self._owner, self._saved, self.typed()))
        return found

    def settle(self) -> None:
        """Save what could not be saved when it was left; what is being written just now waits.

        Where other words stand by now it stays with what it was written to.
        """
        for owner, (saved, typed) in tuple(self._drafts.items()):
            if self._standing(owner) == saved:
                self.left.emit(owner, typed)
            now = self._standing(owner)
            if now is not None and _same(now, typed):
                del self._drafts[owner]
        if not self._holds_keys():
            self.flush()

    def _standing(self, owner: int) -> Values | None:
        try:
            return self._stored(owner)
        except ReviewerError:
            return None

    def show_links(self) -> None:
        """Look again which passages there are that the words speak of."""
        if self._owner is not None:
            self._show_words(self._saved)

    def watch(self, field: QWidget, *, one_line: bool = False) -> None:
        """Look after a field of the form; Enter is done with one of ``one_line``."""
        field.setProperty(_ONE_LINE, one_line)
        field.installEventFilter(self)

    def saved(self) -> Values:
        """Return what the project has, as far as this knows."""
        return self._saved

    def is_unsaved(self) -> bool:
        """Say whether something is typed that the project has not."""
        return not self._read_only and self.typed() != self._saved

    def _refresh(self, values: Values) -> None:
        """Take up what the project has now, unless something else was typed meanwhile."""
        if self.typed() == self._saved and values != self._saved:
            self._form.put(values)
        self._saved = values

    def _show_words(self, values: Values) -> None:
        """Show the words where they are read, and say which passages in them there are not."""
        shown = self._cut(values[0])
        self.view.say(shown)
        lost = dict.fromkeys(one.words for one in shown if one.lost)
        self._lost.setText(_("{passages}: no such passage").format(passages=_(", ").join(lost)))
        self._lost.setVisible(bool(lost))

    def _edit_at(self, place: int) -> None:
        if self._owner is None or self._read_only:
            return
        self._editing = True
        self._show_state()
        self._form.focus(place)
        self.begun.emit()

    def _show_state(self) -> None:
        written, unsaved = bool(self._saved and self._saved[0]), self.is_unsaved()
        edited = self._editing or unsaved
        self.form.setVisible(edited)
        self.view.setVisible(not edited and written)
        self.label.setVisible(edited or written)
        self.fold.setVisible(not edited and not written and not self._read_only)
        self._unsaved.setVisible(unsaved and not self._editing)
        for part in self._below:
            part.setVisible(not edited and written)

    def _left(self) -> None:
        """Save, and show the words, once no button of the mouse is held: what is pressed stays."""
        if self._holds_keys():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_LOOK_AGAIN, self, self._left)
            return
        self._editing = False
        self._show_state()

    def _holds_keys(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.form.isAncestorOf(here)

    def _finish(self) -> None:
        self.flush()
        self.done.emit()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which the window would take for "done, next", and Escape."""
        if isinstance(event, QKeyEvent) and _finishes(event, watched.property(_ONE_LINE) is True):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._finish()
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._lost_keys(event.reason())
        elif isinstance(event, QFocusEvent) and not self._read_only:
            self._editing = True
        return False

    def _lost_keys(self, reason: Qt.FocusReason) -> None:
        """Save; go on showing the fields where the keys will come back to them."""
        if reason == Qt.FocusReason.PopupFocusReason:
            return
        here = QApplication.focusWidget()
        if here is None or not self.form.isAncestorOf(here):
            self.flush()
        if reason not in _STAYS:
            QTimer.singleShot(0, self, self._left)


def _same(one: Values, other: Values) -> bool:
    """Say whether values differ in their spaces at most."""
    return [part.split() for part in one] == [part.split() for part in other]


def _finishes(event: QKeyEvent, one_line: bool) -> bool:
    """Say whether a key is Ctrl+Enter or Escape, or Enter on one line."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain_key = modifiers == Qt.KeyboardModifier.NoModifier
    if event.key() == Qt.Key.Key_Escape:
        return plain_key
    held = modifiers == Qt.KeyboardModifier.ControlModifier
    return event.key() in _ENTER and (held or (plain_key and one_line))
