"""The window's answers to ``Prompts``: every dialog of the program is opened here.

What stands in the way of going on is a dialog; what is only to be known is a notice. Files are
chosen with the system's own dialogs (``native=False`` shows Qt's, as tests need).

A dialog's file is read when the dialog is first asked for: reading all of them kept the window's
first picture waiting.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.domain.codebooks import Preview
from reviewer.domain.documents import Document
from reviewer.domain.errors import Cancelled, ProjectProblem, ReviewerError
from reviewer.domain.reading.dates import SiteOrder
from reviewer.domain.steps import EarlierWork, NothingToUndo
from reviewer.domain.tags import Tag
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.asking.link_questions import LinkQuestion, LinkWish, SourceQuestion, SourceWish
from reviewer.ui.asking.tag_questions import (
    MergeQuestion,
    MergeWish,
    SplitQuestion,
    SplitWish,
    StarterCard,
    TagQuestion,
    TagWish,
)
from reviewer.ui.commands import Command
from reviewer.ui.dialogs.asking_events import EventDialogs
from reviewer.ui.dialogs.asking_exports import ExportDialogs
from reviewer.ui.dialogs.asking_ratings import RatingDialogs
from reviewer.ui.dialogs.asking_records import RecordDialogs
from reviewer.ui.dialogs.asking_reports import ReportDialogs
from reviewer.ui.dialogs.asking_versions import VersionDialogs
from reviewer.ui.prompts import Correction, NewProject, Settlement
from reviewer.ui.views.frame.notice import Notice
from reviewer.ui.wording import sentence
from reviewer.workspace.groups import UnderWay
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import SUFFIX, Workspace
from reviewer.workspace.waiting_files import readable_suffixes
from reviewer.workspace.work_apart import work_suffixes

if TYPE_CHECKING:
    from reviewer.ui.dialogs.help_window import HelpWindow
    from reviewer.ui.dialogs.reason import OneLine

MOST_IN_PASSING = 1  # sentences of what was left out
IN_PASSING = (UnderWay, Cancelled, EarlierWork, NothingToUndo)


class Dialogs(
    EventDialogs, RecordDialogs, RatingDialogs, ExportDialogs, ReportDialogs, VersionDialogs
):
    """Asks over ``window`` and tells at its lower edge; a ``Prompts`` and a little more."""

    def __init__(self, window: QWidget, settings: Settings, *, native: bool = True) -> None:
        self._window = window
        self._settings = settings
        self.notice = Notice(window)
        self._native = native
        self._help: HelpWindow | None = None
        self._folder = Path.home()

    def tell(self, problem: ReviewerError) -> None:
        """Show a problem: with the project itself or a list in a dialog, else as a notice."""
        from reviewer.ui.dialogs.problem import Problem, is_long

        if isinstance(problem, ProjectProblem) or is_long(sentence(problem)):
            self._ask(Problem(problem, self._window))
        elif isinstance(problem, IN_PASSING):
            self.notice.caution(sentence(problem))
        else:
            self.notice.error(sentence(problem))

    def inform(
        self,
        sentence: str,
        *,
        action: str = "",
        run: Callable[[], None] | None = None,
        stays: bool = False,
    ) -> None:
        """Show in passing what was done."""
        tell = self.notice.keep if stays else self.notice.tell
        tell(sentence, action=action, run=run)

    def retry(self, problem: ReviewerError) -> bool:
        """Show a problem that may pass, such as a full disk; says whether to try again."""
        from reviewer.ui.dialogs.problem import Problem

        return self._ask(Problem(problem, self._window, retry=True))

    def new_project(self, suggested: Path, analyst: str) -> NewProject | None:
        """Ask where a new project shall lie, and the analyst's name if it is not known."""
        from reviewer.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(suggested, analyst, self._window, native=self._native)
        return dialog.choice() if self._ask(dialog) else None

    def project_to_open(self, folder: Path) -> Path | None:
        """Ask which project to open."""
        dialog = self._files(_("Open project"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [_("Reviewer projects (*{suffix})").format(suffix=SUFFIX), _("All files (*)")]
        )
        chosen = self._chosen(dialog)
        return chosen[0] if chosen else None

    def files_to_import(self) -> list[Path]:
        """Ask which files to import."""
        dialog = self._files(_("Import documents"), self._imported_from())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = " ".join(
            f"*{suffix}" for suffix in sorted({*readable_suffixes(), *work_suffixes()})
        )
        dialog.setNameFilters(
            [_("Files that can be read ({suffixes})").format(suffixes=known), _("All files (*)")]
        )
        chosen = self._chosen(dialog)
        if chosen:
            self._settings.remember_imported_from(chosen[0].parent)
        return chosen

    def folder_to_import(self) -> list[Path]:
        """Ask which folder to import with everything in it."""
        dialog = self._files(_("Import a folder"), self._imported_from())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = self._chosen(dialog)
        if chosen:
            self._settings.remember_imported_from(chosen[0])
        return chosen

    def file_to_export(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to export to and in which of the formats (key, title, suffix)."""
        return self._place_to_write(_("Export"), suggested, formats)

    def left_out(self, done: str, left: Sequence[str], *, of_codebook: bool = True) -> None:
        """Tell what was done, of a codebook or of actors, and each thing to be known of it."""
        from reviewer.ui.dialogs.left_out import LeftOut

        if len(left) > MOST_IN_PASSING:
            self._ask(LeftOut(done, left, self._window, of_codebook=of_codebook))
        else:
            self.notice.tell(" ".join((done, *left)))

    def codebook_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to send the codebook out to, and in which of the formats."""
        return self._place_to_write(_("Export codebook"), suggested, formats)

    def picture_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to save a picture, and in which of the formats."""
        return self._place_to_write(_("Save picture"), suggested, formats)

    def analyst_name(self, current: str) -> str | None:
        """Ask whose name stands with the work."""
        from reviewer.ui.dialogs.reason import OneLine

        return self._line(
            OneLine(
                _("Your name"),
                title=_("Your name"),
                help_words=_("It stands with every passage you tag, and in exports."),
                current=current,
                parent=self._window,
            )
        )

    def reason(self, question: str, known: Sequence[str]) -> str | None:
        """Ask for a reason in one line, offering those given before by their numbers."""
        from reviewer.ui.dialogs.reason import OneLine

        help_words = _("A number takes the reason beside it.") if known else ""
        return self._line(
            OneLine(
                question,
                title=_("Reason"),
                help_words=help_words,
                known=known,
                parent=self._window,
            )
        )

    def tag(
        self,
        tags: Sequence[Tag],
        words: str,
        *,
        at_once: bool = False,
        quoted: bool = True,
    ) -> Tag | str | None:
        """Ask for a tag, beside the caret."""
        from reviewer.ui.dialogs.tag_picker import TagPicker, place_for

        picker = TagPicker(tags, words, self._window, at_once=at_once, quoted=quoted)
        picker.place_near(*place_for(self._window))
        return picker.choice() if self._ask(picker) else None

    def describe_link(self, question: LinkQuestion) -> LinkWish | None:
        """Ask for everything that is said of a link, or whether it shall go."""
        from reviewer.ui.dialogs.link import LinkDialog

        dialog = LinkDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def source(self, question: SourceQuestion) -> SourceWish | None:
        """Ask what is known of a source that is not in the project."""
        from reviewer.ui.dialogs.source import SourceDialog

        dialog = SourceDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def describe_tag(self, question: TagQuestion) -> TagWish | None:
        """Ask for everything that is said of a tag."""
        from reviewer.ui.dialogs.tag import TagDialog

        dialog = TagDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def merge_tags(self, question: MergeQuestion) -> MergeWish | None:
        """Ask which tag shall go into which other, and what it means then."""
        from reviewer.ui.dialogs.merge_tags import MergeDialog

        dialog = MergeDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def split_tag(self, question: SplitQuestion) -> SplitWish | None:
        """Ask which passages shall go under a new tag."""
        from reviewer.ui.dialogs.split_tag import SplitDialog

        dialog = SplitDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def codebook_to_read(self, suffixes: Sequence[str]) -> Path | None:
        """Ask which codebook to take in, a file of one of these endings."""
        dialog = self._files(_("Import codebook"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog.setNameFilters(
            [_("Codebooks ({suffixes})").format(suffixes=known), _("All files (*)")]
        )
        chosen = self._chosen(dialog)
        return chosen[0] if chosen else None

    def take_in_codebook(self, preview: Preview) -> frozenset[int] | None:
        """Show what a codebook would bring; returns the places of the tags to take over."""
        from reviewer.ui.dialogs.take_in_codebook import TakeInDialog

        dialog = TakeInDialog(preview, self._window)
        return dialog.places() if self._ask(dialog) else None

    def starter_codebook(self, cards: Sequence[StarterCard]) -> str | None:
        """Ask for a codebook to begin with, by its key."""
        from reviewer.ui.dialogs.starters import StartersDialog

        dialog = StartersDialog(cards, self._window)
        return dialog.key() if self._ask(dialog) else None

    def imported(
        self,
        outcomes: Sequence[Outcome],
        *,
        stopped: bool = False,
        details: Callable[[], None] | None = None,
    ) -> None:
        """Tell in passing what became of an import; of a single file, why it was refused."""
        from reviewer.ui.models.import_words import refused, summary

        problems = refused(outcomes)
        if len(outcomes) == 1 and problems:
            self.tell(problems[0][1])
        else:
            action = _("Details") if details is not None else ""
            self.notice.tell(summary(outcomes, stopped=stopped), action=action, run=details)

    def about(self, sqlite: str, project: Path | None) -> None:
        """Show what program this is, and where things lie; ``sqlite`` is that library's version."""
        from reviewer.ui.dialogs.about import About

        self._ask(About(sqlite, project, self._window))

    def legend(self, commands: Sequence[Command]) -> str:
        """Show every command with its keys; says what a person went on to from there."""
        from reviewer.ui.dialogs.legend import Legend

        dialog = Legend(commands, self._window)
        self._ask(dialog)
        return dialog.wanted

    def help(self, page: str, at: str, commands: Sequence[Command]) -> None:
        """Show a page of the help beside the work; it stays open until it is closed."""
        from reviewer.ui.dialogs.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.open_page(page, at, commands)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def settings(self, settings: Settings, at: str) -> bool:
        """Show the settings; says whether a person went on to the keys of the commands."""
        from reviewer.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(settings, at, self._window)
        self._ask(dialog)
        return dialog.keys_wanted

    def shortcuts(self, settings: Settings, tags: Sequence[Command], at: str) -> None:
        """Show the keys of all commands, to be changed."""
        from reviewer.ui.dialogs.shortcuts import ShortcutsDialog

        self._ask(ShortcutsDialog(settings, tags, at, self._window))

    def describe(
        self, documents: Sequence[Document], workspace: Workspace | None = None
    ) -> Correction | None:
        """Ask what is to be corrected of documents' titles, dates and sources."""
        from reviewer.ui.dialogs.describe import DescribeDialog

        dialog = DescribeDialog(documents, self._window, workspace)
        return dialog.correction() if self._ask(dialog) else None

    def settle_date(
        self,
        document: Document,
        field: str,
        readings: Sequence[str],
        order: SiteOrder,
        unsettled: int,
    ) -> Settlement | None:
        """Ask how the words of a date are meant, with what other pages of its site show."""
        from reviewer.ui.dialogs.settle_date import SettleDateDialog

        dialog = SettleDateDialog(document, field, readings, order, unsettled, self._window)
        return dialog.settlement() if self._ask(dialog) else None

    def _line(self, dialog: "OneLine") -> str | None:
        return dialog.answer() if self._ask(dialog) else None
