"""What of a text is printed, and that prints meet where words are the same or nearly."""

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import echoes
from reviewer.domain.echoes import (
    KEPT_OF_DOCUMENT,
    LONGEST_SENTENCE,
    Print,
    differing_words,
    nearly_the_same,
    nearness,
    prints_of,
    prints_of_sentences,
    same_words,
    sketch_of,
)
from reviewer.domain.spans import Span

SENTENCE = "The crane at the north gate fell on nine workers of the salt harbour at noon."
LIKE_IT = "The crane at the north gate fell on ten workers of the salt harbour at noon."
EVER = 12_839_956_990_038  # the first print of it, as long as PRINT_VERSION is what it is
OTHER = "Nobody at the department of mills wanted to say why the bridge had been closed."

WORDS = st.sampled_from(tuple("abcdefghijklmno"))
SENTENCES = st.lists(WORDS, min_size=8, max_size=30).map(lambda words: " ".join(words) + ".")


def sentences(text: str, furniture: Sequence[Span] = ()) -> dict[str, list[int]]:
    """Return the prints of each sentence by its words."""
    found: dict[str, list[int]] = {}
    for one in prints_of_sentences(text, furniture):
        found.setdefault(text[one.start : one.end], []).append(one.hash)
    return found


def story(length: int) -> str:
    """Return sentences that all differ."""
    return "\n".join(
        f"On day {at} the ferry {at * 7} left quay {at * 3} with {at} sacks of salt aboard."
        for at in range(length)
    )


def test_a_sentence_has_a_print_of_all_its_words_and_of_each_half() -> None:
    (prints,) = sentences(SENTENCE).values()

    assert [one % 2 for one in prints] == [0, 1, 1]
    assert len(set(prints)) == 3


def test_short_sentences_and_endless_ones_have_no_prints() -> None:
    endless = " ".join(["salt"] * (LONGEST_SENTENCE + 1)) + "."

    assert list(sentences(f"He denied it at once today. {SENTENCE}\n{endless}")) == [SENTENCE]


def test_capitals_accents_and_marks_between_words_do_not_matter() -> None:
    spelt = "the crane, at the NORTH gate — fell on nine wörkers of the salt harbour (at noon)."

    assert list(sentences(spelt).values()) == list(sentences(SENTENCE).values())


def test_a_word_broken_at_a_line_end_does_not_matter() -> None:
    broken = SENTENCE.replace("workers", "wor-\nkers")

    assert list(sentences(broken).values()) == list(sentences(SENTENCE).values())


def test_sentences_that_differ_in_a_word_share_a_print() -> None:
    (one,), (other,) = sentences(SENTENCE).values(), sentences(LIKE_IT).values()

    assert set(one) & set(other)


def test_what_repeats_one_word_is_printed_as_a_whole_only() -> None:
    assert [len(one) for one in sentences("No no no no, no no no no no!").values()] == [1]


def test_other_sentences_share_nothing() -> None:
    (one,), (other,) = sentences(SENTENCE).values(), sentences(OTHER).values()

    assert not set(one) & set(other)


def test_furniture_is_left_out_even_where_it_cuts_a_line() -> None:
    text = f"{OTHER}\n{SENTENCE} {LIKE_IT}\n"
    cut = text.index(LIKE_IT)

    assert list(sentences(text, [Span(cut, len(text)), Span(0, len(OTHER))])) == [SENTENCE]
    assert sketch_of(text, [Span(0, len(text) + 9)]) == []


def test_a_sentence_said_twice_is_printed_twice() -> None:
    prints = [one for one in prints_of(f"{SENTENCE}\n{SENTENCE}") if one.end]

    assert [one.start for one in prints] == [0] * 3 + [len(SENTENCE) + 1] * 3


def test_a_whole_text_keeps_its_smallest_prints_last_and_in_order() -> None:
    text = story(40)
    sentences, whole = list(prints_of_sentences(text)), sketch_of(text)

    assert list(prints_of(text)) == [*sentences, *(Print(one, 0, 0) for one in whole)]
    assert all(one.is_of_sentence for one in sentences)
    assert len(whole) == KEPT_OF_DOCUMENT
    assert whole == sorted(whole)


