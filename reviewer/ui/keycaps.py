"""Digits in boxes (U+20E3), as posts number things, where no letters on the machine have them.

Qt would paint an empty frame beside the digit, which looks like words that were lost. Then what
follows the digit takes no room and no ink: the digit stands plainly. The text stays as it is.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QTextCharFormat, QTextLayout

from reviewer.domain.offsets import to_utf16, utf16_length
from reviewer.domain.spans import Span

BOX = "\u20e3"
_BEHIND = re.compile(rf"(?<=[0-9#*])\ufe0f?{BOX}")
_SAMPLE = f"4\ufe0f{BOX}"


def needs_boxes(words: str, font: QFont) -> bool:
    """Say whether words have digits in boxes that no letters here can show."""
    return BOX in words and not _shown_by(font.family(), font.pixelSize())


def unseen_boxes(words: str) -> Iterator[QTextLayout.FormatRange]:
    """Give what leaves out the boxes of a paragraph, and with them the frames in their place."""
    for found in _BEHIND.finditer(words):
        span = Span(*found.span())
        unseen = QTextLayout.FormatRange()
        unseen.start = to_utf16(words, span.start)
        unseen.length = utf16_length(span.of(words))
        unseen.format = QTextCharFormat()
        tiny = QFont()
        tiny.setPixelSize(1)
        unseen.format.setFont(tiny)
        unseen.format.setForeground(QBrush(Qt.GlobalColor.transparent))
        yield unseen


@lru_cache(maxsize=16)
def _shown_by(family: str, size: int) -> bool:
    font = QFont(family)
    font.setPixelSize(size)
    layout = QTextLayout(_SAMPLE, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())
