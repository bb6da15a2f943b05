"""What was remembered may be anything: only what can be used comes back."""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.views.frame.remembered import (
    DEEPEST,
    MOST_PIXELS,
    MOST_VALUES,
    entries,
    moderate,
    several,
    share,
    sizes,
    whole,
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(anything)
def test_nothing_makes_the_readers_fail_and_all_they_give_is_within_bounds(value: object) -> None:
    number, part, parts = whole(value, most=9), share(value), sizes(value, 2)
    assert number is None or 0 <= number <= 9
    assert part is None or 0 <= part <= 1
    assert parts is None or (len(parts) == 2 and 0 < sum(parts) <= 2 * MOST_PIXELS)
    assert len(several(value, 3)) <= 3
    assert all(isinstance(key, str) for key in entries(value))


@given(anything)
def test_what_is_moderate_is_json_and_stays_as_it_is(value: object) -> None:
    once = moderate(value)
    assert json.dumps(once, allow_nan=False)
    assert moderate(once) == once


@pytest.mark.parametrize("value", [True, -1, 10, 10**40, 3.0, "3", None, [3], nan])
def test_a_number_is_a_whole_one_within_its_bounds(value: object) -> None:
    assert whole(value, most=9) is None


def test_bounds_belong_to_what_they_bound() -> None:
    assert (whole(0, most=9), whole(9, most=9)) == (0, 9)
    assert (share(0.25), share(-3), share(7)) == (0.25, 0.0, 1.0)


@pytest.mark.parametrize("value", [nan, inf, -inf, True, "0.5", None, 10**400])
def test_a_share_is_a_finite_number(value: object) -> None:
    assert share(value) is None


@pytest.mark.parametrize("value", [[1], [1, 2, 3], [0, 0], [1, True], [1, MOST_PIXELS + 1], {}])
def test_sizes_are_as_many_as_there_are_parts_and_leave_something_to_see(value: object) -> None:
    assert sizes(value, 2) is None


def test_good_sizes_are_taken_as_they_are() -> None:
    assert sizes([0, 300], 2) == [0, 300]


def test_what_is_huge_deep_or_not_finite_is_left_out() -> None:
    deep: object = "bottom"
    for _ in range(DEEPEST + 1):
        deep = [deep]
    assert "bottom" not in str(moderate(deep))
    assert moderate([10**40, nan, 5, True]) == [None, None, 5, True]
    assert len(json.dumps(moderate(["x" * 10**6] * 3))) < 4_000
    assert len(str(moderate([1] * 10**5))) < 4 * MOST_VALUES
