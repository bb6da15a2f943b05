"""Whom a figure counts, and whom a question asks about."""

from dataclasses import dataclass

import pytest

from reviewer.domain.people_counted import of_others


@dataclass(frozen=True)
class Counted:
    """What tells whom a figure counts."""

    high: int | None = 0
    people: str = ""
    group: str = ""


@pytest.mark.parametrize(
    ("one", "asked", "other"),
    [
        (Counted(), "", False),
        (Counted(people="persons"), "", False),
        (Counted(people="Dead bodies"), "", False),
        (Counted(people="marcher"), "", True),
        (Counted(people="marcher"), "marchers", False),
        (Counted(4, "marchers"), "", False),
        (Counted(None, "marchers"), "", False),
        (Counted(4, "", "police"), "", True),
        (Counted(4, "", "Police"), " police ", False),
        (Counted(4, "", "police"), "children", True),
        (Counted(0, "people", "police"), "police", False),
    ],
)
def test_a_zero_of_some_and_another_group_speak_of_others(
    one: Counted, asked: str, *, other: bool
) -> None:
    assert list(of_others([one], asked)) == ([one] if other else [])
