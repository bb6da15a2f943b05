"""How far an import is: the file in hand, how many yet, how long; Pause and Stop."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.frame.progress import Estimate, rest_in_words
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import one_line


class WorkLine(QWidget):
    """Shown while anything is read or written."""

    pause_wanted = Signal(bool)
    stop_wanted = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._estimate = Estimate(clock)
        self._paused = False
        self.setAccessibleName(_("Work under way"))
        self._title = QLabel()
        self._what = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        self._what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = QLabel()
        self._rest = QLabel()
        for label in (self._count, self._rest):
            set_role(label, "muted")
        self.pause = EnterButton()
        self.pause.setText(_("&Pause"))
        self.stop = EnterButton()
        self.stop.setText(_("&Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self._title)
        row.addWidget(self._what, 2)
        row.addWidget(self._count)
        row.addWidget(self._bar, 1)
        for widget in (self._rest, self.pause, self.stop):
            row.addWidget(widget)
        self.pause.clicked.connect(self._press)
        self.stop.clicked.connect(self.stop_wanted)

    def begin(self, title: str) -> None:
        """Show new work."""
        self._estimate = Estimate(self._clock)
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self.show_progress(0, 0, "")
        self.show_paused(paused=False)
        self.stop.setEnabled(True)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Say how far it is; ``total`` is 0 where that is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if what:
            self._what.setText(one_line(what))
        self._count.setText(_done_of(done, total) if total else "")
        whole = self._count.fontMetrics().horizontalAdvance(_done_of(total, total))
        self._count.setMinimumWidth(whole if total else 0)  # so that the bar stays where it is
        rest = "" if self._paused else rest_in_words(self._estimate.seconds(done, total))
        self._rest.setText(rest)

    def show_paused(self, *, paused: bool) -> None:
        """Say whether the work waits."""
        self._paused = paused
        self.pause.setText(_("Go &on") if paused else _("&Pause"))
        if paused:
            self._rest.setText(_("paused"))

    def show_stopping(self) -> None:
        """Say that it will stop soon."""
        self._rest.setText(_("Stopping…"))
        self.stop.setEnabled(False)

    def _press(self) -> None:
        self.pause_wanted.emit(not self._paused)


def _done_of(done: int, total: int) -> str:
    return _("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
