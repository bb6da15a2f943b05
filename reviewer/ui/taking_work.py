"""Work of another program on its way in: read and looked at in a worker, told, and then taken in.

Nothing is written before a person has seen what would come of it. It is written turn by turn, with
the window's events between them, and comes in as one change; stopped on its way it is taken back.
"""

from collections.abc import Callable, Generator
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.desk import Context
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.project import Workspace
from reviewer.workspace.work_apart import LookedAt, look_at_work


class WorkStage(StrEnum):
    """How far it has come."""

    READING = "reading"
    READY = "ready"  # a person looks at what would come of it
    WRITING = "writing"
    OVER = "over"


class TakingWork(QObject):
    """Begins at once; tells ``ended`` when it is taken in and left, or was never wanted."""

    changed = Signal()
    progressed = Signal(int, int, str)
    written = Signal()  # or taken back again: other things can be changed
    ended = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, context: Context, path: Path) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._context = context
        self.path = path
        self.stage = WorkStage.READING
        self.seen: LookedAt | None = None
        self.taken: TakenWork | None = None
        self.undone = False  # it was taken back, once it was in
        self.was_stopped = False  # on its way in, and taken back
        self.is_half = False  # it could not be taken back: a part of it is in
        self._step = 0
        self._before = 0
        self._found = TakenWork()
        self._turns: Generator[TakenWork, None, None] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._go_on)
        project = workspace.path

        def look(progress: Progress) -> LookedAt:
            return look_at_work(project, path, progress)

        self.job = bridge.run(_("Look at work of another program"), look)
        self.job.progressed.connect(self.progressed)
        self.job.done.connect(self._looked)
        self.job.failed.connect(self._failed)
        self.job.stopped.connect(self._leave)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._follow)

    def stop(self) -> None:
        """Read no further, or write no more and take back what is written: nothing comes in."""
        if self.stage is WorkStage.WRITING:
            self._give_up()
        else:
            self.job.cancel()

    def close(self) -> None:
        """Leave it: what is not taken in stays where it is."""
        if self.stage is WorkStage.READING:
            self.stop()
        elif self.stage is WorkStage.READY:
            self._leave()
        elif self.stage is WorkStage.OVER:
            self.ended.emit()

    def leave(self) -> None:
        """Stop for good, because the project closes: what is not whole is taken back."""
        if self.stage is WorkStage.WRITING:
            self.stop()

    def take(self) -> None:
        """Have it taken in, once it is painted that this goes on."""
        if self.stage is WorkStage.READY and self.seen is not None:
            self._turns = self._workspace.interchange.in_turns(self.seen.work, _Told(self))
            self._before = self._workspace.history.newest()
            self.was_stopped = False
            self._go_to(WorkStage.WRITING)
            self._clock.start()

    def _looked(self, seen: LookedAt) -> None:
        self.seen = seen
        self._go_to(WorkStage.READY)

    def _failed(self, problem: ReviewerError) -> None:
        self._context.prompts.tell(problem)
        self._leave()

    def _go_on(self) -> None:
        """Let one turn be written; what it raises is told, and then nothing of it is in."""
        self._do(self._write)
        if self._turns is None:
            self._clock.stop()
            self._do(self._note_half)
            self._go_to(WorkStage.READY if self.taken is None else WorkStage.OVER)
            self.written.emit()

    def _write(self) -> None:
        turns, self._turns = self._turns, None  # which stays so where it raises
        if turns is None:
            return
        found = next(turns, None)
        if found is not None:
            self._found, self._turns = found, turns
            return
        newest = self._workspace.history.newest()
        self._step = newest if newest != self._before else 0
        self.taken = self._found

    def _give_up(self) -> None:
        turns, self._turns = self._turns, None
        self._clock.stop()
        if turns is not None:
            self._do(turns.close)
        self._do(self._note_half)
        self.was_stopped = not self.is_half
        self._go_to(WorkStage.READY)
        self.written.emit()

    def _note_half(self) -> None:
        """Find out whether a part of it is in that could not be taken back."""
        self.is_half = self.taken is None  # where the project cannot be read, it may be
        cut = self._workspace.history.cut_short()
        self.is_half = cut is not None and cut.id > self._before

    def _do(self, deed: Callable[[], object]) -> None:
        """Do a part of it; what is refused is told, and not asked for again by halves."""

        def told() -> None:
            try:
                deed()
            except ReviewerError as problem:
                self._context.prompts.tell(problem)

        self._context.safely(told)

    def _follow(self, _news: object = None) -> None:
        """Tell it where it is taken back, or done again."""
        if self.stage is WorkStage.OVER and self._step:
            self._context.safely(self._look_whether_it_stands)
        elif self.stage is WorkStage.READY and self.is_half:
            self._do(self._note_half)
            self.changed.emit()

    def _look_whether_it_stands(self) -> None:
        (step,) = self._workspace.history.listed([self._step])
        if step.undone is not self.undone:
            self.undone = step.undone
            self.changed.emit()

    def _leave(self) -> None:
        self._go_to(WorkStage.OVER)
        self.ended.emit()

    def _go_to(self, stage: WorkStage) -> None:
        self.stage = stage
        self.changed.emit()


class _Told:
    """How far the writing is, which happens in this thread."""

    def __init__(self, taking: TakingWork) -> None:
        self._taking = taking

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Tell it."""
        self._taking.progressed.emit(done, total or 0, what)
