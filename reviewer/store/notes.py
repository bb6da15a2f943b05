"""The project's journal, and what notes of every kind say."""

import json
from collections.abc import Iterable, Sequence
from uuid import uuid4

from reviewer.domain.errors import NotFound
from reviewer.domain.notes import Note, NoteHit, NoteKind
from reviewer.domain.passages import passage_label
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.documents import contains
from reviewer.store.shapes import NUMBER, TEXT, Shape

_NOTE = Shape(NUMBER, TEXT, TEXT, NUMBER, TEXT, TEXT, TEXT)
_SELECT = (
    "SELECT notes.id, notes.uid, notes.words, notes.analyst, analysts.name, notes.created_at, "
    "notes.modified_at FROM notes JOIN analysts ON analysts.id = notes.analyst "
)
_HIT = Shape(NUMBER, NUMBER, NUMBER, TEXT)
_REFERENCED = Shape(NUMBER, NUMBER, NUMBER)
# Every note there is: id, the numbers it is called by, and its words; in the order one reads.
_HITS = {
    NoteKind.PROJECT: (
        "SELECT id, 0, 0, words FROM notes WHERE words LIKE ? ESCAPE '\\' "
        "ORDER BY created_at DESC, id DESC"
    ),
    NoteKind.DOCUMENT: (
        "SELECT id, number, 0, note FROM documents "
        "WHERE note <> '' AND removed_at = '' AND note LIKE ? ESCAPE '\\' ORDER BY number"
    ),
    NoteKind.PASSAGE: (
        "SELECT passages.id, documents.number, passages.number, passages.note "
        "FROM passages JOIN documents ON documents.id = passages.document "
        "WHERE passages.note <> '' AND documents.removed_at = '' "
        "AND passages.note LIKE ? ESCAPE '\\' ORDER BY documents.number, passages.number"
    ),
}


class NoteStore:
    """Keeps the journal, and finds words and numbers in all notes of listed documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, words: str, *, analyst: int, now: str) -> int:
        """Write an entry down; returns its id."""
        return self._connection.execute(
            "INSERT INTO notes (uid, words, analyst, created_at, modified_at) "
            "VALUES (?, ?, ?, ?, ?)",
            [str(uuid4()), words, analyst, now, now],
        )

    def all(self, words: str = "") -> list[Note]:
        """Return the entries with every one of these words in them, newest first."""
        wanted = words.split()
        where = " AND ".join(["notes.words LIKE ? ESCAPE '\\'"] * len(wanted)) or "1"
        rows = self._connection.rows(
            _NOTE,
            f"{_SELECT} WHERE {where} ORDER BY notes.created_at DESC, notes.id DESC",
            [contains(word) for word in wanted],
        )
        return [Note(*row) for row in rows]

    def get(self, note: int) -> Note:
        """Return one entry; raises ``NotFound``."""
        row = self._connection.row(_NOTE, f"{_SELECT} WHERE notes.id = ?", [note])
        if row is None:
            raise NotFound(N_("There is no such note any more."))
        return Note(*row)

    def change(self, note: int, words: str, now: str) -> None:
        """Give an entry other words."""
        self._connection.execute(
            "UPDATE notes SET words = ?, modified_at = ? WHERE id = ?", [words, now, note]
        )

    def remove(self, notes: Sequence[int]) -> None:
        """Take entries away."""
        self._connection.execute(
            "DELETE FROM notes WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(notes))],
        )

    def holding(self, words: str) -> list[NoteHit]:
        """Return the notes of every kind that hold exactly these words, Latin capitals aside."""
        return self._like(contains(words))

    def naming(self, document: int, passage: int) -> list[NoteHit]:
        """Return the notes of every kind that may name the passage of these numbers.

        Whatever sign stands between the numbers, and with more digits behind them, too.
        """
        return self._like(f"%D{document}_{passage}%")

    def _like(self, pattern: str) -> list[NoteHit]:
        return [
            NoteHit(kind, identity, _label(document, passage), note)
            for kind, sql in _HITS.items()
            for identity, document, passage, note in self._connection.rows(_HIT, sql, [pattern])
        ]

    def passages_numbered(self, numbers: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Return the passages of listed documents with these numbers of document and passage."""
        rows = self._connection.rows(
            _REFERENCED,
            "SELECT documents.number, passages.number, passages.id FROM json_each(?) AS wanted "
            "JOIN documents ON documents.number = json_extract(wanted.value, '$[0]') "
            "AND documents.removed_at = '' "
            "JOIN passages ON passages.document = documents.id "
            "AND passages.number = json_extract(wanted.value, '$[1]')",
            [json.dumps(list(numbers))],
        )
        return {(document, number): passage for document, number, passage in rows}


def _label(document: int, passage: int) -> str:
    if not document:
        return ""
    return passage_label(document, passage) if passage else f"D{document}"
