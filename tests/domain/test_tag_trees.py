"""The codebook as a tree."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.tag_trees import (
    circles,
    in_this_order,
    inside,
    makes_circle,
    rearranged,
    siblings,
    tree,
    without_circles,
)
from reviewer.domain.tags import RecordKind, Tag


def a_tag(number: int, parent: int | None = None, position: int = 0) -> Tag:
    return Tag(
        number,
        str(number),
        f"Tag {number}",
        "1",
        "",
        "",
        parent,
        RecordKind.NONE,
        position or number,
    )


FAMILY = [a_tag(1), a_tag(2), a_tag(3, 1), a_tag(4, 3), a_tag(5, 1), a_tag(6, position=1)]


def test_each_tag_comes_after_its_parent_and_says_how_deep_it_stands() -> None:
    assert [(one.tag.id, one.depth, one.children) for one in tree(reversed(FAMILY))] == [
        (1, 0, 2),
        (3, 1, 1),
        (4, 2, 0),
        (5, 1, 0),
        (6, 0, 0),
        (2, 0, 0),
    ]


def test_a_damaged_tree_still_shows_every_tag_once() -> None:
    odd = [a_tag(1, 2), a_tag(2, 1), a_tag(3, 99), a_tag(4, 4), a_tag(5)]
    assert sorted(one.tag.id for one in tree(odd)) == [1, 2, 3, 4, 5]
    assert {one.tag.id: one.depth for one in tree(odd)} == {1: 0, 2: 1, 3: 0, 4: 0, 5: 0}


def test_siblings_stand_in_their_order() -> None:
    assert [tag.id for tag in siblings(FAMILY, None)] == [1, 6, 2]
    assert [tag.id for tag in siblings(FAMILY, 1)] == [3, 5]
    assert siblings(FAMILY, 2) == []


def test_a_tag_cannot_stand_under_itself_by_any_way() -> None:
    assert inside(FAMILY, 1) == {1, 3, 4, 5}
    assert makes_circle(FAMILY, 1, 4)
    assert makes_circle(FAMILY, 1, 1)
    assert not makes_circle(FAMILY, 1, 2)
    assert not makes_circle(FAMILY, 4, None)
    assert inside([a_tag(1, 2), a_tag(2, 1)], 1) == {1, 2}


def test_parents_that_close_a_circle_are_as_they_were() -> None:
    standing = {1: None, 2: 1}
    assert without_circles({1: 2}, standing) == {1: None}
    assert without_circles({1: 2, 2: None}, standing) == {1: 2, 2: None}
    assert without_circles({7: 8, 8: 7, 9: 9, 10: 7}, {}) == {7: None, 8: None, 9: None, 10: 7}
    # What was put back may close another circle with what was not.
    assert without_circles({1: 3, 2: 1, 3: 2}, {1: None, 2: 3, 3: None}) == {1: None, 2: 3, 3: None}


PARENTS = st.dictionaries(st.integers(0, 8), st.one_of(st.none(), st.integers(0, 8)), max_size=9)


def has_circles(parents: dict[int, int | None]) -> bool:
    for start in parents:
        at, steps = parents.get(start), 0
        while at is not None and steps < 20:
            at, steps = parents.get(at), steps + 1
        if at is not None:
            return True
    return False


def test_circles_are_told_from_their_lowest_tag_on_with_none_that_only_leads_there() -> None:
    assert circles({1: None, 2: 1, 9: 4}) == []
    assert circles({5: 4, 4: 3, 3: 5, 1: 4, 2: 2, 8: 7, 7: 8}) == [[3, 5, 4], [2], [7, 8]]


@given(PARENTS)
def test_circles_are_found_where_there_are_any(parents: dict[int, int | None]) -> None:
    found = circles(parents)
    assert bool(found) is has_circles(parents)
    for ring in found:
        assert [parents[tag] for tag in ring] == [*ring[1:], ring[0]]


@given(PARENTS, st.lists(st.integers(0, 8), unique=True))
def test_no_circle_is_left_whatever_is_wanted(
    wanted: dict[int, int | None], order: list[int]
) -> None:
    standing = {tag: (order[place - 1] if place else None) for place, tag in enumerate(order)}
    free = without_circles(wanted, standing)
    assert free.keys() == wanted.keys()
    assert not has_circles({**standing, **free})


def test_as_few_positions_as_possible_are_written() -> None:
    five = [a_tag(number) for number in range(1, 6)]
    assert rearranged(five, five[1], 2) == {2: 3, 3: 2}
    assert rearranged(five, five[1], 1) == {}
    assert rearranged(five, five[0], None) == {1: 5, 2: 1, 3: 2, 4: 3, 5: 4}
    assert rearranged(five, five[4], -3) == {1: 2, 2: 3, 3: 4, 4: 5, 5: 1}


@given(st.lists(st.integers(0, 5), min_size=1), st.data())
def test_any_positions_become_the_order_that_is_wanted(
    positions: list[int], data: st.DataObject
) -> None:
    tags = [
        Tag(number, "", "n", "1", "", "", None, RecordKind.NONE, position)
        for number, position in enumerate(positions)
    ]
    ordered = data.draw(st.permutations(tags))
    written = in_this_order(ordered)
    found = sorted(ordered, key=lambda tag: (written.get(tag.id, tag.position), tag.id))
    assert found == ordered
