"""Which questions of an event are drawn in the chart: a button with a list one checks them in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.wording import isolated


class QuestionChoice(QPushButton):
    """Asks for its list when it is about to be shown; tells at each check what is chosen now."""

    offers_wanted = Signal()
    chosen = Signal(object)  # the ids of the questions checked, in the order of the event

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Several questions"), parent)
        self.setToolTip(_("Draws several questions of this event one under another"))
        self.list = _StayingMenu(self)
        self.list.setAccessibleName(_("Questions to be drawn"))
        self.list.aboutToShow.connect(self.offers_wanted)
        self.setMenu(self.list)
        self.hide()  # until there is more than one question

    def offer(self, questions: Sequence[tuple[int, str]], drawn: Sequence[int]) -> None:
        """List the questions (id, wording) that have figures; those drawn are checked."""
        self.list.clear()
        for question, wording in questions:
            action = self.list.addAction(isolated(wording).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(question in drawn)
            action.setData(question)
            action.toggled.connect(self._tell)
        if not questions:
            self.list.addAction(_("No question of this event has figures")).setEnabled(False)

    def _tell(self, _checked: bool) -> None:
        checked = [one.data() for one in self.list.actions() if one.isChecked()]
        self.chosen.emit(tuple(checked))


class _StayingMenu(QMenu):
    """Stays while one checks: a press or Space checks and goes no further, Enter and Esc close."""

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._checks(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._checks(self.activeAction()):
            super().keyPressEvent(event)

    def _checks(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.toggle()
        return True
