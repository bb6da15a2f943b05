"""Sentences: where they end, and how a selection grows and shrinks by them."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.domain import offsets
from reviewer.domain.paragraphs import on_one_line
from reviewer.domain.sentences import (
    grow,
    sentence_around,
    sentence_at,
    sentences,
    shrink,
    whole_words,
    word_at,
)
from reviewer.domain.spans import Span

PIECES = [
    *"ab.!?…۔؟,:;-'\"”“)( \n\u00a0\u0301ہA1",
    "Mr. ",
    "U.S. ",
    "p.m. ",
    "The ",
    "No. 10 ",
    "killed ",
    "peace.The ",
    "ایم۔کیو۔ایم ",
    "کہا۔اس ",
    "💥👨‍👩‍👧",
    "arres-\nted ",
    "-\n",
]
BULLET = re.compile(r"(?m)^\s*(?:\(?\w{1,5}[.)]|[-*•‣–—>]|#+)\s")
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


def split(text: str) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Khan met Lt. Gen. Bajwa at 5 p.m. on Monday.", "He left at 8 p.m.", "The end."],
        ["The U.S. Army denied it.", "It was made in the U.S.", "The army left."],
        ["George W. Bush and J. A. Smith came.", "They left."],
        ["He got the answer no.", "Then No. 10 fell.", "See art. 5 and p. 12.", "Really?", "Yes!"],
        ["“We deny it.”", "The minister left (at noon.)", "Nobody asked."],
        ["“Why?” he asked.", "“No!”", "She said 3.5 million... and left.", "Then…", "Nothing."],
        ["It cost Rs. 500.", "Acme Inc. Chairman Roe paid.", "He owns Acme Inc.", "He sold it."],
        ["At 3 p.m. Monday he went.", "At 10 a.m. Nov. 29 too.", "On Nov. 14 it rained."],
        ["It rained in Dec.", "Then it stopped, i.e. Sunday was dry.", "Go, e.g. Home."],
        ["They wrote to www.peace.com.", "Nobody answered."],
        ["He spoke of peace.", "MQM agreed.", "See www.example.Org and a.Bee now."],
        ["It is over.", "“It is not.”", "12 men left.", "Smith et al. Wrote it."],
        ["ترجمان نے کہا کہ کوئی ہلاک نہیں ہوا۔", "کیا یہ سچ ہے؟", "ایم۔کیو۔ایم نے تردید کی۔"],
        ["انہوں نے ۳۔۵ فیصد کہا۔", "یہ سچ ہے۔", "“نہیں۔”", "ہاں۔"],
        ["نفى المتحدث ذلك.", "قال د. محمد إن ١٢ شخصاً أصيبوا؟", "نعم."],
        ["他说没有。", "然后走了。"],
        ["1. The army left.", "It came back."],
        [". Near the bridge, one strike hit a unit.", "Nobody spoke."],
        ["Sub-Lt. Roe spoke.", "Plan B. Roe ran.", "It was plan B.", "The rest ran."],
        ["He asked .", "Nobody knew."],
        ["4.2.1. Nothing follows.", "It was 3.5.", "The rest."],
    ],
)
def test_sentences_end_where_a_reader_would_say(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("یہ سچ ہے۔اس نے کہا۔", ["یہ سچ ہے۔", "اس نے کہا۔"]),
        ("他说没有。然后走了。", ["他说没有。", "然后走了。"]),
        ("He left.”The army denied it.", ["He left.”", "The army denied it."]),
        ("A line\nends it. \n\n  Next\n", ["A line", "ends it.", "Next"]),
        ("No stop at all", ["No stop at all"]),
        (" \n\u00a0\n", []),
    ],
)
def test_stops_without_space_and_line_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_white_space_at_the_start_of_a_text_belongs_to_its_first_sentence() -> None:
    text = "\tA boy fell. The end came. "
    for place in (0, 1, 5):
        assert sentence_at(text, place) == Span(1, 12)
    assert sentence_at(text, len(text)) == sentence_at(text, 15) == Span(13, 26)


def test_a_word_broken_at_a_line_end_ends_no_sentence() -> None:
    text = "They left. He was arres-\nted at dawn by po\u00ad\nlice. Why?\nNobody said."
    whole = "He was arres-\nted at dawn by po\u00ad\nlice."
    assert split(text) == ["They left.", whole, "Why?", "Nobody said."]
    for place in (text.index("arres"), text.index("\n"), text.index("ted"), text.index("lice")):
        found = sentence_at(text, place)
        assert found is not None
        assert found.of(text) == whole
        assert sentence_around(text, Span(place, place + 2)) == found
    word = text.index("ted")
    grown = [span.of(text) for span in steps(text, Span(word, word + 3))]
    assert grown[-1] == text[: text.index("\nNobody")]
    back = shrink(text, Span(0, text.index("\nNobody")), word)
    assert back.of(text) == text[len("They left. ") : text.index("\nNobody")]


@given(texts)
def test_a_word_broken_at_a_line_end_is_read_as_one_with_a_blank_in_it(text: str) -> None:
    assert list(sentences(text, Span(0, len(text)))) == list(
        sentences(on_one_line(text), Span(0, len(text)))
    )


def test_a_caret_stands_in_the_sentence_it_touches() -> None:
    text = "  One. Two.  \n\nThree."

    def at(position: int) -> str | None:
        found = sentence_at(text, position)
        return found.of(text) if found else None

    assert [at(position) for position in (0, 2, 6)] == ["One."] * 3
    assert [at(position) for position in (7, 11, 12, 13)] == ["Two."] * 4
    assert at(14) is None
    assert at(len(text)) == "Three."
    assert sentence_at("", 0) is None


def test_only_sentences_that_share_a_character_are_given() -> None:
    text = "One. Two. Three.\nFour. Five."
    assert [one.of(text) for one in sentences(text, Span(6, 18))] == ["Two.", "Three.", "Four."]
    assert [one.of(text) for one in sentences(text, Span(4, 5))] == []


def test_what_lies_behind_the_text_holds_no_sentence() -> None:
    text = "One went. Two stayed."
    assert [found.of(text) for found in sentences(text, Span(12, 500))] == ["Two stayed."]
    assert list(sentences(text, Span(100, 500))) == []


def test_the_sentence_around_a_passage_holds_it_whole() -> None:
    text = "One is here. Two is there. Three.\nFour."
    assert sentence_around(text, Span(4, 6)).of(text) == "One is here."
    assert sentence_around(text, Span(8, 16)).of(text) == "One is here. Two is there."
    assert sentence_around(text, Span(12, 16)).of(text) == "Two is there."
    assert sentence_around(text, Span(30, 36)).of(text) == "Three.\nFour."
    assert sentence_around(text, Span(12, 13)) == Span(12, 13)


def test_a_bullet_is_left_out_of_the_sentences_around_a_passage() -> None:
    text = "1. One is here. Two is there."
    assert sentence_around(text, Span(3, 6)).of(text) == "One is here."
    assert sentence_around(text, Span(3, 19)).of(text) == "One is here. Two is there."
    assert sentence_around(text, Span(0, 6)).of(text) == "1. One is here."


@given(texts, st.data())
def test_the_sentences_around_are_those_of_the_first_and_the_last_word(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = [place for place in range(start, end) if not text[place].isspace()]
    assume(shown)
    first, last = sentence_at(text, shown[0]), sentence_at(text, shown[-1])
    assert first is not None
    assert last is not None
    within = shown[-1] < first.end
    expected = Span(min(first.start, shown[0]), first.end if within else last.end)
    assert sentence_around(text, Span(start, end)) == expected


def test_a_sentence_in_a_line_of_a_million_characters_is_found_from_nearby() -> None:
    one = "The spokesman denied that Mr. Khan was there, and said that nobody died. "
    text = one * 14_000
    start = len(one) * 7_000
    assert sentence_at(text, start + 30) == Span(start, start + len(one) - 1)
    long = f"One. {'Word ' * 2_000}end. Two."
    assert sentence_at(long, 9_000) == Span(5, len(long) - 5)


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("The army’s raid", 5, "army’s"),
        ("an extra-judicial killing", 6, "extra-judicial"),
        ("1,000.5 men", 1, "1,000.5"),
        ("killed, they", 6, "killed"),
        ("killed , they", 7, None),
        ("مُحَمَّد نے", 2, "مُحَمَّد"),
        ("می\u200cروم ہے", 0, "می\u200cروم"),
        ("- ", 1, None),
        ("👨\u200d👩", 1, None),
        ("", 0, None),
        ("'quoted'", 0, None),
        ("end", 3, "end"),
    ],
)
def test_a_word_keeps_what_belongs_to_it(text: str, position: int, word: str | None) -> None:
    found = word_at(text, position)
    assert (found and found.of(text)) == word


STORY = (
    "Nobody fired. At least 12 people, among them two boys, were killed, he said. "
    "“It is a lie,” said the army – twice. Nothing else (so far) was said.\nAnother paragraph."
)


def steps(text: str, span: Span) -> list[Span]:
    chain = [span]
    while (bigger := grow(text, chain[-1])) != chain[-1]:
        chain.append(bigger)
    return chain


def test_a_selection_grows_by_what_a_reader_sees_and_shrinks_back() -> None:
    anchor = STORY.index("eople")
    chain = steps(STORY, Span(anchor, anchor + 1))
    first, second = STORY.index("At least"), STORY.index("“It")
    third, end = STORY.index("Nothing"), STORY.index("\n")
    assert [step.of(STORY) for step in chain] == [
        "e",
        "people",
        "At least 12 people",
        STORY[first : second - 1],
        STORY[first : third - 1],
        STORY[first:end],
        STORY[:end],
    ]
    back = [chain[-1]]
    while (smaller := shrink(STORY, back[-1], anchor)) != back[-1]:
        back.append(smaller)
    assert back == chain[:0:-1]


@pytest.mark.parametrize(
    ("words", "grown"),
    [
        ("lie", "“It is a lie,”"),
        ("said the", "said the army"),
        ("so far", "(so far)"),
        ("two b", "two boys"),
        ("Another", "Another paragraph."),
        ("them two boys, were", "among them two boys, were killed"),
        ("said.\nAnother", "was said.\nAnother paragraph."),
        ("was said.\nAnother paragraph.", "Nothing else (so far) was said.\nAnother paragraph."),
        ("Nothing else (so far) was said.\nAnother paragraph.", STORY),
        ("\nAnother", "Another paragraph."),
    ],
)
def test_growing_takes_in_whole_words_and_clauses(words: str, grown: str) -> None:
    start = STORY.index(words)
    assert grow(STORY, Span(start, start + len(words))).of(STORY) == grown


def test_without_words_the_sentence_is_taken_and_a_blank_stays() -> None:
    text = "One. Two.\n\n"
    assert grow(text, Span(4, 5)).of(text) == "One."
    assert grow(text, Span(10, 11)) == Span(10, 11)
    assert shrink(text, Span(10, 11), 10) == Span(10, 11)


def test_the_bullet_of_a_list_alone_shrinks_to_what_it_is() -> None:
    assert shrink("- Police came. They left.", Span(0, 1), 0) == Span(0, 1)


def test_shrinking_several_paragraphs_keeps_the_one_of_the_anchor() -> None:
    text = "One. Two.\n\nThree. Four.\nFive."
    whole = Span(0, len(text))
    assert shrink(text, whole, 14).of(text) == "Three. Four."
    assert shrink(text, whole, 10).of(text) == "One. Two."
    assert shrink(text, Span(2, 16), 16).of(text) == "Three"
    assert shrink(text, Span(0, 9), 99).of(text) == "Two."
    assert shrink(text, Span(0, 9), 2).of(text) == "One."
    assert shrink(text, Span(2, 6), 3).of(text) == "e."
    assert shrink("a – b", Span(0, 5), 2).of("a – b") == "a"
    assert shrink("…", Span(0, 1), 0) == Span(0, 1)


@given(texts)
def test_sentences_follow_each_other_and_leave_no_word_out(text: str) -> None:
    found = list(sentences(text, Span(0, len(text))))
    covered = {position for span in found for position in range(span.start, span.end)}
    assert all(
        character.isspace() for position, character in enumerate(text) if position not in covered
    )
    for one, another in pairwise(found):
        assert one.start < another.start
        assert one.end < another.end
    for span in found:
        assert offsets.widen(text, span) == span


@given(texts, st.data())
def test_asking_at_one_place_agrees_with_reading_all(text: str, data: st.DataObject) -> None:
    assume("\u0301" not in text)  # a mark may tie a sentence's end to the next one's start
    assume(not BULLET.search(text))  # a bullet is the list's, and of the sentence only for reading
    position = data.draw(st.integers(0, len(text) - 1))
    found = sentence_at(text, position)
    everything = list(sentences(text, Span(0, len(text))))
    if text[position].isspace():
        assert found is None or found in everything
    else:
        assert found == next(span for span in everything if span.covers(position))


@given(texts, st.data())
def test_growing_and_shrinking_end_and_never_come_to_nothing(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    chain = steps(text, span)
    for smaller, bigger in pairwise(chain[1:]):
        assert bigger.start <= smaller.start < smaller.end <= bigger.end
    here = chain[-1]
    for _ in range(len(text)):
        smaller = shrink(text, here, start)
        assert here.start <= smaller.start < smaller.end <= here.end
        assert offsets.widen(text, smaller) == smaller or smaller == here
        if smaller == here:
            break
        here = smaller
    else:
        pytest.fail("shrinking never came to an end")


@given(texts, st.data())
def test_a_word_has_no_space_in_it(text: str, data: st.DataObject) -> None:
    word = word_at(text, data.draw(st.integers(0, len(text))))
    if word and not any(unicodedata.combining(character) for character in text):
        assert not re.search(r"\s", word.of(text))
        assert word_at(text, word.start) == word


@pytest.mark.parametrize("bullet", ["3. ", "(b) ", "iv) ", "- ", "• ", "## "])
def test_a_list_number_is_no_part_of_its_sentence(bullet: str) -> None:
    text = f"{bullet}No one was killed. Two fled."
    found = sentence_at(text, len(bullet) + 2)
    assert found is not None
    assert found.of(text) == "No one was killed."


def test_a_number_that_begins_the_words_stays_with_them() -> None:
    text = "12 people were hurt. A. Rahmat said so."
    found = sentence_at(text, 3)
    assert found is not None
    assert found.of(text) == "12 people were hurt."


def test_words_tagged_with_their_list_number_are_held_whole() -> None:
    text = "3. No one was killed."
    assert sentence_around(text, Span(0, 5)) == Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("killed 22 women", "2", "22"),
        ("about 1,50,000 people", "50,0", "1,50,000"),
        ("جن میں ۲۲ عورتیں", "۲ عور", "۲۲ عورتیں"),
        ("She did not know", "e did no", "She did not"),
    ],
)
def test_words_and_numbers_cut_through_are_taken_whole(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    assert whole_words(text, Span(start, start + len(cut))).of(text) == whole
