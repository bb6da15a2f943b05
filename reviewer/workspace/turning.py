"""Takes steps back and does them again: a whole group at once, or one of its steps at a time."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from types import MappingProxyType
from uuid import uuid4

from reviewer.domain.errors import NotAllowed, Stale
from reviewer.domain.steps import STOPPED, Change, News, Step, StepKind
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.acted import Acted
from reviewer.workspace.groups import Groups
from reviewer.workspace.replay import ChangedSince, Replay

_CANNOT_UNDO = N_(
    "“{step}” cannot be taken back now: later work rests on {row}. Take that back first."
)
_CANNOT_REDO = N_(
    "“{step}” cannot be done again now: {row} is not as it was. Take back what changed it first."
)
Making = Callable[[Step, StepKind, str], AbstractContextManager[int]]


class Turning:
    """Writes the inverse of steps as new steps; ``making`` makes one of them inside it."""

    def __init__(self, project: ProjectFile, groups: Groups, making: Making) -> None:
        self._project = project
        self._steps = project.steps
        self._groups = groups
        self._making = making
        self._replay = Replay(project)
        self._acted = Acted(project)

    def give_up(self, step: Step, group: str) -> None:
        """Take back what the operation of a group that works alone has done until now.

        It says of itself that it was stopped: half of something is not offered to be done again.
        Raises as ``turn`` does.
        """
        self.turn(step, StepKind.UNDO, group, told={STOPPED: True})

    def turn(
        self,
        step: Step,
        kind: StepKind,
        by: str = "",
        told: Mapping[str, object] = MappingProxyType({}),
    ) -> News:
        """Turn a step with its group, all at once; ``by`` is the group that works alone, if it is.

        ``told`` are further arguments of the steps that are made. Raises ``Stale``, and then
        nothing was turned.
        """
        self._groups.must_be_free(by)
        ordered = self._in_order(step, kind)
        group = str(uuid4()) if step.group else ""
        acted = _Acted(step)
        with self._project.connection.transaction():
            for one in ordered:
                marked = replace(one, arguments={**one.arguments, **told})
                acted.add(self._turn_one(marked, step, kind, group))
            for whole in filter(None, (group, by)):
                self._groups.note_end(whole)
        news = acted.news()
        self._groups.tell(news)
        return news

    def in_turns(self, step: Step, kind: StepKind) -> Generator[News | None, None, None]:
        """Take a long operation back, or do it again, one of its steps at a time.

        Gives nothing after each, and at the end what it did. Raises ``UnderWay`` until then for
        whatever else would change something. Closed before its end, or where one cannot be turned
        (``Stale``), those that were are turned again, so that it is all or nothing.
        """
        ordered = self._in_order(step, kind)
        acted = _Acted(step)
        turned: list[Step] = []
        with self._groups.alone(lambda group: self._turn_again(turned, step, kind, group)) as group:
            for one in ordered:
                with self._project.connection.transaction():
                    news = self._turn_one(one, step, kind, group)
                    if one is ordered[-1]:
                        self._groups.note_end(group)
                self._groups.tell(news)
                acted.add(news)
                turned.append(one)
                yield None
        yield acted.news()

    def _turn_again(self, turned: Sequence[Step], step: Step, kind: StepKind, group: str) -> None:
        """Let all stand again as it did before a group began to turn it."""
        other = StepKind.REDO if kind is StepKind.UNDO else StepKind.UNDO
        again = str(uuid4())
        with self._project.connection.transaction():
            made = [self._turn_one(one, step, other, again) for one in reversed(turned)]
            for whole in (group, again):
                self._groups.note_end(whole)
        for news in made:
            self._groups.tell(news)

    def _in_order(self, step: Step, kind: StepKind) -> list[Step]:
        """Return the steps of a step's group that can be turned, in the order in which they are.

        Raises ``NotAllowed`` where there is none.
        """
        found = self._steps.together_with(step, undone=kind is StepKind.REDO)
        if not found:
            raise NotAllowed(N_("“{step}” cannot be taken back."), step=step.sentence)
        return found if kind is StepKind.UNDO else found[::-1]

    def _turn_one(self, one: Step, whole: Step, kind: StepKind, group: str) -> News:
        """Turn one step of a group that is turned as a ``whole``; returns what that did."""
        undoing = kind is StepKind.UNDO
        changes = self._steps.changes(one.id, backwards=undoing)
        with self._making(one, kind, group) as made:
            self._turn_changes(changes, whole, undoing=undoing)
        rows = self._steps.seal(made)
        return News(made, kind, whole.name, whole.arguments, rows, self._acted.place(changes))

    def _turn_changes(self, changes: Sequence[Change], step: Step, *, undoing: bool) -> None:
        try:
            self._replay.turn(changes, undoing=undoing)
        except ChangedSince as fault:
            raise Stale(
                _CANNOT_UNDO if undoing else _CANNOT_REDO,
                step=step.sentence,
                row=self._acted.row_name(fault.change),
            ) from fault


class _Acted:
    """What the steps of a group did, put together."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._rows: dict[str, set[int]] = {}
        self._last: News | None = None

    def add(self, news: News) -> None:
        self._last = news
        for table, several in news.rows.items():
            self._rows.setdefault(table, set()).update(several)

    def news(self) -> News:
        assert self._last is not None
        rows = {table: frozenset(several) for table, several in self._rows.items()}
        return replace(self._last, arguments=self._step.arguments, rows=rows)
