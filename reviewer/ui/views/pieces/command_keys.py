"""Keys of a view: those that run a command where it has the keys, and those that write letters."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.ui.commands.keys import key_name
from reviewer.ui.guard import guard

_WRITING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class CommandKeys(QObject):
    """Claims for a view the keys that run something there, before the window takes them.

    ``runs`` says whether a key of that name runs anything. The view asks ``command`` when the key
    comes, and tells it on.
    """

    def __init__(self, view: QWidget, runs: Callable[[str], bool]) -> None:
        super().__init__(view)
        self._runs = runs
        view.installEventFilter(self)

    def command(self, event: QKeyEvent) -> str:
        """Return the name of a key that runs something here, empty for any other."""
        name = key_name(event)
        return name if name and self._runs(name) else ""

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.command(event)
        ):
            event.accept()
            return True
        return False


def letters_typed(event: QKeyEvent) -> str:
    """Return what a key writes, empty where it writes nothing; a space chooses, and does not."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return text if held in _WRITING and text.isprintable() and text.strip() else ""
