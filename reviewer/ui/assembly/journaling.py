"""From what is written in the project's notes to operations, and to where their links lead."""

from PySide6.QtCore import QObject

from reviewer.ui.assembly.noting import Run
from reviewer.ui.views.frame.desk import JOURNAL, DeskView
from reviewer.workspace.project import Workspace


class Journaling(QObject):
    """Connects the journal of an open project."""

    def __init__(self, workspace: Workspace, view: DeskView, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._run = run
        journal = view.journal
        journal.add_wanted.connect(self._add)
        journal.change_wanted.connect(self._change)
        journal.remove_wanted.connect(self._remove)
        journal.passage_wanted.connect(self._show_passage)
        journal.document_wanted.connect(self._open)
        journal.close_wanted.connect(self._close)
        journal.done.connect(view.give_keys_back)

    def _add(self, words: str) -> None:
        self._run(lambda: self._workspace.notes.add(words))

    def _change(self, note: int, words: str) -> None:
        self._run(lambda: self._workspace.notes.change(note, words))

    def _remove(self, note: int) -> None:
        self._run(lambda: self._workspace.notes.remove([note]))

    def _show_passage(self, passage: int) -> None:
        self._run(lambda: self._view.show_passage(passage))

    def _open(self, document: int) -> None:
        self._run(lambda: self._view.show_document(document))

    def _close(self) -> None:
        if self._view.sides.wanted() == JOURNAL:
            self._view.toggle(JOURNAL)
        self._view.give_keys_back()
