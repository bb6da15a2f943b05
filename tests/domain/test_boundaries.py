"""Edges go by characters and words, and never cross."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.domain.boundaries import Edge, Stride, dragged, halves, joined, moved, touching
from reviewer.domain.errors import NotAllowed
from reviewer.domain.offsets import is_boundary
from reviewer.domain.spans import Span

ENGLISH = "He said: “no-one died.” Two  more\n\nwere hurt"
URDU = "پُل پر فائرنگ ہوئی۔ قَتْل\u200cعام نہیں"
EMOJI = "Hurt 👨‍👩‍👧‍👦🇵🇰🇩🇪 e\u0301 x"

pieces = st.sampled_from(
    [
        *("Twelve ", "people", " ", "\n", "\u00a0", "-", ".”", "…", "x", "۔", "1,000", "don’t"),
        *(
            "👨‍👩‍👧‍👦",
            "🇵🇰",
            "🇩",
            "e\u0301\u0323",
            "\u0301",
            " \u0301",
            "پُل ",
            "قَتْل‌عام",
            "نمस्ते",
            "\u2060",
        ),
    ]
)
texts = st.lists(pieces, min_size=1, max_size=14).map("".join)


def words_after(
    text: str, words: str, edge: Edge, stride: Stride = Stride.WORD, *, earlier: bool
) -> str:
    """Return what a passage of these words holds when one of its edges was moved."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return moved(text, span, edge, stride, earlier=earlier).of(text)


@pytest.mark.parametrize(
    ("text", "before", "edge", "earlier", "after"),
    [
        (ENGLISH, "He", Edge.END, False, "He said"),
        (ENGLISH, "He said", Edge.END, False, "He said:"),
        (ENGLISH, "He said:", Edge.END, False, "He said: “"),
        (ENGLISH, "said: “", Edge.END, False, "said: “no-one"),
        (ENGLISH, "died", Edge.END, False, "died.”"),
        (ENGLISH, "died.”", Edge.END, True, "died"),
        (ENGLISH, "more", Edge.END, False, "more\n\nwere"),
        (ENGLISH, "more\n\nwere", Edge.END, True, "more"),
        (ENGLISH, "Two  more", Edge.START, False, "more"),
        (ENGLISH, "more", Edge.START, True, "Two  more"),
        (ENGLISH, "Two", Edge.START, True, ".” Two"),
        (ENGLISH, "no-one died", Edge.START, False, "died"),
        (ENGLISH, "one died", Edge.START, True, "no-one died"),
        (ENGLISH, "no-one di", Edge.END, True, "no-one"),
        (ENGLISH, "more\n", Edge.END, True, "more"),
        (ENGLISH, "  more", Edge.START, False, "more"),
        (URDU, "فائرنگ", Edge.END, False, "فائرنگ ہوئی"),
        (URDU, "فائرنگ ہوئی", Edge.END, False, "فائرنگ ہوئی۔"),
        (URDU, "ہوئی۔", Edge.END, False, "ہوئی۔ قَتْل\u200cعام"),
        (URDU, "پر", Edge.START, True, "پُل پر"),
        (URDU, "پُل پر", Edge.START, False, "پر"),
        (EMOJI, "Hurt", Edge.END, False, "Hurt 👨‍👩‍👧‍👦"),
        (EMOJI, "👨‍👩‍👧‍👦", Edge.END, False, "👨‍👩‍👧‍👦🇵🇰"),
        (EMOJI, "👨‍👩‍👧‍👦🇵🇰🇩🇪", Edge.START, False, "🇵🇰🇩🇪"),
        (EMOJI, "x", Edge.START, True, "e\u0301 x"),
    ],
)
def test_an_edge_goes_by_a_word_over_blanks(
    text: str, before: str, edge: Edge, earlier: bool, after: str
) -> None:
    assert words_after(text, before, edge, earlier=earlier) == after


