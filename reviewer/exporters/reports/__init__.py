"""Reports to read: one format a module with a ``REPORT``, found by itself.

A format is given a ``domain.report.Report`` and a voice; it goes through the chapters once, in
order, and never gathers their passages. Decided against a template language: escaping stands in one
function for each format, and a hundred thousand passages are written as they come.
"""

from collections.abc import Iterator
from typing import IO, Protocol, cast

from reviewer import exporters
from reviewer.domain.progress import Progress
from reviewer.domain.report import Account, Chapter, Report, Voice

_REPORT_EVERY = 100


class ReportFormat(Protocol):
    """One format: what it is called on the command line and on screen, and how it is written."""

    key: str
    title: str
    suffix: str

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the report to ``target``; raises ``Cancelled`` when asked to stop."""
        ...


def all_reports() -> list[ReportFormat]:
    """Return every format of reports, that which most people want first."""
    found = cast("Iterator[ReportFormat]", exporters.found_in(__name__, __path__, "REPORT"))
    return sorted(found, key=lambda one: (one.key != "html", one.key))


class Watched:
    """Counts the accounts of all chapters for whoever watches."""

    def __init__(self, report: Report, progress: Progress) -> None:
        self._progress = progress
        self._done = 0
        self._total = sum(chapter.count for chapter in report.chapters)
        progress.report(0, self._total)

    def accounts(self, chapter: Chapter) -> Iterator[Account]:
        """Give a chapter's accounts; raises ``Cancelled`` when the person asked to stop."""
        for account in chapter.accounts:
            if self._done % _REPORT_EVERY == 0:
                self._progress.report(self._done, self._total)
            self._done += 1
            yield account

    def finish(self) -> None:
        """Say that all is written."""
        self._progress.report(self._total, self._total)
