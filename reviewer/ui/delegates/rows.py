"""What rows have in common: the ground they lie on, and words of any script on one or two lines."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.offsets import from_utf16, to_utf16
from reviewer.ui.delegates import theme_of
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.mirroring import leading, placed, runs_leftward, turned

Index = QModelIndex | QPersistentModelIndex

_BAR = 3
_MOST_LETTERS = 600
_MOST_HEIGHT = 44


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row's cells: chosen, under the pointer, with the keys; a hairline.

    The view says which row is under the pointer and which is current, because a cell does not
    know of its neighbours.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.current = -1

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what lies under a cell."""
        rect, theme = option.rect, theme_of(option.palette)
        if self.is_chosen(option):
            painter.fillRect(rect, theme.selection)
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        widget: object = option.widget
        if not isinstance(widget, QWidget) or not widget.hasFocus():
            return
        if index.row() == self.current and _begins_the_row(rect, widget):
            bar = placed(rect, QRect(rect.left(), rect.top(), _BAR, rect.height()))
            painter.fillRect(bar, theme.focus)

    def is_chosen(self, option: QStyleOptionViewItem) -> bool:
        """Say whether a cell's row is selected."""
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def ink(self, option: QStyleOptionViewItem) -> QColor:
        """Return the colour of words that come first."""
        theme = theme_of(option.palette)
        return theme.selection_text if self.is_chosen(option) else theme.text

    def pale_ink(self, option: QStyleOptionViewItem) -> QColor:
        """Return the colour of words that come second; on a chosen row they stay readable."""
        theme = theme_of(option.palette)
        return theme.selection_text if self.is_chosen(option) else theme.muted_text


class WordBlock:
    """Words laid out in a few lines, the last one cut where the room ends.

    Each block has its own direction: words of a document never turn what stands beside them.
    All lines together are at most ``most_height`` high, else as high as a row of the passages:
    some faces want more room than that.
    They stand on the side at which the window begins, with ``turned`` on the one at which they
    themselves begin. ``found`` are stretches (in code points) to be painted on ``marker``.
    """

    def __init__(
        self,
        words: str,
        font: QFont,
        width: float,
        *,
        lines: int = 2,
        most_height: float = 0,
        turned: bool = False,
        found: Sequence[tuple[int, int]] = (),
        marker: QColor | None = None,
    ) -> None:
        words = words[:_MOST_LETTERS]
        leftward = not turned and runs_leftward(words)
        self.right_to_left = leftward or direction_of(words) is Direction.RIGHT_TO_LEFT
        self._turned = turned
        self._pitch = (most_height or grown(_MOST_HEIGHT)) / lines
        self._marker = marker
        self._layouts: list[QTextLayout] = []
        self._height = 0.0
        metrics = QFontMetricsF(font)
        for number in range(lines):
            last = number == lines - 1
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width) if last else words
            cut = self._add_line(shown, font, width, found)
            words, found = words[cut:], [(start - cut, end - cut) for start, end in found]
            if not words:
                break

    @property
    def height(self) -> float:
        """How high all lines are."""
        return self._height

    def draw(self, painter: QPainter, left: float, top: float, ink: QColor) -> None:
        """Draw the words with their upper corner on the left at this point."""
        painter.setPen(ink)
        for layout in self._layouts:
            layout.draw(painter, QPointF(left, top))

    def _add_line(
        self, words: str, font: QFont, width: float, found: Sequence[tuple[int, int]]
    ) -> int:
        """Lay out one line; returns how many code points stand on it."""
        layout = QTextLayout(words, font)
        option = QTextOption(leading())
        ways, sides = Qt.LayoutDirection, Qt.AlignmentFlag
        option.setTextDirection(ways.RightToLeft if self.right_to_left else ways.LeftToRight)
        if self._turned:
            side = sides.AlignRight if self.right_to_left else sides.AlignLeft
            option.setAlignment(side | sides.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(words, found))
        layout.beginLayout()
        line = layout.createLine()
        if not line.isValid():
            layout.endLayout()
            return len(words)
        line.setLineWidth(max(1.0, width))
        pitch = min(line.height(), self._pitch)
        line.setPosition(QPointF(0, self._height - (line.height() - pitch) / 2))
        units = line.textLength()
        self._height += pitch
        layout.endLayout()
        self._layouts.append(layout)
        return max(1, from_utf16(words, units, round_up=True))

    def _formats(
        self, words: str, found: Sequence[tuple[int, int]]
    ) -> list[QTextLayout.FormatRange]:
        if self._marker is None:
            return []
        ranges: list[QTextLayout.FormatRange] = []
        inside = [(max(0, start), min(len(words), end)) for start, end in found]
        for start, end in inside:
            if start < end:
                one = QTextLayout.FormatRange()
                one.start = to_utf16(words, start)
                one.length = to_utf16(words, end) - one.start
                style = QTextCharFormat()
                style.setBackground(self._marker)
                one.format = style
                ranges.append(one)
        return ranges


def _begins_the_row(rect: QRect, view: QWidget) -> bool:
    """Say whether a cell stands at the edge of its view at which rows begin."""
    inside = view.viewport() if isinstance(view, QAbstractScrollArea) else view
    return rect.right() >= inside.width() - 1 if turned() else rect.left() <= 0


def places_of(sought: Sequence[str], words: str) -> list[tuple[int, int]]:
    """Return where the words that were looked for stand, capitals aside."""
    if not sought:
        return []
    pattern = "|".join(re.escape(one) for one in sorted(sought, key=len, reverse=True))
    return [match.span() for match in re.finditer(pattern, words[:_MOST_LETTERS], re.IGNORECASE)]


def middle(rect: QRect, height: float) -> float:
    """Return the top of something so high that it stands in the middle of ``rect``."""
    return QRectF(rect).top() + (rect.height() - 1 - height) / 2
