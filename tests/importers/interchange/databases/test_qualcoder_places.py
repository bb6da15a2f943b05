"""Places in QualCoder's texts: counted as their words say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.text import normalise
from reviewer.importers.interchange.databases.qualcoder_places import USUAL, stands
from reviewer.importers.interchange.offset_units import Counting, Unit

LETTERS = [*"ab. \n\u00a0\u200f\u064e", "\r\n", "😀", "پ", "e\u0301", "\ufeff"]
raws = st.lists(st.sampled_from(LETTERS), max_size=30).map("".join)


@given(raws, st.data())
def test_every_coding_in_code_points_is_its_words(raw: str, data: st.DataObject) -> None:
    pairs = [
        (min(pair), max(pair))
        for pair in data.draw(st.lists(st.tuples(*[st.integers(0, len(raw))] * 2), max_size=5))
    ]
    text = normalise(raw).text
    for (start, end), found in zip(
        pairs, stands(raw, text, pairs, [raw[start:end] for start, end in pairs]), strict=True
    ):
        if not found.where:
            assert not raw[start:end].replace("\ufeff", "").strip()
            continue
        low, high = found.where["start"], found.where["end"]
        assert isinstance(low, int)
        assert isinstance(high, int)
        assert text[low:high] == found.where["quote"]
        said = normalise("." + raw[start:end]).text[1:].replace("\u2060", "")
        assert text[low:high].replace("\u2060", "").split() == said.split()


@pytest.mark.parametrize(
    ("raw", "words", "pair", "way"),
    [
        ("😀 dead men", "dead", (2, 6), USUAL),
        ("😀 dead men", "dead", (3, 7), Counting(Unit.UTF16)),
        ("a\r\nb\r\ndead", "dead", (6, 10), USUAL),
        ("a\r\nb\r\ndead", "dead", (4, 8), Counting(Unit.UTF16, crlf_is_two=False)),
        ("\ufeff😀 dead", "dead", (3, 7), USUAL),
        ("\ufeff😀 dead", "dead", (2, 6), Counting(mark_counts=False)),
        (
            "\ufeff😀😀😀\r\ndead",
            "dead",
            (7, 11),
            Counting(Unit.UTF16, crlf_is_two=False, mark_counts=False),
        ),
        ("two\r\nlines", "two\u2029lines", (0, 10), USUAL),
    ],
)
def test_a_coding_counted_otherwise_is_found_by_its_words(
    raw: str, words: str, pair: tuple[int, int], way: Counting
) -> None:
    (found,) = stands(raw, normalise(raw).text, [pair], [words])
    assert str(found.where["quote"]).split() == words.split()
    assert found.where["start"] == normalise(raw).text.index(words[:3])
    assert found.way == way


def test_other_words_are_kept_with_the_place_they_came_with() -> None:
    pairs = [(0, 3), (5, 99), (5, 99), (1, 3)]
    found = stands("one two", "one two", pairs, ["six\u2029", "two", "", ""])
    assert [one.where for one in found] == [
        {"start": 0, "end": 3, "quote": "six"},
        {"quote": "two"},
        {},
        {"start": 1, "end": 3, "quote": "ne"},
    ]
    assert {one.way for one in found} == {USUAL}
