"""Table (CSV): UTF-8 with a byte order mark and CRLF, as spreadsheets expect it.

A cell that a spreadsheet would run as a formula is disarmed by a leading apostrophe; a cell that
begins with an apostrophe gets one more, so that reading back is exact.
"""

import csv
import io
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.columns import COLUMNS, row_of

_ARMED = ("=", "+", "-", "@", "\t", "\r", "'")
_ROWS_BETWEEN_REPORTS = 100


class CsvTable:
    """One row a passage."""

    key, title, suffix = "csv", N_("Table (CSV)"), ".csv"

    def write(
        self, snapshot: Snapshot, target: IO[bytes], progress: Progress, *, exact: bool = False
    ) -> None:
        """Write the table; ``exact`` leaves armed cells as they are."""
        total = snapshot.count()
        wrapper = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=False)
        writer = csv.writer(wrapper, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        try:
            for done, passage in enumerate(snapshot.passages()):
                if done % _ROWS_BETWEEN_REPORTS == 0:
                    progress.report(done, total)
                cells = row_of(passage).values()
                writer.writerow(cells if exact else [disarmed(cell) for cell in cells])
            progress.report(total, total)
        finally:
            wrapper.detach()


def disarmed(cell: str | int) -> str | int:
    """Return a cell that no spreadsheet runs; numbers stay numbers."""
    if isinstance(cell, str) and cell.startswith(_ARMED):
        return f"'{cell}"
    return cell


EXPORTER = CsvTable()
