"""Small marks and chips: a tag's colour, and what a list is filtered by.

A tag's mark carries its dash pattern too, and always stands beside the name: nothing is told by
colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_square
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.tag_colours import edge_of, tag_colour, tag_dash
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import tip

MARK = 10
CHIP_HEIGHT = 24
_WIDEST_CHIP = 260
_CLOSE = 12
_GAP = 6
_MOST_LETTERS = 40
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEADING = Qt.AlignmentFlag.AlignLeft


def paint_mark(painter: QPainter, where: QRect, colour: str, theme: Theme) -> None:
    """Paint a tag's mark: a small square in its colour, striped where its lane is dashed."""
    shade = _shade(colour, theme)
    dash = tag_dash(colour) if shade is not None else Qt.PenStyle.SolidLine
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(mark_edge(shade, theme), 1))
    painter.setBrush(
        shade if shade is not None and dash == Qt.PenStyle.SolidLine else QColor(0, 0, 0, 0)
    )
    painter.drawRoundedRect(box, 2.5, 2.5)
    if dash != Qt.PenStyle.SolidLine and shade is not None:
        _paint_stripes(painter, box, shade, 2 if dash == Qt.PenStyle.DashLine else 3)
    painter.restore()


class TagMark(QWidget):
    """A tag's mark, in its colour and with the dash of its lane; its name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = "1"
        keep_square(self, MARK + 2)

    def show_colour(self, colour: str) -> None:
        """Show the mark of this colour."""
        self._colour = colour
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        inner, theme = self.rect().adjusted(1, 1, -1, -1), theme_of(self.palette())
        with QPainter(self) as painter:
            paint_mark(painter, inner, self._colour, theme)


def mark_edge(shade: QColor | None, theme: Theme) -> QColor:
    """Return the edge of a mark: it is seen on every ground, on that of a chosen row too."""
    if shade is None:
        return theme.muted_text
    return edge_of(shade, theme.muted_text, (theme.selection, theme.panel, theme.hover))


def _paint_stripes(painter: QPainter, box: QRectF, shade: QColor, count: int) -> None:
    """Paint upright bars: two for a dashed lane, three thin ones for a dotted one."""
    part = box.width() / (2 * count + 1)
    for number in range(count):
        bar = QRectF(box.left() + part * (2 * number + 1), box.top() + 2, part, box.height() - 4)
        painter.fillRect(bar, shade)


def _shade(colour: str, theme: Theme) -> QColor | None:
    """Return a tag's colour; ``None`` for what a damaged project may hold."""
    try:
        return tag_colour(colour, theme.dark)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Chip:
    """Something a list is filtered by: which kind, which ids (one, or several told together).

    ``words`` are on one line; names in them are isolated.
    """

    kind: str
    ids: tuple[int, ...]
    words: str
    colour: str = ""


class ChipButton(QAbstractButton):
    """A chip with an x; pressing it anywhere takes the filter off."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        self.setText(chip.words)
        self.setAccessibleName(_("Take off the filter {name}").format(name=chip.words))
        self.setToolTip(tip(_("Take off the filter {name}").format(name=chip.words)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = spacing.SMALL + metrics.horizontalAdvance(self.text()) + spacing.TINY + 2
        width += grown(_CLOSE) + spacing.SMALL
        width += grown(MARK) + spacing.TINY + 2 if self.chip.colour else 0
        widest = max(_WIDEST_CHIP, metrics.averageCharWidth() * _MOST_LETTERS)
        return QSize(min(width, widest), max(CHIP_HEIGHT, metrics.height() + spacing.SMALL))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        height, left = self.height(), spacing.SMALL
        side, cross = grown(MARK), grown(_CLOSE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.focus if self.hasFocus() else theme.line_strong, 1))
            painter.setBrush(theme.hover if self.underMouse() or self.isDown() else theme.badge)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, height / 2, height / 2)
            if self.chip.colour:
                mark = self._place(left, (height - side) // 2, side, side)
                paint_mark(painter, mark, self.chip.colour, theme)
                left += side + spacing.TINY + 2
            end = self.width() - cross - spacing.SMALL
            close = self._place(end, (height - cross) // 2, cross, cross)
            paint_icon(painter, close, "close", theme.muted_text)
            painter.setPen(theme.text)
            room = self._place(left, 0, end - spacing.TINY - left, height)
            words = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room.width()
            )
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else _LEADING
            painter.drawText(room, int(side | _MIDDLE), words)

    def _place(self, left: int, top: int, width: int, height: int) -> QRect:
        """Return where a part stands, which is the other side of a mirrored window."""
        return QStyle.visualRect(
            self.layoutDirection(), self.rect(), QRect(left, top, width, height)
        )


class ChipRow(FlowingRow):
    """The chips of a filter, in as many lines as they need; hidden while there are none."""

    removed = Signal(object)  # the Chip that was pressed

    def __init__(self) -> None:
        super().__init__(_GAP)
        self._last: QWidget | None = None
        self.setAccessibleName(_("Active filters"))

    def set_last(self, widget: QWidget) -> None:
        """Keep a widget behind the chips, such as a button that clears them all."""
        self._last = widget
        self.add(widget)

    def chips(self) -> list[Chip]:
        """Return what is shown."""
        return [button.chip for button in self._buttons()]

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; what had the keys gives them to its neighbour."""
        held = next((n for n, one in enumerate(self._buttons()) if one.hasFocus()), None)
        last = [] if self._last is None else [self._last]
        self.put([*map(self._button, chips), *last])
        self.setVisible(bool(chips))
        if held is not None and chips:
            self._buttons()[min(held, len(chips) - 1)].setFocus()

    def _buttons(self) -> list[ChipButton]:
        return [widget for widget in self.widgets() if isinstance(widget, ChipButton)]

    def _button(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ChipButton):
            self.removed.emit(button.chip)
