"""Offsets: every unit there and back, and clusters found from their neighbourhood alone."""

from collections.abc import Callable
from functools import partial

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import offsets
from reviewer.domain.errors import NotAllowed
from reviewer.domain.offsets import Columns
from reviewer.domain.spans import Span

FAMILY = "👨‍👩‍👧"
FLAGS = "🇵🇰🇮🇶"
PIECES = [
    *"ab1 .\n\r\tپہ\u064eé한각क\u094d\u093f\u0e33",
    "\r\n",
    "\u0301",  # leans on what stands before
    "\u200d",
    "\u200c",
    "\u200e",
    "\u0600",  # leans on what follows
    "\u06dd",
    "\ufe0f",
    "©",
    "💥",
    "👍🏽",
    FAMILY,
    FLAGS,
    "🇵",
    "\U000e0067",
]
texts = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"])).map("".join)


def boundaries(text: str) -> set[int]:
    return {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}


def test_the_issue_of_other_programs_is_ours_to_get_right() -> None:
    text = "Officials said 12 people died 😀 in the raid."
    start, end = text.index("in the raid"), text.index(".")
    assert (start, end) == (32, 43)
    assert [offsets.to_utf16(text, at) for at in (start, end)] == [33, 44]
    assert [offsets.to_bytes(text, at) for at in (start, end)] == [35, 46]


@given(texts)
def test_utf16_positions_go_there_and_back(text: str) -> None:
    columns = Columns(text)
    units = text.encode("utf-16-le")
    assert offsets.utf16_length(text) == len(units) // 2
    for position in range(len(text) + 1):
        there = offsets.to_utf16(text, position)
        assert units[: 2 * there].decode("utf-16-le") == text[:position]
        assert offsets.from_utf16(text, there) == position
        assert offsets.from_utf16(text, there, round_up=True) == position
        assert columns.to_utf16(position) == there
        assert columns.from_utf16(there) == position
        assert columns.from_utf16(there, round_up=True) == position


@given(texts)
def test_every_utf16_position_is_one_in_code_points(text: str) -> None:
    columns = Columns(text)
    for unit in range(offsets.utf16_length(text) + 1):
        low = offsets.from_utf16(text, unit)
        high = offsets.from_utf16(text, unit, round_up=True)
        assert offsets.to_utf16(text, low) <= unit <= offsets.to_utf16(text, high)
        assert high - low <= 1
        assert columns.from_utf16(unit) == low
        assert columns.from_utf16(unit, round_up=True) == high


@given(texts)
def test_byte_positions_go_there_and_back(text: str) -> None:
    for position in range(len(text) + 1):
        there = offsets.to_bytes(text, position)
        assert offsets.from_bytes(text, there) == position
        assert offsets.from_bytes(text, there, round_up=True) == position
    for byte in range(len(text.encode()) + 1):
        low = offsets.from_bytes(text, byte)
        high = offsets.from_bytes(text, byte, round_up=True)
        assert offsets.to_bytes(text, low) <= byte <= offsets.to_bytes(text, high)
        assert high - low <= 1


def test_inside_a_surrogate_pair_a_start_goes_down_and_an_end_up() -> None:
    text = "a😀b"
    assert offsets.from_utf16(text, 2) == 1
    assert offsets.from_utf16(text, 2, round_up=True) == 2
    assert Columns(text).from_utf16(2) == 1
    assert Columns(text).from_utf16(2, round_up=True) == 2


@pytest.mark.parametrize("text", ["abc", "abé", "ab😀"])
@pytest.mark.parametrize("position", [-1, 9])
def test_a_position_outside_the_text_is_refused(text: str, position: int) -> None:
    columns = Columns(text)
    asks: tuple[Callable[[int], object], ...] = (
        partial(offsets.to_utf16, text),
        partial(offsets.from_utf16, text),
        partial(offsets.to_bytes, text),
        partial(offsets.from_bytes, text),
        partial(offsets.is_boundary, text),
        partial(offsets.next_boundary, text),
        partial(offsets.previous_boundary, text),
        columns.to_utf16,
        columns.from_utf16,
    )
    for ask in asks:
        with pytest.raises(NotAllowed, match=str(position)):
            ask(position)


@given(texts)
def test_boundaries_found_locally_are_those_of_the_whole_text(text: str) -> None:
    whole = boundaries(text)
    for position in range(len(text) + 1):
        assert offsets.is_boundary(text, position) == (position in whole)
        after = min((at for at in whole if at > position), default=len(text))
        before = max((at for at in whole if at < position), default=0)
        assert offsets.next_boundary(text, position) == after
        assert offsets.previous_boundary(text, position) == before


@given(texts.filter(bool), st.data())
def test_widening_gives_the_smallest_span_of_whole_clusters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole = boundaries(text)
    wide = offsets.widen(text, Span(start, end))
    assert wide.start == max(at for at in whole if at <= start)
    assert wide.end == min(at for at in whole if at >= end)


def test_a_span_behind_the_text_cannot_be_widened() -> None:
    with pytest.raises(NotAllowed):
        offsets.widen("abc", Span(1, 4))


def test_a_long_row_of_flags_is_cut_between_flags_only() -> None:
    text = "x" + FLAGS * 20_000
    middle = 1 + 4 * 10_000
    assert offsets.widen(text, Span(middle + 1, middle + 2)) == Span(middle, middle + 2)
    assert offsets.previous_boundary(text, len(text)) == len(text) - 2


def test_a_text_that_begins_with_marks_begins_with_a_cluster() -> None:
    assert offsets.widen("\u0301\u0301a", Span(1, 2)) == Span(0, 2)


def test_marks_behind_a_line_end_are_a_cluster_of_their_own() -> None:
    assert offsets.widen("a\n\u0301\u0301b", Span(3, 4)) == Span(2, 4)
