"""What is being written: kept beside the work while one pauses, for the case of a sudden end.

A field is saved, as one step, when it is left. A step for every pause would fill the history, so
until then its words are a draft in the project, which is no work and has no step. Where a program
ended with drafts, the next one saves each where it belongs, as a step that can be undone, and says
so; where that place has other words by now, the draft becomes a note in the journal.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from reviewer.domain.errors import NotFound
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.views.details.in_place import InPlace, Values
from reviewer.ui.views.frame.running import attempt
from reviewer.ui.views.history.journal_entry import JournalEntry
from reviewer.workspace.project import Workspace

if TYPE_CHECKING:
    from reviewer.ui.views.frame.desk import DeskView

STATE = "drafts"
PAUSE_MILLISECONDS = 2_000  # after the last key
_WATCHED = "watched_for_drafts"
_NOTE, _STATEMENT, _TRANSLATION = "note", "statement", "translation"
_DOCUMENT, _ENTRY, _NEW = "document", "entry", "new"
_LENGTHS = {_NOTE: 1, _STATEMENT: 1, _TRANSLATION: 3, _DOCUMENT: 1, _ENTRY: 1, _NEW: 1}


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that are not saved: where they belong, what was saved there, and what was typed."""

    kind: str
    owner: int
    saved: Values
    typed: Values


class Drafts(QObject):
    """Watches what is written in the details and the journal of an open project."""

    def __init__(
        self, workspace: Workspace, view: "DeskView", bridge: Bridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._bridge = bridge
        self._kept: list[Draft] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.keep)
        bridge.changed.connect(self._later)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def keep(self) -> None:
        """Keep what is not saved just now, or forget what is; nothing is written twice."""
        self._pause.stop()
        found = self._unsaved()
        if found != self._kept:
            attempt(lambda: self._remember(found))

    def end(self) -> None:
        """Keep what could not be saved, and watch no more."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._watch)
        self._bridge.changed.disconnect(self._later)
        self.keep()

    def bring_in(self) -> str:
        """Save what another run of the program left; returns what to say of it, if anything."""
        if self._workspace.read_only is not None:
            return ""
        drafts = _read(self._workspace.remembered(STATE))
        places = [place for draft in drafts if (place := self._saved_at(draft))]
        if drafts:
            self._workspace.remember(STATE, [])
        if not places:
            return ""
        return _(
            "Words that were being written when the program ended are saved now: {places}. Undo "
            "takes them out."
        ).format(places=_(", ").join(dict.fromkeys(places)))

    def _remember(self, found: list[Draft]) -> None:
        self._workspace.remember(STATE, [asdict(draft) for draft in found])
        self._kept = found

    def _unsaved(self) -> list[Draft]:
        details, journal = self._view.details, self._view.journal
        parts: list[tuple[str, InPlace]] = [
            (_NOTE, details.card.note),
            (_STATEMENT, details.card.statement),
            (_TRANSLATION, details.card.translation),
            (_DOCUMENT, details.note),
        ]
        parts += [(_ENTRY, entry.words) for entry in journal.findChildren(JournalEntry)]
        found = [
            Draft(kind, owner, saved, typed)
            for kind, part in parts
            for owner, saved, typed in part.unsaved()
        ]
        new = journal.new.field.toPlainText().strip()
        return [*found, Draft(_NEW, 0, ("",), (new,))] if new else found

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._later()
        inside = now is not None and (
            self._view.details.isAncestorOf(now) or self._view.journal.isAncestorOf(now)
        )
        if not inside or not isinstance(now, QPlainTextEdit | QLineEdit):
            return
        if not now.property(_WATCHED):
            now.setProperty(_WATCHED, 1)
            now.textChanged.connect(self._later)

    def _later(self, *_told: object) -> None:
        self._pause.start()

    def _saved_at(self, draft: Draft) -> str:
        """Save a draft; returns where, or nothing where it was saved in time."""
        try:
            now, label = self._standing(draft)
        except NotFound:
            now, label = None, ""
        if now == draft.typed:
            return ""
        if now == draft.saved:
            self._write(draft)
            return label
        if any(note.words == draft.typed[0] for note in self._workspace.notes.all()):
            return ""
        self._workspace.notes.add(draft.typed[0])
        return _("Journal")

    def _standing(self, draft: Draft) -> tuple[Values | None, str]:
        """Return what is saved where a draft belongs, and what that is called.

        Nothing is saved where a new note would be. Raises ``NotFound`` where its place is gone.
        """
        workspace, owner = self._workspace, draft.owner
        if draft.kind == _ENTRY:
            return (workspace.notes.get(owner).words,), _("Journal")
        if draft.kind == _DOCUMENT:
            document = workspace.documents.get(owner)
            return (document.note,), document.label
        if draft.kind == _NEW:
            return None, ""
        passage = workspace.passages.get(owner)
        label = workspace.passages.listed([owner])[owner].label
        if draft.kind == _NOTE:
            return (passage.note,), label
        details = workspace.details.of(owner)
        if draft.kind == _STATEMENT:
            return (details.statement,), label
        words = (details.translation, details.translation_language, details.translator)
        return words, label

    def _write(self, draft: Draft) -> None:
        workspace, owner, words = self._workspace, draft.owner, draft.typed[0]
        if draft.kind == _NOTE:
            workspace.passages.note(owner, words)
        elif draft.kind == _STATEMENT:
            workspace.details.set_statement(owner, words)
        elif draft.kind == _TRANSLATION:
            workspace.details.set_translation(owner, *draft.typed)
        elif draft.kind == _DOCUMENT:
            workspace.notes.on_document(owner, words)
        else:
            workspace.notes.change(owner, words)


def _read(kept: object) -> list[Draft]:
    """Return the drafts in what was remembered; what no window wrote is passed over."""
    found = []
    for one in kept if isinstance(kept, list) else []:
        if not isinstance(one, dict):
            continue
        kind, owner = one.get("kind"), one.get("owner")
        saved, typed = _values(one.get("saved")), _values(one.get("typed"))
        length = _LENGTHS.get(kind) if isinstance(kind, str) else None
        if length and isinstance(owner, int) and len(typed) == len(saved) == length and typed[0]:
            found.append(Draft(str(kind), owner, saved, typed))
    return found


def _values(words: object) -> Values:
    if not isinstance(words, Sequence) or isinstance(words, str):
        return ()
    return tuple(one for one in words if isinstance(one, str))
