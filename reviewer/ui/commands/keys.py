"""Keys of the commands: which key an event is on any keyboard, and what it runs.

A letter is taken as printed on the key when that is a Latin one (so A is A on a Dvorak keyboard);
on layouts without Latin letters (Urdu, Arabic) the physical key counts, by its scan code. On
layouts where brackets need AltGr (German), ``,`` and ``.`` shrink and grow as well.

Window keys are shortcuts of Qt's; keys of a pane are matched here, because a plain letter must
reach a text field when one types there. Both follow the settings at once.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from typing_extensions import override

from reviewer.environment.settings import OWN_KEYS
from reviewer.environment.translation import _
from reviewer.ui.commands import Command, Scope, why_not
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.passages import chosen, tag_with_key
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.desk import Context, PageName
from reviewer.ui.guard import guard
from reviewer.ui.theme.mirroring import turned, upright
from reviewer.ui.wording import native_keys

# Scan codes of the letter rows as X11 and Wayland report them (evdev + 8).
_ROWS = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_PHYSICAL = {
    first + offset: letter for first, row in _ROWS.items() for offset, letter in enumerate(row)
} | {10 + offset: digit for offset, digit in enumerate("1234567890")}
_KEY = Qt.Key
_NAMED = {
    _KEY.Key_Tab: "Tab",
    _KEY.Key_Backtab: "Tab",
    _KEY.Key_Delete: "Delete",
    _KEY.Key_Backspace: "Backspace",
    _KEY.Key_Escape: "Escape",
    _KEY.Key_Return: "Return",
    _KEY.Key_Enter: "Return",
    _KEY.Key_Space: "Space",
    _KEY.Key_Insert: "Ins",
    _KEY.Key_Home: "Home",
    _KEY.Key_End: "End",
    _KEY.Key_PageUp: "PgUp",
    _KEY.Key_PageDown: "PgDown",
    _KEY.Key_Up: "Up",
    _KEY.Key_Down: "Down",
    _KEY.Key_Left: "Left",
    _KEY.Key_Right: "Right",
} | {Qt.Key(_KEY.Key_F1.value + number): f"F{number + 1}" for number in range(24)}
_MODIFIER = Qt.KeyboardModifier
_PLAIN = _MODIFIER.NoModifier
_SHIFT = _MODIFIER.ShiftModifier
_IGNORED = _MODIFIER.KeypadModifier | _MODIFIER.GroupSwitchModifier
_ALT_GR = _MODIFIER.ControlModifier | _MODIFIER.AltModifier  # as Windows reports it
_PREFIXES = (
    (_MODIFIER.MetaModifier, "Meta+"),
    (_MODIFIER.ControlModifier, "Ctrl+"),
    (_MODIFIER.AltModifier, "Alt+"),
    (_MODIFIER.ShiftModifier, "Shift+"),
)


_LEAVING = frozenset(("Tab", "Shift+Tab", "Escape"))
"""Keys that lead out of the text where they have nothing to do in it."""

_NOT_LET_GO = frozenset(("passage.remove",))
_SEEN_FIRST = frozenset(("record.confirm",))


def key_name(event: QKeyEvent) -> str:
    """Return what the keys pressed are called in command records; empty for none of a name.

    A sign is named as it is printed, however many keys it takes; a letter is always a Latin one.
    """
    modifiers = event.modifiers() & ~_IGNORED
    if event.key() == _KEY.Key_Backtab:
        modifiers |= _SHIFT
    text = event.text().upper()
    if _is_sign(text) and modifiers in (_PLAIN, _SHIFT, _ALT_GR):
        return text
    base = _NAMED.get(Qt.Key(event.key()), "") or _base(event)
    if not base:
        return ""
    prefix = "".join(words for modifier, words in _PREFIXES if modifiers & modifier)
    return prefix + base


def _is_sign(text: str) -> bool:
    """Say whether a key types one printable ASCII character that is no letter."""
    if len(text) != 1 or not text.isascii() or not text.isprintable():
        return False
    return not text.isalpha() and text != " "


def _base(event: QKeyEvent) -> str:
    """Return the letter, digit or sign of a key, by its place where it types no Latin one."""
    key = event.key()
    if key < 128 and chr(key).isalnum():
        return chr(key)
    physical = _PHYSICAL.get(event.nativeScanCode(), "")
    if physical:
        return physical
    return chr(key) if 32 < key < 127 else ""


def wear(action: QAction, command: Command) -> None:
    """Let an action have a command's keys and say them."""
    title = _(command.title)
    keys = command.shortcuts[0] if command.shortcuts else ""
    said = f"{title.rstrip('…')} ({upright(native_keys(keys))})" if keys else title.rstrip("…")
    action.setToolTip(f"{said}\n{_(command.help)}" if command.help else said)
    action.setStatusTip(_(command.help))
    if command.scope is Scope.WINDOW:
        action.setShortcuts([QKeySequence(key) for key in command.shortcuts])
        keys = native_keys(keys) if turned() else ""  # Qt would write "," before "Ctrl+" there
    # Of other places shown as a hint only: plain letters act in a focused pane, matched here.
    action.setText(f"{title}\t{upright(keys)}" if keys else title)


class PaneKeys(QObject):
    """Runs pane commands and tag keys for the text views it is installed on.

    It also lets every action wear the keys its command has now.
    """

    def __init__(self, actions: CommandActions, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._context = context
        self._commands: dict[Scope, dict[str, Command]] = {}
        self._take_up()
        context.settings.follow(self._follow)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self.press(key_name(event))

    def press(self, name: str) -> bool:
        """Run what a key of that name runs; says whether it runs anything now."""
        scope = self._scope()
        command = self._commands[scope].get(name)
        if command is None and scope is Scope.PANE and len(name) == 1:
            command = tag_with_key(self._context, name)
        if command is None:
            return False
        if command.enabled(self._context):
            self._actions.run(command)
            return True
        return scope is Scope.PANE and name not in _LEAVING and self._make_do(command)

    def _make_do(self, command: Command) -> bool:
        """Take up the passage under the caret for a command that needs one, else say why not.

        What was let go of is not taken off or confirmed unseen: that wants a second press.
        """
        desk = self._context.desk
        taken = (
            desk is not None
            and command.id not in _NOT_LET_GO
            and not chosen(self._context)
            and desk.panes.text().take_up_passage()
        )
        if taken and command.id in _SEEN_FIRST:
            return True
        if command.enabled(self._context):
            self._actions.run(command)
        else:
            if taken and desk is not None:
                desk.panes.text().let_go_of_passage()
            self._context.prompts.inform(why_not(command, self._context))
        return True

    def _scope(self) -> Scope:
        desk = self._context.desk
        screening = desk is not None and desk.pages.current() is PageName.SCREENING
        return Scope.SCREENING if screening else Scope.PANE

    def _follow(self, keys: frozenset[str]) -> None:
        if OWN_KEYS.key in keys:
            self._take_up()

    def _take_up(self) -> None:
        commands = commands_in_use(self._context.settings)
        self._commands = {
            scope: {
                key: command
                for command in commands
                if command.scope is scope
                for key in command.shortcuts
            }
            for scope in (Scope.PANE, Scope.SCREENING)
        }
        for command in commands:
            wear(self._actions.action(command.id), command)
