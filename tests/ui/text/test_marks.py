"""Passages are found by place and keep their lanes."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.spans import Span
from reviewer.ui.text.lanes import LANES
from reviewer.ui.text.marks import Mark, Marks, by_start, deepest


def a_mark(number: int, start: int, end: int) -> Mark:
    return Mark(number, Span(start, end), "1", "A", "Allegation", f"D1·{number}")


def some(pairs: list[tuple[int, int]]) -> list[Mark]:
    return [a_mark(n, start, start + length) for n, (start, length) in enumerate(pairs)]


PAIRS = st.lists(st.tuples(st.integers(0, 12_000), st.integers(1, 6_000)), max_size=40)


@given(PAIRS, st.integers(0, 18_000), st.integers(0, 5_000))
def test_the_marks_between_two_places_are_those_that_touch_what_lies_between(
    pairs: list[tuple[int, int]], start: int, length: int
) -> None:
    marks = some(pairs)
    found = Marks(marks).between(start, start + length)
    expected = {m.id for m in marks if m.span.start < start + length and m.span.end > start}
    assert {mark.id for mark in found} == expected
    assert [mark.span.start for mark in found] == sorted(mark.span.start for mark in found)


@given(PAIRS, PAIRS, st.lists(st.integers(0, 60), max_size=30))
def test_no_two_marks_that_touch_share_a_lane_whatever_comes_and_goes(
    first: list[tuple[int, int]], later: list[tuple[int, int]], gone: list[int]
) -> None:
    marks = Marks(some(first))
    for number, (start, length) in enumerate(later):
        marks.add(a_mark(100 + number, start, start + length))
    for number in gone:
        marks.remove(number)
    shown = list(marks.all())
    for one in shown:
        for other in marks.between(one.span.start, one.span.end):
            assert other.id == one.id or marks.lane(other) != marks.lane(one)


@given(PAIRS)
def test_no_more_lanes_are_used_than_marks_lie_on_each_other(pairs: list[tuple[int, int]]) -> None:
    marks = Marks(some(pairs))
    deep = deepest(marks.all())
    assert all(marks.lane(mark) < deep for mark in marks.all())


def test_adding_a_mark_moves_no_other() -> None:
    marks = Marks(some([(0, 50), (20, 50), (100, 10)]))
    before = {mark.id: marks.lane(mark) for mark in marks.all()}
    marks.add(a_mark(9, 10, 120))
    assert {n: marks.lane(mark) for mark in marks.all() if (n := mark.id) != 9} == before


def test_lanes_used_up_by_what_is_gone_are_given_out_again() -> None:
    marks = Marks()
    for number in range(LANES):
        marks.add(a_mark(number, 0, 100 + number))
    for number in range(LANES - 1):
        marks.remove(number)
    # The one left lies in the last lane; six short ones beside each other want the same lane.
    for number in range(20, 20 + LANES - 1):
        marks.add(a_mark(number, 0, 50))
    assert sorted(marks.lane(mark) for mark in marks.all()) == list(range(LANES))


def test_the_innermost_mark_comes_first_and_those_that_end_there_last() -> None:
    marks = Marks(some([(0, 100), (40, 20), (30, 40), (10, 40)]))
    assert [mark.id for mark in marks.at(50)] == [1, 2, 0, 3]


def test_a_mark_added_again_is_in_its_new_place_only() -> None:
    marks = Marks(some([(0, 10)]))
    touched = marks.add(a_mark(0, 5_000, 5_010))
    assert marks.between(0, 10) == []
    assert [mark.id for mark in marks.between(5_000, 5_001)] == [0]
    assert touched == Span(0, 5_010)


def test_removing_an_unknown_mark_changes_nothing() -> None:
    marks = Marks(some([(0, 10)]))
    assert marks.remove(7) is None
    assert len(marks) == 1


@given(PAIRS, st.booleans(), st.integers(-2, 20_000))
def test_marks_are_gone_through_in_order_of_place_from_anywhere(
    pairs: list[tuple[int, int]], earlier: bool, place: int
) -> None:
    marks = Marks(some(pairs))
    here, seen = (place, -100_000, 0), []
    while (found := marks.next_from(here, earlier=earlier)) is not None:
        seen.append(found)
        here = by_start(found)
    ordered = sorted(marks.all(), key=by_start, reverse=earlier)
    assert seen == [m for m in ordered if (m.span.start < place) is earlier]
