"""A field that takes the next keys pressed, whatever they are."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.commands.keys import key_name
from reviewer.ui.guard import guard

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class KeyField(QLineEdit):
    """Tells ``pressed`` the name of each press; Tab leaves it, Esc is told as ``escaped``."""

    pressed = Signal(str)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(_("Click here, then press the new keys"))
        self.setAccessibleName(_("New keys: press them"))

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the dialog while keys are taken
            return True
        return super().event(event)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key in _MODIFIERS:
            return
        if key in _LEAVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and plain:
            self.escaped.emit()
        else:
            self.pressed.emit(key_name(event))

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(_("Press the new keys…"))

    @override
    @guard()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setPlaceholderText(_("Click here, then press the new keys"))
