"""The mouse over the text: hovering, and selecting by word and by sentence."""

from collections.abc import Callable
from html import escape
from math import hypot

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip

from reviewer.domain.passages import ANCHOR_LABELS, Anchor
from reviewer.domain.spans import Span
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.text.furniture import Fold
from reviewer.ui.text.layout import LazyLayout
from reviewer.ui.text.marks import Mark, by_depth
from reviewer.ui.text.places import Places
from reviewer.ui.text.scene import Scene
from reviewer.ui.text.selection import joined, sentence_or_word, word_around
from reviewer.ui.wording import isolated, tip

_HOVER_DELAY = 90  # milliseconds: passages do not flicker under a pointer passing by
_MOST_TOLD = 12
_AUTOSCROLL_TICK = 40
_AUTOSCROLL_SHARE = 0.4

Unit = Callable[[str, int], Span | None]


def describe(marks: list[Mark]) -> str:
    """Return the passages as plain lines, tag and number; names are kept apart from each other.

    Of one whose words do not stand at its place any more, that is said too.
    """
    return "\n".join(
        " · ".join(
            part for part in (mark.key, isolated(mark.tag), mark.number, _doubt(mark)) if part
        )
        for mark in marks
    )


def _doubt(mark: Mark) -> str:
    return "" if mark.sure else _(ANCHOR_LABELS[Anchor.NOT_CERTAIN])


