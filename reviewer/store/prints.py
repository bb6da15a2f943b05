"""Prints of sentences and whole texts, which tell what stands in more than one document.

They can be made again from the texts at any time, so they are no part of the history. ``printed``
says which texts have all of theirs, and by which rules; a text whose printing was cut short is
printed anew. Only the current texts of listed documents are compared.

A print that stands in very many texts is boilerplate: of it only the first are looked at (and none
where it is of a part of a sentence only), so that no question takes longer than the number of
prints of one text allows.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from reviewer.store.connection import Connection
from reviewer.store.documents import LISTED
from reviewer.store.shapes import NUMBER, Shape

_WAITING = Shape(NUMBER, NUMBER, NUMBER)
_SHARED = Shape(NUMBER, NUMBER, NUMBER, NUMBER)
_MEETING = Shape(*[NUMBER] * 7)
_FROM_WAITING = (
    "FROM documents JOIN texts ON texts.id = documents.text "
    f"WHERE {LISTED} AND NOT EXISTS "
    "(SELECT 1 FROM printed WHERE printed.text = texts.id AND printed.version = ?)"
)
# Without the limits, a thousand copies of one text would be compared a million times.
_WHERE = "(SELECT rowid FROM prints WHERE kind = '{}' AND hash = {} ORDER BY text LIMIT {})"
_OF_DOCUMENTS = _WHERE.format("document", "here.{}", 500)
_OF_SENTENCES = _WHERE.format("sentence", "here.hash", 200)
_MANY_LIKE_IT = (
    "(SELECT count(*) FROM (SELECT 1 FROM prints WHERE kind = 'sentence' AND hash = here.hash "
    "LIMIT 51)) > 50"
)
_SIZE = "(SELECT count(*) FROM prints WHERE prints.text = {} AND kind = 'document')"


PrintRow = tuple[int, int, int, int, str]  # hash, text, start, end, kind: they sort by hash


class Waiting(NamedTuple):
    """A listed document whose current text has no prints yet; ``length`` in code points."""

    document: int
    text: int
    length: int


class Shared(NamedTuple):
    """How many prints of the whole two documents share, and how many each has."""

    document: int
    shared: int
    own: int
    others: int


class Meeting(NamedTuple):
    """A sentence here (code points) that has prints in common with one in another document.

    ``exact`` is 1 where all words are equal; else there is a likeness only, to be looked at.
    ``met`` counts all the sentences it meets.
    """

    start: int
    end: int
    document: int
    other_start: int
    other_end: int
    exact: int
    met: int


class PrintStore:
    """Keeps prints by text, and finds texts by prints."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, version: int, most: int = -1, longest: int = -1) -> list[Waiting]:
        """Return documents that have no prints by these rules, the first imported first.

        ``longest`` leaves out longer texts (code points); -1 means no limit, of ``most`` too.
        """
        rows = self._connection.rows(
            _WAITING,
            f"SELECT documents.id, texts.id, texts.length {_FROM_WAITING} "
            "AND (? < 0 OR texts.length <= ?) ORDER BY documents.id LIMIT ?",
            [version, longest, longest, most],
        )
        return [Waiting(*row) for row in rows]

    def count_waiting(self, version: int) -> int:
        """Return how many listed documents have no prints by these rules."""
        return self._connection.count(f"SELECT count(*) {_FROM_WAITING}", [version])

    def begin(self, texts: Iterable[int]) -> None:
        """Take away whatever prints texts have, of an older version or cut short."""
        self._connection.execute_many(
            "DELETE FROM prints WHERE text = ?", ((text,) for text in texts)
        )

    def add(self, prints: Iterable[PrintRow]) -> None:
        """Write prints down."""
        self._connection.execute_many(
            'INSERT INTO prints (hash, text, start, "end", kind) VALUES (?, ?, ?, ?, ?)', prints
        )

    def finish(self, texts: Iterable[int], version: int) -> None:
        """Say that texts have all their prints, by the rules of ``version``."""
        self._connection.execute_many(
            "INSERT OR REPLACE INTO printed (text, version) VALUES (?, ?)",
            ((text, version) for text in texts),
        )

    def forget(self, texts: Collection[int]) -> None:
        """Let texts be printed anew: what is furniture in them has changed."""
        self._connection.execute(
            "DELETE FROM printed WHERE text IN (SELECT value FROM json_each(?))",
            [json.dumps(list(texts))],
        )

    def printed(self, text: int, version: int) -> bool:
        """Say whether a text has all its prints."""
        return bool(
            self._connection.count(
                "SELECT count(*) FROM printed WHERE text = ? AND version = ?", [text, version]
            )
        )

    def sharing(self, text: int, least: int, most: int) -> list[Shared]:
        """Return other listed documents that share prints of the whole, those with most first.

        ``least`` is how many they share at least.
        """
        rows = self._connection.rows(
            _SHARED,
            "SELECT documents.id, found.shared, "
            f"{_SIZE.format('?1')}, {_SIZE.format('documents.text')} "
            "FROM (SELECT there.text AS text, count(*) AS shared FROM prints AS here "
            f"JOIN prints AS there ON there.rowid IN {_OF_DOCUMENTS.format('hash')} "
            "AND there.text <> here.text "
            "WHERE here.text = ?1 AND here.kind = 'document' GROUP BY there.text "
            "HAVING count(*) >= ?3) AS found "
            f"JOIN documents ON documents.text = found.text AND {LISTED} "
            "ORDER BY found.shared DESC, documents.number LIMIT ?2",
            [text, most, least],
        )
        return [Shared(*row) for row in rows]

    def sharing_prints(self, hashes: Sequence[int], least: int, most: int) -> list[Shared]:
        """Return the same for a text that is not in the project, by its prints of the whole."""
        rows = self._connection.rows(
            _SHARED,
            f"SELECT documents.id, found.shared, ?3, {_SIZE.format('documents.text')} "
            "FROM (SELECT there.text AS text, count(*) AS shared FROM json_each(?1) AS here "
            f"JOIN prints AS there ON there.rowid IN {_OF_DOCUMENTS.format('value')} "
            "GROUP BY there.text HAVING count(*) >= ?4) AS found "
            f"JOIN documents ON documents.text = found.text AND {LISTED} "
            "ORDER BY found.shared DESC, documents.number LIMIT ?2",
            [json.dumps(list(hashes)), most, len(hashes), least],
        )
        return [Shared(*row) for row in rows]

    def meetings(self, text: int, most: int) -> list[Meeting]:
        """Return where sentences of a text meet one in another listed document, in order of place.

        For each sentence at most so many: the exact ones first, then those with most prints in
        common, then by number.
        """
        rows = self._connection.rows(
            _MEETING,
            'SELECT start, "end", document, other_start, other_end, exact, met FROM ('
            "SELECT *, count(*) OVER (PARTITION BY start) AS met, row_number() OVER ("
            "PARTITION BY start ORDER BY exact DESC, shared DESC, number, other_start) AS rank "
            "FROM ("
            'SELECT here.start, here."end", documents.id AS document, documents.number, '
            'there.start AS other_start, there."end" AS other_end, count(*) AS shared, '
            "max(NOT here.hash & 1) AS exact "
            f"FROM prints AS here JOIN prints AS there ON there.rowid IN {_OF_SENTENCES} "
            "AND there.text <> here.text "
            f"JOIN documents ON documents.text = there.text AND {LISTED} "
            "WHERE here.text = ? AND here.kind = 'sentence' "
            f"AND NOT (here.hash & 1 AND {_MANY_LIKE_IT}) "
            "GROUP BY here.start, there.text, there.start)) WHERE rank <= ? ORDER BY start, rank",
            [text, most],
        )
        return [Meeting(*row) for row in rows]
