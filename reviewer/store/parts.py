"""Parts: pages, headings, tables, comments of the file a text came from; write-once."""

from collections.abc import Iterable

from reviewer.domain.incoming import Part, PartKind
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, TEXT, Shape

_PART = Shape(TEXT, NUMBER, TEXT, NUMBER, NUMBER)


class PartStore:
    """Keeps what stood where in the files that texts came from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, parts: Iterable[tuple[int, Part]]) -> None:
        """Write parts down, each with the id of its text."""
        self._connection.insert(
            "parts",
            ("text", "kind", "number", "label", "start", "end"),
            [
                (text, part.kind, part.number, part.label, part.start, part.end)
                for text, part in parts
            ],
        )

    def of(self, text: int, kind: PartKind | None = None) -> list[Part]:
        """Return the parts of a text, or those of a kind, in order of place; raises ``Damaged``."""
        rows = self._connection.rows(
            _PART,
            'SELECT kind, number, label, start, "end" FROM parts WHERE text = ? '
            "AND kind = ifnull(?, kind) ORDER BY start, id",
            [text, kind],
        )
        try:
            return [
                Part(PartKind(found), start, end, number, label)
                for found, number, label, start, end in rows
            ]
        except ValueError as fault:
            raise self._connection.misshapen(f"the parts of text {text}") from fault
