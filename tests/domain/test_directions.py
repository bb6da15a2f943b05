"""Directions: most letters decide, not the first."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.directions import (
    Direction,
    apart_where_left,
    direction_of,
    direction_of_text,
)

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


@pytest.mark.parametrize(
    ("paragraph", "direction"),
    [
        ("UNICEF نے کہا کہ بارہ افراد ہلاک ہوئے۔", RTL),
        ("The word ظلم stands in an English sentence.", LTR),
        ("نفى المتحدث ذلك.", RTL),
        ("שלום", RTL),
        ("“Élysée” – 12", LTR),
        ("12 people", LTR),
    ],
)
def test_the_majority_of_letters_decides(paragraph: str, direction: Direction) -> None:
    for default in Direction:
        assert direction_of(paragraph, default) is direction


@pytest.mark.parametrize("paragraph", ["", "12:30 – 4.5 %", "…", "ab شد", "💥"])
def test_without_a_majority_the_default_holds(paragraph: str) -> None:
    for default in Direction:
        assert direction_of(paragraph, default) is default


def test_a_text_gives_the_default_for_its_paragraphs() -> None:
    text = "نفى المتحدث ذلك.\n12/3\n"
    assert direction_of("12/3", direction_of_text(text)) is RTL


@given(st.text())
def test_the_quick_way_agrees_with_counting_every_letter(text: str) -> None:
    kinds = [unicodedata.bidirectional(character) for character in text]
    balance = kinds.count("L") - kinds.count("R") - kinds.count("AL")
    if balance < 0:
        assert direction_of(text) is RTL
    elif balance > 0 and any(kind in {"R", "AL"} for kind in kinds):
        assert direction_of(text, RTL) is LTR


def test_words_are_set_apart_where_any_of_them_runs_leftward() -> None:
    assert apart_where_left("Statement 88") == "Statement 88"
    assert apart_where_left("déjà – 12") == "déjà – 12"
    assert apart_where_left("۲۰ جون") == "\u2068۲۰ جون\u2069"
    assert apart_where_left("exe\u202etxt") == "\u2068exe\u202etxt\u2069"
    assert apart_where_left("جون\u2069\u202e") == "\u2068جون\u202e\u2069"
