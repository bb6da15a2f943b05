"""Grids of what each source says: states of cells, filters, order, accounts that differ."""

import pytest

from reviewer.domain.comparisons import (
    CELL_STATE_LABELS,
    NO_PASSAGE_HERE,
    WHY_NO_PASSAGE,
    CellState,
    Grid,
    GridColumn,
    GridRow,
    GridSort,
    PlacedAnswer,
    events_by_documents,
    is_older,
    questions_by_documents,
    questions_that_differ,
)
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import NothingOnThis
from reviewer.domain.links import Independence, Link, LinkType
from reviewer.domain.ranges import ComparedFigure

MADE, BEFORE, AFTER = (f"2026-05-0{day}T10:00:00.000Z" for day in (2, 1, 3))
RAID = GridRow(1, "Raid on the headquarters", WrittenDate(edtf="2015-03-11"), made_at=MADE)


def column(
    number: int,
    status: ReviewStatus = ReviewStatus.DONE,
    posted: str = "",
    done_at: str = AFTER,
    *,
    begun: bool = False,
) -> GridColumn:
    return GridColumn(
        *(number, f"D{number}", "", WrittenDate(edtf=posted), status),
        done_at=done_at,
        begun=begun,
    )


def nothing(document: int, question: int | None = None, event: int = 1) -> NothingOnThis:
    return NothingOnThis(1, event, document, question, 1, "")


def states(grid: Grid) -> list[str]:
    return [grid.cell(row, one).state.value for row in grid.rows for one in grid.columns]


def test_a_cell_of_an_event_says_what_a_source_says_or_why_it_does_not() -> None:
    documents = [
        column(1, ReviewStatus.UNREAD),
        column(2),
        column(3, ReviewStatus.READING),
        column(4, ReviewStatus.SET_ASIDE),
        column(5, ReviewStatus.UNREAD, "2014"),
        column(6, ReviewStatus.READING),
        column(7, posted="2014"),
    ]
    answers = [
        PlacedAnswer(1, None, 11, 1),
        PlacedAnswer(1, 5, 11, 1),
        PlacedAnswer(1, 5, 12, 1),
        PlacedAnswer(1, 5, 13, 7),
    ]
    grid = events_by_documents([RAID], documents, answers, [nothing(6), nothing(2, question=5)])
    assert states(grid) == [
        "says",
        "not_mentioned",
        "not_to_its_end",
        "not_read",
        "older",
        "not_mentioned",
        "says",
    ]
    assert grid.cell(RAID, documents[0]).passages == (11, 12)


def test_a_cell_of_a_question_tells_nothing_on_this_from_not_checked() -> None:
    killed = GridRow(5, "How many were killed?", made_at=MADE)
    ordered = GridRow(6, "Who ordered it?", made_at=MADE)
    documents = [
        column(1),
        column(2, ReviewStatus.READING),
        column(3),
        column(4),
        column(5, ReviewStatus.UNREAD),
    ]
    answers = [
        PlacedAnswer(1, 5, 11, 1),
        PlacedAnswer(1, None, 12, 2),
        PlacedAnswer(1, 5, 13, 3),
    ]
    checked = [nothing(2, 5), nothing(5), nothing(1)]
    grid = questions_by_documents([killed, ordered], documents, answers, checked)
    assert states(grid) == [
        *("says", "nothing_on_this", "says", "not_mentioned", "not_mentioned"),
        *("not_checked", "not_to_its_end", "not_checked", "not_mentioned", "not_mentioned"),
    ]


@pytest.mark.parametrize(
    ("done_at", "made_at", "expected"),
    [
        (AFTER, MADE, "not_mentioned"),
        (BEFORE, MADE, "read_before"),
        (MADE, MADE, "read_before"),
        ("", MADE, "no_passage"),
        (AFTER, "", "no_passage"),
    ],
)
def test_a_document_is_silent_on_an_event_only_if_it_was_read_after_the_event_was_made(
    done_at: str, made_at: str, expected: str
) -> None:
    row = GridRow(1, "Raid", made_at=made_at)
    read = column(1, done_at=done_at)
    assert states(events_by_documents([row], [read], [])) == [expected]
    assert states(events_by_documents([row], [read], [], [nothing(1)])) == ["not_mentioned"]


def test_a_document_with_passages_is_not_called_unread() -> None:
    begun = column(1, ReviewStatus.UNREAD, begun=True)
    assert states(events_by_documents([RAID], [begun], [])) == ["not_to_its_end"]


def test_every_reason_why_no_passage_is_here_says_so_and_why() -> None:
    for state, why in WHY_NO_PASSAGE.items():
        assert CELL_STATE_LABELS[state] == f"{NO_PASSAGE_HERE} ({why})"


