"""Nothing but the panes: the rest of the window put away for a while, and brought back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.reading.fading_hint import FadingHint


class FocusMode(QObject):
    """Follows the desk: what of the window lies around it is hidden with it.

    Escape ends it where nobody else wants that key. It is not remembered: whoever opens the
    program finds everything in its place.
    """

    def __init__(self, view: DeskView, switch: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._switch = switch
        self._hint = FadingHint(view)
        view.alone_changed.connect(self._follow)
        view.installEventFilter(self)

    def end(self) -> None:
        """Bring everything back."""
        self._view.set_alone(alone=False)

    def _follow(self, alone: bool) -> None:
        window = self._view.window()
        if isinstance(window, QMainWindow):
            window.menuBar().setVisible(not alone)
            window.statusBar().setVisible(not alone)
        if alone:
            key = self._switch.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = _("{key} or Escape brings the rest back") if key else _("Escape brings it back")
            self._hint.say(words.format(key=key))
        else:
            self._hint.leave()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with an Escape that nobody in the panes had a use for."""
        if not self._view.is_alone() or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self.end()
        return True
