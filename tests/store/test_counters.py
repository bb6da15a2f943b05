"""Numbers are given once, one after another, for one counter or for many at a time."""

from reviewer.store.connection import Connection
from reviewer.store.counters import take_numbers, take_numbers_of_each


def test_numbers_of_one_counter_follow_each_other(stored: Connection) -> None:
    assert [list(take_numbers(stored, "letters", count)) for count in (1, 3, 2)] == [
        [1],
        [2, 3, 4],
        [5, 6],
    ]


def test_many_counters_are_asked_at_once_and_each_counts_for_itself(stored: Connection) -> None:
    take_numbers(stored, "letters", 4)
    taken = take_numbers_of_each(stored, {"words “مرحبا”": 2, "letters": 3})
    assert taken == {"words “مرحبا”": range(1, 3), "letters": range(5, 8)}
    assert take_numbers_of_each(stored, {}) == {}
