r"""Tables in text: CSV and TSV, UTF-8 with a byte order mark and CRLF, as spreadsheets expect them.

A cell that a spreadsheet would run as a formula is disarmed by a leading apostrophe; a cell that
begins with an apostrophe gets one more, so that taking one off gives back every cell. The rows are
written by hand: for cells of a hundred letters that is several times as fast as ``csv`` (measured).

In TSV a row is a line and a tab is the end of a cell, always, so that line tools can be used: a
tab, a line end and a backslash inside a cell are written as ``\t``, ``\n``, ``\r`` and ``\\``
(after disarming), and quotation marks are doubled as in CSV. Reading that backwards is exact.
"""

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO

from reviewer.domain.disarming import ARMED, GUARD
from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.sheets import PassagesSheet, Sheet
from reviewer.exporters.tables.columns import BARE_ROWS, Cells, carried_cells

END = "\r\n"
_AT_ONCE = 100
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})

Written = Callable[[str | int], str]


@dataclass(frozen=True, slots=True)
class TextTable:
    """One row a line; ``between`` parts the cells, ``escaping`` keeps a row on one line."""

    key: str
    title: str
    suffix: str
    between: str
    escaping: bool = False
    several: bool = False

    def write(
        self,
        sheets: Sequence[Sheet],
        about: About,
        target: IO[bytes],
        progress: Progress,
        *,
        exact: bool = False,
    ) -> int:
        """Write the table, which says nothing of itself; ``exact`` leaves armed cells as they are.

        Returns how many rows.
        """
        del about
        (sheet,) = sheets
        written = _writer(frozenset() if exact else ARMED, self.between, escaping=self.escaping)
        target.write(codecs.BOM_UTF8 + (self.between.join(sheet.columns) + END).encode())
        count = 0
        if isinstance(sheet, PassagesSheet):
            parts = _passages(sheet, progress, written, self.between)
        else:
            parts = _rows(sheet.cells(progress), written, self.between)
        for lines in parts:
            target.write("".join(lines).encode())
            count += len(lines)
        return count


def _rows(rows: Iterator[Cells], written: Written, between: str) -> Iterator[list[str]]:
    while page := list(islice(rows, _AT_ONCE)):
        yield [between.join([written(cell) for cell in cells]) + END for cells in page]


def _passages(
    sheet: PassagesSheet, progress: Progress, written: Written, between: str
) -> Iterator[list[str]]:
    """Give the lines of passages in less time: what many share is looked at once."""
    document: Cells = ()
    behind = ""
    bare = {id(row): _carried(row, written, between) for row in BARE_ROWS.values()}
    for page in sheet.pages(progress):
        places = _lines([row.place for row in page], written, between)
        works = _lines([row.work for row in page], written, between)
        lines = []
        for row, place, work in zip(page, places, works, strict=True):
            if row.document is not document:
                document = row.document
                behind = between + between.join(map(written, document))
            # Most cells are empty: a look here is cheaper than a call.
            words = between.join([written(cell) if cell else "" for cell in row.words])
            carried = carried_cells(row.passage)
            last = bare.get(id(carried)) or _carried(carried, written, between)
            lines.append(f"{place}{between}{words}{between}{work}{behind}{last}{END}")
        yield lines


def _carried(cells: Cells, written: Written, between: str) -> str:
    """Return the last cells of a row; nought is a number, and no empty cell."""
    return between + between.join([written(cell) if cell != "" else "" for cell in cells])


def _writer(armed: frozenset[str], between: str, *, escaping: bool = False) -> Written:
    def written(cell: str | int) -> str:
        if isinstance(cell, int):
            return str(cell)
        if cell[:1] in armed:
            cell = GUARD + cell
        if escaping:
            cell = cell.translate(_ESCAPES)
        if '"' in cell:
            return '"' + cell.replace('"', '""') + '"'
        if between in cell or "\n" in cell or "\r" in cell:
            return f'"{cell}"'
        return cell

    return written


def _lines(rows: Sequence[Cells], written: Written, between: str) -> list[str]:
    """Return the cells of each row in one line, after one look at all of them.

    Nearly always nothing has to be done to any.
    """
    width = len(rows[0])
    pattern = between.join(["%s"] * width)
    lines = [pattern % cells for cells in rows]
    whole = between + f"\n{between}".join(lines)
    plain = whole.count(between) == width * len(rows) and whole.count("\n") == len(rows) - 1
    signs = ('"', "\r", "\\", *(between + sign for sign in ARMED if sign != between))
    if plain and not any(sign in whole for sign in signs):
        return lines
    return [between.join(map(written, cells)) for cells in rows]


exact_cell = _writer(frozenset(), ",")
"""Returns a cell as it is written, between quotation marks where it needs them (RFC 4180)."""

disarmed_cell = _writer(ARMED, ",")
"""The same, so that no spreadsheet runs it; numbers stay numbers."""

EXPORTER = TextTable("csv", N_("Table (CSV)"), ".csv", ",")
