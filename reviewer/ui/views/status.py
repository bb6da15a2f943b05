"""The status bar: how far one is, when it was saved, what is chosen, whose work it is."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reviewer.domain.documents import ReviewStatus
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.views.elided import ElidedLabel
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


class StatusStrip(QWidget):
    """Facts in one line; what lies under the caret stands in the middle and is read out."""

    def __init__(self) -> None:
        super().__init__()
        self._done = QLabel()
        self._saved = QLabel()
        self._chosen = ElidedLabel()
        self._filter = QLabel()
        self._analyst = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, 0, spacing.SMALL, 0)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(self._done)
        layout.addWidget(self._saved)
        layout.addWidget(self._chosen, 1)
        layout.addWidget(self._filter)
        layout.addWidget(self._analyst)

    def show_project(self, workspace: Workspace) -> None:
        """Say how many documents are done, and whose name is on the work."""
        counts = workspace.documents.counts_by_status()
        self._done.setText(
            _("{done} of {all} done").format(
                done=counts[ReviewStatus.DONE], all=sum(counts.values())
            )
        )
        analyst = workspace.analyst
        if workspace.read_only is not None:
            self._analyst.setText(_("Read only"))
        else:
            self._analyst.setText(isolated(analyst.name) if analyst else _("No name yet"))

    def show_saved(self, moment: str) -> None:
        """Say when the last change reached the disk; ``moment`` is UTC."""
        self._saved.setText(_("saved {time}").format(time=local_time(moment)[-5:]))

    def show_chosen(self, words: str) -> None:
        """Say which words are chosen, and under which tags they lie."""
        self._chosen.setText(words)

    def show_filter(self, words: str) -> None:
        """Say what is hidden by a filter, if anything is."""
        self._filter.setText(words)
        self._filter.setVisible(bool(words))
