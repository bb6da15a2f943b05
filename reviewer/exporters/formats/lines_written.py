"""The rows of a sheet as lines of JSON, a hundred at a time.

What passages of one document share is written once for all of them, and the rest into a line whose
keys stand already: that takes a third of the time that an object for each passage does (measured).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from json.encoder import encode_basestring
from typing import cast

from reviewer.domain.progress import Progress
from reviewer.exporters.sheets import PassagesSheet, Sheet, carried_values
from reviewer.exporters.tables.columns import CARRIED, COLUMNS, FORMAT, Cells, Parts
from reviewer.exporters.written import in_json, json_line, on_one_line

_AT_ONCE = 100
_OF_DOCUMENT = COLUMNS.index("document")


def _pattern(columns: Sequence[str]) -> str:
    return ", ".join([f"{encode_basestring(column)}: %s" for column in columns])


_FIRST = f'{{"format": {FORMAT}, {_pattern(COLUMNS[:_OF_DOCUMENT])}, '
_DOCUMENT = _pattern(COLUMNS[_OF_DOCUMENT:-CARRIED])


def pages_of(sheet: Sheet, progress: Progress) -> Iterator[list[str]]:
    """Give the lines of a sheet, each with its end; raises ``Cancelled``."""
    if isinstance(sheet, PassagesSheet):
        yield from _of_passages(sheet, progress)
        return
    rows = sheet.lines(progress)
    while page := list(islice(rows, _AT_ONCE)):
        yield list(map(json_line, page))


def _of_passages(sheet: PassagesSheet, progress: Progress) -> Iterator[list[str]]:
    document: Cells = ()
    behind = ""
    for page in sheet.pages(progress):
        lines = []
        for row in page:
            if row.document is not document:
                document = row.document
                behind = on_one_line(_DOCUMENT % _values(document))
            # Only a place has numbers in it.
            values = (*_values(row.place), *map(_quoted, row.words), *map(_quoted, row.work))
            lines.append(f"{on_one_line(_FIRST % values)}{behind}{_end(row)}")
        yield lines


_quoted = cast("Callable[[str | int], str]", encode_basestring)


def _values(cells: Cells) -> tuple[str, ...]:
    return tuple([_quoted(cell) if isinstance(cell, str) else str(cell) for cell in cells])


def _end(row: Parts) -> str:
    carried = carried_values(row.passage)
    return f", {on_one_line(in_json(carried))[1:]}\n" if carried else "}\n"
