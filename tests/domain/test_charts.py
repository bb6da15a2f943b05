"""The chart of compared figures, as geometry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.charts import (
    MOST_TICKS,
    STEPS_OF_TEN,
    TOP,
    ZERO,
    Chart,
    Mark,
    MarkKind,
    chart,
    numbers_said,
)
from reviewer.domain.figures import LARGEST, Qualifier
from reviewer.domain.links import Independence, Link, LinkType
from reviewer.domain.ranges import BracketKind, ComparedFigure, compare


def figure(
    passage: int, low: int | None = None, high: int | None = None, **more: object
) -> ComparedFigure:
    made = ComparedFigure(passage, f"D{passage}·1", passage, low=low, high=high)
    return replace(made, **more)  # type: ignore[arg-type]


def link(kind: LinkType, start: int, end: int) -> Link:
    return Link(1, "", kind, start, end, None, Independence.NOT_JUDGED, "", 1, "")


def drawn(*figures: ComparedFigure, links: tuple[Link, ...] = ()) -> Chart:
    return chart(compare(figures, links))


def mark(one: ComparedFigure) -> Mark | None:
    return drawn(one).rows[0].mark


def test_nothing_compared_draws_a_scale_with_zero_and_no_rows() -> None:
    empty = drawn()
    assert empty.rows == ()
    assert empty.band is None
    assert [(tick.number, tick.at) for tick in empty.ticks] == [(0, ZERO), (1, TOP)]


def test_zero_is_a_mark_where_the_scale_begins() -> None:
    zero = mark(figure(1, 0, 0, qualifier=Qualifier.NONE))
    assert zero == Mark(MarkKind.POINT, ZERO, ZERO, ZERO)


def test_open_ends_are_arrows() -> None:
    assert mark(figure(1, 50)) == Mark(MarkKind.BAR, TOP, 1.0, open_end=True)
    assert mark(figure(1, None, 50)) == Mark(MarkKind.BAR, ZERO, TOP, open_start=True)
    assert mark(figure(1, None, 0)) == Mark(MarkKind.POINT, ZERO, ZERO, ZERO, open_start=True)
    bar = mark(figure(1, 0, 50))
    assert bar == Mark(MarkKind.BAR, ZERO, TOP)


def test_about_and_a_person_told_of_stand_at_one_place_and_have_no_arrow() -> None:
    about = mark(figure(1, about=30))
    assert about
    assert (about.kind, about.at) == (MarkKind.ABOUT, TOP)
    assert about.start == about.end == about.at
    person = mark(figure(1, 1, one_person=True))
    assert person == Mark(MarkKind.PERSON, TOP, TOP, TOP)


def test_the_band_of_an_end_that_only_a_person_told_of_leaves_open_stops_at_what_is_printed() -> (
    None
):
    band = drawn(figure(1, 0, 0), figure(2, 1, one_person=True), figure(3, 1, 1)).band
    assert band == Mark(MarkKind.BAR, ZERO, TOP, open_end=True)
    open_band = drawn(figure(1, 0, 0), figure(2, 1)).band
    assert open_band == Mark(MarkKind.BAR, ZERO, 1.0, open_end=True)


def test_what_nobody_printed_is_said_to_be_a_reading() -> None:
    over = drawn(figure(1, 61, qualifier=Qualifier.MORE_THAN, words="over 60")).rows[0]
    assert over.numbers
    assert over.numbers.sentence == "read as 61 or more"
    person = drawn(figure(1, 1, one_person=True, words="Junaid Varr")).rows[0]
    assert person.numbers
    assert person.numbers.sentence == "one person, no number given"


@pytest.mark.parametrize(
    ("people", "group", "words"),
    [
        ("marcher", "", "counts “marcher”"),
        ("policemen", "police", "counts “policemen”, group: police"),
        ("", "police", "group: police"),
    ],
)
def test_a_row_says_whom_it_counts(people: str, group: str, words: str) -> None:
    row = drawn(figure(1, 4, 4, people=people, group=group)).rows[0]
    assert row.people
    assert row.people.sentence == words
    assert drawn(figure(1, 4, 4)).rows[0].people is None


@pytest.mark.parametrize(
    "one",
    [
        figure(1),
        figure(1, 0, 0, qualifier=Qualifier.NONE_REPORTED),
        figure(1, 12, qualifier=Qualifier.WORDS_ONLY, words="dozens"),
        figure(1, about=12, qualifier=Qualifier.WORDS_ONLY),
    ],
)
def test_words_without_a_number_stay_words(one: ComparedFigure) -> None:
    row = drawn(one).rows[0]
    assert row.mark is None
    assert row.numbers is None
    assert row.words == one.words


def test_crossed_ends_are_not_drawn() -> None:
    assert mark(figure(1, 9, 3)) is None


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (figure(1, 27, 27), "27"),
        (figure(1, 0, 0), "0"),
        (figure(1, 8, 10), "8 to 10"),
        (figure(1, 27), "27 or more"),
        (figure(1, 301, qualifier=Qualifier.MORE_THAN), "more than 300"),
        (figure(1, None, 40), "up to 40"),
        (figure(1, about=250), "about 250"),
    ],
)
def test_numbers_are_said_as_the_source_words_them(one: ComparedFigure, said: str) -> None:
    found = numbers_said(one)
    assert found
    assert found.sentence == said


def test_what_does_not_enter_stands_below_with_its_reason() -> None:
    whole, part = figure(1, 301, qualifier=Qualifier.MORE_THAN), figure(2, 4, 4)
    unconfirmed = figure(3, 9, 9, confirmed=False)
    denied = figure(4, 9, 9, negated=True)
    found = drawn(denied, part, whole, unconfirmed, links=(link(LinkType.COUNTS_WITHIN, 2, 1),))
    assert [row.passage for row in found.rows] == [1, 2, 3, 4]
    assert found.first_below == 1
    assert [row.reason.sentence if row.reason else "" for row in found.rows] == [
        "",
        "part of D1·1",
        "not confirmed yet",
        "the source says this number is not so",
    ]
    assert [row.hollow for row in found.rows] == [False, False, True, False]
    assert [row.negated for row in found.rows] == [False, False, False, True]
    assert found.band == found.rows[0].mark


def test_one_and_twenty_thousand_stand_on_steps_of_ten() -> None:
    found = drawn(figure(1, 0, 0), figure(2, 1, 1), figure(3, 20_000, 20_000))
    assert [tick.number for tick in found.ticks] == [0, 1, 10, 100, 1_000, 10_000, 100_000]
    assert found.note
    assert found.note.sentence == STEPS_OF_TEN
    assert found.differ
    places = [row.mark.at for row in found.rows if row.mark and row.mark.at is not None]
    assert places == sorted(set(places))


def test_a_plain_scale_has_round_steps() -> None:
    found = drawn(figure(1, 27, 27), figure(2, 247, 247))
    assert [tick.number for tick in found.ticks] == [0, 50, 100, 150, 200, 250]
    assert found.note is None
    assert [tick.number for tick in drawn(figure(1, 3, 3)).ticks] == [0, 1, 2, 3]


def test_a_working_figure_has_its_place_on_the_scale() -> None:
    comparison = compare([figure(1, 5, 5)], [])
    found = chart(comparison, (250, None))
    assert found.working
    assert found.working.open_end
    assert found.scale.top >= 250


def test_brackets_that_overlap_stand_on_lines_of_their_own() -> None:
    figures = [figure(one, one, one) for one in range(1, 7)]
    figures[0] = replace(figures[0], actor=7)
    figures[5] = replace(figures[5], actor=7)
    links = (
        link(LinkType.COUNTS_WITHIN, 1, 6),
        link(LinkType.SAME_FIGURE, 2, 3),
        link(LinkType.SAME_FIGURE, 4, 5),
    )
    found = drawn(*figures, links=links)
    rows = [row.passage for row in found.rows]
    assert rows == [2, 4, 6, 1, 3, 5]
    told = [one for one in found.brackets if one.kind is BracketKind.TOLD_AGAIN]
    whole = next(one for one in found.brackets if one.kind is BracketKind.PART)
    assert [one.rows for one in told] == [(0, 4), (1, 5)]
    assert (whole.rows, whole.whole, whole.line) == ((3,), 2, 0)
    assert len({one.line for one in found.brackets}) == 4


def test_brackets_beside_each_other_share_a_line() -> None:
    figures = [figure(one, one, one, actor=one // 3) for one in range(1, 7) if one != 3]
    found = drawn(*figures)
    assert [(one.rows, one.line) for one in found.brackets] == [((0, 1), 0), ((2, 3), 0)]


NUMBER = st.integers(0, LARGEST)


@given(st.lists(st.tuples(NUMBER, st.none() | NUMBER), max_size=8))
def test_every_number_finds_its_place_in_order(ends: list[tuple[int, int | None]]) -> None:
    figures = [figure(at, low, high) for at, (low, high) in enumerate(ends)]
    found = drawn(*figures)
    numbers = [tick.number for tick in found.ticks]
    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))
    assert len(numbers) <= MOST_TICKS
    assert found.ticks[-1].at == pytest.approx(TOP)
    for row in found.rows:
        if row.mark:
            assert 0 <= row.mark.start <= row.mark.end <= 1
