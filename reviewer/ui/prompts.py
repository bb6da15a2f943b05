"""Asking a person, as an interface: no dialog is opened anywhere else.

Commands ask through ``Prompts``; the window answers with dialogs (``dialogs/asking.py``), tests
with a script. Every question can be declined, and then the answer is ``None`` or ``False``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reviewer.domain.actors import Named
from reviewer.domain.codebooks import Preview
from reviewer.domain.documents import Document
from reviewer.domain.errors import CannotSave, ReviewerError
from reviewer.domain.reading.dates import DateOrder, Evidence, SiteOrder
from reviewer.domain.tags import Tag
from reviewer.environment.settings import Settings
from reviewer.ui.asking.event_prompts import EventPrompts
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.asking.link_questions import LinkQuestion, LinkWish, SourceQuestion, SourceWish
from reviewer.ui.asking.rating_prompts import RatingPrompts
from reviewer.ui.asking.record_prompts import RecordPrompts
from reviewer.ui.asking.report_prompts import ReportPrompts
from reviewer.ui.asking.sending_questions import SendPrompts
from reviewer.ui.asking.tag_questions import (
    MergeQuestion,
    MergeWish,
    SplitQuestion,
    SplitWish,
    StarterCard,
    TagQuestion,
    TagWish,
)
from reviewer.ui.asking.version_prompts import VersionPrompts
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import Workspace

if TYPE_CHECKING:
    # Command records name the context, the context names the prompts: types only, no circle.
    from reviewer.ui.commands import Command


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person corrected of a document: changed fields only, dates as EDTF.

    ``publisher`` is the actor that publishes it: ``None`` leaves it as it is, one without a name
    takes it off.
    """

    fields: Mapping[str, str]
    dates: Mapping[str, str]
    publisher: Named | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an ambiguous date is meant: for this page, or with its order for the whole site."""

    edtf: str
    order: DateOrder
    evidence: Evidence | None
    whole_site: bool


@dataclass(frozen=True, slots=True)
class NewProject:
    """Where a new project shall lie, and whose name is on the work."""

    path: Path
    analyst: str


class Prompts(
    EventPrompts,
    RecordPrompts,
    RatingPrompts,
    ReportPrompts,
    SendPrompts,
    VersionPrompts,
    Protocol,
):
    """Everything the program ever asks or tells outside its panels."""

    def tell(self, problem: ReviewerError) -> None:
        """Show a sentence a person can act on."""
        ...

    def retry(self, problem: CannotSave) -> bool:
        """Show that nothing could be saved, and ask whether to try again."""
        ...

    def inform(
        self,
        sentence: str,
        *,
        action: str = "",
        run: Callable[[], None] | None = None,
        stays: bool = False,
    ) -> None:
        """Show, in passing, what was done; goes away by itself unless it ``stays``.

        ``action`` is the verb on its button, ``run`` what the button does.
        """
        ...

    def confirm(self, question: str, deed: str) -> bool:
        """Ask before something; ``deed`` is the verb on the button."""
        ...

    def new_project(self, suggested: Path, analyst: str) -> NewProject | None:
        """Ask where a new project shall lie, and the analyst's name if it is not known."""
        ...

    def project_to_open(self, folder: Path) -> Path | None:
        """Ask which project to open."""
        ...

    def files_to_import(self) -> list[Path]:
        """Ask which files to import."""
        ...

    def folder_to_import(self) -> list[Path]:
        """Ask which folder to import with everything in it."""
        ...

    def what_to_export(self, question: ExportQuestion) -> ExportWish | None:
        """Ask what to export, in which format and which columns, and about protected names."""
        ...

    def file_to_export(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> "tuple[Path, str] | None":
        """Ask where to export to and in which of the formats (key, title, suffix)."""
        ...

    def analyst_name(self, current: str) -> str | None:
        """Ask whose name stands with the work."""
        ...

    def reason(self, question: str, known: Sequence[str]) -> str | None:
        """Ask for a reason in one line, offering those given before."""
        ...

    def tag(
        self,
        tags: Sequence[Tag],
        words: str,
        *,
        at_once: bool = False,
        quoted: bool = True,
    ) -> "Tag | str | None":
        """Ask for a tag, narrowed as one types; a string is the name of a new one.

        ``at_once`` lets a tag's key answer. ``quoted`` are words of a document.
        """
        ...

    def describe_link(self, question: LinkQuestion) -> LinkWish | None:
        """Ask for everything that is said of a link, or whether it shall go."""
        ...

    def source(self, question: SourceQuestion) -> SourceWish | None:
        """Ask what is known of a source that is not in the project."""
        ...

    def describe_tag(self, question: TagQuestion) -> TagWish | None:
        """Ask for everything that is said of a tag."""
        ...

    def merge_tags(self, question: MergeQuestion) -> MergeWish | None:
        """Ask which tag shall go into which other, and what it means then."""
        ...

    def split_tag(self, question: SplitQuestion) -> SplitWish | None:
        """Ask which passages shall go under a new tag."""
        ...

    def codebook_to_read(self, suffixes: Sequence[str]) -> Path | None:
        """Ask which codebook to take in, a file of one of these endings."""
        ...

    def take_in_codebook(self, preview: Preview) -> frozenset[int] | None:
        """Show what a codebook would bring; returns the places of the tags to take over."""
        ...

    def starter_codebook(self, cards: Sequence[StarterCard]) -> str | None:
        """Ask for a codebook to begin with, by its key."""
        ...

    def left_out(self, done: str, left: Sequence[str], *, of_codebook: bool = True) -> None:
        """Tell what was done with a codebook, and each thing that was left out of it and why.

        Or what was done with actors, and each thing to be known of it.
        """
        ...

    def codebook_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to export the codebook to, and in which of the formats."""
        ...

    def picture_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to save a picture, and in which of the formats."""
        ...

    def describe(
        self, documents: Sequence[Document], workspace: Workspace | None = None
    ) -> Correction | None:
        """Ask what is to be corrected of documents' titles, dates and sources.

        With ``workspace`` for the actor that publishes them too.
        """
        ...

    def settle_date(
        self,
        document: Document,
        field: str,
        readings: Sequence[str],
        order: SiteOrder,
        unsettled: int,
    ) -> Settlement | None:
        """Ask how the words of a date are meant, with what other pages of its site show.

        ``unsettled`` is how many documents of the site wait for the same answer.
        """
        ...

    def legend(self, commands: Sequence["Command"]) -> str:
        """Show every command with its keys; says what a person went on to: page, keys, nothing."""
        ...

    def help(self, page: str, at: str, commands: Sequence["Command"]) -> None:
        """Show a page of the help beside the work, at a heading; ``commands`` are its keys."""
        ...

    def settings(self, settings: Settings, at: str) -> bool:
        """Let settings be changed, beginning at one; says whether the keys are to be changed."""
        ...

    def shortcuts(self, settings: Settings, tags: Sequence["Command"], at: str) -> None:
        """Let the keys of commands be changed; those of ``tags`` are taken."""
        ...

    def about(self, sqlite: str, project: Path | None) -> None:
        """Show what program this is, and where things lie; ``sqlite`` is that library's version."""
        ...

    def imported(
        self,
        outcomes: Sequence[Outcome],
        *,
        stopped: bool = False,
        details: Callable[[], None] | None = None,
    ) -> None:
        """Tell what became of an import; ``details`` shows what became of each file."""
        ...
