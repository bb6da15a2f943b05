"""Breaks a paragraph into lines: for our own painting, and once more where Qt needs it.

The page is painted from layouts of our own, which are thrown away when they are out of sight; Qt
keeps the memory of a block's layout for as long as the document lives. Only for the few blocks to
which the caret or a screen reader comes is the block's own layout made, line for line the same.
"""

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout, QTextOption

from reviewer.domain.offsets import to_utf16, utf16_length
from reviewer.ui.keycaps import needs_boxes, unseen_boxes
from reviewer.ui.text.look import Look
from reviewer.ui.text.scripts import arabic_runs


class Typesetter:
    """Sets paragraphs in one face and one column."""

    def __init__(self, look: Look, left: int, column: int) -> None:
        self._look = look
        self._left = left
        self._column = column
        self._options = {way: _option(way) for way in (False, True)}

    def own_layout(self, words: str, right_to_left: bool) -> QTextLayout:
        """Return a paragraph in lines."""
        layout = QTextLayout(words, self._look.font(right_to_left))
        layout.setCacheEnabled(True)
        layout.setFormats(self._faces(words, right_to_left))
        self._fill(layout, right_to_left)
        return layout

    def fill_block(self, block: QTextBlock, right_to_left: bool, *, as_the_text: bool) -> None:
        """Give Qt's block the same lines; it has the face of a text that runs ``as_the_text``."""
        layout = block.layout()
        formats = []
        if not as_the_text:
            formats.append(_face(0, block.length(), self._look.font(right_to_left)))
        layout.setFormats([*formats, *self._faces(block.text(), right_to_left)])
        self._fill(layout, right_to_left)
        block.setLineCount(layout.lineCount())

    def _faces(self, words: str, right_to_left: bool) -> list[QTextLayout.FormatRange]:
        """Return what keeps Arabic letters in their own face where a person chose another.

        The program's own faces share the scripts out among them; a face of the system may have
        such letters too, and they would be taken from it.
        """
        faces = []
        if self._look.reading.face and not right_to_left:
            font = self._look.font(right_to_left=True)
            faces = [
                _face(to_utf16(words, start), utf16_length(words[start:end]), font)
                for start, end in arabic_runs(words)
            ]
        if needs_boxes(words, self._look.font(right_to_left)):
            faces += unseen_boxes(words)
        return faces

    def _fill(self, layout: QTextLayout, right_to_left: bool) -> None:
        layout.setTextOption(self._options[right_to_left])
        y = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column)
            line.setPosition(QPointF(self._left, y))
            y += ceil(line.height()) + self._look.lead
        layout.endLayout()


def _face(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    face = QTextLayout.FormatRange()
    face.start, face.length = start, length
    face.format = QTextCharFormat()
    face.format.setFont(font)
    return face


def _option(right_to_left: bool) -> QTextOption:
    # Without IncludeTrailingSpaces Qt's hit test is off by a space in lines that run left.
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    way, side = Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft
    if right_to_left:
        way, side = Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight
    option.setTextDirection(way)
    option.setAlignment(side)
    return option
