"""Notes: the project's journal, documents' notes, and the passages that notes speak of.

A passage's own note is set by ``PassageOperations.note``.
"""

from collections.abc import Callable, Sequence

from reviewer.domain.notes import Note, NoteHit, Reference, note_of, note_words, references
from reviewer.domain.passages import first_words, passage_label
from reviewer.domain.text import normalise
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History

_SHOWN = 40  # characters of a note in the history


class NoteOperations:
    """Notes of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._notes = project.notes
        self._documents = project.documents
        self._passages = project.passages
        self._history = history
        self._analyst = analyst
        self._now = now

    def all(self, words: str = "") -> list[Note]:
        """Return the journal's entries that hold all these words, newest first."""
        return self._notes.all(words)

    def get(self, note: int) -> Note:
        """Return one entry of the journal; raises ``NotFound``."""
        return self._notes.get(note)

    def add(self, words: str) -> int:
        """Write in the journal; returns the entry. Raises ``NotAllowed`` as ``note_words``."""
        words = note_words(normalise(words).text)
        with self._history.step("notes.add", {"note": first_words(words, _SHOWN)}):
            return self._notes.add(words, analyst=self._analyst(), now=self._now())

    def change(self, note: int, words: str) -> None:
        """Give an entry of the journal other words; raises ``NotAllowed`` as ``note_words``."""
        words = note_words(normalise(words).text)
        known = self._notes.get(note)
        if known.words == words:
            return
        with self._history.step("notes.change", {"note": first_words(words, _SHOWN)}):
            self._notes.change(note, words, self._now())

    def remove(self, notes: Sequence[int]) -> None:
        """Take entries out of the journal as one step; raises ``NotFound``."""
        known = [self._notes.get(note) for note in notes]
        many = "_many" if len(known) > 1 else ""
        arguments: dict[str, object] = {"count": len(known)}
        if len(known) == 1:
            arguments = {"note": first_words(known[0].words, _SHOWN)}
        with self._history.step(f"notes.remove{many}", arguments):
            self._notes.remove(notes)

    def on_document(self, document: int, words: str) -> None:
        """Set a document's note: the analyst's words, not the source's; empty takes it away.

        Raises ``NotAllowed`` for a note that is too long.
        """
        words = note_of(normalise(words).text)
        known = self._documents.get(document)
        if known.note == words:
            return
        with self._history.step("documents.note", {"document": known.label}):
            self._documents.set([document], {"note": words}, self._now())

    def references(self, words: str) -> list[Reference]:
        """Return the passage numbers typed in ``words``, each with the passage it means.

        ``None`` where there is no such passage, or its document was taken off the list.
        """
        written = references(words)
        found = self._notes.passages_numbered({(one.document, one.passage) for one in written})
        return [
            Reference(
                one.span,
                passage_label(one.document, one.passage),
                found.get((one.document, one.passage)),
            )
            for one in written
        ]

    def speaking_of(self, passage: int) -> list[NoteHit]:
        """Return the notes in which a passage's number stands: journal, documents, passages.

        Raises ``NotFound``.
        """
        numbers = self._passages.numbers_of(passage)
        return [
            note
            for note in self._notes.naming(*numbers)
            if numbers in {(one.document, one.passage) for one in references(note.words)}
        ]

    def holding(self, words: str) -> list[NoteHit]:
        """Return every note that holds exactly these words: journal, documents, passages.

        Without words, every note there is.
        """
        return self._notes.holding(words)
