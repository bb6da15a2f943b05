"""Page furniture: which stretches of a text are menus, stamps and forms."""

from collections.abc import Iterable

from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape
from reviewer.store.uids import new_uids

_PIECE = Shape(NUMBER, NUMBER, TEXT)


class FurnitureStore:
    """Keeps furniture by text; journaled, because analysts may mark and unmark it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, pieces: Iterable[tuple[int, Furniture]]) -> None:
        """Mark stretches as furniture, each in the text with that id."""
        marked = list(pieces)
        self._connection.insert(
            "furniture",
            ("uid", "text", "start", "end", "kind"),
            [
                (uid, text, piece.span.start, piece.span.end, piece.kind)
                for (text, piece), uid in zip(marked, new_uids(len(marked)), strict=True)
            ],
        )

    def of(self, text: int) -> list[Furniture]:
        """Return the furniture of a text in order of place; raises ``Damaged``."""
        rows = self._connection.rows(
            _PIECE, 'SELECT start, "end", kind FROM furniture WHERE text = ? ORDER BY start', [text]
        )
        try:
            return [Furniture(Span(start, end), FurnitureKind(kind)) for start, end, kind in rows]
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen(f"the furniture of text {text}") from fault

    def remove(self, text: int, span: Span) -> None:
        """Unmark whatever furniture touches ``span``."""
        self._connection.execute(
            'DELETE FROM furniture WHERE text = ? AND start < ? AND "end" > ?',
            [text, span.end, span.start],
        )
