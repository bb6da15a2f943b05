"""Reports to read: what they open with, what is to settle before, and how they are written."""

from collections.abc import Callable
from dataclasses import replace
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.report import ENGLISH, CheckLine, Report
from reviewer.domain.report_words import (
    MethodKey,
    default_statement,
    kept,
    statement_read,
    statement_written,
)
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.text import normalise
from reviewer.exporters import with_key
from reviewer.exporters.reports import ReportFormat, all_reports
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.exported import Compare, WholeSnapshot
from reviewer.workspace.history import History
from reviewer.workspace.operations.comparison import ComparisonOperations
from reviewer.workspace.printing import printer
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.reporting.front import METHOD_KEY, STATEMENT_KEY, Front
from reviewer.workspace.reporting.reported import Reporter, ReportWish


class ReportOperations:
    """Reports of an open project; only the statement and the method are ever changed by it."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        keeper: RecordKeeper,
        comparison: ComparisonOperations,
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._history = history
        self._keeper = keeper
        self._comparison = comparison
        self._now = now

    def formats(self) -> list[ReportFormat]:
        """Return the formats of reports, in the order people should meet them."""
        return all_reports()

    def statement(self) -> str | None:
        """Return the opening statement somebody wrote: ``None`` the default, empty taken away.

        ``{done}``, ``{documents}`` and ``{day}`` in it are filled in for each report.
        """
        return statement_read(self._project.settings.get(STATEMENT_KEY))

    def set_statement(self, words: str | None) -> None:
        """Open reports with these words; ``None``: with the default again, empty: with none.

        Raises ``NotAllowed`` for more than fit.
        """
        words = None if words is None else kept(normalise(words).text)
        if words == default_statement().sentence:
            words = None
        if words != self.statement():
            with self._history.step("report.statement"):
                self._project.settings.set(STATEMENT_KEY, statement_written(words), self._now())

    def method(self) -> dict[MethodKey, str]:
        """Return what analysts wrote of their method, part by part; empty where nothing."""
        return {key: self._project.settings.get(METHOD_KEY.format(key)) for key in MethodKey}

    def set_method(self, key: MethodKey, words: str) -> None:
        """Write a part of the method; raises ``NotAllowed`` for more than fit."""
        words = kept(normalise(words).text)
        if words != self.method()[key]:
            with self._history.step("report.method"):
                self._project.settings.set(METHOD_KEY.format(key), words, self._now())

    def checks(self) -> tuple[CheckLine, ...]:
        """Return what is to settle before a report, each with its base and its list."""
        return Front(self._project, ENGLISH).checks()

    def chapters(self, wish: ReportWish) -> Report:
        """Return the report for a preview; its accounts are read when they are gone through."""
        return self.reporter(wish).report(self._now())

    def write(
        self, key: str, target: IO[bytes], progress: Progress, wish: ReportWish | None = None
    ) -> int:
        """Write a report to ``target``, all of it from one moment; returns how many passages.

        Raises ``NotFound`` for a format there is not, ``Cancelled`` when asked to stop.
        """
        wish = wish or ReportWish()
        written = with_key(key, all_reports())
        with self._project.connection.reading():
            report = replace(self.reporter(wish).report(self._now()), print_pages=printer())
            written.write(report, target, progress, wish.voice)
            return report.passages

    def reporter(self, wish: ReportWish) -> Reporter:
        """Return what puts a report together; to be used within one reading of the project."""
        compare: Compare = self._comparison.figures

        def snapshot(chosen: PassageFilter) -> WholeSnapshot:
            return WholeSnapshot(self._project, self._keeper, compare, chosen, protect=wish.protect)

        return Reporter(
            self._project,
            self._comparison,
            snapshot,
            Front(self._project, wish.voice, strict=wish.strict),
            wish,
        )
