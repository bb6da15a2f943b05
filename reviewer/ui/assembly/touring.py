"""When the tour begins: by itself on the untagged sample, once, and whenever it is asked for."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reviewer.environment.settings import TOUR_OFFERED
from reviewer.environment.translation import _
from reviewer.ui import sample
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import Context
from reviewer.ui.views.frame.tour import Tour


class Touring(QObject):
    """Lays the tour over a window, and lets its cards follow what is done there."""

    def __init__(self, window: QWidget, context: Context, actions: CommandActions) -> None:
        super().__init__(window)
        self._context = context
        self._actions = actions
        self.tour = Tour(window, self._key_of)
        actions.ran.connect(self.tour.did)
        self.tour.ended.connect(self._say_where)

    def begin(self) -> None:
        """Begin at the first card."""
        self._context.settings.set(TOUR_OFFERED, value=True)
        self.tour.begin()

    def take(self) -> None:
        """Begin, on the sample dossier for practice where no project is open."""
        if self._context.desk is None:
            self._context.shell.open_sample(practice=True)
        if self._context.desk is not None:
            self.begin()

    def offer(self) -> None:
        """Begin, the first time that the sample dossier for practice lies on the desk, whole."""
        desk = self._context.desk
        if desk is None or desk.workspace.read_only is not None:
            return
        if self._context.settings.flag(TOUR_OFFERED):
            return
        if sample.is_for_practice(desk.workspace):
            # What lies on the desk is not painted yet, and has no place to lie beside.
            QTimer.singleShot(0, self, self.begin)

    def leave(self) -> None:
        """End with the project in which it was taken."""
        self.tour.put_away()

    def _say_where(self, finished: bool) -> None:
        if not finished:
            self._context.prompts.inform(_("The tour is in the Help menu: Take the tour."))

    def _key_of(self, command: str) -> str:
        """Return the key a command has now, as it is printed on the keyboard."""
        action = self._actions.action(command)
        letters = action.text().partition("\t")[2]
        return letters or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
