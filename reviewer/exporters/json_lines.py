"""JSON Lines: one passage a line, the exact text, UTF-8."""

from typing import BinaryIO

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.columns import CARRIED, COLUMNS, FORMAT, Parts, pages
from reviewer.exporters.record_columns import record_written
from reviewer.exporters.written import json_line

_KEYS = ("format", *COLUMNS[:-CARRIED])


class JsonLines:
    """One object a line; the first key is the number of the format."""

    key, title, suffix = "jsonl", N_("For programs (JSON Lines)"), ".jsonl"

    def write(
        self, snapshot: Snapshot, target: BinaryIO, progress: Progress, *, exact: bool = False
    ) -> None:
        """Write the lines; ``exact`` changes nothing, since nothing is ever changed here."""
        del exact
        for page in pages(snapshot, progress):
            target.write("".join(map(_line, page)).encode())


def passage_values(row: Parts) -> dict[str, object]:
    """Return a passage as one object, in the words in which it is taken in again."""
    cells = (FORMAT, *row.place, *row.words, *row.work, *row.document)
    values: dict[str, object] = dict(zip(_KEYS, cells, strict=True))
    if row.passage.follow_up:
        values["follow_up"] = True
    if row.passage.page:
        values["page"] = row.passage.page
    values |= record_written(row.passage.record)
    return values


def _line(row: Parts) -> str:
    return json_line(passage_values(row))


EXPORTER = JsonLines()
