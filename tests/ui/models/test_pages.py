"""Pages of rows: read when shown, forgotten in turn, found by id."""

from collections.abc import Sequence

import pytest

from reviewer.domain.errors import Damaged
from reviewer.ui.models.pages import PAGE, PagedRows, runs


class Shelf:
    """Rows as a store would give them; remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.words = "row"
        self.gone: set[int] = set()
        self.damaged: set[int] = set()

    def read(self, ids: Sequence[int]) -> dict[int, str]:
        self.asked.append(list(ids))
        if self.damaged & set(ids):
            raise Damaged("Row {row} is damaged.", row=min(self.damaged & set(ids)))
        return {id_: f"{self.words} {id_}" for id_ in ids if id_ not in self.gone}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def paged(shelf: Shelf, count: int, most_pages: int = 24) -> PagedRows[str]:
    rows = PagedRows[str](shelf.read, most_pages)
    rows.set_ids(range(count, 0, -1))
    return rows


def test_nothing_is_read_before_a_row_is_shown(shelf: Shelf) -> None:
    rows = paged(shelf, 100_000)
    assert len(rows) == 100_000
    assert rows.index_of(100_000) == 0
    assert shelf.asked == []


def test_a_screen_of_rows_costs_one_reading(shelf: Shelf) -> None:
    rows = paged(shelf, 1000)
    assert [rows.row(index) for index in range(30)] == [f"row {1000 - n}" for n in range(30)]
    assert [len(asked) for asked in shelf.asked] == [PAGE]


def test_the_last_page_may_be_short(shelf: Shelf) -> None:
    rows = paged(shelf, PAGE + 1)
    assert rows.row(PAGE) == "row 1"
    assert shelf.asked == [[1]]


def test_outside_the_list_there_is_no_row(shelf: Shelf) -> None:
    rows = paged(shelf, 3)
    assert rows.row(-1) is None
    assert rows.row(3) is None
    assert shelf.asked == []


def test_the_page_used_longest_ago_is_forgotten_first(shelf: Shelf) -> None:
    rows = paged(shelf, 10 * PAGE, most_pages=2)
    for place in (0, PAGE, 0, 2 * PAGE):
        rows.row(place)
    shelf.asked.clear()
    rows.row(0)
    assert shelf.asked == []
    rows.row(PAGE)
    assert len(shelf.asked) == 1


def test_a_refreshed_row_is_read_again_and_its_place_told(shelf: Shelf) -> None:
    rows = paged(shelf, 1000)
    rows.row(0)
    rows.row(PAGE)
    shelf.words = "other"
    assert rows.refresh([1000, 998, 998, 4711]) == [0, 2]
    assert rows.row(0) == "other 1000"
    assert rows.row(PAGE) == "row 800"


def test_a_few_refreshed_rows_cost_as_many_readings_and_no_page(shelf: Shelf) -> None:
    rows = paged(shelf, 1000)
    rows.row(0)
    shelf.asked.clear()
    rows.refresh([1000, 990])
    for place in (0, 1, 10, 0):
        rows.row(place)
    assert shelf.asked == [[1000], [990]]


def test_many_refreshed_rows_are_read_by_the_page(shelf: Shelf) -> None:
    rows = paged(shelf, 1000)
    rows.row(0)
    shelf.asked.clear()
    shelf.words = "other"
    rows.refresh(range(900, 1001))
    assert [rows.row(place) for place in (0, 50)] == ["other 1000", "other 950"]
    assert [len(asked) for asked in shelf.asked] == [PAGE]


def test_a_row_refreshed_before_it_was_shown_is_read_once(shelf: Shelf) -> None:
    rows = paged(shelf, 1000)
    rows.refresh([1000])
    assert rows.row(0) == "row 1000"
    assert len(shelf.asked) == 1


def test_a_refreshed_row_that_is_gone_or_damaged_is_no_longer_shown(shelf: Shelf) -> None:
    rows = paged(shelf, 3)
    rows.row(0)
    shelf.gone, shelf.damaged = {3}, {2}
    rows.refresh([3, 2])
    assert [rows.row(place) for place in range(3)] == [None, None, "row 1"]


def test_after_forget_every_row_is_read_again(shelf: Shelf) -> None:
    rows = paged(shelf, 2)
    rows.row(0)
    shelf.words = "other"
    rows.forget()
    assert rows.row(0) == "other 2"


def test_ids_in_another_order_are_found_at_their_new_places(shelf: Shelf) -> None:
    rows = paged(shelf, 3)
    assert rows.index_of(3) == 0
    rows.row(0)
    rows.set_ids([1, 3])
    assert rows.index_of(3) == 1
    assert rows.index_of(2) is None
    assert rows.row(0) == "row 1"
    assert rows.ids == [1, 3]


def test_a_row_that_is_gone_leaves_its_neighbours(shelf: Shelf) -> None:
    shelf.gone = {2}
    rows = paged(shelf, 3)
    assert [rows.row(index) for index in range(3)] == ["row 3", None, "row 1"]


def test_a_damaged_row_leaves_its_neighbours(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    shelf.damaged = {2}
    rows = paged(shelf, 3)
    assert [rows.row(index) for index in range(3)] == ["row 3", None, "row 1"]
    assert "Damaged" in caplog.text


def test_places_become_runs() -> None:
    assert runs([]) == []
    assert runs([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]
