"""What is asked about reports, as an interface; a part of ``prompts.Prompts``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reviewer.domain.report import CheckKind, CheckLine, ReportBy
from reviewer.domain.report_words import MethodKey
from reviewer.ui.asking.export_questions import Scope


class ReportStep(StrEnum):
    """What a person wants of the page before a report."""

    WRITE = "write"
    GO = "go"  # to what is still to settle
    STATEMENT = "statement"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """What is wanted next, and how the report shall be; ``check`` is where to go."""

    step: ReportStep = ReportStep.WRITE
    by: ReportBy = ReportBy.EVENT
    scope: Scope = Scope.ALL
    protect: bool = False
    check: CheckKind | None = None


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """The page before a report.

    ``checks`` are what is to settle, ``chapters`` gives the titles and counts of the chapters there
    would be, ``counts`` how many passages each scope has, ``protected`` how many names are
    replaced if a person leaves it so.
    """

    checks: Sequence[CheckLine]
    chapters: Callable[[ReportAnswer], Sequence[tuple[str, int]]]
    counts: Mapping[Scope, int]
    protected: int
    now: ReportAnswer = ReportAnswer()


class ReportPrompts(Protocol):
    """Asks about reports."""

    def report(self, question: ReportQuestion) -> ReportAnswer | None:
        """Show what is still to settle, and ask how the report shall be."""
        ...

    def report_statement(self, now: str, default: str) -> str | None:
        """Ask for the words that reports open with, beginning with those of now."""
        ...

    def report_method(self, now: Mapping[MethodKey, str]) -> Mapping[MethodKey, str] | None:
        """Ask for the method, part by part."""
        ...