def test_a_source_that_mentions_the_event_is_not_older_than_it() -> None:
    late = GridRow(5, "How many?", WrittenDate(edtf="2015-03-11"))
    answers = [PlacedAnswer(1, None, 11, 1)]
    grid = questions_by_documents([late], [column(1, posted="2014")], answers)
    assert states(grid) == ["not_checked"]


@pytest.mark.parametrize(
    ("posted", "event", "older"),
    [
        ("2015-03-10", "2015-03-11", True),
        ("2015-03-11", "2015-03-11", False),
        ("2015-03", "2015-03-31", False),
        ("2014", "2015", True),
        ("../2014", "2015/..", True),
        ("2014/..", "2015", False),
        ("2014", "../2015", False),
        ("", "2015", False),
        ("2014", "", False),
        ("last week", "2015", False),
        ("-0044-03-15", "0044-03-15", True),
    ],
)
def test_older_is_what_was_published_before_the_event_can_have_begun(
    posted: str, event: str, *, older: bool
) -> None:
    assert is_older(WrittenDate(edtf=posted), WrittenDate(edtf=event)) is older


def test_a_date_that_waits_to_be_settled_makes_nothing_older() -> None:
    unsettled = WrittenDate("10/8/2014", "2014-08-10", DateBasis.AMBIGUOUS)
    assert not is_older(unsettled, RAID.date)
    assert not is_older(WrittenDate(edtf="2013"), unsettled)


def three_rows() -> Grid:
    rows = [
        GridRow(1, "Fire at a factory", WrittenDate(edtf="2012-09-11"), differ=True),
        GridRow(2, "élan of a raid"),
        GridRow(3, "A raid", WrittenDate(edtf="2010")),
        GridRow(4, "Zone", WrittenDate(edtf="no date")),
    ]
    answers = [
        PlacedAnswer(1, None, 11, 1),
        PlacedAnswer(3, None, 12, 1),
        PlacedAnswer(3, None, 13, 2),
        PlacedAnswer(9, None, 14, 2),
    ]
    return events_by_documents(rows, [column(1), column(2)], answers)


def ids(grid: Grid) -> list[int]:
    return [row.id for row in grid.rows]


def test_rows_are_ordered_by_name_date_and_number_of_sources() -> None:
    grid = three_rows()
    assert ids(grid.ordered(GridSort.POSITION)) == [1, 2, 3, 4]
    assert ids(grid.ordered(GridSort.POSITION, descending=True)) == [4, 3, 2, 1]
    assert ids(grid.ordered(GridSort.NAME)) == [3, 2, 1, 4]
    assert ids(grid.ordered(GridSort.DATE)) == [3, 1, 2, 4]
    assert ids(grid.ordered(GridSort.DATE, descending=True)) == [1, 3, 4, 2]
    assert ids(grid.ordered(GridSort.SOURCES)) == [2, 4, 1, 3]
    assert ids(grid.ordered(GridSort.SOURCES, descending=True)) == [3, 1, 4, 2]


def test_rows_and_columns_are_narrowed() -> None:
    grid = three_rows()
    assert ids(grid.narrowed()) == [1, 2, 3, 4]
    assert ids(grid.narrowed("RAID élan")) == [2]
    assert ids(grid.narrowed(only_differing=True)) == [1]
    assert ids(grid.narrowed(rows={3, 1})) == [1, 3]
    narrow = grid.narrowed(columns={2})
    assert [one.id for one in narrow.columns] == [2]
    assert narrow.sources() == {1: 0, 2: 0, 3: 1, 4: 0}
    assert grid.sources() == {1: 1, 2: 0, 3: 2, 4: 0}


def link(kind: LinkType, start: int, end: int) -> Link:
    return Link(1, "", kind, start, end, None, Independence.NOT_JUDGED, "", 1, "")


def test_accounts_differ_where_figures_are_apart_or_an_analyst_says_both_cannot_hold() -> None:
    answers = [
        PlacedAnswer(event, question, passage, passage)
        for event, question, passage in [
            (1, 5, 11),
            (1, 5, 12),
            (1, 6, 13),
            (1, 6, 14),
            (2, 7, 15),
            (2, 7, 16),
            (2, 8, 17),
            (2, 8, 18),
            (2, None, 19),
        ]
    ]
    numbers = {11: 0, 12: 1, 13: 5, 14: 5, 15: 5, 16: 3}
    figures = {
        one: ComparedFigure(one, "", one, low=number, high=number)
        for one, number in numbers.items()
    }
    links = [
        link(LinkType.COUNTS_WITHIN, 16, 15),
        link(LinkType.CONTRADICTS, 17, 18),
        link(LinkType.CONTRADICTS, 13, 11),
    ]
    assert questions_that_differ(answers, figures, links) == {(1, 5), (2, 8)}


def test_every_state_has_its_words() -> None:
    assert set(CELL_STATE_LABELS) == set(CellState)
