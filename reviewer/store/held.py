"""What the project knows of documents it holds beside their own columns, hundreds at once."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Shape

_ROW = Shape(NUMBER, TEXT, TEXT, NUMBER, NUMBER, TEXT, TEXT, MAYBE_NUMBER, NUMBER)


class HeldFacts(NamedTuple):
    """A document's fingerprints and counts, who read it, in what it lay, and who publishes it.

    ``original_sha256`` is empty where there is none, ``publisher_actor`` the id of an actor.
    ``dropped`` is 1 where the bytes of the original are not kept.
    """

    text_sha256: str
    original_sha256: str
    words: int
    passages: int
    importer: str
    inside: str
    publisher_actor: int | None
    dropped: int


class HeldStore:
    """Reads about documents that have a text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, documents: Sequence[int]) -> dict[int, HeldFacts]:
        """Return what is known of these documents, by id; raises ``Damaged``."""
        rows = self._connection.rows(
            _ROW,
            "SELECT documents.id, texts.sha256, coalesce(originals.sha256, ''), texts.words, "
            "(SELECT count(*) FROM passages WHERE passages.document = documents.id), "
            "texts.importer, documents.inside, documents.publisher_actor, "
            "coalesce(originals.dropped, 0) "
            "FROM documents JOIN texts ON texts.id = documents.text "
            "LEFT JOIN originals ON originals.id = texts.original "
            "WHERE documents.id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(documents))],
        )
        found = {row[0]: HeldFacts(*row[1:]) for row in rows}
        for document in documents:
            if document not in found:
                raise self._connection.misshapen(f"document {document}")
        return found
