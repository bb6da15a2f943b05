"""The painted timeline: walked by keys, zoomed by keys and the wheel."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from reviewer.domain.timelines import (
    DATE_OF_LABELS,
    DateOf,
    Timeline,
    TimelineRow,
    ticks_within,
)
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.models.dates import spelled
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.themes import Theme
from reviewer.ui.wording import announce, isolated, tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_IN, _OUT = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus,)
_STEP, _MOST_ZOOM = 1.5, 4_000.0
_LANE, _MARK, _LEAST_MARK = 16, 10, 7
_ROWS = (DateOf.HAPPENED, DateOf.SAID)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mark stands: its row, its lane in it, and its rectangle."""

    row: TimelineRow
    box: QRectF


class TimelineCanvas(QWidget):
    """What is painted."""

    moved = Signal()
    opened = Signal(object)  # Dated
    zoomed = Signal()
    seen_wanted = Signal(object)  # the rectangle (QRectF) of the mark one went to
    back_wanted = Signal()

    _font = Letters(12)
    _bold = Letters(12)

    def __init__(self) -> None:
        super().__init__()
        self._timeline = Timeline("", "", (), (), ())
        self._places: list[_Place] = []
        self._current: TimelineRow | None = None
        self._zoom = 1.0
        self._start = 0.0  # of the whole width that is zoomed, in pixels
        self._tops = dict.fromkeys(_ROWS, 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(grown(160))
        self.setMouseTracking(True)
        self.setAccessibleName(_("Timeline"))

    def show_timeline(self, found: Timeline) -> None:
        """Show these dates; what one is at stays, where it is still there."""
        here = self._current
        self._timeline = found
        same = (row for row in found.rows if here is not None and row.dated == here.dated)
        self._current = next(same, found.rows[0] if found.rows else None)
        self._arrange()
        self._tell()

    @property
    def _theme(self) -> Theme:
        return theme_of(self.palette())

    def current(self) -> TimelineRow | None:
        """Return the date one is at."""
        return self._current

    def words(self) -> str:
        """Return what one is at, in words."""
        return "" if self._current is None else _spoken(self._current)

    def stretch(self) -> tuple[int, int, int]:
        """Return how wide everything is, how much is seen, and where that begins; in pixels."""
        return round(self.width() * self._zoom), self.width(), round(self._start)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show more or less of the time, around ``at`` (pixels), else around what one is at."""
        before = self._zoom
        self._zoom = min(max(self._zoom * factor, 1.0), _MOST_ZOOM)
        if at is None:
            here = self._current
            at = self.width() / 2 if here is None else self._x((here.start + here.end) / 2, before)
        self._start = (self._start + at) * self._zoom / before - at
        self._arrange()

    def show_all(self) -> None:
        """Show all of the time."""
        self._zoom, self._start = 1.0, 0.0
        self._arrange()

    def scroll_to(self, start: float) -> None:
        """Let what is seen begin at so many pixels."""
        self._start = start
        self._arrange()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, held = event.angleDelta(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier and turned.y():
            self.zoom(_STEP if turned.y() > 0 else 1 / _STEP, event.position().x())
        elif held & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self.scroll_to(self._start - (turned.x() or turned.y()))
        else:
            event.ignore()  # up and down is the scroll area's

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._cross(_ROWS[key == Qt.Key.Key_Down])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(last=key == Qt.Key.Key_End)
        elif not self._deed(key):
            super().keyPressEvent(event)

    def _deed(self, key: int) -> bool:
        if key in _IN:
            self.zoom(_STEP)
        elif key in _OUT:
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in _ENTER and self._current is not None:
            self.opened.emit(self._current.dated)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.back_wanted.emit()
        else:
            return False
        return True

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self._go(found)

    @override
    @guard()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self.opened.emit(found.dated)

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        """Say what the mark under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            words = "" if found is None else tip(_spoken(found))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.page)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.setFont(self._font)
            self._paint_scale(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in self._places:
                if place.box.right() >= 0 and place.box.left() <= self.width():
                    self._paint_mark(painter, place)

    # Walking.

    def _box_of(self, row: TimelineRow) -> QRectF:
        return next((place.box for place in self._places if place.row is row), QRectF())

    def _of(self, kind: DateOf) -> list[TimelineRow]:
        return [row for row in self._timeline.rows if row.dated.date_of is kind]

    def _walk(self, by: int) -> None:
        if self._current is None:
            return
        rows = self._of(self._current.dated.date_of)
        place = rows.index(self._current) + by
        if 0 <= place < len(rows):
            self._go(rows[place])

    def _cross(self, kind: DateOf) -> None:
        """Go to the other date of the same passage, else to the nearest in time."""
        here = self._current
        rows = self._of(kind)
        if here is None or not rows or here.dated.date_of is kind:
            return
        passage = here.dated.passage
        self._go(
            min(
                rows,
                key=lambda row: (
                    passage is None or row.dated.passage != passage,
                    abs(row.start - here.start),
                ),
            )
        )

    def _go_to_end(self, *, last: bool) -> None:
        if self._current is not None:
            self._go(self._of(self._current.dated.date_of)[-1 if last else 0])

    def _go(self, row: TimelineRow) -> None:
        self._current = row
        left, right = self._x(row.start), self._x(row.end)
        if left < 0 or right > self.width():
            self._start += (left + right) / 2 - self.width() / 2
        self._arrange()
        self._tell()
        self.seen_wanted.emit(self._box_of(row))
        announce(self, self.words())

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words())
        self.moved.emit()

    def _at(self, point: QPointF) -> TimelineRow | None:
        found = (place.row for place in self._places if place.box.contains(point))
        return next(found, None)

    # Where things stand.

    def _x(self, share: float, zoom: float | None = None) -> float:
        return share * self.width() * (self._zoom if zoom is None else zoom) - self._start

    def _arrange(self) -> None:
        """Put every mark into the first lane of its row that is free there."""
        most = self.width() * (self._zoom - 1)
        self._start = min(max(self._start, 0.0), max(most, 0.0))
        self._places = []
        metrics = QFontMetricsF(self._font)
        top = metrics.height() + 2 * spacing.SMALL
        for kind in _ROWS:
            self._tops[kind] = top
            top += metrics.height() + spacing.SMALL
            free: list[float] = []
            for row in self._of(kind):
                top_of = self._lane(row, free)
                self._places.append(_Place(row, self._box(row, top + top_of * grown(_LANE))))
            top += max(1, len(free)) * grown(_LANE) + spacing.LARGE
        self.setMinimumHeight(round(top))
        self.zoomed.emit()
        self.update()

    def _lane(self, row: TimelineRow, free: list[float]) -> int:
        box = self._box(row, 0)
        lane = next((one for one, end in enumerate(free) if end < box.left()), len(free))
        if lane == len(free):
            free.append(0.0)
        free[lane] = box.right() + 3
        return lane

    def _box(self, row: TimelineRow, top: float) -> QRectF:
        left, right = self._x(row.start), self._x(row.end)
        wide = max(right - left, grown(_LEAST_MARK))
        return QRectF(left, top, wide, grown(_MARK))

    # Painting.

    def _paint_scale(self, painter: QPainter) -> None:
        theme, metrics = self._theme, QFontMetricsF(self._font)
        wide = self.width() * self._zoom
        seen = (self._start / wide, (self._start + self.width()) / wide) if wide else (0.0, 1.0)
        free = 0.0
        for tick in ticks_within(self._timeline, *seen):
            x = self._x(tick.at)
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(x, metrics.height() + 4), QPointF(x, self.height()))
            end = x + metrics.horizontalAdvance(tick.edtf)
            if x >= free and end <= self.width():
                painter.setPen(theme.muted_text)
                painter.drawText(QPointF(x, metrics.ascent()), tick.edtf)
                free = end + spacing.SMALL
        for kind, top in self._tops.items():
            words = _(DATE_OF_LABELS[kind])
            room = QRectF(0, top, metrics.horizontalAdvance(words) + 4, metrics.height())
            painter.fillRect(room, theme.page)
            painter.setPen(theme.muted_text)
            painter.drawText(QPointF(0, top + metrics.ascent()), words)

    def _paint_mark(self, painter: QPainter, place: _Place) -> None:
        row, box, theme = place.row, place.box, self._theme
        vague = row.uncertain or row.approximate
        painter.setPen(QPen(theme.accent, 1.6, _DASHED if vague else _SOLID))
        painter.setBrush(theme.page if vague else _ink(row, theme))
        if row.dated.event is not None:
            painter.drawRect(box)
        else:
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_open_ends(painter, place)
        if row is self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus if self.hasFocus() else theme.muted_text, 2))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4)

    def _paint_open_ends(self, painter: QPainter, place: _Place) -> None:
        y, half = place.box.center().y(), place.box.height() * 0.8
        for is_open, x, back in (
            (place.row.open_start, place.box.left(), half),
            (place.row.open_end, place.box.right(), -half),
        ):
            if is_open:
                painter.setBrush(self._theme.accent)
                points = [QPointF(x, y), QPointF(x + back, y - half), QPointF(x + back, y + half)]
                painter.drawPolygon(QPolygonF(points))


_SOLID, _DASHED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine


def _ink(row: TimelineRow, theme: Theme) -> QColor:
    """Return the ground of a mark: an event's is full, a passage's paler."""
    return theme.accent if row.dated.event is not None else theme.selection


def _spoken(row: TimelineRow) -> str:
    """Return what a mark is, in words: what, which date, and how sure."""
    dated = row.dated
    what = _("Event {name}") if dated.event is not None else _("Passage {name}")
    parts = [
        what.format(name=isolated(dated.name)),
        _(DATE_OF_LABELS[dated.date_of]),
        spelled(dated.date.edtf) or dated.date.edtf,
    ]
    if dated.date.words:
        parts.append(_("printed as “{words}”").format(words=isolated(dated.date.words)))
    return " · ".join(parts)
