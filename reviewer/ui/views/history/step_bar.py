"""The bar at the foot of the history: what can be done about the chosen change.

It is always there and never moves, so that no button comes up under the pointer between the two
clicks on a row.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import Place, Step, StepKind
from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import sentence, tip
from reviewer.workspace.project import Workspace

_DONE = (StepKind.DO, StepKind.IMPORT)
_IN_DOCUMENTS = ("passages", "documents")


class StepBar(QWidget):
    """Two buttons; they say what is wanted of the step that was shown last."""

    take_back_wanted = Signal(int)
    show_wanted = Signal(object)  # domain.steps.Place

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._step: Step | None = None
        self._place = QPushButton(_("Show the place"))
        self._place.setIcon(icon("read"))
        self._place.clicked.connect(self.show_place)
        self._undo = QPushButton(_("Undo this change"))
        self._undo.setIcon(icon("undo"))
        self._undo.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.MEDIUM)
        buttons = FlowingRow(spacing.SMALL)
        buttons.add(self._place)
        buttons.add(self._undo)
        row.addWidget(buttons)
        self.show_step(None)

    def show_step(self, step: Step | None) -> None:
        """Offer what can be done about a step."""
        self._step = step
        why = self._why_not(step)
        self._undo.setEnabled(not why)
        self._undo.setToolTip(tip(why))
        noun = "" if step is None else step.name.partition(".")[0]
        self._place.setEnabled(noun in _IN_DOCUMENTS)

    def show_place(self) -> None:
        """Ask to be shown where the step acted."""
        place = self._found_place()
        if place is not None:
            self.show_wanted.emit(place)

    def _why_not(self, step: Step | None) -> str:
        """Return why a step cannot be taken back, empty when it can."""
        if step is None:
            return _("Choose a change first.")
        if step.kind not in _DONE:
            return _("This only took back or did again: undo what it acted on instead.")
        if step.undone:
            return _("It is undone already.")
        if self._workspace.read_only is not None:
            return sentence(self._workspace.read_only)
        return ""

    def _found_place(self) -> Place | None:
        if self._step is None:
            return None
        try:
            return self._workspace.history.place(self._step.id)
        except ReviewerError:
            return None

    def _take_back(self) -> None:
        if self._step is not None:
            self.take_back_wanted.emit(self._step.id)
