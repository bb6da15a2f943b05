"""The page of one event, row by row: its questions, and what each source says on each.

A question has: the range in words with its base, the figures that enter it and whatever else
answers it, what stands below and why, our working figure, and the documents that mention the
event and say nothing on this, checked or not. Last come the passages without a question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.chart_words import range_itself
from reviewer.domain.comparisons import Cell, CellState, Grid, GridColumn, GridRow
from reviewer.domain.events import Event, NothingOnThis, Question, WorkingFigure
from reviewer.domain.origins import counted_once
from reviewer.domain.ranges import FigureComparison
from reviewer.domain.standings import STANDING_LABELS, Range
from reviewer.domain.words import Saying
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted, filled
from reviewer.ui.models.accounts import accounts
from reviewer.ui.models.dates import spelled
from reviewer.ui.models.events import sources_in_words
from reviewer.ui.models.ratings import rating_words, signed
from reviewer.ui.wording import isolated, isolated_values
from reviewer.workspace.project import Workspace


class RowKind(StrEnum):
    """What a row is."""

    QUESTION = "question"
    RANGE = "range"
    ANSWER = "answer"
    BELOW = "below"
    WORKING = "working"
    RATING = "rating"
    CHECKED = "checked"
    NOT_CHECKED = "not_checked"
    LOOSE = "loose"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row: ``first`` is read first, ``second`` below it; ``flag`` stands at the far end.

    ``hollow`` says that something in it was read by a rule and nobody confirmed it.
    """

    kind: RowKind
    first: str
    second: str = ""
    flag: str = ""
    question: int | None = None
    passage: int | None = None
    document: int | None = None
    label: str = ""
    hollow: bool = False
    whole: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What the row is found again by."""
        return (self.kind, self.question, self.passage, self.document)

    def words(self) -> str:
        """Return all of it, as it is spoken and copied."""
        unsure = _("not confirmed") if self.hollow else ""
        parts = (self.label, self.first, self.second, self.flag, unsure)
        return _(" · ").join(part for part in parts if part)


def said(saying: Saying) -> str:
    """Return the words of a rule in the person's language, numbers grouped, names isolated."""
    numbers = {key: f"{value:,}" for key, value in saying.values.items() if isinstance(value, int)}
    return filled(saying.template, isolated_values(saying.values) | numbers)


def range_words(comparison: FigureComparison) -> str:
    """Return the range with what it rests on and how its figures stand."""
    parts = [said(one) for one in (*range_itself(comparison), comparison.base)]
    standing = comparison.standing()
    if standing is not None:
        parts.append(_(STANDING_LABELS[standing]))
    return _(" · ").join(parts)


def working_words(working: WorkingFigure) -> str:
    """Return a working figure in words: its number or its ends."""
    low, high = working.low, working.high
    return said(Range(low, high, limited=1).saying)


def rows_of(workspace: Workspace, event: int) -> list[PageRow]:
    """Return the rows of an event's page; raises ``NotFound``."""
    return list(_Page(workspace, event).rows())


