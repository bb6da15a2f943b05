"""Passages of ours come in the order of their numbers."""

from reviewer.importers.interchange.labels import order_of


def test_passages_of_ours_are_put_in_the_order_of_their_numbers() -> None:
    keys = ["D2·1", "D10·2", "D10·11", "D2·10", "D1·3"]
    assert sorted(keys, key=order_of) == ["D1·3", "D2·1", "D2·10", "D10·2", "D10·11"]


def test_what_is_no_number_comes_first_in_its_own_order() -> None:
    keys: list[object] = ["D1·1", "http://b", None, "D1·x", "http://a"]
    assert sorted(keys, key=order_of) == ["http://b", None, "D1·x", "http://a", "D1·1"]
