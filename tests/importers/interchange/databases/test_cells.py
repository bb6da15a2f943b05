"""Cells of strangers' tables: words and numbers, whatever kind they were kept as."""

import pytest

from reviewer.importers.interchange import Cell
from reviewer.importers.interchange.databases.cells import line_in, number_in, words_in


@pytest.mark.parametrize(
    ("cell", "words", "number"),
    [
        ("two  \n words", "two  \n words", None),
        ("12", "12", 12),
        ("-12", "-12", -12),
        ("9" * 30, "9" * 30, None),
        ("٣", "٣", None),
        (12, "12", 12),
        (2.5, "2.5", None),
        (b"12", "", None),
        (None, "", None),
    ],
)
def test_a_cell_is_what_it_can_be(cell: Cell, words: str, number: int | None) -> None:
    row = {"cell": cell}
    assert words_in(row, "cell") == words
    assert line_in(row, "cell") == " ".join(words.split())
    assert number_in(row, "cell") == number


def test_a_column_that_is_not_there_is_empty() -> None:
    assert (words_in({}, "cell"), line_in({}, "cell"), number_in({}, "cell")) == ("", "", None)
