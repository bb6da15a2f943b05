"""The normaliser: what is stored is what is shown, and doing it twice changes nothing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import text as texts
from reviewer.domain.errors import NotAllowed
from reviewer.domain.text import count_words, is_normal, normalise, sha256_of

HOSTILE = "\r\u2028\u2029\ufdd0\ufdd1\0\ufffe\ufeff\ud800\udfff"
raw_texts = st.text(st.sampled_from(f"{HOSTILE}\n\n ab\u00e9\u06c1\u0301💥") | st.characters())


@given(raw_texts)
def test_nothing_that_a_text_view_would_change_is_left(raw: str) -> None:
    text = normalise(raw).text
    assert not set(HOSTILE) & set(text)
    assert text.encode().decode() == text


@given(raw_texts)
def test_doing_it_twice_changes_nothing(raw: str) -> None:
    text = normalise(raw).text
    assert normalise(text) == texts.Normalised(text, 0)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=HOSTILE)))
def test_all_else_is_left_alone(raw: str) -> None:
    assert normalise(raw) == texts.Normalised(raw, 0)


@pytest.mark.parametrize(
    ("raw", "text", "changed"),
    [
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd", 3),
        ("a\u2028b\u2029c\ufdd0d\ufdd1e", "a\nb\nc\nd\ne", 4),
        ("\ufeffa", "a", 1),
        ("\ufeff\ufeffa\ufeff", "\u2060a\u2060", 3),
        ("a\0b\ufffec", "a\ufffdb\ufffdc", 2),
        ("a\ud83db", "a\ufffdb", 1),
        ("e\u0301 é \u00a0\t\v\f\x85\u00ad", "e\u0301 é \u00a0\t\v\f\x85\u00ad", 0),
        ("", "", 0),
    ],
)
def test_each_change_is_made_and_counted(raw: str, text: str, changed: int) -> None:
    assert normalise(raw) == texts.Normalised(text, changed)


def test_a_text_that_is_too_long_is_refused_with_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(texts, "LONGEST_TEXT", 5)
    assert normalise("1234\r\n").text == "1234\n"
    with pytest.raises(NotAllowed, match="6 characters"):
        normalise("12345\r\n")


def test_the_fingerprint_is_that_of_the_utf8_bytes() -> None:
    assert sha256_of("نفى 💥") == hashlib.sha256("نفى 💥".encode()).hexdigest()


@given(st.text(st.sampled_from("ab é\u00a0\u2003\u3000\x1c\t\nہ💥") | st.characters()))
def test_words_are_what_stands_between_white_space(text: str) -> None:
    assert count_words(text) == len(text.split())


def test_bytes_at_hand_are_used_for_counting() -> None:
    text = "twelve\u00a0people – no more"
    assert count_words(text, text.encode()) == count_words(text) == 5


def test_what_an_escape_says_need_not_be_as_it_would_be_stored() -> None:
    assert is_normal("پل ✓ two\nlines")
    for words in ("\ud800", "a\0b", "\r\n"):
        assert not is_normal(words)
