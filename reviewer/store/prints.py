"""Prints of sentences and whole texts, which tell what stands in more than one document.

They can be made again from the texts at any time, so they are no part of the history. ``printed``
says which texts have all of theirs, and by which rules; a text whose printing was cut short is
printed anew. Only the current texts of listed documents are compared.

There are some thirty of them a kilobyte, so that they are kept as small as can be: in the order of
the hashes, with no way from a text to its prints. Who asks what meets a text makes its prints anew.

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
_SHARED = Shape(NUMBER, NUMBER, NUMBER)
_PAIR = Shape(NUMBER, NUMBER)
_MEETING = Shape(*[NUMBER] * 7)
_FROM_WAITING = (
    "FROM documents JOIN texts ON texts.id = documents.text "
    f"WHERE {LISTED} AND NOT EXISTS "
    "(SELECT 1 FROM printed WHERE printed.text = texts.id AND printed.version = ?)"
)
_UNFINISHED = 0  # the version of a text whose prints are not, or no longer, all there
_AMONG = "text IN (SELECT value FROM json_each(?))"
# Without the limits, a thousand copies of one text would be compared a million times.
_OF_DOCUMENTS = "SELECT text FROM document_prints WHERE hash = here.value ORDER BY text LIMIT 500"
_OF_SENTENCES = (
    "SELECT hash, text, start FROM sentence_prints WHERE hash = here.hash "
    "ORDER BY text, start LIMIT 200"
)
_MANY_LIKE_IT = (
    "(SELECT count(*) FROM (SELECT 1 FROM sentence_prints WHERE hash = here.hash LIMIT 51)) > 50"
)
_HERE = (
    "WITH here (hash, start, \"end\") AS MATERIALIZED (SELECT json_extract(value, '$[0]'), "
    "json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?))"
)


PrintRow = tuple[int, int, int, int]  # hash, text, start, end (0, 0 of a whole): they sort by hash


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

    def begin(self, texts: Sequence[int]) -> None:
        """Take away whatever prints texts have, of an older version or cut short.

        Nothing leads from a text to its prints, so all are gone through, once for all these texts,
        and only if any of them was ever begun.
        """
        among = [json.dumps(list(texts))]
        if self._connection.count(f"SELECT count(*) FROM printed WHERE {_AMONG}", among):
            self._connection.execute(f"DELETE FROM sentence_prints WHERE {_AMONG}", among)
            self._connection.execute(f"DELETE FROM document_prints WHERE {_AMONG}", among)
        self._write_down((text, _UNFINISHED, 0) for text in texts)

    def add(self, prints: Iterable[PrintRow]) -> None:
        """Write prints down; those that are there already stay."""
        sentences, documents = list[PrintRow](), list[tuple[int, int]]()
        for row in prints:
            if row[3]:
                sentences.append(row)
            else:
                documents.append(row[:2])
        self._connection.execute_many(
            'INSERT INTO sentence_prints (hash, text, start, "end") VALUES (?, ?, ?, ?) '
            "ON CONFLICT DO NOTHING",
            sentences,
        )
        self._connection.execute_many(
            "INSERT INTO document_prints (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
            documents,
        )

    def finish(self, texts: Iterable[tuple[int, int]], version: int) -> None:
        """Say that texts have all their prints, by the rules of ``version``.

        Each comes with how many prints it has of the whole.
        """
        self._write_down((text, version, size) for text, size in texts)

    def forget(self, texts: Collection[int]) -> None:
        """Let texts be printed anew: what is furniture in them has changed."""
        self._connection.execute(
            f"UPDATE printed SET version = {_UNFINISHED} WHERE {_AMONG}",
            [json.dumps(list(texts))],
        )

    def printed(self, text: int, version: int) -> bool:
        """Say whether a text has all its prints."""
        return bool(
            self._connection.count(
                "SELECT count(*) FROM printed WHERE text = ? AND version = ?", [text, version]
            )
        )

    def sketches(self, texts: Collection[int], version: int) -> dict[int, list[int]]:
        """Return the prints of the whole of each of several texts that has them by these rules.

        All prints of whole texts are gone through: of a few texts they are sooner made again.
        """
        rows = self._connection.rows(
            _PAIR,
            "SELECT text, hash FROM document_prints WHERE text IN "
            f"(SELECT text FROM printed WHERE version = ? AND {_AMONG}) ORDER BY text, hash",
            [version, json.dumps(list(texts))],
        )
        found: dict[int, list[int]] = {}
        for text, one in rows:
            found.setdefault(text, []).append(one)
        return found

    def sharing(self, sketch: Collection[int], least: int, most: int, but: int = 0) -> list[Shared]:
        """Return listed documents that share these prints of a whole, those with most first.

        ``least`` is how many they share at least; ``but`` is the text that is not asked about.
        What has not all its prints of the whole is not among them.
        """
        rows = self._connection.rows(
            _SHARED,
            "SELECT documents.id, found.shared, printed.size "
            "FROM (SELECT there.text AS text, count(*) AS shared FROM json_each(?1) AS here "
            f"CROSS JOIN document_prints AS there ON there.hash = here.value "
            f"AND there.text IN ({_OF_DOCUMENTS}) AND there.text <> ?4 "
            "GROUP BY there.text HAVING count(*) >= ?3) AS found "
            "JOIN printed ON printed.text = found.text AND printed.size > 0 "
            f"JOIN documents ON documents.text = found.text AND {LISTED} "
            "ORDER BY found.shared DESC, documents.number LIMIT ?2",
            [json.dumps(list(sketch)), most, least, but],
        )
        return [Shared(document, shared, len(sketch), size) for document, shared, size in rows]

    def meetings(self, prints: Iterable[Sequence[int]], most: int, but: int) -> list[Meeting]:
        """Return where sentences meet one in a listed document, in order of place.

        Each print comes with its sentence's start and end; ``but`` is the text they are from. For
        each sentence at most so many: the exact ones first, then those with most prints in common,
        then by number.
        """
        rows = self._connection.rows(
            _MEETING,
            f'{_HERE} SELECT start, "end", document, other_start, other_end, exact, met FROM ('
            "SELECT *, count(*) OVER (PARTITION BY start) AS met, row_number() OVER ("
            "PARTITION BY start ORDER BY exact DESC, shared DESC, number, other_start) AS rank "
            "FROM ("
            'SELECT here.start, here."end", documents.id AS document, documents.number, '
            'there.start AS other_start, there."end" AS other_end, count(*) AS shared, '
            "max(NOT here.hash & 1) AS exact "
            "FROM here CROSS JOIN sentence_prints AS there "
            f"ON (there.hash, there.text, there.start) IN ({_OF_SENTENCES}) AND there.text <> ? "
            f"JOIN documents ON documents.text = there.text AND {LISTED} "
            f"WHERE NOT (here.hash & 1 AND {_MANY_LIKE_IT}) "
            "GROUP BY here.start, there.text, there.start)) WHERE rank <= ? ORDER BY start, rank",
            [json.dumps(list(prints)), but, most],
        )
        return [Meeting(*row) for row in rows]

    def _write_down(self, rows: Iterable[tuple[int, int, int]]) -> None:
        self._connection.execute_many(
            "INSERT OR REPLACE INTO printed (text, version, size) VALUES (?, ?, ?)", rows
        )