@pytest.mark.parametrize(
    ("text", "before", "edge", "earlier", "after"),
    [
        (ENGLISH, "Two", Edge.END, False, "Two "),
        (ENGLISH, "Two", Edge.START, False, "wo"),
        (ENGLISH, "Two", Edge.END, True, "Tw"),
        (URDU, "پر", Edge.START, True, " پر"),
        (URDU, "پُل", Edge.END, True, "پُ"),
        (URDU, "پُ", Edge.END, False, "پُل"),
        (EMOJI, "Hurt ", Edge.END, False, "Hurt 👨‍👩‍👧‍👦"),
        (EMOJI, "🇵🇰", Edge.START, True, "👨‍👩‍👧‍👦🇵🇰"),
        (EMOJI, "🇵🇰🇩🇪", Edge.END, True, "🇵🇰"),
        (EMOJI, "e\u0301 x", Edge.START, False, " x"),
    ],
)
def test_an_edge_goes_by_a_whole_character(
    text: str, before: str, edge: Edge, earlier: bool, after: str
) -> None:
    assert words_after(text, before, edge, Stride.CHARACTER, earlier=earlier) == after


@pytest.mark.parametrize("stride", Stride)
def test_edges_stop_at_the_ends_of_the_text_and_before_each_other(stride: Stride) -> None:
    whole, one = Span(0, 3), Span(1, 2)
    assert moved("One", whole, Edge.START, stride, earlier=True) == whole
    assert moved("One", whole, Edge.END, stride, earlier=False) == whole
    for edge, earlier in ((Edge.START, False), (Edge.END, True)):
        assert moved("a b c", Span(2, 3), edge, stride, earlier=earlier) == Span(2, 3)
        assert len(moved("One", one, edge, stride, earlier=earlier)) == 1
    assert moved(" a ", Span(0, 2), Edge.END, stride, earlier=True) == Span(0, 2)
    assert moved(" a ", Span(1, 3), Edge.START, stride, earlier=False) == Span(1, 3)


def test_blanks_that_no_word_follows_are_left() -> None:
    assert moved("One  ", Span(0, 3), Edge.END, Stride.WORD, earlier=False) == Span(0, 3)
    assert moved("  One", Span(2, 5), Edge.START, Stride.WORD, earlier=True) == Span(2, 5)


def whole_spans(text: str, data: st.DataObject) -> Span:
    """Draw a span of whole characters that is not blank."""
    places = [at for at in range(len(text) + 1) if is_boundary(text, at)]
    start = data.draw(st.sampled_from(places[:-1]))
    end = data.draw(st.sampled_from([at for at in places if at > start]))
    assume(not text[start:end].isspace())
    return Span(start, end)


@given(text=texts, data=st.data(), stride=st.sampled_from(Stride), edge=st.sampled_from(Edge))
def test_no_step_cuts_a_character_crosses_or_leaves_nothing(
    text: str, data: st.DataObject, stride: Stride, edge: Edge
) -> None:
    span = whole_spans(text, data)
    for earlier in (True, False):
        found = moved(text, span, edge, stride, earlier=earlier)
        assert found.of(text).strip()
        assert found.end <= len(text)
        assert is_boundary(text, found.start)
        assert is_boundary(text, found.end)
        if edge is Edge.START:
            assert found.end == span.end
            assert found.start <= span.start if earlier else found.start >= span.start
        else:
            assert found.start == span.start
            assert found.end <= span.end if earlier else found.end >= span.end


@given(text=texts, data=st.data(), stride=st.sampled_from(Stride))
def test_every_word_and_character_is_reached_by_steps(
    text: str, data: st.DataObject, stride: Stride
) -> None:
    span = whole_spans(text, data)
    while span != (span := moved(text, span, Edge.END, stride, earlier=False)):
        pass
    while span != (span := moved(text, span, Edge.START, stride, earlier=True)):
        pass
    left = text[: span.start] + text[span.end :]
    assert not (left if stride is Stride.CHARACTER else left.strip())


def test_a_passage_is_cut_without_blanks_at_the_cut() -> None:
    text = "x One two \n three. y"
    first, second = halves(text, Span(2, 18), 10)
    assert (first.of(text), second.of(text)) == ("One two", "three.")
    assert halves(text, Span(2, 18), 6) == (Span(2, 5), Span(6, 18))


def test_a_cut_inside_a_character_goes_before_it() -> None:
    text = "Hurt 👨‍👩‍👧‍👦 e\u0301x"
    first, second = halves(text, Span(0, len(text)), 8)
    assert (first.of(text), second.of(text)) == ("Hurt", "👨‍👩‍👧‍👦 e\u0301x")


