"""What a query's columns hold. Bytes that flipped can turn any value into another type.

A row that does not fit its shape is damage, and is told as such before any code above the store
trips over a ``None`` where words were promised.
"""

from collections.abc import Iterable
from types import NoneType
from typing import Any

Row = tuple[Any, ...]

TEXT = (str,)
NUMBER = (int,)
BYTES = (bytes,)
MAYBE_TEXT = (str, NoneType)
MAYBE_NUMBER = (int, NoneType)


class Shape:
    """The types a row may have, column by column.

    What fits is remembered as it is met: rows are many and their types alike. All that could fit
    doubles with every column that may be empty.
    """

    __slots__ = ("_columns", "_fitting")

    def __init__(self, *columns: tuple[type, ...]) -> None:
        self._columns = columns
        self._fitting: set[tuple[type, ...]] = set()

    def fits(self, rows: Iterable[Row]) -> bool:
        """Say whether every one of ``rows`` has this shape."""
        met = {tuple(map(type, row)) for row in rows} - self._fitting
        if not all(map(self._allows, met)):
            return False
        self._fitting |= met
        return True

    def _allows(self, types: tuple[type, ...]) -> bool:
        return len(types) == len(self._columns) and all(
            one in allowed for one, allowed in zip(types, self._columns, strict=True)
        )


PAIRS = Shape(NUMBER, NUMBER)
WORDS = Shape(TEXT)
