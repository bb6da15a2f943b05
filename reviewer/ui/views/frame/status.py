"""The status bar: how far one is, when it was saved, what is chosen, whose work it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.passages import first_words
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

MOST_OF_A_NAME = 40


class StatusStrip(QWidget):
    """Facts in one line; what lies under the caret stands in the middle and is read out."""

    def __init__(self) -> None:
        super().__init__()
        self._done = QLabel()
        self._saved = QLabel()
        self._chosen = ElidedLabel()
        self._words, self._reading = "", True
        self._together = ElidedLabel()
        self._together.setObjectName("status_together")
        self._together.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._together.hide()
        self._filter = ElidedLabel()
        self._filter.setObjectName("status_filter")
        # As wide as its words, so that they are shortened only where there is really no room.
        self._filter.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._filter.hide()
        self._analyst = QLabel()
        self._analyst.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, 0, spacing.SMALL, 0)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(self._done)
        layout.addWidget(self._saved)
        layout.addWidget(self._chosen, 1)
        layout.addWidget(self._together)
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
            self._analyst.setText(
                isolated(first_words(analyst.name, MOST_OF_A_NAME)) if analyst else _("No name yet")
            )

    def show_saved(self, moment: str) -> None:
        """Say when the last change reached the disk; ``moment`` is UTC."""
        self._saved.setText(_("saved {time}").format(time=local_time(moment)[-5:]))

    def show_chosen(self, words: str) -> None:
        """Say which words are chosen, and under which tags they lie."""
        self._words = words
        self.show_place(reading=self._reading)

    def show_place(self, *, reading: bool) -> None:
        """Say what is chosen only where the panes are in sight in which it is chosen."""
        self._chosen.setText(self._words if reading else "")
        self._together.setVisible(reading and bool(self._together.text()))
        self._reading = reading

    def show_together(self, words: str) -> None:
        """Say by which event the panes scroll; empty when they do not."""
        self._together.setText(words)
        self._together.updateGeometry()
        self.show_place(reading=self._reading)

    def show_filter(self, words: str) -> None:
        """Say what a filter leaves of the list in view; empty when all of it is shown."""
        said = _("Filter: {words}").format(words=words) if words else ""
        self._filter.setText(said)
        self._filter.updateGeometry()
        self._filter.setVisible(bool(words))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a filter of many words half of the line, so that what is chosen can be read too."""
        super().resizeEvent(event)
        self._filter.setMaximumWidth(self.width() // 2)
        self._together.setMaximumWidth(self.width() // 3)
