"""Words a rule has for a person."""

from reviewer.domain.words import Saying


def test_a_saying_is_filled_with_its_values() -> None:
    assert Saying("part of {label}", {"label": "D4·12"}).sentence == "part of D4·12"
