"""Words that differ between two wordings are found, whole words at a time."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.differing import around, differing
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


def shown(before: str, now: str, words: str) -> list[tuple[str, list[str]]]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for text in (before, now)]
    found = around(before, spans[0], now, spans[1])
    return [(one.words, [span.of(one.words) for span in one.marked]) for one in found]


def test_what_was_put_before_words_is_seen_around_them() -> None:
    line = "The mill burnt down in the night of Friday. "
    before = f"{line}12 people died. The office came later, in the morning."
    now = f"{line}At least 12 people died. The office came later, in the morning."
    assert shown(before, now, "12 people died") == [
        ("…in the night of Friday. 12 people died. The office came later,…", []),
        ("…night of Friday. At least 12 people died. The office came later,…", ["At least"]),
    ]


def test_what_differs_farther_off_is_not_marked_and_short_texts_are_shown_whole() -> None:
    assert shown("One. 12 died. Two.", "One! 12 died. Two.", "12 died") == [
        ("One. 12 died. Two.", ["."]),
        ("One! 12 died. Two.", ["!"]),
    ]
    filler = "word " * 20
    (before, ours), (_now, theirs) = shown(f"a {filler}12 died", f"b {filler}12 died", "12 died")
    assert before.startswith("…word")
    assert (ours, theirs) == ([], [])


@given(WORDINGS, WORDINGS)
def test_what_is_shown_around_words_holds_them(before: str, now: str) -> None:
    texts = f"{before} 12 died {now}", f"{now} 12 died {before}"
    spans = [Span(text.index("12"), text.index("12") + 7) for text in texts]
    found = around(texts[0], spans[0], texts[1], spans[1])
    for text, one in zip(texts, found, strict=True):
        assert "12 died" in one.words
        assert one.words.strip("…") in text
        assert all(mark.end <= len(one.words) for mark in one.marked)
