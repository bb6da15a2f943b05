"""Cells of another program's database as what they should be; whatever else stands there is none.

SQLite keeps anything in any column, so nothing is promised by what a column is called.
"""

from collections.abc import Mapping

from reviewer.importers.interchange import Cell

Row = Mapping[str, Cell]


def words_in(row: Row, column: str) -> str:
    """Return what is written in a cell, a number as it is written; empty for anything else."""
    cell = row.get(column)
    if isinstance(cell, str):
        return cell
    return str(cell) if isinstance(cell, int | float) else ""


def line_in(row: Row, column: str) -> str:
    """Return the same on one line."""
    return " ".join(words_in(row, column).split())


def number_in(row: Row, column: str) -> int | None:
    """Return a whole number, also one that is written in figures; ``None`` for anything else."""
    cell = row.get(column)
    if isinstance(cell, str) and cell.isascii() and len(cell) < 20:
        try:
            return int(cell)
        except ValueError:
            return None
    return cell if isinstance(cell, int) else None
