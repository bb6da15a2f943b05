"""Prompts that answer by a script, for whatever drives the window without a person.

What shall be answered is said before: ``prompts.will("tag", allegation, None)`` answers the next
two questions for a tag. An answer that can be called is called with the question's arguments, to
choose among what is offered. A question nobody foresaw fails the test by its name.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewer.domain.codebooks import Preview
from reviewer.domain.documents import Document
from reviewer.domain.errors import CannotSave, ReviewerError
from reviewer.domain.events import Asked, NewEvent, WorkingFigure
from reviewer.domain.fields import FieldWish
from reviewer.domain.reading.dates import SiteOrder
from reviewer.domain.reading.number_tables import NumberTable
from reviewer.domain.report_words import MethodKey
from reviewer.domain.tags import Tag
from reviewer.environment.settings import Settings
from reviewer.ui.asking.annotated_questions import AnnotatedQuestion, AnnotatedWish
from reviewer.ui.asking.event_prompts import Choosing, Entry, Working
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.asking.link_questions import LinkQuestion, LinkWish, SourceQuestion, SourceWish
from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion
from reviewer.ui.asking.sending_questions import ExportKind, SendQuestion, SendWish
from reviewer.ui.asking.tag_questions import (
    MergeQuestion,
    MergeWish,
    SplitQuestion,
    SplitWish,
    StarterCard,
    TagQuestion,
    TagWish,
)
from reviewer.ui.asking.version_prompts import (
    Dropped,
    ReplaceQuestion,
    VersionsQuestion,
    VersionWish,
)
from reviewer.ui.commands import Command
from reviewer.ui.prompts import Correction, NewProject, Settlement
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import Workspace


class ScriptedPrompts:
    """Implements ``Prompts``: queued answers, and a record of all that was asked and told.

    ``told`` are problems, ``informed`` are sentences in passing, ``reports`` the outcomes of each
    import, ``places`` what was exported and whether it opens, ``asked`` the names of the questions
    in order, ``unforeseen`` those without an answer: command dispatch catches what they raise, so a
    test may look here too.
    """

    def __init__(self) -> None:
        self.told: list[ReviewerError] = []
        self.informed: list[str] = []
        self.reports: list[list[Outcome]] = []
        self.asked: list[str] = []
        self.unforeseen: list[str] = []
        self.places: list[tuple[Path, bool]] = []
        self.offered: tuple[str, Callable[[], None]] | None = None
        self._answers: defaultdict[str, deque[object]] = defaultdict(deque)

    def will(self, question: str, *answers: object) -> None:
        """Queue answers to a question, named like the method of ``Prompts``; ``None`` declines."""
        if not callable(getattr(self, question, None)):
            raise KeyError(question)
        self._answers[question].extend(answers)

    def unused(self) -> list[str]:
        """Return the questions that were foreseen and not asked."""
        return [question for question, answers in self._answers.items() if answers]

    def tell(self, problem: ReviewerError) -> None:
        """Keep a problem."""
        self.told.append(problem)

    def retry(self, problem: CannotSave) -> bool:
        """Keep a problem, and answer from the script."""
        self.told.append(problem)
        return bool(self._next("retry", problem))

    def inform(
        self,
        sentence: str,
        *,
        action: str = "",
        run: Callable[[], None] | None = None,
        stays: bool = False,  # noqa: ARG002 - nothing goes away here
    ) -> None:
        """Keep a sentence, and what its button would do."""
        self.informed.append(sentence)
        self.offered = None if run is None else (action, run)

    def imported(
        self,
        outcomes: Sequence[Outcome],
        *,
        stopped: bool = False,  # noqa: ARG002 - told in the outcomes
        details: Callable[[], None] | None = None,  # noqa: ARG002 - likewise
    ) -> None:
        """Keep what became of an import."""
        self.reports.append(list(outcomes))

    def legend(self, commands: Sequence[Command]) -> str:
        """Keep that the keys were asked for, and answer from the script where it says something."""
        if self._answers["legend"]:
            return str(self._next("legend", commands))
        self.asked.append("legend")
        return ""

    def help(self, page: str, at: str, commands: Sequence[Command]) -> None:  # noqa: ARG002
        """Keep which page was asked for."""
        self.asked.append(f"help:{page}#{at}" if at else f"help:{page}")

    def settings(self, settings: Settings, at: str) -> bool:
        """Answer from the script, where there is an answer."""
        if self._answers["settings"]:
            return bool(self._next("settings", settings, at))
        self.asked.append(f"settings:{at}")
        return False

    def shortcuts(self, settings: Settings, tags: Sequence[Command], at: str) -> None:  # noqa: ARG002
        """Keep that the keys were to be changed."""
        self.asked.append(f"shortcuts:{at}")

    def about(self, sqlite: str, project: Path | None) -> None:  # noqa: ARG002 - likewise
        """Keep that the program was asked about."""
        self.asked.append("about")

    def folder_to_import(self) -> list[Path]:
        """Answer from the script."""
        return list(self._next("folder_to_import") or [])

    def confirm(self, question: str, deed: str) -> bool:
        """Answer from the script."""
        return bool(self._next("confirm", question, deed))

    def new_project(self, suggested: Path, analyst: str) -> NewProject | None:
        """Answer from the script."""
        answer: NewProject | None = self._next("new_project", suggested, analyst)
        return answer

    def project_to_open(self, folder: Path) -> Path | None:
        """Answer from the script."""
        answer: Path | None = self._next("project_to_open", folder)
        return answer

    def files_to_import(self) -> list[Path]:
        """Answer from the script."""
        return list(self._next("files_to_import") or [])

    def export_kind(self, kinds: Sequence[ExportKind], begin: ExportKind) -> ExportKind | None:
        """Answer from the script; without one, what was exported last."""
        if not self._answers["export_kind"]:
            return begin
        answer: ExportKind | None = self._next("export_kind", kinds, begin)
        return answer

    def what_to_send(self, question: SendQuestion) -> SendWish | None:
        """Answer from the script."""
        answer: SendWish | None = self._next("what_to_send", question)
        return answer

    def documents_to_export(self, question: AnnotatedQuestion) -> AnnotatedWish | None:
        """Answer from the script."""
        answer: AnnotatedWish | None = self._next("documents_to_export", question)
        return answer

    def stayed(
        self,
        done: str,
        losses: Sequence[str],
        heading: str,  # noqa: ARG002 - only the losses are looked at
        place: Path,
        *,
        opens: bool,
    ) -> None:
        """Keep what was told."""
        self.written("\n".join((done, *losses)), place, opens=opens)

    def written(self, done: str, place: Path, *, opens: bool) -> None:
        """Keep what was told, and where it was said to lie."""
        self.informed.append(done)
        self.places.append((place, opens))

    def what_to_export(self, question: ExportQuestion) -> ExportWish | None:
        """Answer from the script, a word alone too; without one, what was exported last."""
        if not self._answers["what_to_export"]:
            return question.begin
        answer: ExportWish | str | None = self._next("what_to_export", question)
        return ExportWish(answer) if isinstance(answer, str) else answer

    def file_to_export(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Answer from the script."""
        answer: tuple[Path, str] | None = self._next("file_to_export", suggested, formats)
        return answer

    def analyst_name(self, current: str) -> str | None:
        """Answer from the script."""
        answer: str | None = self._next("analyst_name", current)
        return answer

    def reason(self, question: str, known: Sequence[str]) -> str | None:
        """Answer from the script."""
        answer: str | None = self._next("reason", question, known)
        return answer

    def tag(
        self,
        tags: Sequence[Tag],
        words: str,
        *,
        at_once: bool = False,  # noqa: ARG002 - nobody types here
        quoted: bool = True,  # noqa: ARG002 - likewise
    ) -> Tag | str | None:
        """Answer from the script."""
        answer: Tag | str | None = self._next("tag", tags, words)
        return answer

    def describe_link(self, question: LinkQuestion) -> LinkWish | None:
        """Answer from the script."""
        answer: LinkWish | None = self._next("describe_link", question)
        return answer

    def source(self, question: SourceQuestion) -> SourceWish | None:
        """Answer from the script."""
        answer: SourceWish | None = self._next("source", question)
        return answer

    def describe_tag(self, question: TagQuestion) -> TagWish | None:
        """Answer from the script."""
        answer: TagWish | None = self._next("describe_tag", question)
        return answer

    def number_words(self, table: NumberTable) -> NumberTable | None:
        """Answer from the script."""
        answer: NumberTable | None = self._next("number_words", table)
        return answer

    def rating(self, question: RatingQuestion) -> RatingWish | None:
        """Answer from the script."""
        answer: RatingWish | None = self._next("rating", question)
        return answer

    def report(self, question: ReportQuestion) -> ReportAnswer | None:
        """Answer from the script."""
        answer: ReportAnswer | None = self._next("report", question)
        return answer

    def report_statement(self, now: str, default: str) -> str | None:
        """Answer from the script."""
        answer: str | None = self._next("report_statement", now, default)
        return answer

    def report_method(self, now: Mapping[MethodKey, str]) -> Mapping[MethodKey, str] | None:
        """Answer from the script."""
        answer: Mapping[MethodKey, str] | None = self._next("report_method", now)
        return answer

    def tag_fields(self, question: FieldsQuestion) -> Sequence[FieldWish] | None:
        """Answer from the script."""
        answer: Sequence[FieldWish] | None = self._next("tag_fields", question)
        return answer

    def merge_tags(self, question: MergeQuestion) -> MergeWish | None:
        """Answer from the script."""
        answer: MergeWish | None = self._next("merge_tags", question)
        return answer

    def split_tag(self, question: SplitQuestion) -> SplitWish | None:
        """Answer from the script."""
        answer: SplitWish | None = self._next("split_tag", question)
        return answer

    def codebook_to_read(self, suffixes: Sequence[str]) -> Path | None:
        """Answer from the script."""
        answer: Path | None = self._next("codebook_to_read", suffixes)
        return answer

    def take_in_codebook(self, preview: Preview) -> frozenset[int] | None:
        """Answer from the script."""
        answer: frozenset[int] | None = self._next("take_in_codebook", preview)
        return answer

    def starter_codebook(self, cards: Sequence[StarterCard]) -> str | None:
        """Answer from the script."""
        answer: str | None = self._next("starter_codebook", cards)
        return answer

    def left_out(
        self,
        done: str,
        left: Sequence[str],
        *,
        of_codebook: bool = True,  # noqa: ARG002 - the same is told
    ) -> None:
        """Keep what was said, a sentence after the other."""
        self.informed.append(" ".join((done, *left)))

    def codebook_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Answer from the script."""
        answer: tuple[Path, str] | None = self._next("codebook_to_write", suggested, formats)
        return answer

    def picture_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Answer from the script."""
        answer: tuple[Path, str] | None = self._next("picture_to_write", suggested, formats)
        return answer

    def describe(
        self,
        documents: Sequence[Document],
        workspace: Workspace | None = None,  # noqa: ARG002 - the dialog completes names by it
    ) -> Correction | None:
        """Answer from the script."""
        answer: Correction | None = self._next("describe", documents)
        return answer

    def settle_date(
        self,
        document: Document,
        field: str,
        readings: Sequence[str],
        order: SiteOrder,
        unsettled: int,
    ) -> Settlement | None:
        """Answer from the script."""
        answer: Settlement | None = self._next(
            "settle_date", document, field, readings, order, unsettled
        )
        return answer

    def event(self, proposed: NewEvent, about: str) -> NewEvent | None:
        """Answer from the script; told to take what was proposed, it does."""
        answer: NewEvent | None = self._next("event", proposed, about)
        return answer

    def pick(self, choosing: Choosing) -> Entry | str | None:
        """Answer from the script."""
        answer: Entry | str | None = self._next("pick", choosing)
        return answer

    def question_asked(self, now: Asked, event: str) -> Asked | None:
        """Answer from the script."""
        answer: Asked | None = self._next("question_asked", now, event)
        return answer

    def working_figure(self, question: str, now: WorkingFigure | None, said: str) -> Working | None:
        """Answer from the script."""
        answer: Working | None = self._next("working_figure", question, now, said)
        return answer

    def newer_version(self, document: str) -> Path | None:
        """Answer from the script."""
        answer: Path | None = self._next("newer_version", document)
        return answer

    def replace_version(self, question: ReplaceQuestion) -> str | None:
        """Answer from the script."""
        answer: str | None = self._next("replace_version", question)
        return answer

    def versions(self, question: VersionsQuestion) -> VersionWish | None:
        """Answer from the script."""
        answer: VersionWish | None = self._next("versions", question)
        return answer

    def original_to_write(self, suggested: Path) -> Path | None:
        """Answer from the script."""
        answer: Path | None = self._next("original_to_write", suggested)
        return answer

    def folder_for_originals(self, begin: Path) -> Path | None:
        """Answer from the script."""
        answer: Path | None = self._next("folder_for_originals", begin)
        return answer

    def paper_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Answer from the script."""
        answer: tuple[Path, str] | None = self._next("paper_to_write", suggested, formats)
        return answer

    def dropped_on(self, name: str, document: str) -> Dropped | None:
        """Answer from the script."""
        answer: Dropped | None = self._next("dropped_on", name, document)
        return answer

    def _next(self, question: str, *arguments: object) -> Any:
        self.asked.append(question)
        if not self._answers[question]:
            self.unforeseen.append(question)
            raise AssertionError(f"nobody foresaw the question {question!r}")
        answer = self._answers[question].popleft()
        return answer(*arguments) if callable(answer) else answer
