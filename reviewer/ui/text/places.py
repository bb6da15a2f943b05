"""Places in the text and places in Qt's document: code points here, UTF-16 units there."""

from PySide6.QtGui import QTextCursor, QTextDocument

from reviewer.domain.spans import Span
from reviewer.ui.text.layout import LazyLayout
from reviewer.ui.text.loading import Loader


class Places:
    """Translates by (segment, column), so no map of the whole text is ever made."""

    def __init__(self, document: QTextDocument, layout: LazyLayout, loader: Loader) -> None:
        self._document = document
        self._layout = layout
        self._loader = loader

    def to_qt(self, position: int) -> int:
        """Return Qt's position; what lies outside the text goes to its nearer end."""
        segments = self._layout.segments
        position = min(max(position, 0), len(segments.text))
        segment = segments.at(position)
        self._loader.ensure(segment)
        column = segments.columns(segment).to_utf16(position - segments.starts[segment])
        return self._layout.block(segment).position() + column

    def from_qt(self, position: int, *, round_up: bool = False) -> int:
        """Return the code point at Qt's position; down inside a surrogate pair, or up."""
        block = self._document.findBlock(position)
        if not block.isValid():
            block = self._document.lastBlock()
            position = block.position() + block.length() - 1
        segments, segment = self._layout.segments, block.blockNumber()
        column = position - block.position()
        inside = segments.columns(segment).from_utf16(column, round_up=round_up)
        return segments.starts[segment] + inside

    def cursor(self, start: int, end: int) -> QTextCursor:
        """Return a Qt cursor that has selected from ``start`` to ``end``, the caret at ``end``."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(self.to_qt(start))
        cursor.setPosition(self.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def span(self, cursor: QTextCursor) -> Span | None:
        """Return what a cursor has selected, or ``None``."""
        start = self.from_qt(cursor.selectionStart())
        end = self.from_qt(cursor.selectionEnd(), round_up=True)
        return Span(start, end) if start < end else None
