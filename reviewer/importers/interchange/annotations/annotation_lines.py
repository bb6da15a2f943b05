"""A file of annotations as our own exporter writes it: a thing a line, read one at a time.

A project of a hundred thousand passages is a file that takes ten times its size when it is read as
a whole. What our exporter wrote and nobody wrote anew can be taken line by line instead; anything
else is no such file, and is read as any JSON is.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from typing_extensions import override

_ROWS, _ENDS_ROWS = b'\n"reviewer:rows": [\n', b"\n],\n"
_FIRST, _ITEMS, _ENDS_ITEMS = b'"first": {', b', "items": [', b"\n]},\n"
_LONGEST_HEAD = 65_536  # bytes


class Lines(Sequence[object]):
    """The values on lines of a file, each read when it is asked for."""

    def __init__(self, data: bytes, start: int, end: int) -> None:
        """Find the lines between two places; the commas at their ends are no part of them."""
        self._data = data
        self._places = array("Q")
        while start < end:
            found = data.find(b"\n", start, end)
            stop = end if found < 0 else found
            if stop > start:
                self._places.extend((start, stop - data.endswith(b",", start, stop)))
            start = stop + 1

    @override
    def __len__(self) -> int:
        return len(self._places) // 2

    @overload
    def __getitem__(self, number: int) -> object: ...

    @overload
    def __getitem__(self, number: slice) -> list[object]: ...

    @override
    def __getitem__(self, number: int | slice) -> object:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        start, stop = self._places[2 * number], self._places[2 * number + 1]
        # What its encoding is need not be asked of each line.
        found: object = json.loads(self._data[start:stop].decode("utf-8", "surrogatepass"))
        return found

    @override
    def __iter__(self) -> Iterator[object]:
        return (self[number] for number in range(len(self)))


def lines_of(data: bytes) -> tuple[object, Lines, Lines] | None:
    """Return what surrounds the things of a file of ours, the rows, and the annotations.

    ``None`` where the file is not as our exporter writes it; each line may still be damaged.
    """
    rows = data.find(_ROWS, 0, _LONGEST_HEAD)
    rows_end = data.find(_ENDS_ROWS, rows)
    items = data.find(b"\n", rows_end + len(_ENDS_ROWS))
    items_end = data.rfind(_ENDS_ITEMS)
    head = rows_end + len(_ENDS_ROWS)
    if min(rows, rows_end, items) < 0 or items_end < items - 1:
        return None
    page = data[head:items]
    if not (page.startswith(_FIRST) and page.endswith(_ITEMS)):
        return None
    around = b"".join((data[: rows + len(_ROWS)], b"],", page, b"]},", data[items_end + 5 :]))
    try:
        root: object = json.loads(around)
    except (ValueError, RecursionError):
        return None
    first = rows + len(_ROWS)
    return root, Lines(data, first, rows_end), Lines(data, items + 1, items_end)
