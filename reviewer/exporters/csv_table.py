"""Table (CSV): UTF-8 with a byte order mark and CRLF, as spreadsheets expect it.

A cell that a spreadsheet would run as a formula is disarmed by a leading apostrophe; a cell that
begins with an apostrophe gets one more, so that taking one off gives back every cell.
"""

import codecs
import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.columns import COLUMNS, pages

_ARMED = frozenset("=+-@\t\r'")


class CsvTable:
    """One row a passage."""

    key, title, suffix = "csv", N_("Table (CSV)"), ".csv"

    def write(
        self, snapshot: Snapshot, target: BinaryIO, progress: Progress, *, exact: bool = False
    ) -> None:
        """Write the table; ``exact`` leaves armed cells as they are."""
        target.write(codecs.BOM_UTF8 + _lines([COLUMNS]))
        for page in pages(snapshot, progress):
            target.write(_lines(page if exact else map(disarmed, page)))


def disarmed(cells: Iterable[str | int]) -> list[str | int]:
    """Return cells that no spreadsheet runs; numbers stay numbers."""
    return [f"'{cell}" if isinstance(cell, str) and cell[:1] in _ARMED else cell for cell in cells]


def _lines(rows: Iterable[Iterable[str | int]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return lines.getvalue().encode()


EXPORTER = CsvTable()
