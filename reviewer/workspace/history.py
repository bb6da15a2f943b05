"""Every change is a step; steps are taken back by writing their inverse as a new step.

Nothing in the history is ever altered. Undo compares each row with the image the step left and
refuses, naming the row, when something else changed it since.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import reviewer
from reviewer.domain.errors import NotAllowed, Stale
from reviewer.domain.spans import Span
from reviewer.domain.steps import (
    Action,
    Change,
    EarlierWork,
    News,
    NothingToUndo,
    Place,
    Step,
    StepKind,
)
from reviewer.domain.words import N_
from reviewer.environment.clock import local_day, local_time
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.news import NewsDesk


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
        self._desk = desk
        self._analyst = analyst
        self._now = now
        self._open: StepInHand | None = None
        self._crossed: set[tuple[int, str]] = set()

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
        trace. News is told after the commit. Raises ``ReadOnly`` or ``CannotSave``; then nothing
        was changed.
        """
        if self._open is not None:
            yield self._open
            return
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
            self._desk.tell(news)

    def ids(self) -> list[int]:
        """Return the steps as listed, newest first; a group is one entry, by its newest step."""
        return self._steps.ids()

    def listed(self, ids: Sequence[int]) -> list[Step]:
        """Return steps by id, newest first; a group's ``count`` is that of the whole group."""
        return self._steps.listed(ids)

    def changes(self, step: int) -> list[Change]:
        """Return what a step did, values before and after."""
        return self._steps.changes(step)

    def place(self, step: int) -> Place | None:
        """Return where in the documents a step acted, ``None`` when it was nowhere in them."""
        return self._place(self._steps.changes(step))

    def of_passage(self, passage: int) -> list[Change]:
        """Return everything that ever happened to a passage, oldest first."""
        return self._steps.of_row("passages", passage)

    def to_undo(self) -> Step | None:
        """Return what undo would take back."""
        return self._steps.to_undo()

    def to_redo(self) -> Step | None:
        """Return what redo would do again."""
        return self._steps.to_redo()

    def undo(self) -> News:
        """Take back the newest step that stands.

        Raises ``NothingToUndo``; ``EarlierWork`` once before work of another day or another
        analyst (asked again, it goes on); ``Stale`` when a row was changed since.
        """
        step = self._steps.to_undo()
        if step is None:
            raise NothingToUndo(N_("There is nothing to undo."))
        self._stop_at_boundary(step)
        return self.take_back(step.id)

    def redo(self) -> News:
        """Do again what was undone last; raises ``NothingToUndo`` or ``Stale``."""
        step = self._steps.to_redo()
        if step is None:
            raise NothingToUndo(N_("There is nothing to redo."))
        return self._turn(step, StepKind.REDO)

    def take_back(self, step: int) -> News:
        """Take back any one step, with its group; raises ``Stale`` when later work rests on it."""
        found = self._steps.get(step)
        if found.kind not in (StepKind.DO, StepKind.IMPORT) or found.undone:
            raise NotAllowed(N_("“{step}” cannot be taken back."), step=found.sentence)
        return self._turn(found, StepKind.UNDO)

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

    def _seal(self, made: StepInHand) -> News | None:
        if self._steps.drop_empty(made.id):
            return None
        if made.described:
            self._steps.rename(made.id, made.arguments)
        self._steps.close(made.id)
        return News(
            made.id,
            made.kind,
            made.name,
            made.arguments,
            self._steps.touched(made.id),
        )

    def _turn(self, step: Step, kind: StepKind) -> News:
        undoing = kind is StepKind.UNDO
        turned, group = [step.id], ""
        if step.group:
            turned, group = self._steps.group(step.group, undone=not undoing), str(uuid4())
        if not undoing:
            turned.reverse()
        rows: dict[str, frozenset[int]] = {}
        place: Place | None = None
        made: StepInHand | None = None
        with self._project.connection.transaction():
            for one in turned:
                changes = self._steps.changes(one, backwards=undoing)
                made = self._begin(kind, step.name, step.arguments, of=one, group=group)
                try:
                    self._replay(changes, step, undoing=undoing)
                finally:
                    self._open = None
                self._steps.close(made.id)
                place = place or self._place(changes)
                for table, touched in self._steps.touched(made.id).items():
                    rows[table] = rows.get(table, frozenset()) | touched
        if made is None:
            raise NothingToUndo(N_("There is nothing to undo."))
        news = News(made.id, kind, step.name, step.arguments, rows, place)
        self._desk.tell(news)
        return news

    def _replay(self, changes: Sequence[Change], step: Step, *, undoing: bool) -> None:
        for change in changes:
            try:
                self._put(change, undoing=undoing)
            except NotAllowed as fault:
                raise Stale(
                    N_(
                        "“{step}” cannot be taken back now: later work rests on {row}. "
                        "Take that back first."
                    ),
                    step=step.sentence,
                    row=self._row_name(change),
                ) from fault

    def _put(self, change: Change, *, undoing: bool) -> None:
        left, wanted = (change.after, change.before) if undoing else (change.before, change.after)
        current = self._project.rows.current(change.table, change.row)
        gone = Action.DELETE if undoing else Action.INSERT
        come = Action.INSERT if undoing else Action.DELETE
        expected = None if change.action is gone else left
        if not _same(current, expected):
            raise Stale(N_("It was changed since."))
        if change.action is gone:
            self._project.rows.insert(change.table, wanted)
        elif change.action is come:
            self._project.rows.delete(change.table, change.row)
        else:
            self._project.rows.update(change.table, change.row, wanted)

    def _row_name(self, change: Change) -> str:
        image = {**change.before, **change.after}
        for column in ("quote", "title", "name", "key"):
            if image.get(column):
                return f"“{image[column]}”"
        return f"{change.table} {change.row}"

    def _place(self, changes: Sequence[Change]) -> Place | None:
        for change in changes:
            if change.table == "documents":
                return Place(change.row)
            if change.table == "passages":
                return self._passage_place(change)
        return None

    def _passage_place(self, change: Change) -> Place | None:
        image: Mapping[str, object] = {
            **(self._project.rows.current("passages", change.row) or {}),
            **change.before,
            **change.after,
        }
        document, start, end = image.get("document"), image.get("start"), image.get("end")
        if isinstance(document, int) and isinstance(start, int) and isinstance(end, int):
            return Place(document, Span(start, end))
        return None


def _same(current: Mapping[str, object] | None, expected: Mapping[str, object] | None) -> bool:
    if current is None or expected is None:
        return current is None and expected is None
    return all(current.get(column) == value for column, value in expected.items())
