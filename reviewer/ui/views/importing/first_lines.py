"""The first lines of a file as they would come in, page furniture dimmed."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from reviewer.domain.directions import Direction, direction_of_text
from reviewer.domain.incoming import Incoming
from reviewer.environment.translation import _
from reviewer.ui.text.scripts import arabic_language
from reviewer.ui.theme import fonts
from reviewer.ui.theme.growing import keep_least_height
from reviewer.ui.wording import one_line

LINES = 60
LETTERS = 6_000
_LEAD_LETTERS = 200
_HEIGHT = 220
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_SIZE = 14


def excerpt(text: str) -> tuple[int, int]:
    """Return where the lines of a text stand by which it can be judged, in code points.

    That is the beginning; where it has plain letters only, the place of the first damage, or of
    the first other letter.
    """
    place = text.find("\ufffd")
    if place < 0:
        found = _NOT_ASCII.search(text)
        place = found.start() if found else 0
    start = 0
    if place > LETTERS // 2:
        start = text.rfind("\n", 0, max(0, place - _LEAD_LETTERS)) + 1
        start = max(start, place - LETTERS // 2)
    end = start
    for _line in range(LINES):
        end = text.find("\n", end + 1)
        if end < 0 or end > start + LETTERS:
            return start, min(len(text), start + LETTERS)
    return start, end


class FirstLines(QPlainTextEdit):
    """Shows the beginning of a document that is not in yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("First lines of the file"))
        keep_least_height(self, _HEIGHT)

    def show_words(self, words: str) -> None:
        """Show a sentence of our own in place of a text."""
        self.setFont(self.window().font())
        self.setPlainText(words)

    def show_text(self, incoming: Incoming) -> None:
        """Show the lines a document can be judged by; what is furniture in them is dimmed."""
        start, end = excerpt(incoming.text)
        shown = incoming.text[start:end]
        backwards = direction_of_text(shown) is Direction.RIGHT_TO_LEFT
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        )
        self.document().setDefaultTextOption(option)
        self.setFont(fonts.reading_font(_SIZE, arabic_language(shown) if backwards else ""))
        self.clear()
        cursor = QTextCursor(self.document())
        normal, dimmed = QTextCharFormat(), QTextCharFormat()
        normal.setForeground(self.palette().text())
        dimmed.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        if start:
            cursor.insertText("…\n", dimmed)
        for words, is_furniture in pieces(incoming, start, end):
            cursor.insertText(words, dimmed if is_furniture else normal)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(one_line(shown[:_LEAD_LETTERS]))


def pieces(incoming: Incoming, start: int, end: int) -> Iterator[tuple[str, bool]]:
    """Give a stretch of a text piece by piece, and whether each is page furniture."""
    at = start
    for piece in sorted(incoming.furniture, key=lambda one: one.span):
        first, last = max(piece.span.start, at), min(piece.span.end, end)
        if first >= last:
            continue
        if at < first:
            yield incoming.text[at:first], False
        yield incoming.text[first:last], True
        at = last
    if at < end:
        yield incoming.text[at:end], False
