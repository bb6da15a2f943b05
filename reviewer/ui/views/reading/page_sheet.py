"""A page as it was printed, with the passages of the text drawn on it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.tag_colours import tag_colour

_FAINT, _STRONG = 70, 130  # of 255: how strongly a passage covers the page
_LINE = 2.0  # under a passage, as in the text


class OnSheet(NamedTuple):
    """A passage on the page: its rectangles in shares of the page's width and height."""

    id: int
    colour: str
    tip: str
    places: tuple[QRectF, ...]


class PageSheet(QWidget):
    """Paints a page as wide as it is itself; a click says which passage it met."""

    clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._shape = 1.4142  # height in widths, until a page says its own
        self._passages: tuple[OnSheet, ...] = ()
        self._raised: int | None = None
        self.setObjectName("page_sheet")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage, passages: Sequence[OnSheet]) -> None:
        """Show another page, or the same one anew."""
        self._picture = picture
        self._passages = tuple(passages)
        if not picture.isNull():
            self._shape = picture.height() / picture.width()
        self.use_width(self.width())
        self.update()

    def picture(self) -> QImage:
        """Return what is shown; a null image while there is none."""
        return self._picture

    def passages(self) -> tuple[OnSheet, ...]:
        """Return the passages drawn on it."""
        return self._passages

    def raise_passage(self, passage: int | None) -> None:
        """Draw one passage more strongly than the others."""
        if passage != self._raised:
            self._raised = passage
            self.update()

    def use_width(self, width: int) -> None:
        """Be so wide, and as high as the page is then."""
        self.setFixedSize(max(width, 1), max(round(width * self._shape), 1))

    def place_of(self, passage: int) -> QRectF | None:
        """Return where a passage begins on the sheet."""
        for one in self._passages:
            if one.id == passage and one.places:
                return self._scaled(one.places[0])
        return None

    @override
    @guard(QSize())
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
            if not self._picture.isNull():
                painter.drawImage(self.rect(), self._picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for one in self._passages:
                self._paint(painter, one)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint(self, painter: QPainter, one: OnSheet) -> None:
        shade = tag_colour(one.colour, dark=False)
        ground = QColor(shade)
        ground.setAlpha(_STRONG if one.id == self._raised else _FAINT)
        for place in one.places:
            box = self._scaled(place)
            painter.fillRect(box, ground)
            painter.setPen(QPen(shade, min(_LINE, max(box.height() / 8, 1.0))))
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _scaled(self, place: QRectF) -> QRectF:
        across, down = self.width(), self.height()
        return QRectF(
            place.x() * across, place.y() * down, place.width() * across, place.height() * down
        )

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        met = self._met(event.position())
        if met is not None and event.button() is Qt.MouseButton.LeftButton:
            event.accept()
            self.clicked.emit(met.id)
        else:
            super().mousePressEvent(event)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._met(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            met = self._met(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if met is None else met.tip, self)
            return True
        return super().event(event)

    def _met(self, point: QPointF) -> OnSheet | None:
        """Return the passage at a point, the shortest of several."""
        met = [
            one
            for one in self._passages
            if any(self._scaled(p).contains(point) for p in one.places)
        ]
        return min(met, key=lambda one: sum(p.width() for p in one.places), default=None)
