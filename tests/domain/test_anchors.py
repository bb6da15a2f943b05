"""Anchors: the words and what stands around them; a quote is placed only where it is alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchors import CONTEXT, anchor, holds, place_of
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.spans import Span

texts = st.text(st.sampled_from("ab ہ\u0301💥\n") | st.characters(), min_size=1)


@given(texts, st.data())
def test_a_passage_keeps_its_words_and_their_surroundings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote, prefix, suffix = anchor(text, span)
    assert holds(text, span, quote)
    assert f"{prefix}{quote}{suffix}" in text
    assert len(prefix) == min(CONTEXT, span.start)
    assert len(suffix) == min(CONTEXT, len(text) - span.end)
    assert text.startswith(prefix + quote + suffix, span.start - len(prefix))


@given(texts, st.data())
def test_a_quote_is_placed_exactly_where_it_stands_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote = span.of(text)
    places = [at for at in range(len(text)) if text.startswith(quote, at)]
    if len(places) == 1:
        assert place_of(text, quote) == span
    else:
        with pytest.raises(NotAllowed):
            place_of(text, quote)


def test_other_words_or_another_length_do_not_hold() -> None:
    text = "at least 12 were killed"
    assert not holds(text, Span(0, 8), "at most")
    assert not holds(text, Span(0, 8), "at leas")
    assert not holds(text, Span(20, 30), "led")


def test_a_quote_that_stands_more_than_once_is_refused_with_how_often() -> None:
    with pytest.raises(NotAllowed, match="“killed” stands 3 times"):
        place_of("killed, killed, killed", "killed")
    with pytest.raises(NotAllowed, match="2 times"):
        place_of("aaa", "aa")


def test_a_quote_that_does_not_stand_there_is_named_in_short() -> None:
    with pytest.raises(NotFound, match="“nobody”"):
        place_of("somebody", "nobody")
    with pytest.raises(NotFound) as refused:
        place_of("somebody", "word " * 100)
    assert len(str(refused.value)) < 130


def test_an_empty_quote_has_no_place() -> None:
    with pytest.raises(NotAllowed):
        place_of("text", "")


def test_a_passage_behind_the_text_is_refused() -> None:
    with pytest.raises(NotAllowed, match="ends at 4"):
        anchor("text", Span(2, 5))
