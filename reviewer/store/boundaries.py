"""Where passages stand: the place and the words that hold them to it, written anew."""

from reviewer.domain.anchors import Anchor as Anchored
from reviewer.domain.passages import Anchor
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection


class BoundaryStore:
    """Writes a passage's place, always with the words that stand there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def place(self, passage: int, text: int, span: Span, anchored: Anchored, now: str) -> None:
        """Put a passage at ``span`` of ``text``: sure from now on.

        What was checked were other words, so nobody has checked these yet.
        """
        self._connection.execute(
            'UPDATE passages SET text = ?, start = ?, "end" = ?, quote = ?, prefix = ?, '
            "suffix = ?, anchor = ?, checked_by = NULL, checked_at = '', "
            "translation_checked_by = NULL, translation_checked_at = '', modified_at = ? "
            "WHERE id = ?",
            [text, span.start, span.end, *anchored, Anchor.SURE, now, passage],
        )
