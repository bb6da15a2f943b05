"""Words that differ between two wordings are found, whole words at a time."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.differing import differing
from reviewer.domain.spans import Span

WORDINGS = st.lists(st.sampled_from(["Twelve", "people", "were", "hurt", "زخمی", ",", "."])).map(
    " ".join
)


def marked(before: str, now: str) -> tuple[list[str], list[str]]:
    ours, theirs = differing(before, now)
    return [span.of(before) for span in ours], [span.of(now) for span in theirs]


def test_a_word_that_was_put_in_anothers_place_is_marked_on_both_sides() -> None:
    found = marked("Twelve people were hurt", "Fourteen people were hurt")
    assert found == (["Twelve"], ["Fourteen"])


def test_words_added_are_marked_where_they_stand_and_nowhere_else() -> None:
    assert marked("people were hurt", "people were badly hurt") == ([], ["badly"])


def test_words_that_differ_one_after_the_other_are_one_stretch() -> None:
    found = marked("the office denies it", "the ministry does not deny it")
    assert found == (["office denies"], ["ministry does not deny"])


def test_another_sign_is_a_difference_and_another_space_is_none() -> None:
    assert marked("Two men,  held", "Two men; held") == ([","], [";"])


def test_the_same_words_do_not_differ() -> None:
    assert marked("بارہ افراد زخمی ہوئے", "بارہ افراد زخمی ہوئے") == ([], [])


def test_wordings_of_many_thousand_words_are_not_compared() -> None:
    assert differing("a " * 3_001, "b") == ([], [])


@given(WORDINGS, WORDINGS)
def test_without_what_is_marked_both_say_the_same(before: str, now: str) -> None:
    ours, theirs = differing(before, now)

    def rest(text: str, stretches: list[Span]) -> list[str]:
        for span in reversed(stretches):
            text = text[: span.start] + " " + text[span.end :]
        return text.split()

    assert rest(before, ours) == rest(now, theirs)
