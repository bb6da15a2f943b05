"""The strip that shows long work: what it is, what is in hand, how long yet, and Cancel.

Short work shows nothing: the strip comes when a job has lasted over a second, or at once when it
says that it has very much to do. Of several jobs the one begun last is shown, with how many more.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QWidget,
)

from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Job
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.wording import announce, one_line

PATIENCE_MILLISECONDS = 1_000
MANY = 50
"""From so many things to do a job is shown at once."""

NAME_WIDTH, LEAST_NAME_WIDTH, BAR_WIDTH = 240, 40, 140
SECONDS_BEFORE_GUESSING = 2.0
SHARE_BEFORE_GUESSING = 0.04
SECONDS_BETWEEN_GUESSES = 1.0


class Estimate:
    """How long a job will yet take, judged by its latest pace; steady enough to be read.

    ``clock`` gives seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._told: tuple[float, float] | None = None

    def seconds(self, done: int, total: int) -> float | None:
        """Return the seconds left, or ``None`` while that would be guessing."""
        now = self._clock()
        spent = now - self._begun
        if total <= 0 or spent < SECONDS_BEFORE_GUESSING:
            return None
        if done < max(1, total * SHARE_BEFORE_GUESSING):
            return None
        if self._told is not None and now - self._told[0] < SECONDS_BETWEEN_GUESSES:
            return self._told[1]
        left = spent / done * (total - done)
        if self._told is not None:
            expected = max(0.0, self._told[1] - (now - self._told[0]))
            left = (left + expected) / 2
        self._told = (now, left)
        return left


def rest_in_words(seconds: float | None) -> str:
    """Return the time left as a person would say it: no more exact than it is known."""
    if seconds is None:
        return ""
    if seconds < 5:
        return _("a few seconds left")
    if seconds < 50:
        return _("about {seconds} seconds left").format(seconds=10 * max(1, round(seconds / 10)))
    minutes = max(1, round(seconds / 60))
    return counted("about {count} minute left", "about {count} minutes left", minutes)


class _Watched(QObject):
    """One job that is followed, and what it last said."""

    said = Signal(object)
    ended = Signal(object)

    def __init__(self, job: Job, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.done = 0
        self.total = 0
        self.what = ""
        self.stopping = False
        self.estimate = Estimate(clock)
        job.progressed.connect(self._hear)
        for signal in (job.done, job.failed):
            signal.connect(self._end)
        job.stopped.connect(self._stop)
        job.destroyed.connect(self._stop)  # with the project that was closed: its end is not told

    def _hear(self, done: int, total: int, what: str) -> None:
        self.done, self.total, self.what = done, total, what or self.what
        self.said.emit(self)

    def _end(self, _result: object) -> None:
        self.ended.emit(self)

    def _stop(self) -> None:
        self.ended.emit(self)


class ProgressStrip(QWidget):
    """Shows jobs while they last; put it into the status bar or on top of the window.

    ``appeared`` and ``vanished`` tell the window to make room.
    """

    appeared = Signal()
    vanished = Signal()

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._jobs: list[_Watched] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._appear)
        self._build()
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job from now on, once it has lasted long enough to be worth it."""
        watched = _Watched(job, self._clock, self)
        watched.said.connect(self._hear)
        watched.ended.connect(self._forget)
        self._jobs.append(watched)
        if self.isHidden():
            self._patience.start()
        self._refresh()

    def jobs(self) -> list[Job]:
        """Return the jobs that are followed, oldest first."""
        return [watched.job for watched in self._jobs]

    def cancel(self) -> None:
        """Ask the job that is shown to stop."""
        if self._jobs and not self._jobs[-1].stopping:
            self._jobs[-1].stopping = True
            self._jobs[-1].job.cancel()
            announce(self, _("Stopping…"))
            self._refresh()

    def _build(self) -> None:
        self.setAccessibleName(_("Work under way"))
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._title, "heading")
        self._what = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle, width=NAME_WIDTH)
        self._what.setMinimumWidth(LEAST_NAME_WIDTH)
        self._what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._count = QLabel(self)
        self._rest = QLabel(self)
        for label in (self._count, self._rest):
            set_role(label, "muted")
        self._cancel = QToolButton(self)
        self._cancel.setText(_("Cancel"))
        self._cancel.setIcon(icon("close"))
        keep_icon(self._cancel, spacing.ICON_SMALL)
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        inset(row, spacing.SMALL, 0, spacing.TINY, 0)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._title)
        row.addWidget(self._what, 1)
        for widget in (self._count, self._bar, self._rest, self._cancel):
            row.addWidget(widget)

    def _hear(self, watched: _Watched) -> None:
        if self.isHidden() and watched.total > MANY:
            self._appear()
        elif watched is self._jobs[-1]:
            self._refresh()

    def _forget(self, watched: _Watched) -> None:
        if watched not in self._jobs:
            return
        self._jobs.remove(watched)
        watched.deleteLater()
        if self._jobs:
            self._refresh()
            return
        self._patience.stop()
        if not self.isHidden():
            self.hide()
            self.vanished.emit()

    def _appear(self) -> None:
        if not self._jobs or not self.isHidden():
            return
        self._patience.stop()
        self._refresh()
        self.show()
        self.appeared.emit()
        announce(self, self._jobs[-1].job.title)

    def _refresh(self) -> None:
        if not self._jobs:
            return
        watched = self._jobs[-1]
        self._title.setText(self._heading(watched))
        self._what.setText(one_line(watched.what))
        self._bar.setRange(0, watched.total)
        self._bar.setValue(watched.done)
        self._bar.setAccessibleName(watched.job.title)
        self._count.setText(_count_words(watched))
        self._count.setVisible(bool(self._count.text()))
        rest = watched.estimate.seconds(watched.done, watched.total)
        self._rest.setText("" if watched.stopping else rest_in_words(rest))
        self._rest.setVisible(bool(self._rest.text()))
        self._cancel.setEnabled(not watched.stopping)
        self._cancel.setAccessibleName(_("Cancel: {title}").format(title=watched.job.title))

    def _heading(self, watched: _Watched) -> str:
        if watched.stopping:
            return _("Stopping…")
        others = len(self._jobs) - 1
        if not others:
            return watched.job.title
        more = counted("and {count} more", "and {count} more", others)
        return f"{watched.job.title} ({more})"


def _count_words(watched: _Watched) -> str:
    if not watched.total:
        return ""
    return _("{done} of {total}").format(done=f"{watched.done:,}", total=f"{watched.total:,}")
