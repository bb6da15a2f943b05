"""Changes taken back and done again in the window: short ones at once, long ones turn by turn."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress
from reviewer.domain.steps import News, Step, StepKind
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.desk import Context
from reviewer.workspace.project import Workspace

MOST_AT_ONCE = 1_000
"""Rows that are turned while the window waits: some hundred milliseconds."""
Then = Callable[[News], object]
Turns = Generator[News | None, None, None]


class Turnings(QObject):
    """Turns one step at a time with its group; while a long one is under way nothing else."""

    freed = Signal()  # a long one is over: other things can be changed again

    def __init__(self, workspace: Workspace, bridge: Bridge, context: Context) -> None:
        super().__init__(bridge)
        self._history = workspace.history
        self._bridge = bridge
        self._context = context
        self._turning: Turns | None = None
        self._news: News | None = None

    def turn(self, step: Step, kind: StepKind, then: Then) -> None:
        """Turn a step that was wanted, and call ``then`` once that is done, with what it did.

        Raises as ``History.turn`` does; what a long one meets on its way is told by itself.
        """
        turns = self._history.turns(step, kind)
        if turns == 1 or self._history.weight(step) <= MOST_AT_ONCE:
            then(self._history.turn(step, kind))
            return
        turning = self._history.in_turns(step, kind)
        next(turning)  # what is refused at once is told by whoever asked
        self._turning = turning
        self._go_on_with(turns, _("Undo") if kind is StepKind.UNDO else _("Redo"), then)

    def leave(self) -> None:
        """Bring what is under way to its end at once, because the project closes."""
        while self._turning is not None:
            self._do(self._go_on)
            if self._turning is None:
                self.freed.emit()

    def _go_on_with(self, turns: int, title: str, then: Then) -> None:
        def pace(progress: Progress) -> None:
            for done in range(1, turns + 1):
                progress.report(done, turns)
                job.hand_over(done)

        job: Job = self._bridge.run(title, pace)
        turning = self._turning
        job.part.connect(lambda _part: self._take_turn(job, turning))
        job.done.connect(lambda _result: self._tell(then))
        job.stopped.connect(lambda: self._give_up(turning))

    def _take_turn(self, job: Job, turning: Turns | None) -> None:
        if turning is None or turning is not self._turning:
            return  # it was refused before, and its job has not heard of that yet
        self._do(self._go_on)
        if self._turning is not None:
            return
        self.freed.emit()
        if self._news is None:
            job.cancel()  # it was refused on its way, and told

    def _go_on(self) -> None:
        turning, self._turning = self._turning, None  # which stays so where it raises
        if turning is None:
            return
        news = next(turning)
        if news is None:
            self._turning = turning
        self._news = news

    def _tell(self, then: Then) -> None:
        news, self._news = self._news, None
        if news is not None:
            self._context.safely(lambda: then(news))

    def _give_up(self, turning: Turns | None) -> None:
        if turning is None or turning is not self._turning:
            return
        self._turning = None
        self._do(turning.close)
        self.freed.emit()

    def _do(self, deed: Callable[[], object]) -> None:
        """Do a part of it; what is refused is told, and not asked for again by halves."""

        def told() -> None:
            try:
                deed()
            except ReviewerError as problem:
                self._context.prompts.tell(problem)

        self._context.safely(told)
