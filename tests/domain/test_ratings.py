"""The two scales analysts judge sources and claims on."""

from reviewer.domain.ratings import SCALE_LABELS, VALUE_LABELS, VALUES, Scale


def test_reliability_is_judged_by_letters_and_credibility_by_numbers() -> None:
    assert VALUES == {Scale.RELIABILITY: "ABCDEF", Scale.CREDIBILITY: "123456"}


def test_not_rated_is_none_of_the_values() -> None:
    assert set(VALUES) == set(Scale)
    assert all("" not in set(values) for values in VALUES.values())


def test_every_value_says_what_it_stands_for() -> None:
    assert SCALE_LABELS.keys() == set(Scale)
    assert "".join(VALUE_LABELS) == "".join(VALUES.values())
