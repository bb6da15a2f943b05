"""JSON Lines: one passage or row a line, the exact text, UTF-8."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO

from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.sheets import Sheet, Values
from reviewer.exporters.written import json_line

_AT_ONCE = 100


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
        for page in pages_of(sheet.lines(progress)):
            target.write("".join(map(json_line, page)).encode())
            count += len(page)
        return count


def pages_of(lines: Iterator[Values]) -> Iterator[list[Values]]:
    """Give rows a hundred at a time."""
    while page := list(islice(lines, _AT_ONCE)):
        yield page


EXPORTER = JsonLines()
