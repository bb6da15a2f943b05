"""A codebook from a table (CSV): a header with the names of the columns, then a row a tag.

Taguette's tables are read too: they have a ``tag`` and its ``description``, and what stands under
another tag says so by a dot in its name.
"""

import csv
import io
from collections.abc import Iterator

from reviewer.domain.codebooks import COLUMNS
from reviewer.domain.disarming import as_written
from reviewer.domain.errors import Unreadable
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.importers.codebook_entries import Row
from reviewer.importers.decoding import decode
from reviewer.importers.interchange.databases.dotted_names import tree_of

_LONGEST_CELL = 130_000  # code points; the reader of tables has one limit for the whole program
_TAGUETTE = {"tag": "name", "description": "definition"}
_DELIMITERS = ",;\t"  # the second is what spreadsheets write where the comma parts decimals


class CodebookTable:
    """Our own table and what a spreadsheet makes of it, in any encoding and with any delimiter."""

    suffixes = (".csv", ".tsv")

    def rows(self, data: bytes, name: str) -> Iterator[Row]:
        """Give, for each row, its cells by column; columns of no meaning here are passed over.

        Raises ``Unreadable``, with the line, for what is no table.
        """
        text = normalise(decode(data, name).text).text
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        try:
            header = [cell.strip().casefold() for cell in next(lines, [])]
            if "name" not in header and header[: len(_TAGUETTE)] == [*_TAGUETTE]:
                header = [_TAGUETTE.get(column, column) for column in header]
                yield from _as_tree([_row(header, cells) for cells in lines])
                return
            if "name" not in header:
                raise Unreadable(
                    N_("“{name}” has no column “name” in its first line. A codebook has: {known}."),
                    name=name,
                    known=", ".join(COLUMNS),
                )
            for cells in lines:
                if any(cell.strip() for cell in cells):
                    yield _row(header, cells)
        except csv.Error as fault:
            raise Unreadable(
                N_("“{name}” is no whole table: line {line} cannot be read ({reason})."),
                name=name,
                line=lines.line_num,
                reason=fault,
            ) from fault


def _delimiter(text: str) -> str:
    header, _end, _rest = text.partition("\n")
    return max(_DELIMITERS, key=header.count)


def _as_tree(rows: list[dict[str, str]]) -> Iterator[Row]:
    """Give rows whose names say by dots what they stand under."""
    tree = tree_of(row.get("name", "") for row in rows)
    for row in rows:
        if name := row.get("name", ""):
            yield {**row, "name": tree[name].name, "parent": tree[name].parent}


def _row(header: list[str], cells: list[str]) -> dict[str, str]:
    """Return cells by column; raises ``csv.Error`` where a bare comma has cut one in two."""
    if any(cell.strip() for cell in cells[len(header) :]):
        raise csv.Error("more cells than columns")
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        raise csv.Error("a cell is too long")
    row: dict[str, str] = {}
    for column, cell in zip(header, cells, strict=False):
        if column in COLUMNS:
            row.setdefault(column, as_written(cell))
    return row


CODEBOOK_IMPORTER = CodebookTable()
