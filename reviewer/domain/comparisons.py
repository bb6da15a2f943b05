"""Events by documents, or one event's questions by documents: what each source says, or why not.

A grid keeps what documents say, cell by cell, and of all other cells nothing: their state follows
from facts about the row and the column when they are looked at. A document counts as read when it
is marked done, and its silence counts only where it was marked done after the event was made:
whoever read it before that did not look for the event. Where it is not known when it was marked
done, as of what came in from a file, its silence does not count either.

Of two states that hold, the first counts: it says something; an analyst checked that it says
nothing; it is older than the event; it is not read to its end; it mentions the event, but nobody
checked what it says on the question; no passage of it is here, for it was read before there was
this event; it does not mention it. *Older* stands before *not read*, for what is older need not be
read for this. A date that waits to be settled makes nothing older.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.edtf_parser import Day, SortKey, day_of, parse, sort_key
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import NothingOnThis
from reviewer.domain.folding import fold
from reviewer.domain.links import Link, LinkType
from reviewer.domain.ranges import ComparedFigure, accounts_differ
from reviewer.domain.words import N_

Place = tuple[int, int]  # a row's id and a column's


class CellState(StrEnum):
    """What one source has to say in one row."""

    SAYS = "says"
    NOT_READ = "not_read"
    NOT_TO_ITS_END = "not_to_its_end"
    OLDER = "older"
    READ_BEFORE = "read_before"
    NO_PASSAGE = "no_passage"
    NOT_MENTIONED = "not_mentioned"
    NOTHING_ON_THIS = "nothing_on_this"
    NOT_CHECKED = "not_checked"


CELL_STATE_LABELS = {
    CellState.SAYS: N_("says something"),
    CellState.NOT_READ: N_("not read yet"),
    CellState.NOT_TO_ITS_END: N_("not read to its end"),
    CellState.OLDER: N_("older than the event"),
    CellState.READ_BEFORE: N_("no passage of it here (read before this event was made)"),
    CellState.NO_PASSAGE: N_(
        "no passage of it here (read, but not known whether this was looked for)"
    ),
    CellState.NOT_MENTIONED: N_("does not mention it"),
    CellState.NOTHING_ON_THIS: N_("mentions it, says nothing on this"),
    CellState.NOT_CHECKED: N_("mentions it, not checked yet"),
}

NO_PASSAGE_HERE = N_("no passage of it here")
WHY_NO_PASSAGE = {
    CellState.READ_BEFORE: N_("read before this event was made"),
    CellState.NO_PASSAGE: N_("read, but not known whether this was looked for"),
}
"""What ``NO_PASSAGE_HERE`` stands with where there is little room."""


class GridSort(StrEnum):
    """What the rows of a grid can be ordered by; ``position`` is as they were handed over."""

    POSITION = "position"
    NAME = "name"
    DATE = "date"
    SOURCES = "sources"


class PlacedAnswer(NamedTuple):
    """A passage that answers a question of an event, or without one speaks of the event."""

    event: int
    question: int | None
    passage: int
    document: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """An event, or one of its questions; ``date`` is when the event is said to have happened.

    ``differ`` says that the accounts in the row differ; ``made_at`` is when an analyst made the
    event, UTC.
    """

    id: int
    name: str
    date: WrittenDate = NO_DATE
    differ: bool = False
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A document; ``origin`` is the same for those of one origin (empty: none is known).

    ``done_at`` is when an analyst marked it done, UTC (empty: not known); ``begun`` says that it
    has passages.
    """

    id: int
    label: str
    title: str = ""
    posted: WrittenDate = NO_DATE
    review_status: ReviewStatus = ReviewStatus.UNREAD
    origin: str = ""
    done_at: str = ""
    begun: bool = False

    @property
    def unread(self) -> CellState | None:
        """How far it was read, ``None`` where that is to its end."""
        if self.review_status is ReviewStatus.DONE:
            return None
        reading = self.begun or self.review_status is ReviewStatus.READING
        return CellState.NOT_TO_ITS_END if reading else CellState.NOT_READ


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says in one row: the passages, or why there are none."""

    state: CellState
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows by columns; ``says`` has those cells only in which a source says something.

    ``mentioning`` are the documents that speak of the event where the rows are its questions.
    ``nothing`` are the cells an analyst checked: the source says nothing on this; ``unmentioned``
    those checked to hold nothing of the event at all.
    """

    rows: tuple[GridRow, ...]
    columns: tuple[GridColumn, ...]
    says: Mapping[Place, tuple[int, ...]] = field(default_factory=dict)
    mentioning: frozenset[int] = frozenset()
    nothing: frozenset[Place] = frozenset()
    unmentioned: frozenset[Place] = frozenset()

    def cell(self, row: GridRow, column: GridColumn) -> Cell:
        """Return what a source says in a row, or why it says nothing there."""
        passages = self.says.get((row.id, column.id), ())
        return Cell(CellState.SAYS if passages else self._silence(row, column), passages)

    def _silence(self, row: GridRow, column: GridColumn) -> CellState:
        place = (row.id, column.id)
        mentions = column.id in self.mentioning
        if place in self.nothing:
            return CellState.NOTHING_ON_THIS
        if not mentions:
            return self._no_mention(place, row, column)
        return column.unread or CellState.NOT_CHECKED

    def _no_mention(self, place: Place, row: GridRow, column: GridColumn) -> CellState:
        if place in self.unmentioned:
            return CellState.NOT_MENTIONED
        if is_older(column.posted, row.date):
            return CellState.OLDER
        return column.unread or _silence_of_done(column.done_at, row.made_at)

    def sources(self) -> dict[int, int]:
        """Return how many sources say something in each row, by the row's id.

        Columns of one origin count once.
        """
        shown: dict[int, int | str] = {one.id: one.origin or one.id for one in self.columns}
        found: dict[int, set[int | str]] = {one.id: set() for one in self.rows}
        for row, column in self.says:
            if row in found and column in shown:
                found[row].add(shown[column])
        return {row: len(several) for row, several in found.items()}

    def documents(self) -> dict[int, int]:
        """Return how many of the columns say something in each row, whatever their origin."""
        return replace(
            self, columns=tuple(replace(one, origin="") for one in self.columns)
        ).sources()

    def narrowed(
        self,
        words: str = "",
        *,
        only_differing: bool = False,
        rows: Collection[int] | None = None,
        columns: Collection[int] | None = None,
    ) -> "Grid":
        """Return the grid with fewer rows or columns: by words of the name, by ids, or both."""
        wanted = fold(words).split()
        return replace(
            self,
            rows=tuple(
                one
                for one in self.rows
                if (rows is None or one.id in rows)
                and (one.differ or not only_differing)
                and _has_all(one.name, wanted)
            ),
            columns=tuple(one for one in self.columns if columns is None or one.id in columns),
        )

    def ordered(self, by: GridSort, *, descending: bool = False) -> "Grid":
        """Return the grid with its rows in another order; rows without a date come last."""
        rows = list(self.rows)
        if by is GridSort.NAME:
            rows.sort(key=lambda row: fold(row.name))
        elif by is GridSort.SOURCES:
            counts = self.sources()
            rows.sort(key=lambda row: counts[row.id])
        elif by is GridSort.DATE:
            rows.sort(key=lambda row: date_order(row.date))
        if descending:
            rows.reverse()
        if by is GridSort.DATE:
            rows.sort(key=lambda row: date_order(row.date)[0])
        return replace(self, rows=tuple(rows))


