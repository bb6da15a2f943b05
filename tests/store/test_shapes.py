"""Rows whose columns are not of the kind they should be are found."""

import pytest

from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape


def test_rows_of_the_promised_kinds_fit() -> None:
    shape = Shape(NUMBER, TEXT, MAYBE_NUMBER)
    assert shape.fits([(1, "a", 2), (2, "", None)])
    assert shape.fits([])


@pytest.mark.parametrize("row", [(None, "a"), (1, None), (1, b"a"), (1.0, "a"), (1,), (1, "a", 2)])
def test_one_value_of_another_kind_is_enough_not_to_fit(row: Row) -> None:
    assert not Shape(NUMBER, TEXT).fits([(1, "a"), row])


def test_any_number_of_columns_may_be_empty() -> None:
    shape = Shape(*[MAYBE_NUMBER] * 60)
    assert shape.fits([(None,) * 60, (1,) * 60, (1, None) * 30])
    assert shape.fits([(None,) * 60])
    assert not shape.fits([(1,) * 59 + ("a",)])
