"""Every change is a step; steps are taken back by writing their inverse as a new step.

Nothing in the history is ever altered. Undo compares each row with the image the step left and
refuses, naming the row, when something else changed it since (``replay.py``).
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

import reviewer
from reviewer.domain.errors import NotAllowed
from reviewer.domain.steps import (
    Change,
    EarlierWork,
    News,
    NothingToUndo,
    Place,
    Step,
    StepKind,
    Touched,
)
from reviewer.domain.words import N_
from reviewer.environment.clock import local_day, local_time
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.acted import Acted
from reviewer.workspace.groups import Groups
from reviewer.workspace.news import NewsDesk
from reviewer.workspace.turning import Turning


@dataclass(slots=True)
class StepInHand:
    """The step being made: what it is called in the history may be completed while it is open."""

    id: int
    kind: StepKind
    name: str
    arguments: dict[str, object]
    described: bool = field(default=False)

    def describe(self, **arguments: object) -> None:
        """Add what was only known once the work was under way, such as a new passage's number."""
        self.arguments |= arguments
        self.described = True


class History:
    """Makes steps, lists them, takes them back and does them again."""

    def __init__(
        self,
        project: ProjectFile,
        desk: NewsDesk,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._steps = project.steps
        self._acted = Acted(project)
        self._analyst = analyst
        self._now = now
        self._open: StepInHand | None = None
        self._crossed: set[tuple[int, str]] = set()
        self._groups = Groups(project, desk, now)
        self._turning = Turning(project, self._groups, self._turned)
        self._joining = False

    @contextmanager
    def step(
        self,
        name: str,
        arguments: Mapping[str, object] | None = None,
        *,
        kind: StepKind = StepKind.DO,
        group: str = "",
    ) -> Iterator[StepInHand]:
        """Make everything inside one undoable step and one transaction.

        Inside another step it becomes part of that one. A step that changes nothing leaves no
        trace. News is told after the commit. Raises ``ReadOnly``, ``CannotSave`` or ``UnderWay``;
        then nothing was changed.
        """
        if self._open is None and self._joining:
            self._begin(kind, name, arguments or {}, group=group)
        if self._open is not None:
            yield self._open
            return
        self._groups.must_be_free(group)
        news: News | None = None
        with self._project.connection.transaction():
            made = self._begin(kind, name, arguments or {}, group=group)
            try:
                yield made
            finally:
                self._open = None
            news = self._seal(made)
        if news is not None:
            self._crossed.clear()
            self._groups.tell(news)

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Make all the steps inside one, called as the first of them is: what one dialog asks.

        Where nothing inside begins a step, there is none. Raises as ``step`` does.
        """
        if self._open is not None or self._joining:
            yield
            return
        self._groups.must_be_free()
        news: News | None = None
        with self._project.connection.transaction():
            self._joining = True
            try:
                yield
            finally:
                made, self._open, self._joining = self._open, None, False
            if made is not None:
                news = self._seal(made)
        if news is not None:
            self._crossed.clear()
            self._groups.tell(news)

    def must_be_free(self) -> None:
        """Raise ``UnderWay`` where a long change is under way that lets nothing else be changed."""
        self._groups.must_be_free()

    def begin_group(self) -> str:
        """Return a name that ties the steps of one long operation together.

        Undo takes all of them back at once. Say ``end_group`` when the operation has ended; one
        that a crash cut short never does, and is told as interrupted.
        """
        return self._groups.begin()

    def alone(self) -> AbstractContextManager[str]:
        """Give a group inside which nothing else is changed: ``UnderWay`` is raised for that.

        Its last step says ``note_end``; left without that, all of it is taken back.
        """
        return self._groups.alone(self._give_up)

    def note_end(self, group: str) -> None:
        """Write down, in a step of a group that works alone, that it is the last."""
        self._groups.note_end(group)

    def works_alone(self) -> bool:
        """Say whether an operation works alone just now."""
        return self._groups.works_alone()

    def end_group(self, group: str) -> None:
        """Say that a long operation has come to its end, or was stopped by the person."""
        self._groups.end(group)

    def end_groups(self) -> None:
        """Say so of every operation that still runs: the project is being closed."""
        self._groups.end_all()

    def ids(self) -> list[int]:
        """Return the steps as listed, newest first; a group is one entry, by its newest step."""
        return self._steps.ids()

    def newest(self) -> int:
        """Return the newest step, 0 where there is none: another one says that there was work."""
        return self._steps.newest()

    def listed(self, ids: Sequence[int]) -> list[Step]:
        """Return steps by id, newest first, each as its whole group is told.

        Of a group ``arguments`` have the ``count`` of the whole, and ``interrupted`` where a crash
        cut it short; what was done until then is whole, and is taken back like any other.
        """
        return [self._groups.told(step) for step in self._steps.listed(ids)]

    def cut_short(self) -> Step | None:
        """Return the last import where it never came to its end and still stands.

        A crash cut it short, unless it goes on just now in another window.
        """
        step = self._steps.newest_of(StepKind.IMPORT)
        step = step and self._groups.told(step)
        stands = step is not None and not step.undone and "interrupted" in step.arguments
        return step if stands else None

    def changes(self, step: int) -> list[Change]:
        """Return what a step did, values before and after."""
        return self._steps.changes(step)

    def first_changes(self, step: int, most: int) -> list[Change]:
        """Return the first so many rows that a step, with its group, did something to."""
        return self._steps.first_changes(self._steps.get(step), most)

    def touched(self, step: int) -> list[Touched]:
        """Return how many rows of which tables a step, with its group, did what to."""
        return self._steps.touched(self._steps.get(step))

    def place(self, step: int, among: Sequence[int] = ()) -> Place | None:
        """Return where in the documents a step acted, ``None`` when it was nowhere in them.

        Of several documents the first one of ``among`` is taken whose passages it changed.
        """
        changes = self._steps.changes(step)
        return self._acted.place(self._acted.within(changes, among) or changes)

    def of_passage(self, passage: int) -> list[Change]:
        """Return everything that ever happened to a passage, oldest first."""
        return self._steps.of_row("passages", passage)

    def about_passage(self, passage: int) -> list[int]:
        """Return the steps that changed a passage or what it carries, newest first."""
        return self._steps.about_passage(passage)[::-1]

    def passage_of(self, change: Change) -> int | None:
        """Return the passage that a changed row is, or is about, where it is about one."""
        return self._acted.passage(change)

    def to_undo(self) -> Step | None:
        """Return what undo would take back."""
        step = self._steps.to_undo()
        return step and self._groups.told(step)

    def to_redo(self) -> Step | None:
        """Return what redo would do again."""
        step = self._steps.to_redo()
        return step and self._groups.told(step)

    def undo(self) -> News:
        """Take back the newest step that stands.

        Raises as ``wanted_undo`` does, and ``Stale`` when a row was changed since.
        """
        return self.turn(self.wanted_undo(), StepKind.UNDO)

    def redo(self) -> News:
        """Do again what was undone last; raises ``NothingToUndo`` or ``Stale``."""
        return self.turn(self.wanted_redo(), StepKind.REDO)

    def take_back(self, step: int) -> News:
        """Take back any one step, with its group; raises ``Stale`` when later work rests on it."""
        return self.turn(self.wanted_back(step), StepKind.UNDO)

    def wanted_undo(self) -> Step:
        """Return what undo takes back now that it is asked for.

        Raises ``NothingToUndo``, and ``EarlierWork`` once before work of another day or another
        analyst: asked again, it goes on.
        """
        step = self._steps.to_undo()
        if step is None:
            raise NothingToUndo(N_("There is nothing to undo."))
        self._stop_at_boundary(step)
        return step

    def wanted_redo(self) -> Step:
        """Return what redo does again now that it is asked for; raises ``NothingToUndo``."""
        step = self._steps.to_redo()
        if step is None:
            raise NothingToUndo(N_("There is nothing to redo."))
        return step

    def wanted_back(self, step: int) -> Step:
        """Return a step that may be taken back; raises ``NotAllowed`` where it may not."""
        found = self._steps.get(step)
        if found.kind not in (StepKind.DO, StepKind.IMPORT) or found.undone:
            raise NotAllowed(N_("“{step}” cannot be taken back."), step=found.sentence)
        return found

    def turn(self, step: Step, kind: StepKind) -> News:
        """Take back, or do again, a step that was wanted, with its group; raises ``Stale``."""
        return self._turning.turn(step, kind)

    def turns(self, step: Step, kind: StepKind) -> int:
        """Return in how many steps a step, with its group, is taken back or done again."""
        return len(self._steps.together_with(step, undone=kind is StepKind.REDO))

    def weight(self, step: Step) -> int:
        """Return how many rows a step, with its group, did something to: so long turning takes."""
        return sum(one.rows for one in self._steps.touched(step))

    def in_turns(self, step: Step, kind: StepKind) -> Generator[News | None, None, None]:
        """Take a long operation back, or do it again, one of its steps at a time.

        See ``Turning.in_turns``; ``step`` is one that was wanted.
        """
        return self._turning.in_turns(step, kind)

    def _give_up(self, group: str) -> None:
        step = self._steps.newest_in(group)
        if step is not None:
            self._turning.give_up(step, group)

    def _stop_at_boundary(self, step: Step) -> None:
        day = local_day(step.at)
        if step.analyst == self._analyst() and day == local_day(self._now()):
            return
        if (step.analyst, day) in self._crossed:
            return
        self._crossed.add((step.analyst, day))
        raise EarlierWork(
            N_("The next change to undo is by {analyst}, {when}: {step}. Undo again to go on."),
            analyst=step.analyst_name,
            when=local_time(step.at),
            step=step.sentence,
        )

    def _begin(
        self,
        kind: StepKind,
        name: str,
        arguments: Mapping[str, object],
        *,
        of: int | None = None,
        group: str = "",
    ) -> StepInHand:
        step = self._steps.open(
            kind,
            name,
            arguments,
            analyst=self._analyst(),
            at=self._now(),
            program=reviewer.__version__,
            of=of,
            group=group,
        )
        self._open = StepInHand(step, kind, name, dict(arguments))
        return self._open

    @contextmanager
    def _turned(self, one: Step, kind: StepKind, group: str) -> Iterator[int]:
        """Make what is inside the turning of a step; whoever asked for it seals it."""
        made = self._begin(kind, one.name, one.arguments, of=one.id, group=group)
        try:
            yield made.id
        finally:
            self._open = None

    def _seal(self, made: StepInHand) -> News | None:
        if made.described:
            self._steps.rename(made.id, made.arguments)
        rows = self._steps.seal(made.id)
        return News(made.id, made.kind, made.name, made.arguments, rows) if rows else None
