"""Long operations: steps that belong together, are told as one and are taken back at once.

Most let others change the project between two of their steps, as an import of documents does. One
that works *alone* does not, because what it writes rests on what it wrote before: meanwhile nothing
else is changed, and what it did is told once, when it has come to its end.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

from reviewer.domain.errors import NotAllowed
from reviewer.domain.steps import News, Step, StepKind
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.news import NewsDesk

_UNDER_WAY = N_(
    "A long change is under way. Wait until it is done, or stop it: nothing else can be changed "
    "meanwhile."
)


class UnderWay(NotAllowed):
    """Nothing can be changed until an operation that works alone has come to its end."""


class Groups:
    """The long operations that are under way."""

    def __init__(self, project: ProjectFile, desk: NewsDesk, now: Callable[[], str]) -> None:
        self._project = project
        self._desk = desk
        self._now = now
        self._running: set[str] = set()
        self._alone = ""
        self._held: News | None = None
        self._held_rows: dict[str, set[int]] = {}

    def begin(self) -> str:
        """Return a name that ties the steps of an operation together; raises ``UnderWay``."""
        self.must_be_free()
        group = str(uuid4())
        self._running.add(group)
        return group

    @contextmanager
    def alone(self, take_back: Callable[[str], object]) -> Iterator[str]:
        """Let nothing but the group that is given be written inside.

        Its last step notes its end. Where that does not come to be, for whatever reason, it is
        taken back; and where not even that can be, it is told as cut short from now on. Raises
        ``UnderWay`` where another operation goes on.
        """
        if self._running:
            raise UnderWay(_UNDER_WAY)
        self._alone = group = self.begin()
        try:
            yield group
        except BaseException:
            take_back(group)
            raise
        finally:
            self._running.discard(group)
            self._alone = ""
            self._tell_held()

    def end(self, group: str) -> None:
        """Say that an operation has come to its end, or was stopped by the person."""
        self._running.discard(group)
        with self._project.connection.transaction():
            self.note_end(group)

    def note_end(self, group: str) -> None:
        """Write down, in an open transaction, that a group is whole."""
        self._project.steps.end_group(group, self._now())

    def end_all(self) -> None:
        """Say so of every operation that still runs: the project is being closed.

        Not of one that works alone: what there is of it is a half, and told as cut short.
        """
        for group in self._running - {self._alone}:
            self.end(group)

    def must_be_free(self, group: str = "") -> None:
        """Raise ``UnderWay`` where an operation works alone, and it is not this one."""
        if self._alone and group != self._alone:
            raise UnderWay(_UNDER_WAY)

    def works_alone(self) -> bool:
        """Say whether an operation works alone just now."""
        return bool(self._alone)

    def tell(self, news: News) -> None:
        """Tell what a step did; what comes in alone is told when all of it is in.

        What goes is told at once, else it would be looked for.
        """
        if self._alone and news.kind is StepKind.IMPORT:
            self._held = news
            for table, rows in news.rows.items():
                self._held_rows.setdefault(table, set()).update(rows)
            return
        self._held, self._held_rows = None, {}
        self._desk.tell(news)

    def told(self, step: Step) -> Step:
        """Return a step without the word that it was cut short, where its operation still runs."""
        if step.group not in self._running or "interrupted" not in step.arguments:
            return step
        told = {key: value for key, value in step.arguments.items() if key != "interrupted"}
        return replace(step, arguments=told)

    def _tell_held(self) -> None:
        held, self._held = self._held, None
        rows = {table: frozenset(several) for table, several in self._held_rows.items()}
        self._held_rows = {}
        if held is not None:
            (step,) = self._project.steps.listed([held.step])  # which counts for the whole group
            self._desk.tell(replace(held, arguments=step.arguments, rows=rows))
