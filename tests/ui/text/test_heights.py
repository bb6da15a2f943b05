"""Heights: sums and places, against adding up by hand."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.text.heights import Heights

SOME = st.lists(st.integers(0, 90), min_size=1, max_size=300)


@given(SOME, st.lists(st.tuples(st.integers(0, 299), st.integers(0, 90)), max_size=20))
def test_tops_are_the_sums_of_what_is_above(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    tree = Heights(heights)
    for where, height in changes:
        segment = where % len(heights)
        assert tree.set(segment, height) == height - heights[segment]
        heights[segment] = height
    assert tree.total == sum(heights)
    assert [tree.top(each) for each in range(len(heights))] == [
        sum(heights[:each]) for each in range(len(heights))
    ]
    assert list(tree.tops()) == [sum(heights[:each]) for each in range(len(heights) + 1)]


@given(SOME, st.integers(0, 30_000))
def test_the_segment_at_a_height_is_the_one_that_spans_it(heights: list[int], y: int) -> None:
    heights[-1] = max(1, heights[-1])
    tree = Heights(heights)
    y %= tree.total
    segment, top = tree.find(y)
    assert top == sum(heights[:segment])
    assert top <= y < top + heights[segment]


@given(SOME)
def test_below_everything_stands_the_last_segment_that_has_a_height(heights: list[int]) -> None:
    heights[0] = 5
    tree = Heights(heights)
    segment, top = tree.find(tree.total + 100)
    assert heights[segment] > 0
    assert top + heights[segment] == tree.total