def events_by_documents(
    events: Iterable[GridRow],
    documents: Iterable[GridColumn],
    answers: Iterable[PlacedAnswer],
    checked: Iterable[NothingOnThis] = (),
) -> Grid:
    """Return the grid of events: a cell has all passages of a document that speak of the event."""
    says: dict[Place, dict[int, None]] = {}
    for event, _question, passage, document in answers:
        says.setdefault((event, document), {})[passage] = None
    unmentioned = frozenset((one.event, one.document) for one in checked if one.question is None)
    return Grid(tuple(events), tuple(documents), _frozen(says), unmentioned=unmentioned)


def questions_by_documents(
    questions: Iterable[GridRow],
    documents: Iterable[GridColumn],
    answers: Iterable[PlacedAnswer],
    checked: Iterable[NothingOnThis] = (),
) -> Grid:
    """Return the grid of one event's questions; answers and checks must be of that event.

    A document with any passage of the event mentions it.
    """
    rows = tuple(questions)
    says: dict[Place, dict[int, None]] = {}
    mentioning = set()
    for _event, question, passage, document in answers:
        mentioning.add(document)
        if question is not None:
            says.setdefault((question, document), {})[passage] = None
    checks = list(checked)
    return Grid(
        rows,
        tuple(documents),
        _frozen(says),
        frozenset(mentioning),
        frozenset((one.question, one.document) for one in checks if one.question is not None),
        frozenset((row.id, one.document) for one in checks if one.question is None for row in rows),
    )


