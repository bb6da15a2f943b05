"""Comparing: events by documents, one event's questions by documents, and figures. Reads only."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain

from reviewer.domain.comparisons import (
    Grid,
    GridRow,
    GridSort,
    events_by_documents,
    questions_by_documents,
)
from reviewer.domain.ranges import FigureComparison, compare
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which events and documents are compared, and in which order; ``None`` is all of them.

    ``words`` are looked for in the names of events.
    """

    words: str = ""
    only_differing: bool = False
    events: Collection[int] | None = None
    documents: Collection[int] | None = None
    sort: GridSort = GridSort.POSITION
    descending: bool = False


class ComparisonOperations:
    """Compares what an open project's sources say."""

    def __init__(self, project: ProjectFile, gathered: Gathered) -> None:
        self._project = project
        self._gathered = gathered

    def events_by_documents(self, chosen: Chosen | None = None) -> Grid:
        """Return events by documents: what each source says of each event, or why nothing.

        Events are in order of time, documents by number, unless ``chosen`` says otherwise.
        """
        differing = {event for event, _question in self._gathered.differing()}
        made = self._gathered.made()
        rows = [
            GridRow(
                *(event.id, event.name, event.date, event.id in differing),
                made_at=made.get(event.id, ""),
            )
            for event in self._project.events.all()
        ]
        gathered = self._gathered
        grid = events_by_documents(
            rows,
            gathered.columns(),
            chain.from_iterable(gathered.answers().values()),
            gathered.checked(),
        )
        return _narrowed(grid, chosen or Chosen())

    def questions_by_documents(self, event: int, chosen: Chosen | None = None) -> Grid:
        """Return one event's questions by documents; raises ``NotFound``.

        ``events`` of ``chosen`` are questions here.
        """
        date = self._project.events.get(event).date
        differing = self._gathered.differing()
        made_at = self._gathered.made().get(event, "")
        rows = [
            GridRow(one.id, one.wording, date, (event, one.id) in differing, made_at)
            for one in self._project.questions.of(event)
        ]
        grid = questions_by_documents(
            rows,
            self._gathered.columns(),
            self._gathered.answers().get(event, []),
            [one for one in self._gathered.checked() if one.event == event],
        )
        return _narrowed(grid, chosen or Chosen())

    def figures(self, question: int) -> FigureComparison:
        """Return the figures that answer a question, compared; raises ``NotFound``."""
        found = self._project.questions.get(question)
        passages = [
            one.passage
            for one in self._gathered.answers().get(found.event, [])
            if one.question == question
        ]
        figures = self._project.comparison.figures(passages)
        gathered = self._gathered
        return compare(figures.values(), gathered.links(), gathered.taken_back(), found.group)

    def cell(self, event: int, document: int, question: int | None = None) -> list[int]:
        """Return the passages in which a document speaks of an event, or of one question of it.

        In order of place.
        """
        passages = (
            one.passage
            for one in self._gathered.answers().get(event, [])
            if one.document == document and question in (None, one.question)
        )
        return list(dict.fromkeys(passages))


def _narrowed(grid: Grid, chosen: Chosen) -> Grid:
    grid = grid.narrowed(
        chosen.words,
        only_differing=chosen.only_differing,
        rows=chosen.events,
        columns=chosen.documents,
    )
    if chosen.sort is GridSort.POSITION and not chosen.descending:
        return grid
    return grid.ordered(chosen.sort, descending=chosen.descending)
