"""Long operations: steps that belong together, are told as one and are taken back at once.

Most let others change the project between two of their steps, as an import of documents does. One
that works *alone* does not, because what it writes rests on what it wrote before: meanwhile nothing
else is changed, and what it did is told once, when it has come to its end.
"""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from reviewer.domain.errors import NotAllowed
from reviewer.domain.steps import News, Step
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.news import NewsDesk

_UNDER_WAY = N_(
    "A long change is under way. Wait until it is done, or stop it: nothing else can be changed "
    "meanwhile."
)


class Busy(NotAllowed):
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

    def begin(self, *, alone: bool) -> str:
        """Return a name that ties the steps of an operation together.

        Raises ``Busy`` where one works alone, and for one that would where any other goes on.
        """
        self.must_be_free()
        if alone and self._running:
            raise Busy(_UNDER_WAY)
        group = str(uuid4())
        self._running.add(group)
        if alone:
            self._alone = group
        return group

    def end(self, group: str) -> News | None:
        """Say that an operation has come to its end, or was stopped by the person.

        Of one that worked alone it returns what that did, if anything.
        """
        try:
            with self._project.connection.transaction():
                self.note_end(group)
        finally:
            told = self.leave(group)
        return told

    def note_end(self, group: str) -> None:
        """Write down, in an open transaction, that a group is whole."""
        self._project.steps.end_group(group, self._now())

    def leave(self, group: str) -> News | None:
        """Go on without an operation that came to no end: it is told as cut short.

        Of one that worked alone it returns what that did, if anything.
        """
        self._running.discard(group)
        if group != self._alone:
            return None
        self._alone = ""
        return self._tell_held()

    def end_all(self) -> None:
        """Say so of every operation that still runs: the project is being closed."""
        for group in tuple(self._running):
            self.end(group)

    def must_be_free(self, group: str = "") -> None:
        """Raise ``Busy`` where an operation works alone, and it is not this one."""
        if self._alone and group != self._alone:
            raise Busy(_UNDER_WAY)

    def tell(self, news: News) -> None:
        """Tell what a step did; of an operation that works alone, when it is over."""
        if not self._alone:
            self._desk.tell(news)
            return
        self._held = news
        for table, rows in news.rows.items():
            self._held_rows.setdefault(table, set()).update(rows)

    def told(self, step: Step) -> Step:
        """Return a step without the word that it was cut short, where its operation still runs."""
        if step.group not in self._running or "interrupted" not in step.arguments:
            return step
        told = {key: value for key, value in step.arguments.items() if key != "interrupted"}
        return replace(step, arguments=told)

    def _tell_held(self) -> News | None:
        held, self._held = self._held, None
        rows = {table: frozenset(several) for table, several in self._held_rows.items()}
        self._held_rows = {}
        if held is None:
            return None
        (step,) = self._project.steps.listed([held.step])  # which counts for the whole group
        news = replace(held, arguments=step.arguments, rows=rows)
        self._desk.tell(news)
        return news
