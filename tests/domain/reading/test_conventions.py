"""What a named convention makes of words without a number, and of which words it says nothing."""

import pytest

from reviewer.domain.reading.conventions import (
    CONVENTION_LABELS,
    CONVENTION_WORDS,
    ByConvention,
    Convention,
    by_convention,
)

VAGUE = {"qualifier": "words_only"}


@pytest.mark.parametrize(
    ("name", "words", "low"),
    [
        (Convention.ACLED, "Dozens", 12),
        (Convention.ACLED, "dozens of", 12),
        (Convention.ACLED, "hundreds", 100),
        (Convention.ACLED, "several", None),
        (Convention.LEAST_NUMBERS, "Several", 3),
        (Convention.LEAST_NUMBERS, "a number of", 4),
        (Convention.LEAST_NUMBERS, "a couple of", 2),
        (Convention.LEAST_NUMBERS, "سینکڑوں", 100),
        (Convention.LEAST_NUMBERS, "several hundred", None),
        (Convention.LEAST_NUMBERS, "tens of thousands", None),
        (Convention.LEAST_NUMBERS, "", None),
        (Convention.NONE, "dozens", None),
        ("of a stranger", "dozens", None),
    ],
)
def test_only_the_words_it_names_have_a_least_number(
    name: str, words: str, low: int | None
) -> None:
    made = by_convention(name, words, VAGUE)
    assert made == (None if low is None else ByConvention(low, name))


@pytest.mark.parametrize(
    "values",
    [
        {"qualifier": "stated", "low": 12, "high": 12},
        {"qualifier": "words_only", "low": 0},
        {"qualifier": "words_only", "about": 30},
        {"low": None},
    ],
)
def test_nothing_is_made_where_there_is_a_number_or_no_reading(values: dict[str, object]) -> None:
    assert by_convention(Convention.ACLED, "dozens", values) is None


def test_every_convention_has_a_name_and_its_words() -> None:
    assert CONVENTION_LABELS.keys() == CONVENTION_WORDS.keys() == set(Convention)
