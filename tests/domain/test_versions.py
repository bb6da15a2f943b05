"""Passages are found again in a newer version of their text, and never moved silently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.spans import Span
from reviewer.domain.versions import Carried, CarriedBy, Standing, carry, places_now

OLD = """The raid on Hill Street

Twelve people were hurt at the bridge. The office denies it.

Two men were held. Nobody was killed, the mayor said.

Two men were held.

End of the statement.
"""

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Two men were held.",
            "No.",
            "پل پر بارہ افراد زخمی ہوئے۔",
            "At least 27 died 😀.",
            "a b",
        ]
    ),
    min_size=1,
    max_size=9,
)


def standing(words: str, text: str = OLD, *, nth: int = 0) -> Standing:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Standing(Span(start, start + len(words)), words)


def carried(new: str, one: Standing, old: str = OLD) -> Carried:
    (found,) = carry(old, new, [one])
    return found


def test_nothing_moves_where_the_text_is_the_same() -> None:
    one = standing("Twelve people were hurt")
    assert carried(OLD, one) == Carried(one.span, CarriedBy.PLACE)


def test_a_paragraph_added_before_moves_the_place_and_leaves_no_doubt() -> None:
    added = "Corrected on 4 March.\n\n"
    one = standing("Two men were held", nth=1)
    found = carried(added + OLD, one)
    assert found.by is CarriedBy.PLACE
    assert found.span.start == one.span.start + len(added)


def test_a_passage_over_several_lines_keeps_its_place_when_all_of_them_stand() -> None:
    one = standing("The office denies it.\n\nTwo men were held.")
    found = carried("Corrected.\n" + OLD, one)
    assert found == Carried(Span(one.span.start + 11, one.span.end + 11), CarriedBy.PLACE)


def test_words_that_stand_once_are_found_when_their_line_changed() -> None:
    new = OLD.replace("The office denies it.", "The office has denied it since.")
    found = carried(new, standing("Twelve people were hurt at the bridge."))
    assert found.by is CarriedBy.QUOTE
    assert found.span.of(new) == "Twelve people were hurt at the bridge."


def test_words_that_moved_to_another_paragraph_are_found() -> None:
    sentence = "Nobody was killed, the mayor said."
    new = sentence + "\n\n" + OLD.replace(" " + sentence, "")
    found = carried(new, standing(sentence))
    assert found == Carried(Span(0, len(sentence)), CarriedBy.QUOTE)


def test_words_that_stand_often_are_told_by_what_stands_around() -> None:
    new = OLD.replace("Nobody was", "No one was").replace("The raid on", "Raid on")
    one = standing("Two men were held.", nth=0)
    found = carried(new, one)
    assert found.by is CarriedBy.CONTEXT
    assert new.startswith(" No one was killed", found.span.end)


def test_a_word_is_not_found_inside_another() -> None:
    found = carried(
        "The semen were held.\n",
        standing("men were held", "Two men were held.\n"),
        "Two men were held.\n",
    )
    assert found.by is CarriedBy.LIKENESS


def test_a_changed_number_is_proposed_and_not_certain() -> None:
    new = OLD.replace("Twelve people were hurt", "At least fourteen people were hurt")
    found = carried(new, standing("Twelve people were hurt at the bridge"))
    assert found.by is CarriedBy.LIKENESS
    assert not found.certain
    assert found.span.of(new) == "people were hurt at the bridge"


def test_words_that_are_gone_are_said_to_be_gone() -> None:
    new = OLD.replace("Nobody was killed, the mayor said.", "")
    found = carried(new, standing("Nobody was killed, the mayor said."))
    assert found.by is CarriedBy.NOTHING
    assert not found.certain


@pytest.mark.parametrize("new", ["\n", "x", "Something else."])
def test_a_single_word_is_never_guessed(new: str) -> None:
    found = carried(new, standing("Twelve"))
    assert found.by is CarriedBy.NOTHING
    assert 0 <= found.span.start < found.span.end <= len(new)


def test_a_place_that_was_not_certain_before_is_found_by_its_words() -> None:
    one = Standing(Span(0, 5), "Nobody was killed")
    found = carried("Corrected.\n\n" + OLD, one)
    assert found.by is CarriedBy.QUOTE


def test_words_far_from_where_they_are_expected_are_not_called_like_them() -> None:
    filler = "Nothing else was known then.\n" * 400
    old = filler + "Twelve people were hurt at the bridge.\n"
    new = "Twenty people were hurt at the bridge.\n" + filler
    found = carried(new, standing("Twelve people were hurt at the bridge", old), old)
    assert found.by is CarriedBy.NOTHING


def test_very_many_changed_lines_are_not_compared_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reviewer.domain.versions._MOST_LINES", 3)
    new = "\n".join(f"{line} Now." for line in OLD.split("\n"))
    found = carried(new, standing("Twelve people were hurt at the bridge."))
    assert found.by is CarriedBy.QUOTE


@given(LINES, LINES, st.data())
def test_what_is_certain_has_exactly_its_words(
    old_lines: list[str], new_lines: list[str], data: st.DataObject
) -> None:
    old, new = "\n".join(old_lines) + "\n", "\n".join(new_lines) + "\n"
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    one = Standing(Span(start, end), old[start:end])
    found = carried(new, one, old)
    assert 0 <= found.span.start < found.span.end <= len(new)
    assert not found.certain or found.span.of(new) == one.quote


@given(LINES, LINES, LINES)
def test_lines_added_before_and_after_leave_every_passage_certain(
    before: list[str], lines: list[str], after: list[str]
) -> None:
    old = "\n".join(["The report begins.", *lines, "The report ends."])
    new = "\n".join([*before, old, *after])
    every = [
        Standing(Span(at, at + len(line)), line)
        for line in dict.fromkeys(filter(None, lines))
        for at in [old.index(line)]
    ]
    for one, found in zip(every, carry(old, new, every), strict=True):
        assert found.certain
        assert found.span.of(new) == one.quote


def test_who_reads_on_is_at_the_same_line_though_one_was_added_before() -> None:
    new = "Corrected on 4 March.\n\n" + OLD
    assert places_now(OLD, new, [OLD.index("Nobody")]) == [new.index("Nobody")]


@given(LINES, LINES, st.integers(0, 400))
def test_a_reading_place_lies_in_the_newer_text(
    old_lines: list[str], new_lines: list[str], place: int
) -> None:
    old, new = "\n".join(old_lines), "\n".join(new_lines)
    (found,) = places_now(old, new, [place])
    assert 0 <= found <= len(new)
    assert places_now(old, old, [place]) == [min(place, len(old))]
