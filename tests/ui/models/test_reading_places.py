"""Where one was in each document: kept with the project, the last five hundred."""

from hypothesis import given
from hypothesis import strategies as some

from reviewer.ui.models.reading_places import (
    MOST_PLACES,
    STATE,
    ReadingPlace,
    ReadingPlaces,
    reading_place,
)
from reviewer.workspace.project import Workspace

HERE = ReadingPlace(40, 0.25, 55)


def test_a_place_is_there_after_a_restart(workspace: Workspace) -> None:
    places = ReadingPlaces(workspace)
    assert places.of("one") is None
    places.keep("one", HERE)
    places.save()
    assert ReadingPlaces(workspace).of("one") == HERE


def test_nothing_is_written_where_nothing_has_changed(workspace: Workspace) -> None:
    places = ReadingPlaces(workspace)
    places.keep("one", HERE)
    places.save()
    workspace.remember(STATE, "untouched")
    places.keep("one", HERE)
    places.save()
    assert workspace.remembered(STATE) == "untouched"


def test_those_not_read_for_longest_are_forgotten(workspace: Workspace) -> None:
    places = ReadingPlaces(workspace)
    for number in range(MOST_PLACES):
        places.keep(f"document {number}", HERE)
    places.keep("document 0", HERE)
    places.keep("one more", HERE)
    assert places.of("document 0") == HERE
    assert places.of("document 1") is None
    assert places.of("document 2") == HERE


def test_what_a_stranger_wrote_is_passed_over(workspace: Workspace) -> None:
    kept: list[object] = [7, [], ["x"], ["y", -1, 0.5, 3], [4, 1, 0.5, 3], ["z" * 900, 1, 0.5, 3]]
    workspace.remember(STATE, [*kept, ["good", 12, 0.5, 14], ["no caret", 12, 2, True]])
    places = ReadingPlaces(workspace)
    assert places.of("good") == ReadingPlace(12, 0.5, 14)
    assert places.of("no caret") == ReadingPlace(12, 1.0, 12)
    assert [places.of(uid) for uid in ("x", "y", "z" * 900)] == [None] * 3
    workspace.remember(STATE, {"not": "a list"})
    assert ReadingPlaces(workspace).of("good") is None


@given(some.integers(0, 10**9), some.integers(0, 10**9), some.integers(0, 10**6))
def test_a_place_lies_within_the_text(offset: int, caret: int, length: int) -> None:
    place = ReadingPlace(offset, 0.5, caret).within(length)
    assert 0 <= place.offset <= length
    assert 0 <= place.caret <= length


def test_a_place_that_makes_no_sense_is_none() -> None:
    assert reading_place("x", 0.5, 3) is None
    assert reading_place(3, "x", 3) is None
    assert reading_place(True, 0.5, 3) is None  # noqa: FBT003 - what JSON may hold
