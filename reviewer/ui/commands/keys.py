"""Plain keys in a focused pane, on any keyboard layout.

A letter is taken as printed on the key when that is a Latin one (so A is A on a Dvorak keyboard);
on layouts without Latin letters (Urdu, Arabic) the physical key counts, by its scan code. On
layouts where brackets need AltGr (German), ``,`` and ``.`` shrink and grow as well.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from reviewer.ui.commands import Command, Scope
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.passages import tag_with_key
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.desk import Context
from reviewer.ui.guard import guard

# Scan codes of the letter rows as X11 and Wayland report them (evdev + 8).
_ROWS = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_PHYSICAL = {
    first + offset: letter for first, row in _ROWS.items() for offset, letter in enumerate(row)
} | {10 + offset: digit for offset, digit in enumerate("1234567890")}
_NAMED = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Shift+Tab",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def key_name(event: QKeyEvent) -> str:
    """Return what a plain key is called in command records; empty for keys that are not plain."""
    modifiers = event.modifiers() & ~_KEYPAD
    if modifiers not in (_PLAIN, _SHIFT):
        return ""
    named = _NAMED.get(Qt.Key(event.key()), "")
    if named:
        return named
    text = event.text().upper()
    if len(text) != 1 or not text.isascii() or not text.isprintable() or text == " ":
        text = _PHYSICAL.get(event.nativeScanCode(), "")
    if text.isalpha() and modifiers == _SHIFT:
        return f"Shift+{text}"
    return text


class PaneKeys(QObject):
    """Runs pane commands and tag keys for the text views it is installed on."""

    def __init__(self, actions: CommandActions, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._context = context
        self._commands: dict[str, Command] = {
            key: command
            for command in all_commands()
            if command.scope is Scope.PANE
            for key in command.shortcuts
        }

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self.press(key_name(event))

    def press(self, name: str) -> bool:
        """Run what a key of that name runs; says whether it runs anything now."""
        command = self._commands.get(name)
        if command is None:
            command = tag_with_key(self._context, name) if len(name) == 1 else None
        if command is None or not command.enabled(self._context):
            return False
        self._actions.run(command)
        return True
