"""Counts with their bases."""

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.overview import (
    COUNTED_BY_LABELS,
    Base,
    Count,
    Counted,
    CountedBy,
    base_of,
    count_table,
    month_of,
)


def test_the_base_says_how_many_documents_are_done() -> None:
    base = base_of([*ReviewStatus, ReviewStatus.DONE])
    assert base == Base(5, done=2, reading=1, unread=1, set_aside=1)
    assert base.saying.sentence == "documents: 5, done: 2"


def test_passages_are_counted_once_a_key_most_first_and_without_a_key_apart() -> None:
    counted = [
        Counted("1", "Denial", 10, 1),
        Counted("2", "Allegation", 11, 1),
        Counted("2", "Allegation", 12, 2),
        Counted("2", "Allegation", 12, 2),
        Counted("3", "Casualty figure", 13, 2),
        Counted("", "", 14, 1),
    ]
    base = Base(2)
    table = count_table(CountedBy.TAG, counted, base)
    assert table.counts == (
        Count("2", "Allegation", 2, 2),
        Count("3", "Casualty figure", 1, 1),
        Count("1", "Denial", 1, 1),
    )
    assert (table.without, table.base) == (1, base)
    assert table.behind == {"1": (10,), "2": (11, 12), "3": (13,), "": (14,)}


def test_months_stand_in_their_order() -> None:
    counted = [
        Counted("2015-03", "", 1, 1),
        Counted("2015-03", "", 2, 1),
        Counted("2014-12", "", 3, 1),
    ]
    table = count_table(CountedBy.MONTH, counted, Base(1))
    assert [one.key for one in table.counts] == ["2014-12", "2015-03"]
    assert table.without == 0


@pytest.mark.parametrize(
    ("date", "month"),
    [
        (WrittenDate(edtf="2015-03-11"), "2015-03"),
        (WrittenDate(edtf="2015-03"), "2015-03"),
        (WrittenDate(edtf="2015-03-11T10:00:00Z"), "2015-03"),
        (WrittenDate(edtf="2015"), ""),
        (WrittenDate(edtf="2015-03-11/2015-03-12"), ""),
        (WrittenDate(), ""),
        (WrittenDate(edtf="in March"), ""),
        (WrittenDate("3/8/2015", "2015-08-03", DateBasis.AMBIGUOUS), ""),
    ],
)
def test_a_date_is_counted_under_a_month_only_where_it_tells_one(
    date: WrittenDate, month: str
) -> None:
    assert month_of(date) == month


def test_every_way_of_counting_has_its_words() -> None:
    assert set(COUNTED_BY_LABELS) == set(CountedBy)