class Pointer(QObject):
    """What the mouse does over the text, beyond what ``QTextEdit`` does by itself.

    ``hovered`` says that another passage lies under the pointer; ``chosen`` gives the start and
    the end of what was selected word by word; ``fold_clicked`` the furniture to open.
    """

    hovered = Signal()
    chosen = Signal(int, int)
    fold_clicked = Signal(object)

    def __init__(self, view: QTextEdit, layout: LazyLayout, places: Places, scene: Scene) -> None:
        super().__init__(view)
        self._view = view
        self._layout = layout
        self._places = places
        self._scene = scene
        self._unit: Unit | None = None
        self._first: Span | None = None
        self._third_click = QDeadlineTimer(0)
        self._clicked = QPointF()
        self._under: int | None = None
        self._at = QPointF()
        self._pause = QTimer(self, singleShot=True, interval=_HOVER_DELAY)
        self._pause.timeout.connect(self._hover_now)
        self._autoscroll = QTimer(self, interval=_AUTOSCROLL_TICK)
        self._autoscroll.timeout.connect(self._scroll_on)

    # Selecting.

    def press(self, event: QMouseEvent) -> bool:
        """Handle a press: a fold, or a third click; say whether it was one."""
        self._stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        fold = self.fold_under(event.position())
        if fold is not None:
            self.fold_clicked.emit(fold)
            return True
        away = event.position() - self._clicked
        near = hypot(away.x(), away.y()) < QApplication.startDragDistance()
        if near and not self._third_click.hasExpired():
            self._begin(sentence_or_word, event.position())
            return True
        return False

    def double_click(self, event: QMouseEvent) -> bool:
        """Select the word under the pointer, and go on by words."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._third_click.setRemainingTime(QApplication.doubleClickInterval())
        self._clicked = event.position()
        self._begin(word_around, event.position())
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Stretch a selection by words or sentences; say whether one is being made."""
        self._at = event.position()
        if self._unit is None:
            if event.buttons() == Qt.MouseButton.NoButton:
                self._pause.start()
            return False
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._stretch()
            inside = self._view.viewport().rect().contains(self._at.toPoint())
            if inside:
                self._autoscroll.stop()
            elif not self._autoscroll.isActive():
                self._autoscroll.start()
        return True

    def release(self) -> bool:
        """End what a double or third click began; say whether there was anything."""
        ended = self._unit is not None
        self._stop()
        return ended

    def fold_under(self, point: QPointF) -> Fold | None:
        """Return the folded furniture whose thin line is at a point of the view."""
        segment, top = self._layout.find(self._page_y(point))
        fold = self._layout.furniture.fold_at(segment)
        return fold if fold is not None and self._page_y(point) >= top else None

    def _page_y(self, point: QPointF) -> float:
        return point.y() + self._view.verticalScrollBar().value()

    def position_at(self, point: QPointF) -> int:
        """Return where the caret would go at a point of the view."""
        on_page = QPointF(point.x(), self._page_y(point))
        return self._places.from_qt(self._layout.hitTest(on_page, Qt.HitTestAccuracy.FuzzyHit))

    def _begin(self, unit: Unit, point: QPointF) -> None:
        found = self._layout.character_at(point.x(), self._page_y(point))
        position = found[0] if found else self.position_at(point)
        self._unit, self._at = unit, point
        self._first = unit(self._layout.segments.text, position)
        if self._first is not None:
            self.chosen.emit(self._first.start, self._first.end)

    def _stretch(self) -> None:
        if self._unit is None:
            return
        position = self.position_at(self._at)
        here = self._unit(self._layout.segments.text, position)
        if self._first is None:
            self._first = here
        if self._first is None:
            return
        whole = joined(self._first, here) if here else self._first
        backwards = here is not None and here.start < self._first.start
        self.chosen.emit(*((whole.end, whole.start) if backwards else (whole.start, whole.end)))

    def _stop(self) -> None:
        self._unit = self._first = None
        self._autoscroll.stop()

    @guard()
    def _scroll_on(self) -> None:
        height, y = self._view.viewport().height(), self._at.y()
        beyond = min(0.0, y) + max(0.0, y - height)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * _AUTOSCROLL_SHARE))
        self._stretch()

    # Hovering.

    def leave(self) -> None:
        """Forget the pointer: nothing is hovered."""
        self.hover(None)

    def marks_under(self, point: QPointF) -> list[Mark]:
        """Return the passages at a point of the view, the one meant first.

        On a lane that is the lane's passage, on the words the innermost.
        """
        found = self._layout.character_at(point.x(), self._page_y(point))
        if found is None:
            return []
        position, under = found
        here = [m for m in self._scene.marks.at(position) if m.span.covers(position)]
        here.sort(key=by_depth)
        if under >= 0:
            lane = int(under // self._layout.look.pitch)
            here.sort(key=lambda mark: self._scene.marks.lane(mark) != lane)
        return here

    def tool_tip(self, event: QHelpEvent) -> None:
        """Show the tags and numbers of the passages under the pointer, or what is folded there."""
        fold = self.fold_under(QPointF(event.pos()))
        if fold is not None:
            QToolTip.showText(event.globalPos(), tip(fold.label()), self._view)
            return
        self.show_tip(event.globalPos(), self.marks_under(QPointF(event.pos())))

    def show_tip(self, at: QPoint, marks: list[Mark]) -> None:
        """Show the tags and numbers of ``marks`` at a point of the screen."""
        words = describe(marks[:_MOST_TOLD])
        if len(marks) > _MOST_TOLD:
            words += f"\n+{len(marks) - _MOST_TOLD}"
        # Escaped, and said to be rich text: a tag's name must not be read as markup.
        lines = "<br>".join(escape(line) for line in words.split("\n"))
        QToolTip.showText(at, f"<qt>{lines}</qt>" if words else "", self._view)

    def hover(self, mark: int | None) -> None:
        """Make a mark stand out at once, because the pointer is on its label."""
        self._pause.stop()
        self._set_hovered(mark)

    @guard()
    def _hover_now(self) -> None:
        under = self.marks_under(self._at)
        self._set_hovered(under[0].id if under else None)
        on_fold = self.fold_under(self._at) is not None
        shape = Qt.CursorShape.PointingHandCursor if on_fold else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)

    def _set_hovered(self, mark: int | None) -> None:
        if self._scene.hovered != mark:
            self._scene.hovered = mark
            self.hovered.emit()
