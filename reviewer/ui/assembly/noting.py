"""From what is written and pressed in the details to operations, and to where links lead."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reviewer.domain.notes import NoteKind
from reviewer.environment.settings import OWN_KEYS, Settings
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.views.details.linked_words import Link
from reviewer.ui.views.frame.desk import JOURNAL, DeskView
from reviewer.workspace.project import Workspace

Run = Callable[[Callable[[], object]], None]
"""Does something a person asked for, and tells what goes wrong."""


class Noting(QObject):
    """Connects the details of an open project."""

    def __init__(
        self, workspace: Workspace, view: DeskView, settings: Settings, run: Run, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._settings = settings
        self._run = run
        self._lent = False  # whether the details are in sight for the writing alone
        details = view.details
        details.note_written.connect(self._note)
        details.statement_written.connect(self._statement)
        details.translation_written.connect(self._translation)
        details.document_note_written.connect(self._document_note)
        details.check_wanted.connect(self._check)
        details.translation_check_wanted.connect(self._check_translation)
        details.looked_again.connect(self._looked_again)
        details.followed.connect(self.follow)
        details.done.connect(view.give_keys_back)
        details.sight_wanted.connect(self._bring_into_sight)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._take_out_of_sight)
        settings.follow(self._follow_settings)
        self._show_keys()

    def follow(self, link: Link) -> None:
        """Go where a link leads."""
        if link.kind is NoteKind.PASSAGE:
            self._run(lambda: self._view.show_passage(link.id))
        elif link.kind is NoteKind.DOCUMENT:
            self._run(lambda: self._view.show_document(link.id))
        else:
            self._run(lambda: self._show_in_journal(link.id))

    def _show_in_journal(self, note: int) -> None:
        self._view.sides.want(JOURNAL)
        self._view.journal.show_note(note)

    def _note(self, passage: int, words: str) -> None:
        self._run(lambda: self._workspace.passages.note(passage, words))

    def _statement(self, passage: int, words: str) -> None:
        self._run(lambda: self._workspace.details.set_statement(passage, words))

    def _translation(self, passage: int, words: str, language: str, translator: str) -> None:
        details = self._workspace.details
        self._run(lambda: details.set_translation(passage, words, language, translator))

    def _document_note(self, document: int, words: str) -> None:
        self._run(lambda: self._workspace.notes.on_document(document, words))

    def _check(self, passage: int, wanted: bool) -> None:
        details = self._workspace.details
        self._run(lambda: (details.check if wanted else details.uncheck)([passage]))

    def _check_translation(self, passage: int, wanted: bool) -> None:
        self._run(lambda: self._workspace.details.check_translation(passage, checked=wanted))

    def _looked_again(self, passage: int) -> None:
        self._run(lambda: self._workspace.definitions.looked_at_again([passage]))

    def _bring_into_sight(self) -> None:
        """Show the details, where they are put away, for as long as they have the keys."""
        if not self._view.details.isVisible():
            self._lent = True
            self._view.details.show()

    def _take_out_of_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._lent and now is not None and not self._view.details.isAncestorOf(now):
            self._lent = False
            self._view.details.hide()

    def _follow_settings(self, keys: frozenset[str]) -> None:
        if OWN_KEYS.key in keys and isValid(self._view):
            self._show_keys()

    def _show_keys(self) -> None:
        keys = {
            command.id: command.shortcuts[0]
            for command in commands_in_use(self._settings)
            if command.shortcuts
        }
        self._view.details.show_keys(keys)
