"""The query language: what a query means, and where it means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import NotAllowed
from reviewer.domain.queries import (
    LONGEST_NAME,
    BadQuery,
    Either,
    Every,
    Near,
    Phrase,
    Tree,
    parse,
    query_name,
)

A, B, C, D = (Phrase((letter,)) for letter in "abcd")
SALT_STORE = Phrase(("salt", "store"))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a", A),
        ("a b", Every((A, B))),
        ("a AND b", Every((A, B))),
        ("a OR b c", Either((A, Every((B, C))))),
        ("(a OR b) c", Every((Either((A, B)), C))),
        ("a NOT b", Every((A,), (B,))),
        ("a AND NOT b", Every((A,), (B,))),
        ("NOT b a", Every((A,), (B,))),
        ("NOT b AND a NOT c", Every((A,), (B, C))),
        ("a NOT (b OR c)", Every((A,), (Either((B, C)),))),
        ('"Salt  STORE"', SALT_STORE),
        ("«salt store» a", Every((SALT_STORE, A))),
        ("tann*", Phrase(("tann",), prefix=True)),
        ('"salt sto*"', Phrase(("salt", "sto"), prefix=True)),
        ('"salt sto"*', Phrase(("salt", "sto"), prefix=True)),
        ("a NEAR/5 b", Near((A, B), 5)),
        ("a NEAR b", Near((A, B), 10)),
        ("a NEAR/3 b NEAR/3 c", Near((A, B, C), 3)),
        ("a NEAR/2 b NEAR/3 c", Every((Near((A, B), 2), Near((B, C), 3)))),
        ("NEAR(a b, 5)", Near((A, B), 5)),
        ("NEAR (a b c)", Near((A, B, C), 10)),
        ('NEAR("salt store" a,7) d', Every((Near((SALT_STORE, A), 7), D))),
        ("NEAR(1,000 a، ۵)", Near((Phrase(("1", "000")), A), 5)),
        ("a NEAR (b)", Near((A, B), 10)),
        ("a NEAR/99999 b", Near((A, B), 1_000)),
        (
            "a and or not near b",
            Every((A, *(Phrase((word,)) for word in ("and", "or", "not", "near", "b")))),
        ),
        ('a "AND" b', Every((A, Phrase(("and",)), B))),
        ("Al-Qaida", Phrase(("al", "qaida"))),
        ("Café & Söhne", Every((Phrase(("cafe",)), Phrase(("sohne",))))),
        ("أحمد ۲۷", Every((Phrase(("احمد",)), Phrase(("27",))))),
        ("ORAN", Phrase(("oran",))),
        ("a — b", Every((A, B))),
        ('"" a', A),
        ("NEAR(— a b, 2)", Near((A, B), 2)),
    ],
)
def test_a_query_means(query: str, tree: Tree) -> None:
    assert parse(query).tree == tree
    assert parse(query).words == query


@pytest.mark.parametrize(
    ("query", "place", "said"),
    [
        ("", 1, "no word to look for"),
        ("  — ", 1, "no word to look for"),
        ("a (b", 3, "bracket at character 3 is not closed"),
        ("a b)", 4, "bracket at character 4 closes none"),
        ("a ()", 3, "bracket at character 3 stands no word"),
        ("(" * 25, 9, "one too many"),
        ('a "b c', 3, "quotation mark at character 3 is not closed"),
        ("a AND", 3, "“AND” at character 3 has nothing to join"),
        ("AND a", 1, "“AND” at character 1"),
        ("a AND — b", 3, "“AND” at character 3"),
        ("a OR", 3, "“OR” at character 3"),
        ("OR a", 1, "“OR” at character 1"),
        ("a AND OR b", 3, "“AND” at character 3"),
        ("a NOT", 3, "“NOT” at character 3"),
        ("a NOT NOT b", 7, "“NOT” at character 7"),
        ("NOT a", 1, "“NOT” at character 1 only takes away"),
        ("NOT a NOT b", 1, "“NOT” at character 1 only takes away"),
        ("a OR NOT b", 6, "“NOT” at character 6 only takes away"),
        ("a NEAR", 3, "“NEAR” at character 3"),
        ("NEAR a", 1, "“NEAR” at character 1"),
        ("— NEAR a", 3, "“NEAR” at character 3"),
        ("a NEAR — b", 3, "“NEAR” at character 3"),
        ("a NEAR/5 (b c)", 3, "joins words and phrases, not brackets"),
        ("NEAR(a, 5)", 1, "two words or more"),
        ("NEAR(a (b), 3)", 1, "wants words and a number"),
        ("NEAR(a b", 1, "wants words and a number"),
        ("a*b", 2, "“*” at character 2"),
        ("*", 1, "“*” at character 1"),
        ('"a *b"', 4, "“*” at character 4"),
        ("a " * 70, 129, "too many words"),
        ("a" * 1_001, 1_001, "1001 characters"),
    ],
)
def test_a_bad_query_is_told_with_its_place(query: str, place: int, said: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(query)
    assert said in str(caught.value)
    assert caught.value.place == place - 1
    assert isinstance(caught.value, NotAllowed)


def place_of_complaint(typed: str) -> int | None:
    """Return where a query is said to mean nothing, ``None`` where it means something."""
    try:
        parse(typed)
    except BadQuery as fault:
        return fault.place if str(fault) else -1
    return None


@given(st.text('abN*"() ,5', max_size=20) | st.text(max_size=20))
def test_whatever_is_typed_is_a_query_or_a_sentence(typed: str) -> None:
    assert place_of_complaint(typed) in {None, *range(len(typed) + 1)}


PIECES = ["a", "b*", '"c d"', "AND", "OR", "NOT", "NEAR", "NEAR/2", "NEAR(", "(", ")", ", 3)", "—"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_a_complaint_never_points_at_white_space(typed: str) -> None:
    place = place_of_complaint(typed)
    assert not place or typed[place].strip()


def test_a_saved_query_has_a_name_on_one_line() -> None:
    assert query_name("  night \n raids ") == "night raids"
    with pytest.raises(NotAllowed, match="needs a name"):
        query_name(" \n")


def test_the_longest_name_of_a_query_fits_and_no_longer_one() -> None:
    assert query_name("a" * LONGEST_NAME + " ") == "a" * LONGEST_NAME
    with pytest.raises(NotAllowed, match="201 characters; at most 200 fit"):
        query_name("a" * LONGEST_NAME + "b")