@pytest.mark.parametrize("at", [0, 2, 3, 4, 5, 6, 99])
def test_a_cut_that_leaves_one_side_without_words_is_refused(at: int) -> None:
    with pytest.raises(NotAllowed, match="cut the passage between two words"):
        halves("x  One  y", Span(2, 8) if at < 4 else Span(5, 6), at)


@given(text=texts, data=st.data())
def test_what_is_cut_is_put_together_again(text: str, data: st.DataObject) -> None:
    span = whole_spans(text, data)
    at = data.draw(st.integers(0, len(text)))
    try:
        first, second = halves(text, span, at)
    except NotAllowed:
        return
    assert first.end <= second.start
    assert not text[first.end : second.start].strip()
    assert joined(text, [second, first]) == span


def test_passages_are_joined_over_blanks_and_punctuation_only() -> None:
    text = "One, two – three four."
    one, two, three, four = Span(0, 3), Span(5, 8), Span(11, 16), Span(17, 21)
    assert joined(text, [three, one, two]) == Span(0, 16)
    assert joined(text, [Span(0, 8), two, Span(6, 16)]) == Span(0, 16)
    assert joined(text, [Span(0, 21), two]) == Span(0, 21)
    with pytest.raises(NotAllowed, match="Other words stand between"):
        joined(text, [one, two, four])


@pytest.mark.parametrize(
    ("words", "others", "nearest"),
    [
        ("no-one", ["He said", "died"], "died"),
        ("no-one", ["He said", "Two"], "He said"),
        ("died", ["no-one died", "Two"], "no-one died"),
        ("Two", ["He said", "were"], None),
        ("Two", [], None),
    ],
)
def test_the_nearest_that_touches_is_found(
    words: str, others: list[str], nearest: str | None
) -> None:
    def span_of(part: str) -> Span:
        start = ENGLISH.index(part)
        return Span(start, start + len(part))

    found = touching(ENGLISH, span_of(words), list(map(span_of, others)))
    assert (found and found.of(ENGLISH)) == nearest


@pytest.mark.parametrize(
    ("words", "edge", "to", "after"),
    [
        ("He", Edge.END, "id: “", "He said"),
        ("He", Edge.END, "aid: “", "He"),
        ("He", Edge.END, "“no-one", "He said:"),
        ("He said", Edge.END, "He said", "He"),
        ("no-one died", Edge.START, "e died", "died"),
        ("no-one died", Edge.START, "o-one", "no-one died"),
        ("died", Edge.START, "\n\nwere", "died"),
        ("more", Edge.START, " Two", "Two  more"),
    ],
)
def test_a_dragged_edge_goes_to_the_nearest_word(
    words: str, edge: Edge, to: str, after: str
) -> None:
    start = ENGLISH.index(words)
    span = Span(start, start + len(words))
    assert dragged(ENGLISH, span, edge, ENGLISH.index(to)).of(ENGLISH) == after


def test_a_dragged_edge_goes_to_the_letter_when_asked() -> None:
    start = EMOJI.index("e\u0301")
    span = Span(0, start + 2)
    inside = dragged(EMOJI, span, Edge.END, start + 1, exact=True)
    assert inside.of(EMOJI) == EMOJI[:start]
    assert dragged(EMOJI, span, Edge.END, 2, exact=True).of(EMOJI) == "Hu"
    assert dragged(EMOJI, span, Edge.START, len(EMOJI), exact=True).of(EMOJI) == "e\u0301"
    assert dragged(EMOJI, Span(0, 4), Edge.START, len(EMOJI), exact=True).of(EMOJI) == "t"


@given(texts, st.sampled_from(Edge), st.booleans(), st.data())
def test_wherever_an_edge_is_dragged_no_character_is_cut_and_something_stays(
    text: str, edge: Edge, exact: bool, data: st.DataObject
) -> None:
    places = [place for place in range(len(text) + 1) if is_boundary(text, place)]
    assume(len(places) > 1)
    start, end = sorted(
        data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True))
    )
    assume(not text[start:end].isspace())
    position = data.draw(st.integers(0, len(text)))
    found = dragged(text, Span(start, end), edge, position, exact=exact)
    assert is_boundary(text, found.start)
    assert is_boundary(text, found.end)
    assert (found.start if edge is Edge.END else found.end) == (start if edge is Edge.END else end)
