"""Full-text search over folded words, and the words of everything else that is searched.

The index is contentless: it holds no second copy of the text. A row's number is the text's id;
what no listed document points at is never found. Titles, notes and passages have no index: they
are short, and read as they are.
"""

import json
from collections.abc import Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.queries import Either, Near, Phrase, Tree
from reviewer.domain.search import HitKind, Source
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Row, Shape

_LISTED = "JOIN documents ON documents.text = search.rowid AND documents.removed_at = ''"
_CHOSEN = "(SELECT value FROM json_each(?))"
_PASSAGE = Shape(NUMBER, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT)
_DOCUMENT = Shape(NUMBER, TEXT, TEXT)
_NOTE = Shape(NUMBER, TEXT)
_NAMED = Shape(NUMBER, TEXT)
_WRITTEN = {
    "allegations": ("act", "place", "venue", "grounds"),
    "responses": ("what_is_denied", "venue"),
    "figures": ("victim_label", "victim_group", "convention", "place"),
    "field_values": ("value",),
}
"""Where analysts write words of their own into records; what only a rule read is in none."""

_RECORDS = " UNION ALL ".join(
    f"SELECT passage, {column} AS words FROM {table} WHERE passage IN {_CHOSEN}"
    for table, columns in _WRITTEN.items()
    for column in columns
).replace("?", "?1")
_OF_PASSAGE = (HitKind.QUOTE, HitKind.PASSAGE_NOTE, HitKind.STATEMENT, HitKind.TRANSLATION)


class SearchStore:
    """Finds documents by the words in them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self, tree: Tree, most: int = 1000) -> list[int]:
        """Return the listed documents that a query fits, best first."""
        return self._connection.numbers(
            f"SELECT documents.id FROM search {_LISTED} WHERE search MATCH ? ORDER BY rank LIMIT ?",
            [rendered(tree), most],
        )

    def count(self, tree: Tree, most: int = -1) -> int:
        """Return how many listed documents a query fits; counts no farther than ``most``."""
        return self._connection.count(
            f"SELECT count(*) FROM (SELECT 1 FROM search {_LISTED} WHERE search MATCH ? LIMIT ?)",
            [rendered(tree), most],
        )

    def passages(self, passages: Sequence[int]) -> list[Source]:
        """Return all words of passages, in the order of ``passages``; raises ``Damaged``.

        After a passage's own words come those entered in its record and its further fields.
        """
        chosen = [json.dumps(list(passages))]
        rows = self._connection.rows(
            _PASSAGE,
            'SELECT id, document, start, "end", quote, note, statement, translation '
            f"FROM passages WHERE id IN {_CHOSEN}",
            chosen,
        )
        known = {row[0]: row for row in rows}
        entered: dict[int, list[str]] = {}
        for passage, words in self._connection.rows(_NAMED, _RECORDS, chosen):
            entered.setdefault(passage, []).append(words)
        return [
            source
            for passage in passages
            if passage in known
            for source in self._of_passage(known[passage], entered.get(passage, ()))
        ]

    def titles_and_notes(self, documents: Sequence[int]) -> list[Source]:
        """Return the titles of documents and the notes on them, in the order of ``documents``."""
        rows = self._connection.rows(
            _DOCUMENT,
            f"SELECT id, title, note FROM documents WHERE id IN {_CHOSEN}",
            [json.dumps(list(documents))],
        )
        known = {row[0]: row[1:] for row in rows}
        return [
            Source(kind, words, document=document)
            for document in documents
            for kind, words in zip(
                (HitKind.TITLE, HitKind.DOCUMENT_NOTE), known.get(document, ()), strict=False
            )
            if words
        ]

    def notes(self) -> list[Source]:
        """Return the project's notes, newest first."""
        rows = self._connection.rows(
            _NOTE, "SELECT id, words FROM notes ORDER BY created_at DESC, id DESC"
        )
        return [Source(HitKind.PROJECT_NOTE, words, note=note) for note, words in rows]

    def actors(self) -> list[Source]:
        """Return every name of every actor, in the order of the register."""
        rows = self._connection.rows(
            _NAMED,
            "SELECT actor, words FROM (SELECT id AS actor, name AS words, name AS filed, "
            "0 AS position FROM actors UNION ALL SELECT actor, actor_names.name, actors.name, "
            "position FROM actor_names JOIN actors ON actors.id = actor) "
            "ORDER BY filed COLLATE NOCASE, actor, position",
        )
        return [Source(HitKind.ACTOR, words, actor=actor) for actor, words in rows]

    def events(self) -> list[Source]:
        """Return the names of the events, by name."""
        rows = self._connection.rows(
            _NAMED, "SELECT id, name FROM events ORDER BY name COLLATE NOCASE, id"
        )
        return [Source(HitKind.EVENT, words, event=event) for event, words in rows]

    def _of_passage(self, row: Row, entered: Sequence[str]) -> list[Source]:
        passage, document, start, end = row[:4]
        try:
            place = Span(start, end)
        except NotAllowed as fault:
            raise self._connection.misshapen(f"passage {passage}") from fault
        return [
            Source(kind, words, document=document, passage=passage, opens=place)
            for kind, words in (
                *zip(_OF_PASSAGE, row[4:], strict=True),
                *((HitKind.RECORD, one) for one in entered),
            )
            if words
        ]


def rendered(tree: Tree) -> str:
    """Return a query in the words of FTS5; every word stands in quotation marks.

    There are as few brackets as can be: the index reads a dozen inside each other, and takes
    more for a wrong statement (``MOST_BRACKETS`` keeps far from there, and a test looks).
    """
    match tree:
        case Phrase():
            words = " ".join(word.replace('"', '""').replace("\0", " ") for word in tree.words)
            return f'"{words}" *' if tree.prefix else f'"{words}"'
        case Near():
            return f"NEAR({' '.join(map(rendered, tree.phrases))}, {tree.within})"
        case Either():
            return " OR ".join(map(_grouped, tree.parts))
    parts = " AND ".join(map(_grouped, tree.parts))
    if not tree.without:
        return parts
    refused = " OR ".join(map(_grouped, tree.without))
    return f"({parts}) NOT ({refused})"


def _grouped(tree: Tree) -> str:
    words = rendered(tree)
    return words if isinstance(tree, Phrase | Near) else f"({words})"
