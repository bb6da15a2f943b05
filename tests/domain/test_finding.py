"""Finding in one text, beside a slow and plain way of doing the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import NotAllowed
from reviewer.domain.finding import BadPattern, Finder, Sought, apart
from reviewer.domain.folding import fold, fold_with_map
from reviewer.domain.offsets import is_boundary, widen
from reviewer.domain.spans import Span

PIECES = [
    *"abAB  -_1١\nɛ",
    *"éßÆ\u0301\u200d\u200b\u00ad🏳🌈🇵🇰",
    *"علأيىهۃ\u064eـﷺ",
    *"कष\u094d",
    "a b",
    "demon-\nstration",
    "👩\u200d🚒",
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
needles = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)


def naive(text: str, sought: Sought) -> list[Span]:
    """Try every place, one after the other."""
    if sought.exact or not fold(sought.words):
        body, origins, needle = text, list(range(len(text))), sought.words
    else:
        (body, origins), needle = fold_with_map(text), fold(sought.words)
    found: list[Span] = []
    at = 0
    while at < len(body):
        end = _matched(body, at, needle, loose=body is not text or not sought.exact)
        whole = end and not (_is_word(body, at - 1) or _is_word(body, end))
        if not end or (sought.whole_words and not whole):
            at += 1
            continue
        span = widen(text, Span(origins[at], origins[end - 1] + 1))
        if not found or span.start >= found[-1].end:
            found.append(span)
        at = end
    return found


def _is_word(body: str, place: int) -> bool:
    import unicodedata

    if not 0 <= place < len(body):
        return False
    character = body[place]
    return (
        character.isalnum()
        or unicodedata.category(character)[0] == "M"
        or (character in "_\u200d")  # a joiner belongs to the word, as the library sees it
    )


def _matched(body: str, at: int, needle: str, *, loose: bool) -> int:
    """Return where ``needle``, standing at ``at``, ends; 0 when it does not stand there."""
    place = 0
    while place < len(needle):
        if loose and needle[place].isspace():
            begun = at
            while at < len(body) and body[at].isspace():
                at += 1
            while place < len(needle) and needle[place].isspace():
                place += 1
            if at == begun:
                return 0
        elif at < len(body) and body[at] == needle[place]:
            at, place = at + 1, place + 1
        else:
            return 0
    return at


@given(texts, needles, st.booleans(), st.booleans())
def test_it_finds_what_trying_every_place_finds(
    text: str, words: str, exact: bool, whole: bool
) -> None:
    sought = Sought(words, exact=exact, whole_words=whole)
    assert Finder(text).hits(sought) == naive(text, sought)


@given(texts, needles)
def test_hits_are_whole_clusters_in_order_and_do_not_overlap(text: str, words: str) -> None:
    done = 0
    for span in Finder(text).hits(Sought(words)):
        assert span.start >= done
        assert is_boundary(text, span.start)
        assert is_boundary(text, span.end)
        done = span.end


@given(texts, st.data())
def test_widening_is_the_same_as_everywhere(text: str, data: st.DataObject) -> None:
    text += "."
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert list(apart(text, [(start, end)])) == [widen(text, Span(start, end))]


def words_of(text: str, sought: Sought) -> list[str]:
    return [span.of(text) for span in Finder(text).hits(sought)]


def test_capitals_accents_marks_and_letter_forms_do_not_matter() -> None:
    text = "Café CAFE cafe\u0301 — مُحَمَّد محمد علي على"
    assert words_of(text, Sought("cafe")) == ["Café", "CAFE", "cafe\u0301"]
    assert words_of(text, Sought("محمد")) == ["مُحَمَّد", "محمد"]
    assert words_of(text, Sought("علی")) == ["علي", "على"]


def test_with_exact_they_do() -> None:
    text = "Café CAFE cafe"
    assert words_of(text, Sought("cafe", exact=True)) == ["cafe"]
    assert words_of("salt  store salt store", Sought("salt store", exact=True)) == ["salt store"]


def test_a_phrase_is_found_across_a_line_end_and_a_hyphen() -> None:
    text = "the grain\nstore and the demon-\nstration"
    assert words_of(text, Sought("Grain store")) == ["grain\nstore"]
    assert words_of(text, Sought("demonstration")) == ["demon-\nstration"]


def test_digits_of_every_script_are_the_same() -> None:
    assert words_of("۲۷ افراد, 27 people", Sought("27")) == ["۲۷", "27"]


def test_whole_words_only() -> None:
    text = "hat that hat's «hat» hat_2 HAT"
    assert words_of(text, Sought("hat", whole_words=True)) == ["hat", "hat", "hat", "HAT"]
    assert words_of("ab b b", Sought("b b", whole_words=True)) == ["b b"]


def test_marks_alone_are_found_as_they_are() -> None:
    assert words_of("مُحَمد", Sought("\u064e")) == ["حَ"]


def test_two_places_in_one_character_are_one_hit() -> None:
    assert words_of("Straße", Sought("s")) == ["S", "ß"]
    assert words_of("ﷺ", Sought("ل")) == ["ﷺ"]


def test_nothing_stands_nowhere() -> None:
    assert Finder("some text").hits(Sought("")) == []
    assert Finder("").hits(Sought("a")) == []


def test_only_the_first_so_many_are_given() -> None:
    assert Finder("a a a a").hits(Sought("a"), most=2) == [Span(0, 1), Span(2, 3)]


def test_a_finder_is_asked_again_and_again() -> None:
    finder = Finder("Ärger, Arger")
    assert finder.hits(Sought("arger")) == finder.hits(Sought("ÄRGER")) == [Span(0, 5), Span(7, 12)]


def test_a_pattern_is_matched_line_by_line() -> None:
    text = "Twelve hurt\ntwelve killed\nabout 12"
    assert words_of(text, Sought(r"^twelve \w+$", pattern=True)) == [
        "Twelve hurt",
        "twelve killed",
    ]
    assert words_of(text, Sought(r"^twelve", pattern=True, exact=True)) == ["twelve"]
    assert words_of(text, Sought(r"x*", pattern=True)) == []
    assert words_of("at hat", Sought("[ah]+t", pattern=True, whole_words=True)) == ["at", "hat"]
    assert words_of("at hats", Sought("at", pattern=True, whole_words=True)) == ["at"]
    assert words_of("e\u0301x", Sought("e", pattern=True)) == ["e\u0301"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(12", "cannot be read from character 4 on: missing )."),
        ("*", "from character 1 on: nothing to repeat."),
        ("[z-a]", "bad character range"),
        ("(" * 900, "brackets"),
        ("(?a)(?u)x", "mutually incompatible"),
        ("a" * 1_001, "1001 characters; at most 1000"),
    ],
)
def test_a_bad_pattern_is_told_with_what_is_wrong(pattern: str, said: str) -> None:
    with pytest.raises(BadPattern) as caught:
        Finder("12").hits(Sought(pattern, pattern=True))
    assert said in str(caught.value)
    assert isinstance(caught.value, NotAllowed)


def test_a_hostile_pattern_is_stopped() -> None:
    finder = Finder("x" * 5_000)
    with pytest.raises(BadPattern, match=r"stopped after 0\.05 s"):
        finder.hits(Sought("(x+x+)+y", pattern=True), seconds=0.05)


def test_a_pattern_that_calls_itself_without_end_is_stopped() -> None:
    with pytest.raises(BadPattern, match="stopped"):
        Finder("ab" * 50).hits(Sought("(a?(?1))", pattern=True))
