"""The questions of an event as a report has them: figures compared, and what no source says."""

from collections.abc import Iterator, Sequence

from reviewer.domain.chart_words import working_numbers
from reviewer.domain.compared import Compared
from reviewer.domain.comparisons import CELL_STATE_LABELS, CellState, Grid, GridRow
from reviewer.domain.events import Question
from reviewer.domain.protecting import Protection
from reviewer.domain.ratings import VALUE_LABELS
from reviewer.domain.report import QuestionPart
from reviewer.domain.words import N_, Saying
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.operations.comparison import ComparisonOperations

_STATE = N_("{state}: {count} of {all} documents ({labels})")
_MANY = N_("{labels} and {count} more")
_MOST_LABELS = 12


class Questions:
    """Gives the questions of events, names protected where that was asked."""

    def __init__(
        self, project: ProjectFile, comparison: ComparisonOperations, hidden: Protection
    ) -> None:
        self._project = project
        self._comparison = comparison
        self._hidden = hidden
        self._analysts = {one.id: one.name for one in project.analysts.all()}

    def of(self, event: int) -> tuple[QuestionPart, ...]:
        """Return an event's questions in their order."""
        questions = {one.id: one for one in self._project.questions.of(event)}
        grid = self._comparison.questions_by_documents(event)
        return tuple(self._part(questions[row.id], grid, row) for row in grid.rows)

    def _part(self, question: Question, grid: Grid, row: GridRow) -> QuestionPart:
        compared = self._comparison.figures(question.id)
        working = question.working
        analyst = "" if working is None else self._analysts.get(working.analyst, "")
        shown = None
        if compared.entering or compared.below or working is not None:
            shown = Compared(compared, working, analyst)
        answers = (
            passage
            for place, several in grid.says.items()
            if place[0] == row.id
            for passage in several
        )
        return self._hidden.of(
            QuestionPart(
                question.wording,
                tuple(self._project.passages.label(one) for one in answers),
                shown,
                tuple(states_said(grid, row)),
                tuple(self._working(question)),
                tuple(self._ratings(question.id)),
            )
        )

    def _working(self, question: Question) -> Iterator[Saying]:
        working = question.working
        if working is not None:
            values = {
                "numbers": working_numbers(working),
                "analyst": self._analysts.get(working.analyst, ""),
                "day": working.at[:10],
                "reason": working.reason,
            }
            yield Saying(
                N_("The analysts’ working figure: {numbers} ({analyst}, {day}). Reason: {reason}"),
                values,
            )

    def _ratings(self, question: int) -> Iterator[Saying]:
        for one in self._project.ratings.all():
            if one.question == question:
                values = {
                    "value": one.value,
                    "words": Saying(VALUE_LABELS[one.value]),
                    "analyst": self._analysts.get(one.analyst, ""),
                    "day": one.at[:10],
                    "reason": one.reason,
                }
                yield Saying(
                    N_(
                        "The analysts’ rating, how well it is borne out: {value}, {words} "
                        "({analyst}, {day}). Reason: {reason}"
                    ),
                    values,
                )


def states_said(grid: Grid, row: GridRow) -> Iterator[Saying]:
    """Give how many documents are in which state in a row, and which; every count with its base."""
    found: dict[CellState, list[str]] = {}
    for column in grid.columns:
        found.setdefault(grid.cell(row, column).state, []).append(column.label)
    for state in CellState:
        if state in found:
            values = {
                "state": Saying(CELL_STATE_LABELS[state]),
                "count": len(found[state]),
                "all": len(grid.columns),
                "labels": _shortened(found[state]),
            }
            yield Saying(_STATE, values)


def _shortened(labels: Sequence[str]) -> Saying:
    shown = ", ".join(labels[:_MOST_LABELS])
    if len(labels) <= _MOST_LABELS:
        return Saying("{labels}", {"labels": shown})
    return Saying(_MANY, {"labels": shown, "count": len(labels) - _MOST_LABELS})
