"""One person who is named or told of is not a number that a source gives."""

import pytest

from reviewer.domain.reading.told_of import one_person_told_of


@pytest.mark.parametrize(
    "words",
    [
        "Junaid Kavrel",
        "a passer-by",
        "A second worker",
        "ایک راہگیر خاتون",
        "ریان دلووک",
        "workers",
    ],
)
def test_a_name_or_an_article_gives_no_number(words: str) -> None:
    assert one_person_told_of(words, 1, None)


@pytest.mark.parametrize("words", ["at least one", "1", "one or more persons", "کم از کم ایک شخص"])
def test_a_printed_number_does(words: str) -> None:
    assert not one_person_told_of(words, 1, None)


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, None), (None, None), (0, None)])
def test_other_numbers_are_not_read_from_a_person(low: int | None, high: int | None) -> None:
    assert not one_person_told_of("Junaid Kavrel", low, high)