class _Page:
    """Everything the page is made of, read once."""

    def __init__(self, workspace: Workspace, event: int) -> None:
        self._workspace = workspace
        self._event: Event = workspace.events.get(event)
        self._questions = workspace.events.questions(event)
        self._grid: Grid = workspace.comparison.questions_by_documents(event)
        self._checked = workspace.events.checked(event)
        self._people = {one.id: one.name for one in workspace.analysts()}
        answers = workspace.events.answers(event)
        self._loose = [one.passage for one in answers if one.question is None]
        self._of_question: dict[int, list[int]] = {}
        for one in answers:
            if one.question is not None:
                self._of_question.setdefault(one.question, []).append(one.passage)
        self._said = accounts(workspace, [one.passage for one in answers])

    def rows(self) -> Iterator[PageRow]:
        rows = {one.id: one for one in self._grid.rows}
        for question in self._questions:
            yield from self._of(question, rows[question.id])
        if self._loose:
            yield PageRow(
                RowKind.LOOSE,
                _("Passages without a question"),
                _("They speak of the event; M puts one under a question."),
            )
            for passage in self._loose:
                yield from self._passage(RowKind.PASSAGE, None, passage)

    def _of(self, question: Question, row: GridRow) -> Iterator[PageRow]:
        comparison = self._workspace.comparison.figures(question.id)
        below = {one.figure.passage: said(one.saying) for one in comparison.below}
        entering = [one.passage for one in comparison.entering]
        others = [
            passage
            for passage in self._of_question.get(question.id, [])
            if passage not in below and passage not in entering
        ]
        yield _heading(question, row)
        if entering or below:
            yield PageRow(
                RowKind.RANGE,
                _("Range: {words}").format(words=range_words(comparison)),
                _(" · ").join(self._waiting(comparison)),
                question=question.id,
            )
        for passage in (*entering, *others):
            yield from self._passage(RowKind.ANSWER, question.id, passage)
        for passage, why in below.items():
            yield from self._passage(RowKind.BELOW, question.id, passage, why)
        if question.working is not None:
            yield self._working(question.id, question.working)
        yield from self._ratings(question.id)
        yield from self._silent(question.id, row)

    def _waiting(self, comparison: FigureComparison) -> Iterator[str]:
        """Give what an analyst has to look at before the range can be relied on."""
        for passages in comparison.circles:
            yield _("links lead around in a circle: {passages}").format(
                passages=self._labels(passages)
            )
        for part, whole in comparison.parts_above:
            yield _("{part} is part of {whole} and larger").format(
                part=self._labels([part]), whole=self._labels([whole])
            )
        for pair in comparison.told_differently:
            yield _("one count, told differently: {passages}").format(passages=self._labels(pair))

    def _labels(self, passages: Iterable[int]) -> str:
        return _(", ").join(self._said[one].label for one in passages if one in self._said)

    def _passage(
        self, kind: RowKind, question: int | None, passage: int, why: str = ""
    ) -> Iterator[PageRow]:
        account = self._said.get(passage)
        if account is None:
            return
        second = [_("says: {who}").format(who=account.by()), isolated(account.title)]
        if why:
            second.insert(0, _("below: {why}").format(why=why))
        yield PageRow(
            kind,
            account.said(),
            _(" · ").join(second),
            isolated(account.tag),
            question,
            passage,
            account.document,
            account.label,
            hollow=not account.confirmed,
            whole=account.quote,
        )

    def _working(self, question: int, working: WorkingFigure) -> PageRow:
        return PageRow(
            RowKind.WORKING,
            _("Our working figure: {range}").format(range=working_words(working)),
            _("{reason} ({name}, {moment})").format(
                reason=isolated(working.reason), **self._signed(working.analyst, working.at)
            ),
            question=question,
        )

    def _ratings(self, question: int) -> Iterator[PageRow]:
        for one in self._workspace.ratings.of(question=question):
            yield PageRow(
                RowKind.RATING,
                _("How well borne out: {rating}").format(rating=rating_words(one.value)),
                signed(self._workspace, one),
                question=question,
            )

    def _silent(self, question: int, row: GridRow) -> Iterator[PageRow]:
        """Give the documents that mention the event and have no answer to a question."""
        checks = {one.document: one for one in self._checked if one.question == question}
        for column in self._grid.columns:
            if column.id not in self._grid.mentioning and column.id not in checks:
                continue
            cell = self._grid.cell(row, column)
            if cell.state is not CellState.SAYS:
                yield self._silence(question, column, cell, checks.get(column.id))

    def _silence(
        self, question: int, column: GridColumn, cell: Cell, check: NothingOnThis | None
    ) -> PageRow:
        title = isolated(column.title)
        if cell.state is CellState.NOTHING_ON_THIS and check is not None:
            signed = self._signed(check.checked_by, check.checked_at)
            first = _("mentions it, nothing on this")
            second = _("checked by {name}, {moment}").format(**signed)
            kind = RowKind.CHECKED
        else:
            kind = RowKind.NOT_CHECKED
            first = _("mentions it; whether it says something on this is not checked")
            second = ""
            if cell.state in (CellState.NOT_READ, CellState.NOT_TO_ITS_END):
                second = _("not read to its end")
        return PageRow(
            kind,
            first,
            _(" · ").join(part for part in (title, second) if part),
            "",
            question,
            None,
            column.id,
            column.label,
        )

    def _signed(self, analyst: int, at: str) -> dict[str, str]:
        return {
            "name": isolated(self._people.get(analyst, _("somebody"))),
            "moment": isolated(local_time(at)),
        }


def _heading(question: Question, row: GridRow) -> PageRow:
    parts = []
    if question.group:
        parts.append(isolated(question.group))
    if question.period.edtf or question.period.words:
        parts.append(isolated(spelled(question.period.edtf) or question.period.words))
    return PageRow(
        RowKind.QUESTION,
        isolated(question.wording),
        _(" · ").join(parts),
        _("Accounts differ") if row.differ else "",
        question.id,
    )


def counts_in_words(rows: Sequence[PageRow], origins: Mapping[int, str]) -> str:
    """Return how much there is on a page; ``origins`` are those of documents that have one."""
    kinds = [one.kind for one in rows]
    documents = {
        one.document for one in rows if one.passage is not None and one.document is not None
    }
    sources = counted_once((one, origins.get(one, "")) for one in documents)
    return _(" · ").join(
        (
            counted("{count} question", "{count} questions", kinds.count(RowKind.QUESTION)),
            counted(
                "{count} passage", "{count} passages", len({one.passage for one in rows} - {None})
            ),
            sources_in_words(sources, len(documents)),
        )
    )


MARKS: Mapping[RowKind, CellState] = {
    RowKind.CHECKED: CellState.NOTHING_ON_THIS,
    RowKind.NOT_CHECKED: CellState.NOT_CHECKED,
    RowKind.ANSWER: CellState.SAYS,
    RowKind.BELOW: CellState.SAYS,
    RowKind.PASSAGE: CellState.SAYS,
}
"""Which mark a row begins with."""
