"""Small marks and chips: a tag's colour, and what a list is filtered by.

A tag's mark carries its dash pattern too, and always stands beside the name: nothing is told by
colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.tag_colours import tag_colour, tag_dash
from reviewer.ui.theme.themes import Theme
from reviewer.ui.wording import tip

MARK = 10
CHIP_HEIGHT = 24
_WIDEST_CHIP = 260
_CLOSE = 12
_GAP = 6
_LEFT = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)


def paint_mark(painter: QPainter, where: QRect, colour: str, theme: Theme) -> None:
    """Paint a tag's mark: a small square in its colour, striped where its lane is dashed."""
    shade = _shade(colour, theme)
    dash = tag_dash(colour) if shade is not None else Qt.PenStyle.SolidLine
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(shade or theme.muted_text, 1))
    painter.setBrush(
        shade if shade is not None and dash == Qt.PenStyle.SolidLine else QColor(0, 0, 0, 0)
    )
    painter.drawRoundedRect(box, 2.5, 2.5)
    if dash != Qt.PenStyle.SolidLine and shade is not None:
        _paint_stripes(painter, box, shade, 2 if dash == Qt.PenStyle.DashLine else 3)
    painter.restore()


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
        words = self.fontMetrics().horizontalAdvance(self.text())
        width = spacing.SMALL + words + spacing.TINY + 2 + _CLOSE + spacing.SMALL
        width += MARK + spacing.TINY + 2 if self.chip.colour else 0
        return QSize(min(width, _WIDEST_CHIP), CHIP_HEIGHT)

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
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.focus if self.hasFocus() else theme.line_strong, 1))
            painter.setBrush(theme.hover if self.underMouse() or self.isDown() else theme.badge)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
            left = spacing.SMALL
            if self.chip.colour:
                top = (self.height() - MARK) // 2
                paint_mark(painter, QRect(left, top, MARK, MARK), self.chip.colour, theme)
                left += MARK + spacing.TINY + 2
            close = QRect(0, 0, _CLOSE, _CLOSE)
            close.moveTopLeft(self.rect().topRight())
            close.translate(-_CLOSE - spacing.SMALL + 1, (self.height() - _CLOSE) // 2)
            paint_icon(painter, close, "close", theme.muted_text)
            painter.setPen(theme.text)
            room = QRect(left, 0, close.left() - spacing.TINY - left, self.height())
            words = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, _LEFT, words)


class ChipRow(QWidget):
    """The chips of a filter, in as many lines as they need; hidden while there are none.

    It places its chips itself: a layout written in Python shares its items with Qt, and taking
    one out frees it twice.
    """

    removed = Signal(object)  # the Chip that was pressed

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[ChipButton] = []
        self._last: QWidget | None = None
        self.setAccessibleName(_("Active filters"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_last(self, widget: QWidget) -> None:
        """Keep a widget behind the chips, such as a button that clears them all."""
        widget.setParent(self)
        self._last = widget

    def chips(self) -> list[Chip]:
        """Return what is shown."""
        return [button.chip for button in self._buttons]

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; what had the keys gives them to its neighbour."""
        held = next((n for n, one in enumerate(self._buttons) if one.hasFocus()), None)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(chip) for chip in chips]
        self._put_last_behind()
        self.setVisible(bool(chips))
        if held is not None and self._buttons:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus()
        self.updateGeometry()
        self._place(self.width(), move=True)

    def _button(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip)
        button.setParent(self)
        button.clicked.connect(self._pressed)
        button.show()
        return button

    def _put_last_behind(self) -> None:
        if self._last is not None and self._buttons:
            for before, behind in pairwise([*self._buttons, self._last]):
                QWidget.setTabOrder(before, behind)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ChipButton):
            self.removed.emit(button.chip)

    def _place(self, width: int, *, move: bool) -> int:
        """Put the chips where they belong, if they shall ``move``; returns the height needed."""
        left, top = 0, 0
        for widget in [*self._buttons, *([] if self._last is None else [self._last])]:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + CHIP_HEIGHT + _GAP
            if move:
                widget.setGeometry(left, top, min(size.width(), width), CHIP_HEIGHT)
            left += size.width() + _GAP
        return top + CHIP_HEIGHT

    @override
    @guard(0)
    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._place(max(1, self.width()), move=False))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, CHIP_HEIGHT)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)
        self.updateGeometry()
