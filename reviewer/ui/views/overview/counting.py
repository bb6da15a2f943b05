"""Lets the overview be counted by a worker: one at a time, and once more where things changed.

Nothing is begun while changes follow each other closely: who works is not slowed by counting.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress, Silent
from reviewer.environment.translation import N_, _
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.models.looked_over import LookedOver, look_over, looked_over, with_time
from reviewer.workspace.project import Workspace

QUIET_MILLISECONDS = 300
PATIENCE_MILLISECONDS = 400
"""From so long on it is said that something is being counted; most projects are counted sooner."""


class Counting(QObject):
    """Counts apart; what was counted last stays until ``counted`` tells of something newer."""

    counted = Signal(object)  # a LookedOver; first without, then with what is dated
    failed = Signal(object)  # a ReviewerError a person can act on
    state_changed = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bridge = bridge
        self._job: Job | None = None
        self._again = False
        self._quiet = self._timer(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.start)
        self._patience = self._timer(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self.state_changed)

    def is_counting(self) -> bool:
        """Say whether something newer is on its way."""
        return self._job is not None or self._quiet.isActive()

    def is_felt(self) -> bool:
        """Say whether that takes so long that a person should know."""
        return self.is_counting() and not self._patience.isActive()

    def start_when_quiet(self) -> None:
        """Count once nothing has changed for a moment."""
        self._wait()
        self._quiet.start()

    def start(self) -> None:
        """Count now; once more afterwards, where something is being counted already."""
        self._quiet.stop()
        self._again = self._job is not None
        if self._job is None:
            self._wait()
            self._begin()

    def _wait(self) -> None:
        if not self.is_counting():
            self._patience.start()

    def _begin(self) -> None:
        if self._workspace.alone is not None:  # nobody can open the project a second time
            self._count_here()
            return
        path = self._workspace.path

        def work(progress: Progress) -> LookedOver:
            return look_over(path, progress, job.hand_over)

        job = self._job = self._bridge.run(_("Overview"), work)
        job.part.connect(self.counted)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)

    def _count_here(self) -> None:
        try:
            found = looked_over(self._workspace, Silent())
            self.counted.emit(with_time(found, self._workspace))
        except ReviewerError as problem:
            self.failed.emit(problem)
        self._end()

    def _done(self, found: LookedOver) -> None:
        self._end()
        self.counted.emit(found)

    def _failed(self, problem: ReviewerError) -> None:
        self._end()
        self.failed.emit(problem)

    def _stopped(self) -> None:
        self._failed(ReviewerError(N_("Counting was stopped.")))

    def _end(self) -> None:
        """Go on to what changed meanwhile."""
        self._job = None
        again, self._again = self._again, False
        if again:
            self._quiet.start()
        else:
            self._patience.stop()
        self.state_changed.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer
