"""Selections go on by sentences and paragraphs, and are never lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.selections import (
    Ends,
    Unit,
    extended,
    neighbour,
    unit_after,
    unit_before,
    whole,
)
from reviewer.domain.spans import Span

TEXT = "One went. Two stayed.\n\n 1. Three came. \nFour left. Five slept."
URDU = "ہم دور رہتے ہیں۔ بچے پیدل جاتے ہیں۔\nفیس کم ہے۔"
SENTENCES = ["One went.", "Two stayed.", "Three came.", "Four left.", "Five slept."]

texts = st.lists(
    st.sampled_from(["One went. ", "x", "\n", " ", "1. ", "- ", "؟", "ہیں۔ ", "e\u0301", "…"]),
    min_size=1,
    max_size=14,
).map("".join)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_one_goes_through_a_text_sentence_by_sentence_and_back() -> None:
    here, seen = span_of("One went."), ["One went."]
    while (following := neighbour(TEXT, here, Unit.SENTENCE, earlier=False)) is not None:
        here = following
        seen.append(here.of(TEXT))
    assert seen == SENTENCES
    while (before := neighbour(TEXT, here, Unit.SENTENCE, earlier=True)) is not None:
        here = before
        assert here.of(TEXT) == seen[-2]
        seen.pop()
    assert seen == ["One went."]


def test_from_a_word_one_goes_to_the_sentence_behind_its_own() -> None:
    found = neighbour(TEXT, span_of("went"), Unit.SENTENCE, earlier=False)
    assert found == span_of("Two stayed.")
    found = neighbour(TEXT, span_of("stayed"), Unit.SENTENCE, earlier=True)
    assert found == span_of("One went.")


def test_blanks_belong_to_no_sentence() -> None:
    blank = TEXT.index("\n\n")
    found = neighbour(TEXT, Span(blank, blank + 2), Unit.SENTENCE, earlier=False)
    assert found == span_of("Three came.")
    found = neighbour(TEXT, Span(blank, blank + 2), Unit.SENTENCE, earlier=True)
    assert found == span_of("Two stayed.")
    assert whole(TEXT, Span(blank, blank + 2), Unit.SENTENCE) == Span(blank, blank + 2)


def test_words_are_made_whole_sentences_and_paragraphs() -> None:
    assert whole(TEXT, span_of("stayed"), Unit.SENTENCE) == span_of("Two stayed.")
    assert whole(TEXT, span_of("stayed"), Unit.PARAGRAPH) == span_of("One went. Two stayed.")


def test_a_selection_takes_in_sentences_and_gives_them_back() -> None:
    ends = Ends(*_ends(span_of("Two stayed.")))
    ends = extended(TEXT, ends, Unit.SENTENCE, earlier=False)
    assert ends == Ends(span_of("Two stayed.").start, span_of("Three came.").end)
    ends = extended(TEXT, ends, Unit.SENTENCE, earlier=True)
    assert ends == Ends(*_ends(span_of("Two stayed.")))


def test_the_last_sentence_stays_and_the_other_end_goes_on() -> None:
    two = span_of("Two stayed.")
    ends = extended(TEXT, Ends(two.start, two.end), Unit.SENTENCE, earlier=True)
    assert ends == Ends(two.end, 0)
    ends = extended(TEXT, ends, Unit.SENTENCE, earlier=False)
    assert ends == Ends(two.end, two.start)
    ends = extended(TEXT, ends, Unit.SENTENCE, earlier=False)
    assert ends == Ends(two.start, span_of("Three came.").end)


def test_at_the_edges_of_the_text_a_selection_stays() -> None:
    all_of_it = Ends(0, len(TEXT))
    assert extended(TEXT, all_of_it, Unit.SENTENCE, earlier=False) == all_of_it
    backwards = Ends(len(TEXT), 0)
    assert extended(TEXT, backwards, Unit.PARAGRAPH, earlier=True) == backwards
    assert unit_after(TEXT, len(TEXT), Unit.PARAGRAPH) is None
    assert unit_before(TEXT, 0, Unit.PARAGRAPH) is None


def test_blanks_alone_stay_selected_where_there_is_nothing_else() -> None:
    assert extended("  ", Ends(0, 2), Unit.SENTENCE, earlier=True) == Ends(0, 2)
    assert extended("  ", Ends(2, 0), Unit.SENTENCE, earlier=False) == Ends(2, 0)


def test_a_selection_grows_by_paragraphs_in_a_text_that_runs_to_the_left() -> None:
    first = span_of("ہم دور رہتے ہیں۔ بچے پیدل جاتے ہیں۔", URDU)
    ends = extended(URDU, Ends(first.start, first.end), Unit.PARAGRAPH, earlier=False)
    assert ends == Ends(0, len(URDU))


@pytest.mark.parametrize("unit", Unit)
@given(text=texts, data=st.data())
def test_a_step_on_and_back_never_empties_a_selection(
    unit: Unit, text: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(text))
    anchor, caret = data.draw(st.tuples(places, places).filter(lambda two: two[0] != two[1]))
    ends = Ends(anchor, caret)
    for earlier in data.draw(st.lists(st.booleans(), max_size=6)):
        before = ends
        ends = extended(text, ends, unit, earlier=earlier)
        assert ends.anchor != ends.caret
        assert 0 <= min(ends) < max(ends) <= len(text)
        moved = ends.caret < before.caret if earlier else ends.caret > before.caret
        assert moved or ends == before or ends.anchor == before.caret


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
