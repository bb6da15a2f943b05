"""JSON Lines: one passage or row a line, the exact text, UTF-8."""

from collections.abc import Sequence
from typing import IO

from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.formats.lines_written import pages_of
from reviewer.exporters.sheets import Sheet


class JsonLines:
    """One object a line; the first key is the number of the format."""

    key, title, suffix, several = "jsonl", N_("For programs (JSON Lines)"), ".jsonl", False

    def write(
        self,
        sheets: Sequence[Sheet],
        about: About,
        target: IO[bytes],
        progress: Progress,
        *,
        exact: bool = False,
    ) -> int:
        """Write the lines, which are all of one kind, so that none says what the export is.

        ``exact`` changes nothing, since nothing is ever changed here. Returns how many lines.
        """
        del about, exact
        (sheet,) = sheets
        count = 0
        for page in pages_of(sheet, progress):
            target.write("".join(page).encode())
            count += len(page)
        return count


EXPORTER = JsonLines()
