"""Cells of a table that a spreadsheet would run as a formula: disarmed, and read back exactly.

A cell that begins with one of a few signs gets an apostrophe in front. An apostrophe is one of
those signs itself, so that taking one off gives back every cell.
"""

ARMED = frozenset("=+-@\t\r'")
GUARD = "'"


def disarmed(cell: str) -> str:
    """Return a cell as no spreadsheet runs it."""
    return GUARD + cell if cell[:1] in ARMED else cell


def as_written(cell: str) -> str:
    """Return what a cell held before it was disarmed.

    One of another program, which begins with an apostrophe before a plain letter, is as it is.
    """
    return cell[1:] if cell[:1] == GUARD and cell[1:2] in ARMED else cell