def test_a_long_text_is_printed_in_batches_as_if_it_were_one() -> None:
    text = story(1_200)
    half = text.index("\n", len(text) // 2)

    assert len(sentences(text)) == 1_200
    assert set(sketch_of(text)) <= {
        *sketch_of(text[:half]),
        *sketch_of(text[half:]),
        *sketch_of(text[half - 100 : half + 100]),
    }


def test_letters_without_an_end_are_printed_in_pieces() -> None:
    assert sentences("ab " * 20_000) == {}
    assert len(sketch_of("ab " * 20_000)) < 16
    assert sketch_of("") == sketch_of("only four words here") == []


def test_prints_are_the_same_in_every_process_and_release() -> None:
    code = (
        f"from reviewer.domain.echoes import prints_of; print([*prints_of({SENTENCE!r})][0].hash)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert int(printed) == next(prints_of(SENTENCE)).hash == EVER


def test_prints_do_not_depend_on_the_words_that_were_met_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prints = list(prints_of(story(9)))
    monkeypatch.setattr(echoes, "_MOST_WORDS", 5)

    assert list(prints_of(f"{story(9)}\n{OTHER}"))[: 3 * 9] == prints[: 3 * 9]
    met_by_nobody = " ".join(f"unmet{number}" for number in range(12))
    assert list(prints_of(f"{story(9)}\n{met_by_nobody}."))[: 3 * 9] == prints[: 3 * 9]


@given(st.text())
def test_a_print_takes_six_bytes_in_the_file(text: str) -> None:
    for one in prints_of(f"{SENTENCE} {text}"):
        assert 0 <= one.hash < 1 << 47


@given(SENTENCES, st.data())
def test_nearly_the_same_sentences_are_told_by_their_words(words: str, data: st.DataObject) -> None:
    parts = words.split()
    at = data.draw(st.integers(0, len(parts) - 1))
    changed = " ".join([*parts[:at], "zenith", *parts[at + 1 :]])

    assert same_words(words, words.upper())
    assert nearly_the_same(words, words.upper())
    assert not same_words(words, changed)
    assert nearly_the_same(words, changed)
    assert nearly_the_same(changed, words)


@given(SENTENCES, SENTENCES)
def test_every_difference_is_named_on_both_sides(one: str, other: str) -> None:
    here, there = differing_words(one, other)

    assert _left(one, here) == _left(other, there)
    assert (not here and not there) == (one == other)


def _left(sentence: str, spans: list[Span]) -> list[str]:
    letters = list(sentence)
    for span in spans:
        letters[span.start : span.end] = " " * len(span)
    return "".join(letters).replace(".", " ").split()


def test_what_differs_is_named_word_for_word() -> None:
    here, there = differing_words(SENTENCE, LIKE_IT)

    assert [span.of(SENTENCE) for span in here] == ["nine"]
    assert [span.of(LIKE_IT) for span in there] == ["ten"]
    assert not nearly_the_same(SENTENCE, OTHER)
    assert not nearly_the_same(SENTENCE, " ".join(SENTENCE.split()[::-1]))


@given(st.lists(SENTENCES, max_size=12), st.lists(SENTENCES, max_size=12))
def test_a_text_and_its_copy_share_every_print(several: list[str], others: list[str]) -> None:
    text, other = "\n".join(several), "\n".join(others)

    assert sketch_of(text) == sketch_of("\n \n".join(several))
    whole = {one.hash for one in prints_of(text)} | {one.hash for one in prints_of(other)}
    kept = {one.hash for one in prints_of_sentences(f"{text}\n{other}")}
    assert kept <= whole


@pytest.mark.parametrize(
    ("shared", "one", "other", "near", "same"),
    [
        (64, 64, 64, True, True),
        (30, 64, 64, True, False),
        (20, 64, 64, False, False),
        (7, 7, 7, False, True),
        (20, 20, 64, False, False),
    ],
)
def test_documents_are_near_that_share_a_third_of_what_is_kept(
    shared: int, one: int, other: int, near: bool, same: bool
) -> None:
    found = nearness(shared, one, other)

    assert (found.is_near, found.is_same) == (near, same)


def test_an_edited_copy_is_near_and_another_story_is_not() -> None:
    words = story(60).split(" ")
    edited = " ".join("sand" if at % 25 == 0 else word for at, word in enumerate(words))
    text, other = set(sketch_of(story(60))), set(sketch_of(f"{OTHER}\n{SENTENCE}\n" * 9))
    copy = set(sketch_of(edited))

    assert nearness(len(text & copy), len(text), len(copy)).is_near
    assert not nearness(len(text & other), len(text), len(other)).is_near
