"""The way back, spot by spot."""

from reviewer.ui.desk import PageName
from reviewer.ui.models.reading_places import ReadingPlace
from reviewer.ui.models.trail import MOST_SPOTS, Spot, Trail

TOP, BELOW = ReadingPlace(0, 0.0, 0), ReadingPlace(400, 0.5, 410)
FIRST, SECOND = Spot(PageName.READ, 1, TOP), Spot(PageName.READ, 2, BELOW)
TABLE = Spot(PageName.PASSAGES, 2, BELOW)


def all_there(_document: int) -> bool:
    return True


def test_one_goes_back_in_the_order_one_came() -> None:
    trail = Trail()
    trail.leave(FIRST)
    trail.leave(TABLE)
    assert trail.back(SECOND, all_there) == TABLE
    assert trail.back(TABLE, all_there) == FIRST
    assert trail.back(FIRST, all_there) is None


def test_the_spot_one_is_at_is_passed_over() -> None:
    trail = Trail()
    trail.leave(FIRST)
    trail.leave(SECOND)
    assert trail.back(SECOND, all_there) == FIRST


def test_a_spot_left_twice_is_one() -> None:
    trail = Trail()
    trail.leave(FIRST)
    trail.leave(FIRST)
    assert trail.back(SECOND, all_there) == FIRST
    assert trail.back(SECOND, all_there) is None


def test_a_document_that_is_gone_is_passed_over() -> None:
    trail = Trail()
    trail.leave(FIRST)
    trail.leave(SECOND)
    assert trail.back(TABLE, lambda document: document == 1) == FIRST


def test_an_empty_pane_is_a_spot_only_from_another_place() -> None:
    empty = Spot(PageName.READ)
    trail = Trail()
    trail.leave(empty)
    assert trail.back(FIRST, all_there) is None
    trail.leave(empty)
    assert trail.back(TABLE, all_there) == empty


def test_the_way_is_not_kept_for_ever() -> None:
    trail = Trail()
    for number in range(MOST_SPOTS + 20):
        trail.leave(Spot(PageName.READ, number, TOP))
    found = 0
    while trail.back(Spot(PageName.PASSAGES), all_there) is not None:
        found += 1
    assert found == MOST_SPOTS
