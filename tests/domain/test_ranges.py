"""Figures compared: what enters the range, what stands below and why."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.figures import Qualifier
from reviewer.domain.links import Independence, Link, LinkType
from reviewer.domain.ranges import (
    BRACKET_LABELS,
    WHY_BELOW_WORDS,
    Bracket,
    BracketKind,
    ComparedFigure,
    FigureComparison,
    WhyBelow,
    accounts_differ,
    compare,
)
from reviewer.domain.standings import Range, Standing


def figure(
    passage: int, low: int | None = None, high: int | None = None, **more: object
) -> ComparedFigure:
    made = ComparedFigure(passage, f"D{passage}·1", passage, low=low, high=high)
    return replace(made, **more)  # type: ignore[arg-type]


def stated(passage: int, number: int, **more: object) -> ComparedFigure:
    return figure(passage, number, number, **more)


def link(
    kind: LinkType,
    start: int,
    end: int | None,
    independent: Independence = Independence.NOT_JUDGED,
) -> Link:
    document = 99 if end is None else None
    return Link(1, "", kind, start, end, document, independent, "", 1, "")


def test_documents_of_one_origin_are_counted_beside_their_number_and_bound_together() -> None:
    found = compare([stated(1, 9, origin="a"), stated(2, 9, origin="a"), stated(3, 9)], [])
    assert found.base.sentence == "figures: 3 of 3; documents: 3 of 3, counted by origin: 2"
    assert found.brackets == (Bracket(BracketKind.SAME_ORIGIN, (1, 2)),)


def part(start: int, end: int) -> Link:
    return link(LinkType.COUNTS_WITHIN, start, end)


def newer(start: int, end: int) -> Link:
    return link(LinkType.UPDATES, start, end)


def same(start: int, end: int) -> Link:
    return link(LinkType.SAME_FIGURE, start, end)


def entering(found: FigureComparison) -> list[int]:
    return [one.passage for one in found.entering]


def below(found: FigureComparison) -> dict[int, str]:
    return {one.figure.passage: one.saying.sentence for one in found.below}


def test_nothing_compared_has_no_range() -> None:
    found = compare([], [])
    assert found.range == Range()
    assert not found.differ
    assert found.standing() is None
    assert found.base.sentence == "figures: 0 of 0; documents: 0 of 0"


def test_the_250_and_the_over_250_of_a_fire_nearly_meet() -> None:
    over = figure(2, 251, qualifier=Qualifier.MORE_THAN)
    found = compare([stated(1, 250), over], [])
    assert found.standing() is Standing.NEARLY
    assert not found.differ
    assert found.range.saying.sentence == "from 250 · no upper end given"
    assert [pair.standing for pair in found.pairs()] == [Standing.NEARLY]


def test_more_than_300_of_which_4_and_46_is_no_range_of_4() -> None:
    whole = figure(1, 301, qualifier=Qualifier.MORE_THAN)
    found = compare([whole, stated(2, 4), stated(3, 46)], [part(2, 1), part(3, 1)])
    assert found.range == Range(301, None, 1, more_than=True)
    assert below(found) == {2: "part of D1·1", 3: "part of D1·1"}
    assert found.brackets == (Bracket(BracketKind.PART, (2, 3), 1),)
    assert found.base.sentence == "figures: 1 of 3; documents: 1 of 3"


def test_a_part_stays_a_part_of_a_whole_that_may_not_enter_itself() -> None:
    whole = figure(1, 301, confirmed=False)
    found = compare([whole, stated(2, 4)], [part(2, 1)])
    assert found.range == Range()
    assert below(found) == {1: "not confirmed yet", 2: "part of D1·1"}


def test_zero_one_and_a_named_victim_differ() -> None:
    zero = stated(1, 0, qualifier=Qualifier.NONE)
    found = compare([zero, stated(2, 1), figure(3, 1)], [])
    assert found.range == Range(0, None, 3)
    assert found.differ
    assert found.standing() is Standing.APART
    assert accounts_differ([zero, stated(2, 1)], [])
    assert accounts_differ([zero, stated(2, 1)], [link(LinkType.CORROBORATES, 1, 2)])


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (figure(1), WhyBelow.NO_NUMBER),
        (figure(1, 5, confirmed=False), WhyBelow.NOT_CONFIRMED),
        (stated(1, 5, negated=True), WhyBelow.NEGATED),
        (figure(1, qualifier=Qualifier.WORDS_ONLY, confirmed=False), WhyBelow.WORDS_ONLY),
        (stated(1, 0, qualifier=Qualifier.NONE_REPORTED), WhyBelow.NONE_REPORTED),
        (figure(1, 9, 3), WhyBelow.CROSSED),
    ],
)
def test_what_keeps_a_figure_out_by_itself(one: ComparedFigure, why: WhyBelow) -> None:
    found = compare([one, stated(2, 7)], [])
    assert found.range == Range(7, 7, 1)
    assert below(found) == {1: WHY_BELOW_WORDS[why]}
    assert not accounts_differ([one, stated(2, 7)], [])


def test_about_is_compared_and_sets_neither_end() -> None:
    found = compare([figure(1, about=250), stated(2, 247)], [])
    assert found.range == Range(247, 247, 1, beside=(250,))
    assert found.standing() is Standing.NEARLY
    assert [one.passage for one in found.beside] == [1]
    assert below(found) == {1: "“about”: it gives neither a least nor a most"}
    assert compare([figure(1, about=30), figure(2, about=300)], []).differ


def test_a_number_worded_about_stands_beside_the_range_and_is_not_counted_in_it() -> None:
    found = compare([figure(1, about=60_000), figure(2, low=150_001)], [])
    assert found.range.low == 150_001
    assert found.range.beside == (60_000,)
    assert found.base.sentence == "figures: 1 of 2; documents: 1 of 2"
    assert compare([figure(1, about=60)], []).base.sentence == "figures: 0 of 1; documents: 0 of 1"


def test_a_zero_of_some_is_no_zero_of_all() -> None:
    nobody = {"qualifier": Qualifier.NONE, "people": "marcher"}
    figures = [stated(1, 0, **nobody), stated(2, 4)]
    found = compare(figures, [])
    assert found.range == Range(4, 4, 1)
    assert below(found) == {1: "speaks of “marcher” only"}
    assert not found.differ
    assert not accounts_differ(figures, [])
    assert compare([stated(1, 0, people="People"), stated(2, 4)], []).range == Range(0, 4, 2)
    assert accounts_differ([stated(1, 0), stated(2, 4)], [])
    # Asked of marchers it is the answer.
    assert compare(figures, [], group="marchers").range == Range(0, 4, 2)


def test_a_figure_of_another_group_stands_below_with_its_group() -> None:
    police = [stated(1, 126, group="Police"), stated(2, 9)]
    assert below(compare(police, [])) == {1: "speaks of Police only"}
    assert compare(police, [], group="police").range == Range(9, 126, 2)
    assert below(compare(police, [], group="workers")) == {1: "speaks of Police only"}
    # What is part of another, or told again, says so.
    assert below(compare(police, [part(1, 2)])) == {1: "part of D2·1"}


def test_two_that_can_both_hold_meet() -> None:
    assert compare([figure(1, 27), stated(2, 30)], []).standing() is Standing.MEET


def test_a_count_that_was_replaced_stands_below() -> None:
    found = compare([stated(1, 27), stated(2, 30)], [newer(2, 1)])
    assert found.range == Range(30, 30, 1)
    assert below(found) == {1: "replaced by the newer count D2·1"}
    assert not accounts_differ([stated(1, 27), stated(2, 30)], [newer(2, 1)])


def test_a_figure_taken_back_by_its_own_source_stands_below() -> None:
    figures = [stated(1, 1), stated(2, 30, confirmed=False)]
    found = compare(figures, [], {1, 2})
    assert not found.range.limited
    assert below(found) == dict.fromkeys((1, 2), "taken back by its own source")


def test_what_was_taken_back_makes_no_accounts_differ() -> None:
    figures = [stated(1, 1), stated(2, 30)]
    assert accounts_differ(figures, [])
    assert not accounts_differ(figures, [], {1})
    assert not accounts_differ(figures, [part(1, 2)], {1})


def test_another_source_of_a_count_that_was_taken_back_stands_for_it() -> None:
    found = compare([stated(1, 7), stated(2, 7), figure(3, 7)], [same(1, 2), same(2, 3)], {1})
    assert entering(found) == [2]
    assert below(found) == {
        1: "taken back by its own source",
        3: "same people, told again: D2·1 stands for both",
    }


def test_a_figure_without_a_number_says_that_first_though_it_was_taken_back() -> None:
    assert below(compare([figure(1)], [], {1})) == {1: "no number was read or entered"}


def test_of_several_mentions_the_one_said_first_stands_for_all() -> None:
    late, early = (WrittenDate(edtf=day) for day in ("2015-03-12", "2015-03-11"))
    several = [
        stated(1, 27),
        stated(2, 27, said_on=late),
        stated(3, 27, said_on=early),
        stated(4, 27, said_on=WrittenDate(edtf="some day")),
        figure(5, about=27, said_on=WrittenDate(edtf="2015-03-01")),
    ]
    found = compare(several, [same(1, 2), same(2, 3), same(4, 3), same(5, 1)])
    assert entering(found) == [3]
    assert set(below(found).values()) == {"same people, told again: D3·1 stands for both"}
    assert found.brackets == (Bracket(BracketKind.TOLD_AGAIN, (1, 2, 3, 4, 5)),)


def test_mentions_that_are_apart_are_named() -> None:
    found = compare([stated(1, 27), stated(2, 30)], [same(1, 2)])
    assert found.told_differently == ((1, 2),)
    assert not found.differ


def test_the_second_mention_of_a_part_is_a_part() -> None:
    found = compare([stated(1, 300), stated(2, 4), stated(3, 4)], [part(3, 1), same(2, 3)])
    assert entering(found) == [1]
    assert below(found) == {2: "part of D1·1", 3: "part of D1·1"}


def test_its_own_link_says_what_a_figure_is_part_of() -> None:
    figures = [stated(1, 300), stated(2, 200), stated(3, 4), stated(4, 4)]
    found = compare(figures, [part(3, 1), part(4, 2), same(3, 4)])
    assert below(found) == {3: "part of D1·1", 4: "part of D2·1"}


@pytest.mark.parametrize(
    "links",
    [
        [part(1, 2), part(2, 1)],
        [newer(1, 2), newer(2, 3), newer(3, 1)],
        [part(1, 2), newer(1, 2)],
        [part(1, 2), same(1, 2)],
    ],
)
def test_links_that_lead_in_a_circle_are_passed_over_and_named(links: list[Link]) -> None:
    found = compare([stated(1, 5), stated(2, 5), stated(3, 5)], links)
    assert found.range == Range(5, 5, len(found.entering))
    assert len(found.circles) == 1
    assert {1, 2} <= set(found.circles[0])


def test_what_leads_into_a_circle_still_gives_way() -> None:
    found = compare(
        [stated(1, 5), stated(2, 6), stated(3, 7)], [part(3, 1), part(1, 2), part(2, 1)]
    )
    assert entering(found) == [1, 2]
    assert found.circles == ((1, 2),)


def test_a_part_above_its_whole_is_named() -> None:
    figures = [stated(1, 5), stated(2, 9), figure(3, 1), stated(4, 2)]
    found = compare(figures, [part(2, 1), part(4, 1), part(1, 3)])
    assert found.parts_above == ((2, 1),)


def test_figures_of_one_origin_are_bracketed() -> None:
    figures = [
        stated(1, 5, actor=7),
        stated(2, 5, actor=7),
        stated(3, 5),
        stated(4, 5),
        stated(5, 5),
        stated(6, 5, actor=8),
    ]
    links = [
        link(LinkType.CORROBORATES, 3, 4, Independence.NO),
        link(LinkType.REPEATS, 4, 5),
        link(LinkType.CORROBORATES, 5, 6, Independence.YES),
    ]
    assert compare(figures, links).brackets == (
        Bracket(BracketKind.SAME_ORIGIN, (1, 2)),
        Bracket(BracketKind.SAME_ORIGIN, (3, 4)),
    )


def test_links_to_other_passages_are_passed_over() -> None:
    links = [part(1, 50), link(LinkType.COUNTS_WITHIN, 1, None), part(50, 1)]
    assert entering(compare([stated(1, 5)], links)) == [1]


def test_a_thousand_figures_around_a_circle_come_out_whole() -> None:
    figures = [stated(one, 5) for one in range(1_000)]
    found = compare(figures, [part(one, (one + 1) % 1_000) for one in range(1_000)])
    assert len(found.entering) == 1_000


def test_every_reason_and_bracket_has_its_words() -> None:
    assert set(WHY_BELOW_WORDS) == set(WhyBelow)
    assert set(BRACKET_LABELS) == set(BracketKind)


NUMBER = st.none() | st.integers(0, 400)


@st.composite
def figures_and_links(draw: st.DrawFn) -> tuple[list[ComparedFigure], list[Link]]:
    """Draw any figures, and any links among them and beyond."""
    figures = []
    for passage in range(draw(st.integers(0, 7))):
        ends = sorted(draw(st.tuples(NUMBER, NUMBER)), key=lambda one: -1 if one is None else one)
        if draw(st.booleans()):
            ends = [ends[1], None]
        figures.append(
            figure(
                passage,
                *ends,
                about=draw(NUMBER),
                qualifier=draw(st.sampled_from(Qualifier)),
                negated=draw(st.integers(0, 5)) == 0,
                confirmed=draw(st.integers(0, 5)) > 0,
                actor=draw(st.none() | st.integers(1, 3)),
                said_on=WrittenDate(edtf=draw(st.sampled_from(["", "2015", "2014-03-11"]))),
            )
        )
    end = st.integers(0, 8)
    kinds = st.sampled_from(LinkType)
    drawn = draw(st.lists(st.tuples(kinds, end, end, st.sampled_from(Independence)), max_size=9))
    return figures, [link(*one) for one in drawn if one[1] != one[2]]


BACK = st.frozensets(st.integers(0, 8), max_size=3)


@given(figures_and_links(), BACK, st.randoms())
def test_the_order_of_figures_and_links_does_not_matter(
    drawn: tuple[list[ComparedFigure], list[Link]], back: frozenset[int], chance: Random
) -> None:
    figures, links = drawn
    found = compare(figures, links, back)
    assert back.isdisjoint(entering(found))
    chance.shuffle(figures)
    chance.shuffle(links)
    assert compare(figures, links, back) == found
    assert accounts_differ(figures, links, back) is found.differ


@given(figures_and_links())
def test_each_figure_stands_exactly_once_and_low_is_never_above_high(
    drawn: tuple[list[ComparedFigure], list[Link]],
) -> None:
    figures, links = drawn
    found = compare(figures, links)
    stands = [*found.entering, *(one.figure for one in found.below)]
    assert sorted(stands, key=lambda one: one.passage) == figures
    if found.range.low is not None and found.range.high is not None:
        assert found.range.low <= found.range.high
    assert all(one.saying.sentence for one in found.below)


@given(figures_and_links(), BACK, st.integers(0, 10**6), st.data())
def test_nothing_that_stands_below_changes_the_range(
    drawn: tuple[list[ComparedFigure], list[Link]],
    back: frozenset[int],
    number: int,
    data: st.DataObject,
) -> None:
    figures, links = drawn
    found = compare(figures, links, back)
    if not found.below:
        return
    changed = data.draw(st.sampled_from(found.below))
    if changed.why in (WhyBelow.PART, WhyBelow.REPLACED):
        other = replace(changed.figure, low=number, high=number, about=None)
    elif changed.why in (WhyBelow.NEGATED, WhyBelow.NOT_CONFIRMED, WhyBelow.TAKEN_BACK):
        other = replace(changed.figure, low=number, high=number)
    else:
        other = changed.figure
    figures = [other if one.passage == other.passage else one for one in figures]
    again = compare(figures, links, back)
    assert again.range == found.range
    assert again.entering == found.entering


@given(figures_and_links())
def test_whoever_gives_way_names_another_of_the_comparison(
    drawn: tuple[list[ComparedFigure], list[Link]],
) -> None:
    for one in compare(*drawn).below:
        linked = one.why in (WhyBelow.PART, WhyBelow.REPLACED, WhyBelow.TOLD_AGAIN)
        assert (one.other is not None) is linked
        assert one.other != one.figure
