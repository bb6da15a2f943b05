"""Which words of a text a query marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.folding import fold
from reviewer.domain.offsets import is_boundary
from reviewer.domain.queries import parse
from reviewer.domain.query_hits import hits, one_line, words_around
from reviewer.domain.spans import Span

TEXT = "The salt store burned. Nobody was near the old salt-store, the guards of the store said."


def marked(query: str, text: str = TEXT) -> list[str] | None:
    folded = fold(text)
    found = hits(parse(query).tree, folded)
    return None if found is None else [folded[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("STORE", ["store", "store", "store"]),
        ('"salt store"', ["salt store", "salt-store"]),
        ("stor", None),
        ("sto*", ["store", "store", "store"]),
        ('"salt st*"', ["salt store", "salt-store"]),
        ("guards burned", ["burned", "guards"]),
        ("guards harbour", None),
        ("guards OR harbour", ["guards"]),
        ("harbour OR quay", None),
        ("burned NOT harbour", ["burned"]),
        ("burned NOT guards", None),
        ("(burned NOT guards) OR nobody", ["nobody"]),
        ("(guards harbour) OR nobody", ["nobody"]),
        ("burned NEAR/2 was", ["burned. nobody was"]),
        ("was NEAR/1 burned", ["burned. nobody was"]),
        ("was NEAR/0 burned", None),
        ("NEAR(guards store, 2)", ["store, the guards", "store"][:1]),
        ("NEAR(store said, 0)", ["store said"]),
        ("harbour NEAR/9 store", None),
        ('"salt store" NEAR/1 burned', ["salt store burned"]),
        ('NEAR(near "salt store" guards, 4)', None),
        ('NEAR(near "salt store" guards, 5)', ["near the old salt-store, the guards"]),
        ('salt OR "salt store"', ["salt store", "salt-store"]),
    ],
)
def test_a_query_marks(query: str, words: list[str] | None) -> None:
    assert marked(query) == words


def test_numbers_and_urdu_are_words_too() -> None:
    text = "ترجمان نے کہا کہ ۲۷ افراد زخمی ہوئے۔"
    assert marked("27 NEAR/1 زخمی", text) == ["27 افراد زخمی"]
    assert marked('"ترجمان نے"', text) == ["ترجمان نے"]


@pytest.mark.parametrize(
    ("span", "most", "around"),
    [
        (Span(4, 8), 60, ("The ", " store burned. Nobody was near the old salt-store, the")),
        (Span(47, 51), 12, ("the old ", "-store, the")),
        (Span(47, 51), 3, ("", "-st")),
        (Span(0, 3), 5, ("", " salt")),
        (Span(83, 87), 9, ("store ", ".")),
    ],
)
def test_around_a_hit_stand_whole_words(span: Span, most: int, around: tuple[str, str]) -> None:
    found = words_around(TEXT, span, most)
    assert found == around


def test_around_a_hit_in_a_long_word_whole_clusters_stand() -> None:
    text = "👩\u200d🚒ab👩\u200d🚒"
    assert words_around(text, Span(3, 5), 2) == ("", "👩\u200d🚒")
    assert words_around(text, Span(3, 5), 3) == ("👩\u200d🚒", "👩\u200d🚒")


def test_around_a_hit_a_line_end_is_a_space() -> None:
    assert words_around("one\n\ntwo three\nfour", Span(5, 8)) == ("one ", " three four")


@given(
    st.lists(st.sampled_from(["e\u0301", "👩\u200d🚒", "ab", " ", "कष\u094d"]), min_size=1).map(
        "".join
    ),
    st.data(),
)
def test_words_around_cut_no_cluster(text: str, data: st.DataObject) -> None:
    edges = [place for place in range(len(text) + 1) if is_boundary(text, place)]
    start, end = sorted(
        data.draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True))
    )
    before, after = words_around(text, Span(start, end), data.draw(st.integers(0, 6)))
    assert is_boundary(text, start - len(before)) or " " in before
    assert is_boundary(text, end + len(after)) or " " in after
    assert one_line(text[:start]).endswith(before)
    assert one_line(text[end:]).startswith(after)
