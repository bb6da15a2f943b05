"""How many a source says there were, by the words it uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.figures import Qualifier
from reviewer.domain.reading.number_tables import (
    NumberTable,
    NumberWord,
    default_table,
    table_of,
)
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.reading.quantities import Basis, Quantity, quantities

Bounds = tuple[str, str, int | None, int | None, int | None]


def found(text: str, table: NumberTable | None = None) -> list[tuple[str, Quantity]]:
    words = tokens(plain(text))
    return [
        (text[words[one.start].start : words[one.end - 1].end], one)
        for one in quantities(words, table or default_table())
    ]


def read(text: str) -> list[Bounds]:
    return [(words, str(one.qualifier), one.low, one.high, one.about) for words, one in found(text)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("27 workers", ("27", "stated", 27, 27, None)),
        ("exactly 27 workers", ("exactly 27", "exactly", 27, 27, None)),
        ("At least 27 workers", ("At least 27", "at_least", 27, None, None)),
        ("no fewer than 45", ("no fewer than 45", "at_least", 45, None, None)),
        ("27 or more men", ("27 or more", "at_least", 27, None, None)),
        ("27 people or more", ("27 people or more", "at_least", 27, None, None)),
        ("more than 300 men", ("more than 300", "more_than", 301, None, None)),
        ("over 250", ("over 250", "more_than", 251, None, None)),
        ("up to 9 men", ("up to 9", "up_to", None, 9, None)),
        ("as many as 9 men", ("as many as 9", "up_to", None, 9, None)),
        ("fewer than 9 men", ("fewer than 9", "up_to", None, 9, None)),
        ("10,000 persons at most", ("10,000 persons at most", "up_to", None, 10_000, None)),
        ("about 30 people", ("about 30", "about", None, None, 30)),
        ("some 30 people", ("some 30", "about", None, None, 30)),
        ("nearly 30 people", ("nearly 30", "about", None, None, 30)),
        ("8 to 10 men", ("8 to 10", "between", 8, 10, None)),
        ("8–10 men", ("8–10", "between", 8, 10, None)),
        ("six or seven men", ("six or seven", "between", 6, 7, None)),
        ("between 24 and 29 men", ("between 24 and 29", "between", 24, 29, None)),
        ("one person", ("one", "stated", 1, 1, None)),
        ("one of our young members", ("one", "stated", 1, 1, None)),
        ("One was killed", ("One", "stated", 1, 1, None)),
        ("Deaths: one.", ("one", "stated", 1, 1, None)),
        ("only one person", ("only one", "exactly", 1, 1, None)),
        ("a passer-by", ("a passer-by", "at_least", 1, None, None)),
        ("an innocent young worker", ("an innocent young worker", "at_least", 1, None, None)),
        ("0 killed", ("0", "none", 0, 0, None)),
        ("zero deaths", ("zero", "none", 0, 0, None)),
        ("no one was hurt", ("no one", "none", 0, 0, None)),
        ("no injuries were reported", ("no", "none_reported", None, None, None)),
    ],
)
def test_a_wording_becomes_what_it_allows(text: str, bounds: Bounds) -> None:
    assert read(text) == [bounds]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two and a half dozen men", 30),
        ("half a dozen men", 6),
        ("a dozen men", 12),
        ("three score workers", 60),
        ("a score of men", 20),
        ("1.5 lakh people", 150_000),
        ("one and a half lakh people", 150_000),
        ("a lakh and a half", 150_000),
        ("two lakh three thousand people", 203_000),
        ("2 crore people", 20_000_000),
        ("1,50,000 people", 150_000),
        ("150,000 people", 150_000),
        ("a hundred and fifty men", 150),
        ("two hundred and five men", 205),
        ("thirty-five men", 35),
        ("2 hundred thousand people", 200_000),
        ("٣٠ people", 30),
        ("۲۷ افراد", 27),
        ("ستائیس افراد", 27),
        ("دو سو افراد", 200),
        ("ڈیڑھ لاکھ افراد", 150_000),
        ("ساڑھے تین سو افراد", 350),
        ("سوا لاکھ افراد", 125_000),
        ("4️⃣ dead", 4),
        ("2000 people", 2000),
    ],
)
def test_a_number_is_read_however_it_is_printed(text: str, value: int) -> None:
    assert [one.low for _words, one in found(text)] == [value]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("کم از کم ۲۷ کارکن", ("کم از کم ۲۷", "at_least", 27, None, None)),
        ("۵۰ سے زائد زخمی", ("۵۰ سے زائد", "more_than", 51, None, None)),
        ("تقریباً ۳۰ افراد", ("تقریباً ۳۰", "about", None, None, 30)),
        ("کوئی ۲۰ افراد", ("کوئی ۲۰", "about", None, None, 20)),
        ("۳۰ سے ۳۵ زخمی", ("۳۰ سے ۳۵", "between", 30, 35, None)),
        ("آٹھ ہزار سے کم", ("آٹھ ہزار سے کم", "up_to", None, 8000, None)),
        ("کوئی شخص ہلاک نہیں ہوا", ("کوئی شخص ہلاک نہیں", "none", 0, 0, None)),
        ("ایک راہگیر", ("ایک", "at_least", 1, None, None)),
        ("صرف ۱۴ افراد", ("صرف ۱۴", "exactly", 14, 14, None)),
    ],
)
def test_urdu_wordings_are_read(text: str, bounds: Bounds) -> None:
    assert read(text) == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "several men",
        "many hundreds",
        "a few hundred",
        "several hundred",
        "tens of thousands",
        "dozens",
        "at least several hundred",
        "some",
        "scores",
        "a number of",
        "کئی",
        "درجنوں",
    ],
)
def test_words_only_make_no_number(text: str) -> None:
    [(words, one)] = found(f"{text} people")
    assert text.startswith(words)
    assert one.qualifier is Qualifier.WORDS_ONLY
    assert (one.low, one.high, one.about) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "from 27 to 31 men",
        "two to three hundred people",
        "10 to 8 men",
        "two three people",
        "between 8 men",
        "about 27 or more people",
        "3,27 men",
        "3.5 people",
        "one and a half men",
        "9" * 20 + " men",
        "900000 crore people",
        "more than zero people",
        "one night",
        "one of the gates",
        "one",
        "the last one was brought",
        "ڈیڑھ افراد",
        "hundred",
        "half a loaf",
        "a red door",
        "a man of",
        "No second man died",
    ],
)
def test_where_no_number_or_more_than_one_is_meant_there_is_none(text: str) -> None:
    assert [one for _words, one in found(text) if one.basis is Basis.NUMBER] == []


def test_a_part_of_a_number_is_marked() -> None:
    parts = [
        (words, one.part)
        for words, one in found(
            "More than 300 workers, including 4 women, died; 46 of those deaths; of whom 3 men"
        )
    ]
    assert parts == [("More than 300", False), ("4", True), ("46", True), ("3", True)]


def test_a_number_that_is_said_not_to_be_is_marked() -> None:
    assert [(words, one.denied) for words, one in found("4 dead now, not 3.")] == (
        [("4", False), ("3", True)]
    )


def test_what_a_projects_table_says_is_what_counts() -> None:
    table = table_of([NumberWord("busload", 50, unit=True), NumberWord("two", 2)], [])
    assert [one.low for _words, one in found("two busload men", table)] == [100]
    assert found("three men", table) == []


@given(st.text(alphabet="0123456789۰۱۲٣٤५६, .-abو کے", max_size=60))
def test_words_that_are_read_stand_in_the_text(text: str) -> None:
    for words, one in found(text):
        assert words in text
        assert one.low is None or one.high is None or one.low <= one.high


@given(st.integers(2, 10**9), st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"]))
def test_digits_of_any_script_count_the_same(number: int, digits: str) -> None:
    printed = "".join(digits[int(one)] for one in str(number))
    assert [one.low for _words, one in found(f"{printed} people")] == [number]


@given(st.sampled_from(["several", "many", "dozens of", "hundreds of", "کئی"]), st.text("abc "))
def test_no_number_is_invented_for_words_only(vague: str, rest: str) -> None:
    for _words, one in found(f"{vague} workers {rest}"):
        assert one.basis is not Basis.NUMBER
