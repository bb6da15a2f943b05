"""Numbers of people: which can stand together."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import (
    HARM_LABELS,
    LARGEST,
    QUALIFIER_LABELS,
    Figure,
    Harm,
    Qualifier,
    check_numbers,
    count_of,
)


@pytest.mark.parametrize(
    "numbers",
    [
        (None, None, None),
        (0, 0, None),
        (27, None, None),
        (None, 40, None),
        (8, 10, None),
        (None, None, 30),
        (0, LARGEST, 0),
    ],
)
def test_counts_of_people_may_be_zero_open_or_not_given(
    numbers: tuple[int | None, int | None, int | None],
) -> None:
    check_numbers(*numbers)


@pytest.mark.parametrize(
    "numbers", [(-1, None, None), (None, -1, None), (None, None, -1), (LARGEST + 1, None, None)]
)
def test_less_than_nobody_and_more_than_everybody_is_no_count(
    numbers: tuple[int | None, int | None, int | None],
) -> None:
    with pytest.raises(NotAllowed, match="cannot be a number of people"):
        check_numbers(*numbers)


def test_a_low_above_the_high_is_refused_with_both_numbers() -> None:
    with pytest.raises(NotAllowed, match=r"\(30\) is above “at most” \(27\)"):
        check_numbers(30, 27, None)


def test_a_figure_nobody_entered_anything_of_is_empty_and_not_zero() -> None:
    empty = Figure()
    assert (empty.low, empty.high, empty.about, empty.low_by_convention) == (None,) * 4
    assert empty.qualifier is Qualifier.NOT_READ


def test_every_wording_and_harm_has_its_words_and_only_what_is_not_read_has_none() -> None:
    assert set(QUALIFIER_LABELS) == set(Qualifier)
    assert set(HARM_LABELS) == set(Harm)
    assert [one for one in Qualifier if not QUALIFIER_LABELS[one]] == [Qualifier.NOT_READ]
    assert [one for one in Harm if not HARM_LABELS[one]] == [Harm.NOT_READ]


def test_a_number_that_was_read_is_a_count_of_people() -> None:
    assert count_of("300") == 300
    for written in ("-5", "1" + "0" * 13, "9" * 5000, "many", ""):
        with pytest.raises(ValueError, match=r"^(-5|10+|Exceeds the limit.*|invalid literal.*)$"):
            count_of(written)
