"""JSON Lines: one passage a line, the exact text, UTF-8."""

import json
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.columns import FORMAT, row_of

_ROWS_BETWEEN_REPORTS = 100


class JsonLines:
    """One object a line; the first key is the number of the format."""

    key, title, suffix = "jsonl", N_("For programs (JSON Lines)"), ".jsonl"

    def write(
        self, snapshot: Snapshot, target: IO[bytes], progress: Progress, *, exact: bool = False
    ) -> None:
        """Write the lines; ``exact`` changes nothing, since nothing is ever changed here."""
        del exact
        total = snapshot.count()
        for done, passage in enumerate(snapshot.passages()):
            if done % _ROWS_BETWEEN_REPORTS == 0:
                progress.report(done, total)
            line = json.dumps({"format": FORMAT, **row_of(passage)}, ensure_ascii=False)
            target.write(line.encode() + b"\n")
        progress.report(total, total)


EXPORTER = JsonLines()
