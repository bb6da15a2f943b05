"""What hangs together by pairs, and what leads around in a circle."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.groupings import circles, joined

MEMBERS = range(8)
PAIRS = st.lists(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=14)


def reached(start: int, steps: list[tuple[int, int]]) -> set[int]:
    """Return all that can be reached from ``start``, itself included, the slow way."""
    found = {start}
    for _ in MEMBERS:
        found |= {end for one, end in steps if one in found}
    return found


def test_who_is_joined_to_nobody_stands_for_itself() -> None:
    assert joined([3, 1, 2], [(3, 2)]) == {1: 1, 2: 2, 3: 2}
    assert circles([1, 2], [(1, 2)]) == {1: 1, 2: 2}


def test_a_long_circle_is_one() -> None:
    around = [(one, (one + 1) % 5_000) for one in range(5_000)]
    assert set(circles(range(5_000), around).values()) == {0}


@given(PAIRS)
def test_the_joined_share_their_smallest_member(pairs: list[tuple[int, int]]) -> None:
    both_ways = pairs + [(end, start) for start, end in pairs]
    assert joined(MEMBERS, pairs) == {one: min(reached(one, both_ways)) for one in MEMBERS}


@given(PAIRS)
def test_a_circle_is_all_that_reach_one_another(pairs: list[tuple[int, int]]) -> None:
    expected = {
        one: min(other for other in reached(one, pairs) if one in reached(other, pairs))
        for one in MEMBERS
    }
    assert circles(MEMBERS, pairs) == expected
