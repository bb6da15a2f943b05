"""The record of a passage in the details: all of it in a line, the first fields, and the rest.

Typing corrects what was read; Enter saves what was typed and confirms the rest, and gives the keys
back to the text; Escape saves what was typed and leaves the rest as it was read. Rows are made
when they are first shown: a tag's key must not wait for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.records import Value
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.records import (
    NUMBER_FIELDS,
    CardField,
    ShownRecord,
    ShownValue,
    numbers_of,
    numbers_said,
    record_in_a_line,
)
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.details.record_row import RecordRow
from reviewer.ui.wording import native_keys, plain, tip
from reviewer.workspace.project import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONFIRM, _ACTOR = "confirm", "actor:"
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(slots=True)
class Entering:
    """What shall be entered of a passage; whoever does it says in ``saved`` that it was done."""

    passage: int
    values: Mapping[str, Value] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)
    confirm: bool = False
    saved: bool = False


class RecordCard(QWidget):
    """Shows a passage's record, and says what shall be entered."""

    entering = Signal(object)  # an Entering
    pointed = Signal(object)  # the Span whose words are to be pointed out in the text
    actor_wanted = Signal(int)
    more_changed = Signal(bool)
    done = Signal()  # the keys shall go back to the text
    begun = Signal(object)  # the row that has the keys now: it may have to be scrolled into sight

    def __init__(self, workspace: Workspace, *, read_only: bool = False) -> None:
        super().__init__()
        self._workspace = workspace
        self._read_only = read_only
        self._shown: ShownRecord | None = None
        self._standard = False
        self._more = False
        self._key = "Return"
        self._drafts: dict[int, dict[str, str]] = {}
        self._refused: dict[int, Entering] = {}
        self._made: dict[tuple[CardField, ...], dict[str, RecordRow]] = {}
        self._rows: dict[str, RecordRow] = {}
        self._line = QLabel()
        self._line.setTextFormat(Qt.TextFormat.RichText)
        self._line.setWordWrap(True)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._line.linkActivated.connect(self._follow_link)
        self._unsaved = plain(_("Not saved yet."), "warning")
        self._unsaved.hide()
        self.more = QPushButton()
        self.more.setAutoDefault(False)
        set_role(self.more, "quiet")
        self.more.clicked.connect(self._toggle)
        self._first, self._rest, self._own = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.SMALL)
        self._column.addWidget(self._line)
        self._column.addWidget(self._unsaved)
        for part in (self._first, self._rest, self._own):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(spacing.SMALL)
        self._column.addLayout(self._first)
        self._column.addLayout(self._own)
        self._column.addWidget(self.more)
        self._column.addLayout(self._rest)
        self.hide()

    # What is shown.

    def show_record(self, shown: ShownRecord) -> None:
        """Show a record; what was being typed into another one is saved first."""
        if self._shown is not None and self._shown.passage != shown.passage:
            self.flush()
        other = self._shown is None or self._shown.passage != shown.passage
        self._shown = shown
        self._use(shown.fields)
        self.setVisible(bool(shown.fields))
        for row in self._rows.values():
            if other:
                row.editor.touched = False
            row.show_value(shown.values.get(row.key, ShownValue()))
        drafts = self._drafts.get(shown.passage, {}) if other else {}
        for key, words in drafts.items():
            self._row(key).put_draft(words)
        if other:
            self._unsaved.setVisible(bool(drafts))
        self._show_line()
        self._show_more()

    def drop(self) -> None:
        """Show nothing any more, because the passage is gone or none is chosen."""
        self._shown = None
        for row in self._rows.values():
            row.editor.touched = False
        if self._holds_keys():
            self.done.emit()
        self.hide()

    def show_key(self, key: str) -> None:
        """Say which key confirms."""
        self._key = key
        if self._shown is not None:
            self._show_line()

    def set_standard(self, *, standard: bool) -> None:
        """Show the schema's words beside the names of the fields, or not."""
        self._standard = standard
        for rows in self._made.values():
            for row in rows.values():
                row.show_name(standard=standard)

    def set_more(self, *, more: bool) -> None:
        """Show every field, or the first ones alone."""
        self._more = more
        if self._shown is not None:
            self.show_record(self._shown)

    def rows(self) -> list[RecordRow]:
        """Return the rows in sight, from top to bottom."""
        found = [self._rows[one.key] for one in self._in_order() if one.key in self._rows]
        return [row for row in found if not row.isHidden()]

    def row(self, key: str) -> RecordRow:
        """Return the row of a field; raises ``KeyError`` where there is none in sight."""
        return self._rows[key]

    # What is typed.

    def edit(self) -> bool:
        """Put the caret into the first field; says whether there is one."""
        if self._read_only or self._shown is None:
            return False
        for row in self.rows():
            row.editor.start()
            self.begun.emit(row)
            return True
        return False

    def flush(self) -> bool:
        """Save what was typed; says whether nothing is left that could not be saved.

        What was refused is not tried again until something else is typed.
        """
        shown = self._shown
        if shown is not None and self._typed() and self._typed() == self._drafts.get(shown.passage):
            return False
        return self._save(confirm=False)

    def settle(self) -> None:
        """Try again what could not be saved, after a change that let nothing else be changed."""
        for passage, wish in tuple(self._refused.items()):
            if self._shown is not None and self._shown.passage == passage:
                self._save(confirm=wish.confirm)
                continue
            self.entering.emit(wish)
            if wish.saved:
                del self._refused[passage]
                self._drafts.pop(passage, None)

    def _save(self, *, confirm: bool) -> bool:
        shown = self._shown
        if shown is None or self._read_only:
            return True
        try:
            wish = self._wish(shown, confirm=confirm)
        except ReviewerError:
            self._keep_drafts(shown.passage)
            return False
        if not (wish.values or wish.own or (confirm and shown.unconfirmed)):
            self._untouch()
            return True
        self.entering.emit(wish)
        if wish.saved:
            self._untouch()
        else:
            self._refused[shown.passage] = wish
            self._keep_drafts(shown.passage)
        return wish.saved

    def _wish(self, shown: ShownRecord, *, confirm: bool) -> Entering:
        """Return what was typed as values; raises ``ReviewerError`` for what cannot be kept."""
        wish = Entering(shown.passage, confirm=confirm)
        values: dict[str, Value] = {}
        own: dict[int, str] = {}
        for row in self._rows.values():
            if not row.editor.touched:
                continue
            value = row.value()
            if row.field.own is not None:
                own[row.field.own] = str(value or "")
            else:
                values[row.key] = value
        if "number_text" in values and not set(NUMBER_FIELDS) & values.keys():
            values |= self._numbers(str(values["number_text"]))
        wish.values, wish.own = values, own
        return wish

    def _numbers(self, words: str) -> dict[str, Value]:
        return numbers_of(words, self._workspace.records.numbers())

    def _untouch(self) -> None:
        for row in self._rows.values():
            row.editor.touched = False
        if self._shown is not None:
            self._drafts.pop(self._shown.passage, None)
            self._refused.pop(self._shown.passage, None)
        self._unsaved.hide()

    def _keep_drafts(self, passage: int) -> None:
        self._drafts[passage] = self._typed()
        self._unsaved.setVisible(bool(self._drafts[passage]))

    def _typed(self) -> dict[str, str]:
        return {key: row.editor.draft() for key, row in self._rows.items() if row.editor.touched}

    def _finish(self, *, confirm: bool) -> None:
        """Save, and give the keys back; where something cannot be saved they stay."""
        if self._save(confirm=confirm):
            self.done.emit()

    def _enter(self) -> None:
        self._finish(confirm=True)

    def _say_number(self) -> None:
        """Say while it is typed what a number's words are read as."""
        row = self._rows.get("number_text")
        if row is None or not row.editor.touched:
            return
        words = row.editor.line.text()
        said = numbers_said(self._numbers(words))
        if words.strip():
            row.say(_("read as: {number}").format(number=said) if said else _("No number in it."))

    # Rows.

    def _use(self, fields: tuple[CardField, ...]) -> None:
        """Show the rows of these fields, made when they are first wanted."""
        rows = self._made.setdefault(fields, {})
        if rows is not self._rows:
            for row in self._rows.values():
                row.hide()
            self._rows = rows
        for one in fields:
            wanted = one.first or self._more
            if wanted:
                self._row(one.key).show()
            elif one.key in rows:
                rows[one.key].hide()
        self._put_in_order()

    def _row(self, key: str) -> RecordRow:
        found = self._rows.get(key)
        if found is None:
            fields = self._shown.fields if self._shown is not None else ()
            one = next(one for one in fields if one.key == key)
            found = self._rows[key] = RecordRow(self._workspace, one)
            found.show_name(standard=self._standard)
            found.entered.connect(self._enter)
            found.pointed.connect(self.pointed)
            found.editor.edited.connect(self._say_number)
            found.editor.line.installEventFilter(self)
            self._layout_of(one).addWidget(found)
        return found

    def _layout_of(self, one: CardField) -> QVBoxLayout:
        if one.own is not None:
            return self._own
        return self._first if one.first else self._rest

    def _in_order(self) -> list[CardField]:
        fields = self._shown.fields if self._shown is not None else ()
        return sorted(fields, key=lambda one: (not one.first, one.own is not None))

    def _put_in_order(self) -> None:
        """Let Tab go through the fields as they stand: first, own, more, the rest."""
        order: list[QWidget] = [row.editor.line for row in self.rows() if row.field.first]
        order.append(self.more)
        order += [row.editor.line for row in self.rows() if not row.field.first]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _show_more(self) -> None:
        shown = self._shown
        rest = () if shown is None else tuple(one for one in shown.fields if not one.first)
        self.more.setVisible(bool(rest))
        filled = 0
        if shown is not None:
            filled = sum(shown.values[one.key].value not in (None, "", (), False) for one in rest)
        words = _("Fewer fields") if self._more else _("More fields")
        if filled and not self._more:
            words = _("More fields ({count} filled)").format(count=filled)
        self.more.setText(words)
        self.more.setIcon(icon("chevron-up" if self._more else "chevron-down"))

    def _toggle(self) -> None:
        self.set_more(more=not self._more)
        self.more_changed.emit(self._more)

    # The line of all.

    def _show_line(self) -> None:
        shown = self._shown
        if shown is None or not shown.parts:
            self._line.hide()
            return
        words = []
        for part in shown.parts:
            told = escape(part.words)
            if part.actor is not None:
                told = f'<a href="{_ACTOR}{part.actor}">{told}</a>'
            words.append(f"○&nbsp;<i>{told}</i>" if part.unconfirmed else told)
        told = " · ".join(words)
        may_confirm = bool(shown.unconfirmed) and not self._read_only
        if may_confirm:
            key = native_keys(self._key)
            verb = _("{key} confirms").format(key=key) if key else _("Confirm")
            verb = escape(verb).replace(" ", "&nbsp;")
            told += f' &nbsp; <a href="{_CONFIRM}">{verb}</a>'
        self._line.setText(told)
        self._line.setAccessibleName(record_in_a_line(shown))
        open_ones = _("○ and slanted letters: not confirmed") if shown.unconfirmed else ""
        self._line.setToolTip(tip(*shown.why, open_ones))
        self._line.show()

    def _follow_link(self, link: str) -> None:
        if link == _CONFIRM:
            self._finish(confirm=True)
        elif link.startswith(_ACTOR):
            self.actor_wanted.emit(int(link.removeprefix(_ACTOR)))

    # Keys.

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Escape, and Ctrl+Enter, which the window would take for "done, next"."""
        if isinstance(event, QKeyEvent) and _finishes(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._finish(confirm=event.key() in _ENTER)
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            QTimer.singleShot(0, self, self._left)
        return False

    def _left(self) -> None:
        if not self._holds_keys() and any(row.editor.touched for row in self._rows.values()):
            self.flush()

    def _holds_keys(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)


def _finishes(event: QKeyEvent) -> bool:
    """Say whether a key is Ctrl+Enter or Escape; plain Enter is told by the editors."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return modifiers == Qt.KeyboardModifier.NoModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier
