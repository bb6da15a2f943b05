"""A text in segments is the same text, wherever it is cut."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.offsets import is_boundary
from reviewer.ui.text.segments import LONGEST, PIECE, Segments, showable

WORDS = st.text(st.sampled_from("ab \n😀é\u0301\u200dہ"), max_size=200)


@given(WORDS)
def test_the_segments_joined_by_newlines_are_the_text(text: str) -> None:
    segments = Segments(text)
    assert segments.display(0, len(segments)) == text
    assert "\n".join(segments.words(each) for each in range(len(segments))) == text


@given(WORDS)
def test_every_position_lies_in_the_segment_that_is_said_to_hold_it(text: str) -> None:
    segments = Segments(text)
    for position in range(len(text) + 1):
        segment = segments.at(position)
        assert segments.starts[segment] <= position <= segments.end(segment)


def test_a_long_paragraph_is_cut_behind_spaces() -> None:
    text = "before\n" + "seven words make up this one sentence. " * 1000 + "\nbehind"
    segments = Segments(text)
    assert len(segments) > 5
    assert all(length <= PIECE for length in segments.lengths)
    pieces = [each for each in range(len(segments)) if segments.goes_on(each)]
    assert all(segments.words(each).endswith(" ") for each in pieces)
    whole = "".join(segments.words(each) for each in (*pieces, pieces[-1] + 1))
    assert whole == text.split("\n")[1]
    assert segments.paragraph_of(pieces[-1] + 1) == pieces[0]


def test_a_paragraph_that_is_not_too_long_is_left_whole() -> None:
    assert len(Segments("a" * LONGEST)) == 1


def test_a_paragraph_without_spaces_is_not_cut_inside_a_grapheme() -> None:
    family = "👩\u200d👩\u200d👧"
    text = family * 4000
    segments = Segments(text)
    assert len(segments) > 1
    assert all(is_boundary(text, start) for start in segments.starts)


def test_a_cut_belongs_to_the_piece_behind_it() -> None:
    segments = Segments("word " * 4000)
    assert segments.at(segments.starts[1]) == 1
    assert segments.end(0) == segments.starts[1]


def test_chunks_cover_all_segments_once() -> None:
    segments = Segments("\n".join("a line of words" for _ in range(1000)))
    ends = list(segments.chunks(3000))
    assert ends[-1] == len(segments)
    shown = [segments.display(a, b) for a, b in zip([0, *ends], ends, strict=False)]
    assert "\n".join(shown) == segments.text
    assert len(ends) > 4


@given(st.text(max_size=50))
def test_what_qt_cannot_hold_is_replaced_one_for_one(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert not set("\r\u2029\ufdd0\ufdd1\ufffe\ufeff\ud800") & set(shown)
