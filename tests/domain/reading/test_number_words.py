"""Numbers as documents print them."""

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.folding import fold
from reviewer.domain.reading.number_words import numbers_in, pattern_of, spellings


def read(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    return [(one.value, folded[one.start : one.end]) for one in numbers_in(folded)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("27 people, 3.5 and 007", ["27", "3.5", "7"]),
        ("۲۷ افراد", ["27"]),
        ("1,00,000 and 100,000 and 1,234.5", ["100000", "100000", "1234.5"]),
        ("1,2,3", []),
        ("9" * 30, []),
        ("10 lakh, 1.5 crore, 2.25 lakh, 1.2345 hundred", ["1000000", "15000000", "225000"]),
        ("پانچ ہزار لوگ", ["5000"]),
        ("twenty-seven", ["27"]),
        ("two hundred and five of ninety-nine thousand", ["205", "99000"]),
        ("two lakh three thousand", ["203000"]),
        ("two dozen, half a dozen, a hundred, hundreds", ["24"]),
        ("one man, ایک آدمی", []),
        ("12th, 24k, 14.11.2020", []),
        ("zero 0", ["0"]),
    ],
)
def test_a_number_is_read(text: str, values: list[str]) -> None:
    assert [value for value, _words in read(text)] == values


def test_the_words_of_a_number_are_kept_together() -> None:
    assert read("At least Twenty-Seven of 1.5 lakh") == [
        ("27", "twenty-seven"),
        ("150000", "1.5 lakh"),
    ]


@given(st.integers(2, 99_999_999))
def test_every_spelling_means_the_same_and_is_found(number: int) -> None:
    pattern = regex.compile(pattern_of(str(number)))
    for spelling in spellings(str(number)):
        assert [value for value, _words in read(spelling)] == [str(number)]
        assert pattern.search(f"the {spelling} of them")[0] == spelling


def test_a_fraction_has_one_spelling() -> None:
    assert spellings("3.5") == ["3.5"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("27", "27,500 or 27.5 or 3,27 or 27th"),
        ("27", "27 lakh, 27 hundred"),
        ("7", "twenty-seven, seven hundred, two hundred seven"),
        ("20", "twenty seven"),
    ],
)
def test_a_part_of_another_number_is_not_the_number(value: str, text: str) -> None:
    assert regex.search(pattern_of(value), text) is None
