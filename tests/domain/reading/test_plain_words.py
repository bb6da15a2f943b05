"""Plain words stand where the words of the text stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.reading.plain_words import GLUE, listed, plain, tokens


@given(st.text())
def test_plain_words_are_as_many_as_those_of_the_text(text: str) -> None:
    words = plain(text)
    assert len(words) == len(text)
    places = [(token.start, token.end) for token in tokens(words)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“At least ۲۷”", '"At least 27"'),
        ("8–10\u00a0men", "8-10 men"),
        ("Élan ÉLAN élan", "Élan ÉLAN elan"),
        ("ﬁre", f"{'ﬁ'}re"),
        ("1\u200f2", f"1{GLUE}2"),
        ("plain", "plain"),
    ],
)
def test_letters_become_plain_in_their_places(text: str, words: str) -> None:
    assert plain(text) == words


def test_words_numbers_and_marks_are_told_apart() -> None:
    assert [token.word for token in tokens("Twenty-Seven of 1,50,000: the party's 3.5!")] == (
        ["twenty", "-", "seven", "of", "1,50,000", ":", "the", "party's", "3.5", "!"]
    )


def test_a_letter_that_grows_when_small_keeps_its_place() -> None:
    assert [token.word for token in tokens("İ b")] == ["İ", "b"]


def test_listed_words_are_folded() -> None:
    assert listed("Of ہيں") == {"of", "ہیں"}
