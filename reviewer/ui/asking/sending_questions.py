"""What is asked before anything is sent out, and what is told after: a part of ``Prompts``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reviewer.ui.asking.annotated_questions import AnnotatedQuestion, AnnotatedWish
from reviewer.ui.asking.export_questions import Scope


class ExportKind(StrEnum):
    """What an export may be."""

    REPORT = "report"
    TABLE = "table"
    DOCUMENTS = "documents"  # with their passages in them
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """A format of other programs: for whom it is, and what it has no room for."""

    key: str
    title: str
    suffix: str
    good_for: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class SendWish:
    """In which format a project goes out, and which of its passages.

    ``protect`` replaces protected names by numbers, where a format leaves the documents at home.
    """

    format: str
    scope: Scope = Scope.ALL
    protect: bool = False


@dataclass(frozen=True, slots=True)
class SendQuestion:
    """What can be sent to other programs; ``counts`` are the passages each scope has.

    ``protected`` is how many names are protected; ``can_protect`` are the formats that go out
    without the documents' own words, so that these names can be replaced.
    """

    offers: Sequence[ProgramOffer]
    begin: SendWish
    counts: Mapping[Scope, int] = field(default_factory=dict)
    protected: int = 0
    can_protect: frozenset[str] = frozenset()


class SendPrompts(Protocol):
    """Asks what goes out, and tells what stayed."""

    def export_kind(self, kinds: Sequence[ExportKind], begin: ExportKind) -> ExportKind | None:
        """Ask what an export shall be, of those that can be had."""
        ...

    def what_to_send(self, question: SendQuestion) -> SendWish | None:
        """Ask in which format of other programs a project goes out, and which passages."""
        ...

    def documents_to_export(self, question: AnnotatedQuestion) -> AnnotatedWish | None:
        """Ask which documents go out with their passages, and how."""
        ...

    def stayed(
        self, done: str, losses: Sequence[str], heading: str, place: Path, *, opens: bool
    ) -> None:
        """Tell what was written, and what of the project the file has no room for.

        ``heading`` says otherwise what stayed, where it is not empty. Ends as ``written`` does.
        """
        ...

    def written(self, done: str, place: Path, *, opens: bool) -> None:
        """Tell in passing what was written and in which folder; a way there, never by itself.

        ``place`` is a file or a folder; ``opens`` where the file itself may be opened too.
        """
        ...