def questions_that_differ(
    answers: Iterable[PlacedAnswer],
    figures: Mapping[int, ComparedFigure],
    links: Iterable[Link],
    taken_back: Collection[int] = frozenset(),
    groups: Mapping[int, str] | None = None,
) -> frozenset[tuple[int, int]]:
    """Return the questions whose accounts differ, each as its event and itself.

    They do where two entering figures are apart, or where an analyst linked two of the passages as
    "cannot both hold". ``figures`` are by passage; ``taken_back`` are passages, as for ``compare``.
    ``groups`` are whom questions ask about, by question; left out: everybody.
    """
    asked = groups or {}
    passages: dict[tuple[int, int], set[int]] = {}
    for event, question, passage, _document in answers:
        if question is not None:
            passages.setdefault((event, question), set()).add(passage)
    links_from: dict[int, list[Link]] = {}
    for link in links:
        links_from.setdefault(link.from_passage, []).append(link)
    return frozenset(
        question
        for question, several in passages.items()
        if _differ(several, figures, links_from, taken_back, asked.get(question[1], ""))
    )


def _differ(
    passages: Collection[int],
    figures: Mapping[int, ComparedFigure],
    links_from: Mapping[int, list[Link]],
    taken_back: Collection[int],
    group: str,
) -> bool:
    links = [
        link
        for passage in passages
        for link in links_from.get(passage, ())
        if link.to_passage in passages
    ]
    if any(link.type is LinkType.CONTRADICTS for link in links):
        return True
    known = [figures[one] for one in passages if one in figures]
    return accounts_differ(known, links, taken_back, group)


def _silence_of_done(done_at: str, made_at: str) -> CellState:
    """Return what it says that a document which was read has no passage of an event."""
    if not done_at or not made_at:
        return CellState.NO_PASSAGE
    return CellState.NOT_MENTIONED if done_at > made_at else CellState.READ_BEFORE


def is_older(posted: WrittenDate, event: WrittenDate) -> bool:
    """Say whether a document was published, at the latest, before an event began, at the earliest.

    What is not known, or waits to be settled, makes nothing older.
    """
    before, begun = _bound(posted, "latest"), _bound(event, "earliest")
    return before is not None and begun is not None and before < begun


def date_order(date: WrittenDate) -> SortKey:
    """Return what dates are put in order by; what is no date comes last."""
    try:
        return sort_key(date.edtf)
    except NotAllowed:
        return sort_key("")


@lru_cache(maxsize=4_096)
def _bound(date: WrittenDate, end: str) -> Day | None:
    if not date.edtf or date.basis is DateBasis.AMBIGUOUS:
        return None
    try:
        found = parse(date.edtf)
    except NotAllowed:
        return None
    iso = found.latest if end == "latest" else found.earliest
    return day_of(iso) if iso else None


def _has_all(name: str, words: Iterable[str]) -> bool:
    folded = fold(name)
    return all(word in folded for word in words)


def _frozen(says: Mapping[Place, Mapping[int, None]]) -> dict[Place, tuple[int, ...]]:
    return {place: tuple(passages) for place, passages in says.items()}
