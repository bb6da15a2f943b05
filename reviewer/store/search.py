"""Full-text search over folded words.

The index is contentless: it holds no second copy of the text. A row's number is the text's id;
what no listed document points at is never found.
"""

from collections.abc import Sequence

from reviewer.store.connection import Connection

_LISTED = "JOIN documents ON documents.text = search.rowid AND documents.removed_at = ''"


class SearchStore:
    """Finds documents by the words in them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self, folded_words: Sequence[str], most: int = 1000) -> list[int]:
        """Return the documents that hold these (folded) words as one phrase, best first."""
        phrase = " ".join(word.replace('"', " ").replace("\0", " ") for word in folded_words)
        if not phrase.strip():
            return []
        return self._connection.numbers(
            f"SELECT documents.id FROM search {_LISTED} WHERE search MATCH ? ORDER BY rank LIMIT ?",
            [f'"{phrase}"', most],
        )
