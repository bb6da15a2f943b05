"""From the workspace to Qt: news as one signal, and long work in a worker with its progress.

Everything that shows data connects to ``changed``. Work given to ``run`` is a plain function of a
``Progress``; it computes in a worker thread, and what it returns comes back on the main thread.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid
from typing_extensions import override

from reviewer.domain.errors import Cancelled, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.domain.steps import News, StepKind
from reviewer.environment.logs import log_path
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import fault_of, guard
from reviewer.workspace.apart import printed_apart
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.operations.echoes import PrintedPart
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

IDLE_MILLISECONDS = 2_000
AHEAD_MILLISECONDS = 20  # between two parts of what is read ahead while nothing happens
READ_AHEAD = 15  # passages in a part: about five milliseconds
PRESENCE_MILLISECONDS = 60_000
LOOK_MILLISECONDS = 1_000
IMPORT_NEWS_MILLISECONDS = 200  # nobody follows more, and every view asks the project each time
WORK_FAILED = N_(
    "Something went wrong in the program, and the work was not done. "
    "What was saved before is safe. The log says where: {place}"
)
PARTS_ON_THE_WAY = 2
SECONDS_BETWEEN_LOOKS = 0.05


class Job(QObject):
    """One piece of long work: tells how far it is, and ends in exactly one of three ways."""

    progressed = Signal(int, int, str)  # done, total (0: unknown), what is in hand
    part = Signal(object)  # something the work hands over while it goes on, one a turn of the loop
    done = Signal(object)
    failed = Signal(object)  # a ReviewerError a person can act on
    stopped = Signal()
    _arrived = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.progress = JobProgress(
            lambda done, total, what: self.progressed.emit(done, total or 0, what)
        )
        self._room = threading.Semaphore(PARTS_ON_THE_WAY)
        self._waiting = deque[object]()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._give)
        self._arrived.connect(self._keep)

    def hand_over(self, part: object) -> None:
        """Give the main thread a part of the result, from the worker.

        Waits while several are on their way, so that a quick worker does not fill the memory.
        Raises ``Cancelled`` when the job was asked to stop meanwhile.
        """
        while not self._room.acquire(timeout=SECONDS_BETWEEN_LOOKS):
            self.progress.stop_if_asked()
        self._arrived.emit(part)

    def has_parts(self) -> bool:
        """Say whether something that was handed over has not been told of yet."""
        return bool(self._waiting)

    def _keep(self, part: object) -> None:
        self._waiting.append(part)
        self._turn.start()

    def _give(self) -> None:
        """Tell of one part. Keys, clicks and paints come before the next."""
        part = self._waiting.popleft()
        self._room.release()
        if self._waiting:
            self._turn.start()
        self.part.emit(part)

    def cancel(self) -> None:
        """Ask the work to stop; ``stopped`` follows."""
        self.progress.cancel()


class _Worker(QRunnable):
    """Runs the work; its end is told through the bridge, which outlives every worker."""

    def __init__(self, work: Callable[[Progress], Any], job: Job, bridge: "Bridge") -> None:
        super().__init__()
        self._work = work
        self._job = job
        self._bridge = bridge

    @override
    @guard()
    def run(self) -> None:
        job = self._job
        try:
            result = self._work(job.progress)
        except Cancelled:
            self._tell("stopped", None)
        except ReviewerError as problem:
            self._tell("failed", problem)
        except Exception as error:  # noqa: BLE001 - the job runner is one of the four places
            _LOG.error("a job failed\n%s", fault_of(error, job.title).report)
            self._tell("failed", ReviewerError(WORK_FAILED, place=log_path()))
        else:
            self._tell("done", result)

    def _tell(self, how: str, what: object) -> None:
        """Tell how the work ended; with its project closed meanwhile nobody is left to be told."""
        try:
            self._bridge.work_ended.emit(self._job, how, what)
        except RuntimeError:
            if isValid(self._bridge):
                raise


class Bridge(QObject):
    """The open project's news and idle moments, as Qt signals."""

    changed = Signal(object)  # News: what a step touched, after it is on disk
    changed_elsewhere = Signal()  # another window added a step to the project
    compared = Signal()  # texts were compared with all others: their echoes can be asked for
    job_begun = Signal(object)  # Job: so that its progress is shown, whoever began it
    # Job, how it ended, with what: from the worker to the main thread. The job itself must not be
    # the sender, because it is deleted at its end while the worker may still be telling of it.
    work_ended = Signal(object, str, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pool = QThreadPool(self)
        self._jobs: list[Job] = []
        self._seen = workspace.data_version()
        self._newest = -1
        self._left = 0
        self._printed = workspace.echoes.printed
        self._apart: list[int] = []
        self._timers: list[QTimer] = []
        self._held: News | None = None
        self._waiting = deque[_Worker]()
        self._is_closed = False
        workspace.news.listen(self._tell)
        self.work_ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._idle = self._timer(IDLE_MILLISECONDS, self._tidy, single=True)
        self._ahead = self._timer(AHEAD_MILLISECONDS, self._read_ahead)
        self._start = self._timer(0, self._start_waiting, single=True)
        self._soon = self._timer(IMPORT_NEWS_MILLISECONDS, self._tell_held, single=True)
        self._presence = self._timer(PRESENCE_MILLISECONDS, self._note_presence)
        self._look = self._timer(LOOK_MILLISECONDS, self._look_elsewhere)
        if workspace.read_only is None:
            self._presence.start()
        else:
            self._quietly(self._note_newest)
            self._look.start()
        self._idle.start()

    def run(self, title: str, work: Callable[[Progress], Any], *, quietly: bool = False) -> Job:
        """Run ``work`` in a worker thread; connect to the job's signals before returning to Qt.

        Of what is done ``quietly``, in a moment, no progress is shown.
        """
        job = Job(title, self)
        self._jobs.append(job)
        if not quietly:
            self.job_begun.emit(job)
        self._waiting.append(_Worker(work, job, self))
        self._start.start()
        return job

    def running(self) -> list[Job]:
        """Return the work that has not ended."""
        return list(self._jobs)

    def close(self) -> None:
        """Stop everything, and wait until the workers have let go of the project.

        Whatever is asked for from now on never begins: who waited for its end would wait for a
        worker that waits for this thread. And no end of work is told any more: what would be done
        with it needs the project.
        """
        self._is_closed = True
        while self._timers:
            self._timers.pop().stop()
        self._waiting.clear()
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
        self._workspace.news.stop(self._tell)

    def _tell(self, news: News) -> None:
        """Tell news at once; of a long change that is going on, a few times a second."""
        self._ahead.stop()
        self._idle.start()
        many = news.kind is StepKind.IMPORT and self._jobs
        if many or self._workspace.history.works_alone():
            self._held = _together(self._held, news)
            if not self._soon.isActive():
                self._tell_held()
                self._soon.start()
            return
        self._tell_held()
        self.changed.emit(news)

    def _tell_held(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.changed.emit(held)

    def _end(self, job: Job, how: str, result: object) -> None:
        """Tell the end of a job on the main thread, and only then let go of it."""
        if self._is_closed:
            self._forget(job)
            return
        if job.has_parts():
            QTimer.singleShot(0, job, lambda: self._end(job, how, result))
            return
        self._tell_held()
        if how == "stopped":
            job.stopped.emit()
        else:
            (job.done if how == "done" else job.failed).emit(result)
        self._forget(job)
        self._tell_held()

    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
            if not self._is_closed:
                self._idle.start()

    def _start_waiting(self) -> None:
        while self._waiting and not self._is_closed:
            self._pool.start(self._waiting.popleft())

    def _tidy(self) -> None:
        self._quietly(self._workspace.idle)
        self._ahead.start()

    def _read_ahead(self) -> None:
        """Read some passages for their counterparts, so that asking need not wait for it."""
        self._left = 0
        if not self._jobs:
            self._quietly(self._gather)
        if not self._left:
            self._ahead.stop()

    def _gather(self) -> None:
        self._left = self._workspace.links.gather(READ_AHEAD)
        if self._left or (self._workspace.echoes.is_much() and self._compares_apart()):
            return
        self._left = self._workspace.echoes.catch_up()
        if not self._left:
            self._tell_compared()

    def _compares_apart(self) -> bool:
        """Let a worker compare many documents, or long ones, unless it tried to do just that."""
        waiting = self._workspace.echoes.waiting()
        if waiting == self._apart or self._workspace.alone:
            return False
        self._apart, path = waiting, self._workspace.path

        def work(progress: Progress) -> None:
            for part in printed_apart(path, progress):
                job.hand_over(part)

        job = self.run(_("Compare documents"), work)
        job.part.connect(self._write_prints)
        job.done.connect(self._tell_compared)
        return True

    def _write_prints(self, part: PrintedPart) -> None:
        self._quietly(partial(self._workspace.echoes.write, part))

    def _tell_compared(self, _result: object = None) -> None:
        if self._workspace.echoes.printed != self._printed:
            self._printed = self._workspace.echoes.printed
            self.compared.emit()

    def _note_presence(self) -> None:
        self._quietly(self._workspace.note_presence)

    def _look_elsewhere(self) -> None:
        newest = self._newest
        self._quietly(self._note_newest)
        if self._newest != newest:
            self._idle.start()
            self.changed_elsewhere.emit()

    def _note_newest(self) -> None:
        """Note the newest step. Most that is written is no step, but how a window stands."""
        version = self._workspace.data_version()
        if version != self._seen or self._newest < 0:
            self._newest = self._workspace.history.newest()
            self._seen = version

    def _quietly(self, deed: Callable[[], None]) -> None:
        """Do what keeps house: when it fails now, the next time will do."""
        try:
            deed()
        except ReviewerError as problem:
            _LOG.warning("housekeeping failed: %s", type(problem).__name__)

    def _timer(
        self, milliseconds: int, call: Callable[[], None], *, single: bool = False
    ) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(single)
        timer.timeout.connect(call)
        self._timers.append(timer)
        return timer


def _together(held: News | None, news: News) -> News:
    """Return one piece of news that says what both said."""
    if held is None:
        return news
    touched = {
        table: held.rows.get(table, frozenset()) | news.rows.get(table, frozenset())
        for table in {*held.rows, *news.rows}
    }
    return replace(news, rows=touched)
