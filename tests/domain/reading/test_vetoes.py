"""Numbers that count no people."""

import pytest

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.reading.quantities import quantities
from reviewer.domain.reading.vetoes import number_is_rejected
from reviewer.domain.spans import Span


@pytest.mark.parametrize(
    "text",
    [
        "70 per cent of them",
        "70% of them",
        "70 % of them",
        "52 years old",
        "Varr, 52, a baker",
        "500 rupees",
        "$20 thousand",
        "Rs. 500 each",
        "the 12th man",
        "in 2014 they",
        "2014 was",
        "a number such as 44 20 3371",
        "KPK-75",
        "at 2:30",
        "14.11.2020",
        "April 30",
        "30 April",
        "No. 88",
        "7 houses of workers",
        "14 tanks",
        "two suicide attacks",
        "All but 6 were freed",
        "1. The search was made",
        "several houses",
        "two-thirds of them",
        "a 5-year-old",
    ],
)
def test_such_a_number_is_not_read(text: str) -> None:
    assert quantities(tokens(plain(text)), default_table()) == []


@pytest.mark.parametrize(
    "text",
    [
        "27 party workers",
        "said: 27 workers",
        "(27 workers)",
        "there were 27.",
        "27: workers",
        "“27 workers”",
        "**27** workers",
        "in. 27 workers",
        "1999 people",
        "1200 workers",
        "27 or so others",
        "27 (men)",
    ],
)
def test_a_number_of_people_is_read(text: str) -> None:
    assert len(quantities(tokens(plain(text)), default_table())) == 1


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("The figure of 312 persons killed is rejected.", True),
        ("The figure of 312 persons killed stands in no list. It is rejected.", True),
        ("The figure of 312 persons killed is repeated.", False),
        ("312 persons were killed; the claim is rejected.", False),
        ("The claim of 9 is new, and 312 died. It is false.", False),
    ],
)
def test_a_number_is_rejected_where_its_own_sentence_says_so(text: str, rejected: bool) -> None:
    at = text.index("312")
    sentence = Span(0, text.index(".") + 1)
    assert number_is_rejected(text, sentence, Span(at, at + 3)) is rejected
