"""A passage's number in a note is a link, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import NotAllowed
from reviewer.domain.notes import LONGEST_NOTE, note_of, note_words, references


def numbers(words: str) -> list[tuple[int, int]]:
    return [(one.document, one.passage) for one in references(words)]


@pytest.mark.parametrize(
    "words", ["D4·12", "D4.12", "D4-12", "d4.12", "(D4·12)", "see D4-12.", "ڈ: D4·12۔", "D4‑12,"]
)
def test_every_way_to_type_a_number_is_a_link(words: str) -> None:
    assert numbers(words) == [(4, 12)]


@pytest.mark.parametrize(
    "words",
    ["AD4.12", "D4.12a", "D4", "D4 12", "D.12", "D4.12.3", "D4-12-2020", "D0·1", "D1·0", "D4·"],
)
def test_what_only_looks_alike_is_none(words: str) -> None:
    assert numbers(words) == []


def test_several_stand_in_one_note_each_at_its_place() -> None:
    words = "D1·2 denies d10.20; D1·2-3 and 👩‍👩‍👧 D3-4."
    assert [one.span.of(words) for one in references(words)] == ["D1·2", "d10.20", "D1·2", "D3-4"]


def test_a_number_no_project_has_is_none() -> None:
    assert numbers(f"D{10**30}·1 D1·{10**30}") == []


@given(document=st.integers(1, 10**9 - 1), passage=st.integers(1, 10**9 - 1))
def test_the_number_on_screen_leads_back(document: int, passage: int) -> None:
    assert numbers(f"«D{document}·{passage}»") == [(document, passage)]


def test_a_note_without_words_is_none() -> None:
    assert note_words(" two\nlines ") == "two\nlines"
    with pytest.raises(NotAllowed, match="nothing in this note"):
        note_words(" \n ")


def test_the_longest_note_fits_and_no_longer_one() -> None:
    longest = "a" * LONGEST_NOTE
    assert note_of(f" {longest}\n") == longest
    with pytest.raises(NotAllowed, match="100001 characters; at most 100000 fit"):
        note_words(longest + "a")


def test_a_note_may_be_taken_away() -> None:
    assert note_of("  ") == ""
