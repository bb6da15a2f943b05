"""Page furniture: which stretches of a text are menus, stamps and forms."""

from collections.abc import Iterable
from uuid import uuid4

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection


class FurnitureStore:
    """Keeps furniture by text; journaled, because analysts may mark and unmark it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, text: int, furniture: Iterable[Furniture]) -> None:
        """Mark stretches of a text as furniture."""
        self._connection.execute_many(
            'INSERT INTO furniture (uid, text, start, "end", kind) VALUES (?, ?, ?, ?, ?)',
            [
                (str(uuid4()), text, piece.span.start, piece.span.end, piece.kind)
                for piece in furniture
            ],
        )

    def of(self, text: int) -> list[Furniture]:
        """Return the furniture of a text in order of place."""
        return [
            Furniture(Span(start, end), FurnitureKind(kind))
            for start, end, kind in self._connection.rows(
                'SELECT start, "end", kind FROM furniture WHERE text = ? ORDER BY start', [text]
            )
        ]

    def remove(self, text: int, span: Span) -> None:
        """Unmark whatever furniture touches ``span``."""
        self._connection.execute(
            'DELETE FROM furniture WHERE text = ? AND start < ? AND "end" > ?',
            [text, span.end, span.start],
        )
