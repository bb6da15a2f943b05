"""Paragraphs: lines that are not blank, counted from 1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.paragraphs import (
    Paragraphs,
    first_visible,
    last_visible,
    line_end,
    line_span,
    on_one_line,
    paragraph_after,
    paragraph_at,
    paragraph_before,
    paragraph_span,
)
from reviewer.domain.spans import Span

TEXT = "\n \nTitle\n\nFirst line.\n\u00a0\nLast line.\n"


def test_blank_lines_are_not_counted() -> None:
    paragraphs = Paragraphs(TEXT)
    assert [span.of(TEXT) for span in paragraphs] == ["Title", "First line.", "Last line."]
    assert len(paragraphs) == 3
    assert paragraphs.span(2).of(TEXT) == "First line."


@pytest.mark.parametrize("number", [0, -1, 4])
def test_there_is_no_paragraph_outside_the_count(number: int) -> None:
    with pytest.raises(IndexError):
        Paragraphs(TEXT).span(number)


def test_a_place_on_a_blank_line_belongs_to_what_follows() -> None:
    assert paragraph_at(TEXT, 0) == 1
    assert paragraph_at(TEXT, TEXT.index("Title")) == 1
    assert paragraph_at(TEXT, TEXT.index("\n\nFirst")) == 1
    assert paragraph_at(TEXT, TEXT.index("\nFirst")) == 2
    assert paragraph_at(TEXT, TEXT.index("line.")) == 2
    assert paragraph_at(TEXT, len(TEXT)) == 3


def test_a_text_without_words_has_none() -> None:
    assert paragraph_at(" \n\n", 1) == 0
    assert paragraph_span(" \n\n", 0) is None


texts = st.lists(st.sampled_from([*"ab \n-\u00a0ہ9", "a-\n", "-\nb", "\u2010\n \t"])).map("".join)


@given(texts, st.data())
def test_the_index_and_the_local_look_agree(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    start, end = line_span(text, position)
    assert start <= position <= end == line_end(text, position)
    assert "\n" not in on_one_line(text[start:end])
    assert {text[start - 1 : start], text[end : end + 1]} <= {"", "\n"}
    here = paragraph_span(text, position)
    paragraphs = Paragraphs(text)
    assert list(paragraphs) == [
        span for span in map(paragraphs.span, range(1, len(paragraphs) + 1)) if span.of(text)
    ]
    if here is None:
        assert not text[start:end].strip()
    else:
        assert here == Span(start, end) == paragraphs.span(paragraphs.number_at(position))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He was arres-\nted at home.", 1),
        ("It was a pre\u00ad\n  dawn raid.", 1),
        ("A 19-\nyear-old fell.", 1),
        ("Two were kil\u2010\nled in the mor-\nning.", 1),
        ("arres-\n\nted", 2),
        ("He was arrested -\nso they say.", 2),
        ("A list-\n- of things", 2),
        ("1999-\n2004", 2),
        ("اس نے کہا-\nپھر گیا-", 2),
        ("-\na", 2),
        ("a-\n", 1),
    ],
)
def test_a_hyphen_that_breaks_a_word_at_a_line_end_ends_no_paragraph(text: str, count: int) -> None:
    paragraphs = Paragraphs(text)
    assert len(paragraphs) == count
    assert paragraphs.number_at(len(text)) == count
    assert paragraph_after(text, 0) == paragraphs.span(1)
    assert paragraph_before(text, len(text)) == Span(
        paragraphs.span(count).start, len(text.strip())
    )


@given(texts)
def test_on_one_line_every_place_stays_and_all_is_one_paragraph(text: str) -> None:
    plain = on_one_line(text)
    assert len(plain) == len(text)
    assert plain.replace("\n", " ") == text.replace("\n", " ")
    assert len(Paragraphs(plain)) == len(Paragraphs(text))
    assert list(Paragraphs(plain)) == list(Paragraphs(text))


def test_one_goes_from_paragraph_to_paragraph_over_blank_lines_and_indents() -> None:
    text = f"{TEXT}\t Indented. \n\n"
    found, position = [], 0
    while (span := paragraph_after(text, position)) is not None:
        found.append(span)
        position = span.end
    assert [span.of(text) for span in found] == ["Title", "First line.", "Last line.", "Indented."]
    back, position = [], len(text)
    while (span := paragraph_before(text, position)) is not None:
        back.append(span)
        position = span.start
    assert back == found[::-1]


def test_the_last_letter_is_found_behind_any_number_of_blanks() -> None:
    text = "a" + " \n" * 3_000
    assert last_visible(text, len(text)) == 0
    assert last_visible(text, 0) is None
    assert first_visible(text, 1) is None
