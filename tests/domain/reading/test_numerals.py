"""One number, read from tokens."""

import pytest

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.numerals import Numerals
from reviewer.domain.reading.plain_words import plain, tokens


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("twenty-seven men", "27", 3),
        ("twenty seven men", "27", 2),
        ("seven eight", "7", 1),
        ("zero men", "0", 1),
        ("three and five", "3", 1),
        ("two hundred and five", "205", 4),
        ("two hundred and more", "200", 2),
        ("five lakh twenty thousand", "520000", 4),
        ("two lakh and a half", "250000", 5),
        ("one and a half men", "3/2", 4),
        ("a thousand and one", "1001", 4),
        ("half a dozen", "6", 3),
        ("1.5 lakh", "150000", 2),
        ("سوا دو لاکھ", "225000", 3),
        ("ساڑھے تین", "7/2", 2),
        ("ڈھائی سو", "250", 2),
    ],
)
def test_a_number_ends_where_its_words_end(text: str, value: str, words: int) -> None:
    found = Numerals(tokens(plain(text)), default_table()).number(0)
    assert found
    assert (str(found.value), found.next) == (value, words)


@pytest.mark.parametrize(
    "text", ["", "hundred men", "half the men", "half", "a man", "3,27", "سوا " * 5_000]
)
def test_other_words_are_no_number(text: str) -> None:
    assert Numerals(tokens(plain(text)), default_table()).number(0) is None
