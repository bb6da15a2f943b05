"""What a query's columns hold. Bytes that flipped can turn any value into another type.

A row that does not fit its shape is damage, and is told as such before any code above the store
trips over a ``None`` where words were promised.
"""

from collections.abc import Iterable
from itertools import product
from types import NoneType
from typing import Any

Row = tuple[Any, ...]

TEXT = (str,)
NUMBER = (int,)
BYTES = (bytes,)
MAYBE_TEXT = (str, NoneType)
MAYBE_NUMBER = (int, NoneType)


class Shape:
    """The types a row may have, column by column."""

    __slots__ = ("_fitting",)

    def __init__(self, *columns: tuple[type, ...]) -> None:
        self._fitting = frozenset(product(*columns))

    def fits(self, rows: Iterable[Row]) -> bool:
        """Say whether every one of ``rows`` has this shape."""
        return self._fitting.issuperset({tuple(map(type, row)) for row in rows})


PAIRS = Shape(NUMBER, NUMBER)
WORDS = Shape(TEXT)
