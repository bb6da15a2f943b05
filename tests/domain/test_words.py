"""Words a rule has for a person."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.interchange import Doubt
from reviewer.domain.words import Saying, one_or_many


def test_a_saying_is_filled_with_its_values() -> None:
    assert Saying("part of {label}", {"label": "D4·12"}).sentence == "part of D4·12"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 lines of “a” are"), (1, "1 line of “a” is"), (2, "2 lines of “a” are")],
)
def test_of_one_thing_is_spoken_as_of_one_whatever_says_it(count: int, said: str) -> None:
    words = one_or_many("{count} line of “{name}” is", "{count} lines of “{name}” are")
    values: dict[str, str | int] = {"count": count, "name": "a"}
    assert Saying(words, values).sentence == said
    assert Doubt(words, values).sentence == said
    assert str(NotAllowed(words, **values)) == said
