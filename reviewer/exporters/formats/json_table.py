"""JSON: one object, a header that says what the export is, and the rows as JSON Lines has them."""

from collections.abc import Sequence
from typing import IO

from reviewer.domain.exporting import STATEMENT, About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.formats.lines_written import pages_of
from reviewer.exporters.sheets import Sheet
from reviewer.exporters.tables.columns import FORMAT
from reviewer.exporters.written import in_json


class JsonTable:
    """The number of the format, the header, the rows, and behind them how many there were."""

    key, title, suffix, several = "json", N_("For programs (JSON)"), ".json", False

    def write(
        self,
        sheets: Sequence[Sheet],
        about: About,
        target: IO[bytes],
        progress: Progress,
        *,
        exact: bool = False,
    ) -> int:
        """Write the object; ``exact`` changes nothing, since nothing is ever changed here.

        The count stands behind the rows, for it is known when they are written. Returns it.
        """
        del exact
        (sheet,) = sheets
        header = {
            "what": sheet.what,
            "project": about.project,
            "written_at": about.written_at,
            "program": f"Reviewer {about.version}",
            "chosen": [one.sentence for one in about.chosen],
            "protected": about.protected,
            "columns": list(sheet.columns),
            "statement": STATEMENT,
        }
        target.write(f'{{"format": {FORMAT}, "header": {in_json(header)},\n"rows": ['.encode())
        count = 0
        for page in pages_of(sheet, progress):
            rows = ",\n".join([line[:-1] for line in page])
            target.write(((",\n" if count else "\n") + rows).encode())
            count += len(page)
        target.write(f'\n],\n"count": {count}}}\n'.encode())
        return count


EXPORTER = JsonTable()
