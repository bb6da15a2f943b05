"""A table of documents as CSV or TSV, in any encoding and with any of the usual delimiters."""

import csv
import re
from collections.abc import Iterator

from reviewer.domain.columns import headings_of, repeated_headings
from reviewer.domain.errors import Unreadable
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.importers import Importer, shown
from reviewer.importers.decoding import decode
from reviewer.importers.rows.table_rows import Opened, Row, Sheet, TableFormat

_DELIMITERS = ",;\t|"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LONGEST_CELL = 100_000_000  # code points


def opened(data: bytes, name: str, encoding: str | None) -> Opened:
    """Take a table apart: its one sheet, headings first; raises ``Unreadable``, naming it."""
    decoded = decode(data, shown(name), chosen=encoding)
    sheets = iter([_sheet(decoded.text, shown(name))])
    return Opened(sheets, (decoded.encoding, decoded.basis))


def _sheet(text: str, name: str) -> Sheet:
    csv.field_size_limit(_LONGEST_CELL)
    rows = _rows(csv.reader(_lines(text), delimiter=_delimiter(text)), name)
    _number, first = next(rows, (1, []))
    cells = [normalise(cell).text for cell in first]
    header = headings_of(cells)
    found = (Row(f"row {number}", _by(header, row)) for number, row in rows)
    return Sheet("", header, found, repeated_headings(cells))


def _lines(text: str) -> Iterator[str]:
    """Give the lines of a text with their ends, one at a time: a copy of all is not needed."""
    return (line[0] for line in _LINE.finditer(text))


def _rows(lines: Iterator[list[str]], name: str) -> Iterator[tuple[int, list[str]]]:
    """Give rows that are not empty, counted as a spreadsheet counts them, the headings first."""
    number = 0
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as fault:
            raise Unreadable(
                N_("“{name}” is no whole table: row {row} cannot be read ({reason})."),
                name=name,
                row=number,
                reason=fault,
            ) from fault
        if any(cells):
            yield number, cells


def _by(header: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    return dict(zip(header, cells, strict=False))


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first line, the tab before all that prose has too."""
    line = text[: text.find("\n", 1) if "\n" in text[1:] else len(text)]
    bare = "".join(line.split('"')[::2])
    return "\t" if "\t" in bare else max(_DELIMITERS, key=bare.count)


IMPORTER: Importer = TableFormat(
    key="csv",
    title=N_("Table (CSV), a document a row"),
    suffixes=(".csv", ".tsv"),
    media_type="text/csv",
    open=opened,
)
