"""The way back from a folded text."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.folded_offsets import FoldedText
from reviewer.domain.folding import fold, fold_with_map
from tests.domain.test_folding import texts


@given(texts)
def test_every_folded_character_leads_back_to_where_it_came_from(text: str) -> None:
    folded = FoldedText(text)
    known, origins = fold_with_map(text)
    assert folded.folded == known == fold(text)
    assert [folded.start_of(position) for position in range(len(known))] == origins


@given(texts)
def test_a_stretch_leads_back_to_the_characters_it_came_from(text: str) -> None:
    folded = FoldedText(text)
    for position, character in enumerate(folded.folded):
        start, end = folded.span_of(position, position + 1)
        assert end == start + 1
        assert character in fold(text[start:end])
        assert folded.span_of(0, position + 1) == (folded.start_of(0), end)


@given(texts, st.data())
def test_many_stretches_lead_back_as_each_does(text: str, data: st.DataObject) -> None:
    folded = FoldedText(text + ".")
    ends = st.integers(0, len(folded.folded) - 1)
    places = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends)))]
    several = [(start, end + 1) for start, end in sorted(places)]
    assert list(folded.spans_of(several)) == [folded.span_of(*place) for place in several]


def test_what_the_folded_text_lacks_is_left_out_at_the_ends() -> None:
    folded = FoldedText("a\u200b\u200bbc\u200b demon\u00ad\nstration")
    assert folded.folded == "abc demonstration"
    assert folded.span_of(0, 1) == (0, 1)
    assert folded.span_of(1, 3) == (3, 5)
    assert folded.span_of(4, 9) == (7, 12)
    assert folded.span_of(4, 17) == (7, 22)


def test_one_character_that_became_several_is_one() -> None:
    folded = FoldedText("xßﷺy")
    assert folded.folded.startswith("xss")
    assert folded.span_of(1, 2) == folded.span_of(1, 3) == (1, 2)
    assert folded.span_of(len(folded.folded) - 1, len(folded.folded)) == (3, 4)
