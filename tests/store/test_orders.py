"""Orders of long lists: kept while nothing is written."""

from contextlib import suppress

import pytest

from reviewer.domain.errors import CannotSave
from reviewer.store.connection import Connection
from reviewer.store.orders import Orders

BY_NAME = "SELECT id FROM things ORDER BY name"
ADD = "INSERT INTO things (name, size) VALUES (?, 1)"


@pytest.fixture
def orders(connection: Connection) -> Orders:
    for name in ("beech", "alder"):
        connection.execute(ADD, [name])
    return Orders(connection)


def test_an_order_follows_what_is_written(connection: Connection, orders: Orders) -> None:
    assert orders.numbers(BY_NAME) == [2, 1]
    connection.execute(ADD, ["aspen"])
    assert orders.numbers(BY_NAME) == [2, 3, 1]
    connection.execute("UPDATE things SET name = 'yew' WHERE id = 2")
    assert orders.numbers(BY_NAME) == [3, 1, 2]
    connection.execute("DELETE FROM things")
    assert orders.numbers(BY_NAME) == []


def test_an_order_follows_what_another_connection_writes(
    connection: Connection, orders: Orders
) -> None:
    assert orders.numbers(BY_NAME) == [2, 1]
    other = Connection(connection.path, str(connection.path))
    other.execute(ADD, ["aspen"])
    other.close()
    assert orders.numbers(BY_NAME) == [2, 3, 1]


def test_an_order_that_was_taken_back_is_forgotten(connection: Connection, orders: Orders) -> None:
    with suppress(CannotSave), connection.transaction():
        connection.execute(ADD, ["aspen"])
        assert orders.numbers(BY_NAME) == [2, 3, 1]
        raise CannotSave("full")
    assert orders.numbers(BY_NAME) == [2, 1]


def test_whoever_asked_may_change_the_list(orders: Orders) -> None:
    orders.numbers(BY_NAME).reverse()
    assert orders.numbers(BY_NAME) == [2, 1]


def test_several_orders_may_be_asked_for_in_turn(orders: Orders) -> None:
    for _ in range(2):
        assert orders.numbers(BY_NAME) == [2, 1]
        assert orders.numbers("SELECT id FROM things ORDER BY id") == [1, 2]
        assert orders.numbers("SELECT id FROM things WHERE id > 1 ORDER BY id") == [2]
