"""A codebook as a table (CSV), with formulas disarmed as in the table of passages."""

import codecs
import csv
import io
from collections.abc import Sequence
from typing import IO

from reviewer.domain.codebooks import COLUMNS, Entry
from reviewer.domain.disarming import disarmed
from reviewer.domain.words import N_
from reviewer.exporters.codebooks import values_of


class CodebookTable:
    """One row a tag: UTF-8 with a byte order mark, CRLF."""

    key, title, suffix = "csv", N_("Table (CSV)"), ".csv"

    def write(self, entries: Sequence[Entry], target: IO[bytes]) -> None:
        """Write the table."""
        lines = io.StringIO(newline="")
        rows = (map(disarmed, values_of(entry).values()) for entry in entries)
        csv.writer(lines, lineterminator="\r\n").writerows([COLUMNS, *rows])
        target.write(codecs.BOM_UTF8 + lines.getvalue().encode())


CODEBOOK_EXPORTER = CodebookTable()
