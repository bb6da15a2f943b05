"""Meet, nearly meet, apart; and the range of figures that may all enter it."""

from dataclasses import dataclass

import pytest

from reviewer.domain.figures import Figure, Harm, Qualifier
from reviewer.domain.standings import (
    STANDING_LABELS,
    Range,
    Standing,
    apart_somewhere,
    may_be_one_count,
    range_of,
    standing,
)


@dataclass(frozen=True)
class Worded:
    """A figure's numbers, as a source words them."""

    low: int | None = None
    high: int | None = None
    about: int | None = None
    qualifier: Qualifier = Qualifier.STATED
    one_person: bool = False


NAMED = Worded(1, None, qualifier=Qualifier.AT_LEAST, one_person=True)


def stated(number: int) -> Worded:
    return Worded(number, number)


def more_than(number: int) -> Worded:
    return Worded(number + 1, None, qualifier=Qualifier.MORE_THAN)


def at_least(number: int) -> Worded:
    return Worded(number, None, qualifier=Qualifier.AT_LEAST)


def up_to(number: int) -> Worded:
    return Worded(None, number, qualifier=Qualifier.UP_TO)


def about(number: int) -> Worded:
    return Worded(about=number, qualifier=Qualifier.ABOUT)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (stated(27), stated(27), Standing.MEET),
        (at_least(27), stated(30), Standing.MEET),
        (up_to(40), at_least(27), Standing.MEET),
        (about(250), stated(250), Standing.MEET),
        (about(250), at_least(200), Standing.MEET),
        (stated(0), up_to(5), Standing.MEET),
        (stated(250), more_than(250), Standing.NEARLY),
        (up_to(250), more_than(250), Standing.NEARLY),
        (about(250), stated(247), Standing.NEARLY),
        (about(250), more_than(250), Standing.NEARLY),
        (about(3), stated(4), Standing.NEARLY),
        (about(100), about(110), Standing.NEARLY),
        (about(1), stated(2), Standing.NEARLY),
        (stated(250), stated(247), Standing.APART),
        (stated(247), more_than(250), Standing.APART),
        (about(250), stated(220), Standing.APART),
        (stated(26), at_least(27), Standing.APART),
        (stated(0), stated(1), Standing.APART),
        (stated(0), about(1), Standing.APART),
        (stated(0), more_than(0), Standing.APART),
        (about(0), stated(1), Standing.APART),
    ],
)
def test_how_two_figures_stand_whichever_comes_first(
    one: Worded, other: Worded, expected: Standing
) -> None:
    assert standing(one, other) is expected
    assert standing(other, one) is expected
    assert apart_somewhere([one, other]) is (expected is Standing.APART)


def test_nothing_is_apart_alone() -> None:
    assert not apart_somewhere([])
    assert not apart_somewhere([stated(5)])


@pytest.mark.parametrize(
    ("figures", "expected", "words"),
    [
        ([], Range(), "no number may enter the range"),
        ([stated(0)], Range(0, 0, 1), "0"),
        ([stated(8), Worded(2, 10), stated(30)], Range(2, 30, 3), "2 to 30"),
        ([stated(0), at_least(27)], Range(0, None, 2), "from 0 · no upper end given"),
        ([stated(1), at_least(27)], Range(1, None, 2), "from 1 · no upper end given"),
        (
            [more_than(250), more_than(300)],
            Range(251, None, 2, more_than=True),
            "more than 250 · no upper end given",
        ),
        (
            [more_than(250), stated(251)],
            Range(251, None, 2),
            "from 251 · no upper end given",
        ),
        (
            [Worded(251, 300, qualifier=Qualifier.MORE_THAN)],
            Range(251, 300, 1, more_than=True),
            "more than 250, up to 300",
        ),
        (
            [Worded(251, 251, qualifier=Qualifier.MORE_THAN)],
            Range(251, 251, 1, more_than=True),
            "more than 250, up to 251",
        ),
        (
            [Worded(0, 5, qualifier=Qualifier.MORE_THAN)],
            Range(0, 5, 1),
            "0 to 5",
        ),
        ([up_to(40), stated(3)], Range(None, 40, 2), "up to 40 · no lower end given"),
        ([up_to(3), stated(0), stated(1)], Range(0, 3, 3), "0 to 3"),
        ([up_to(40), at_least(3)], Range(None, None, 2), "neither end given by all"),
        ([about(30), stated(27)], Range(27, 27, 1), "27"),
        (
            [stated(0), NAMED],
            Range(0, None, 2, person_most=1),
            "0 to 1 or more · one person is told of, no number given",
        ),
        (
            [NAMED],
            Range(1, None, 1, person_most=1),
            "1 or more · one person is told of, no number given",
        ),
        (
            [stated(3), NAMED],
            Range(1, None, 2, person_most=3),
            "1 to 3 or more · one person is told of, no number given",
        ),
        ([NAMED, at_least(2)], Range(1, None, 2), "from 1 · no upper end given"),
        ([NAMED, up_to(4)], Range(None, None, 2), "neither end given by all"),
    ],
)
def test_the_range_goes_from_the_lowest_low_to_the_highest_high(
    figures: list[Worded], expected: Range, words: str
) -> None:
    assert range_of(figures) == expected
    assert range_of(figures).saying.sentence == words


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        ([30], "beside it: about 30"),
        ([300, 30, 30], "beside it: about 30 and about 300"),
        ([30, 50, 300], "beside it: 3 numbers from about 30 to about 300"),
    ],
)
def test_numbers_worded_about_are_told_beside_the_range(beside: list[int], words: str) -> None:
    found = range_of([stated(27)], beside)
    assert (found.low, found.high, found.limited) == (27, 27, 1)
    assert found.beside_saying is not None
    assert found.beside_saying.sentence == words
    alone = range_of([], beside)
    assert alone.saying.sentence == "no range: every number is worded “about”"
    assert alone.beside_saying == found.beside_saying
    assert range_of([stated(27)]).beside_saying is None


@pytest.mark.parametrize(
    ("one", "other", "same_event", "expected"),
    [
        (Figure(low=27, high=27), Figure(low=27, high=27), False, True),
        (Figure(low=27), Figure(low=30, high=30), False, False),
        (Figure(low=27), Figure(low=30, high=30), True, True),
        (Figure(low=27, high=27), Figure(low=30, high=30), True, False),
        (Figure(low=27, harm=Harm.KILLED), Figure(low=27, harm=Harm.ARRESTED), True, False),
        (Figure(low=27, negated=True), Figure(low=27), True, False),
        (Figure(), Figure(), True, False),
    ],
)
def test_two_figures_may_be_one_count(
    one: Figure, other: Figure, *, same_event: bool, expected: bool
) -> None:
    assert may_be_one_count(one, other, same_event=same_event) is expected
    assert may_be_one_count(other, one, same_event=same_event) is expected


def test_every_standing_has_its_words() -> None:
    assert set(STANDING_LABELS) == set(Standing)
