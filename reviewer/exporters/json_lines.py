"""JSON Lines: one passage a line, the exact text, UTF-8."""

import json
from typing import BinaryIO

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.columns import COLUMNS, FORMAT, Parts, pages

_KEYS = ("format", *COLUMNS)
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# Characters that some readers take for the end of a line; the value stays the same.
_ENDS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


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


def _line(row: Parts) -> str:
    line = _ENCODE(
        dict(zip(_KEYS, (FORMAT, *row.place, *row.words, *row.work, *row.document), strict=True))
    )
    for mark, escape in _ENDS.items():
        line = line.replace(mark, escape)
    return line + "\n"


EXPORTER = JsonLines()
