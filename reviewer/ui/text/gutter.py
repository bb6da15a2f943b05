"""The gutter beside the text: a bracket for each passage, and a label that names its tag.

It carries without colour what the lanes say with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.text.brackets import Bracket, find_brackets
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.labels import Placed, fit_words, push_apart, short_name
from reviewer.ui.text.lanes import LANES
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.view import TextView
from reviewer.ui.theme.growing import Letters, widened
from reviewer.ui.wording import tip

WIDE = 160
MIDDLE = 104
"""Room for a tag's key and its first word, where two panes share a window."""
NARROW = 54

_EDGE = 5
_PITCH = 5
_ARM = 4
_LINE = 2
_LABEL = 17
_CAP = 15
_PAD = 4
_GAP = 2
_CORNER = 3
_FONT = 12


_label_font = Letters(_FONT, half=True).now
_letter_font = Letters(_FONT - 1, QFont.Weight.Bold, half=True).now


def _cap_width(letters: str) -> float:
    """Return how wide the coloured cap with a tag's letters is."""
    return max(
        widened(_CAP), round(QFontMetricsF(_letter_font()).horizontalAdvance(letters)) + _PAD
    )


def _signs_that_fit(signs: Sequence[str], room: float) -> str:
    """Return the signs of several links, each once; their number where there is no room."""
    words = "".join(dict.fromkeys(signs))
    return words if _pill_width(words) <= room or len(signs) < 2 else str(len(signs))


def _pill_width(links: str) -> float:
    """Return how wide the pill with the signs of links is."""
    words = round(QFontMetricsF(_letter_font()).horizontalAdvance(links))
    return max(widened(_CAP), words + 2 * _PAD)


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(_label_font())


@lru_cache(maxsize=2048)
def _fitted(tag: str, room: int, size: int) -> tuple[str, float]:  # noqa: ARG001 - other letters
    """Return the words of a tag's name that fit in letters of a size, and how wide they are."""
    words = fit_words(tag, room, _metrics().horizontalAdvance)
    return words, _metrics().horizontalAdvance(words)


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it stands: what it names, where, and how many more had no room below it.

    ``links`` are the short signs of links whose other ends are not in sight, in their own ``pill``.
    """

    bracket: Bracket
    box: QRectF
    words: str
    hidden: int
    links: str = ""
    pill: QRectF = field(default_factory=QRectF)


class GutterLinks(Protocol):
    """What the gutter asks about the links of passages."""

    def signs(self, passages: Iterable[int]) -> dict[int, list[str]]:
        """Return the short sign of each link whose other end is not in sight, by passage."""
        ...

    def words(self, passage: int) -> list[str]:
        """Return what every link of the passage says."""
        ...


class Gutter(QWidget):
    """Painted from what the view has laid out, moved with it."""

    link_wanted = Signal(int)  # the links of a passage were pressed

    def __init__(self, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._inks = Inks(view.page.look.theme)
        self._mirrored = False
        self._labels: list[Label] = []
        self._brackets: list[Bracket] = []
        self._places: dict[int, Bracket] = {}
        self._room = WIDE
        self._found = False
        self._links: GutterLinks | None = None
        self._signs_shown: dict[int, list[str]] = {}
        self.setMouseTracking(True)
        view.repainted.connect(self._look_again)

    def theme_changed(self) -> None:
        """Take up the colours of the view's look."""
        self._inks = Inks(self._view.page.look.theme)
        self._look_again()

    def arrange(self, room: int, *, mirrored: bool) -> None:
        """Set how wide the part is that is used, and whether the text is on the left of it."""
        self._room, self._mirrored = room, mirrored
        self._look_again()

    def labels(self) -> list[Label]:
        """Return the labels as they were last painted."""
        return self._labels

    def show_links(self, links: GutterLinks) -> None:
        """Mark links at the labels; to be called again when they have changed."""
        self._links = links
        self._look_again()

    def links_moved(self) -> None:
        """Look whether other links are out of sight now than those that are marked."""
        if self._links is None or self._signs() != self._signs_shown:
            self._look_again()

    def _signs(self) -> dict[int, list[str]]:
        return {} if self._links is None else self._links.signs(self.places())

    def places(self) -> dict[int, Bracket]:
        """Return the brackets of what is in view now, by passage; heights are of this widget."""
        if not self._found:
            self._find()
        return self._places

    def lit(self) -> int | None:
        """Return the passage that stands out now: the one chosen, or under the pointer."""
        lit = self._view.scene.lit
        return None if lit is None else lit.id

    @property
    def mirrored(self) -> bool:
        """Whether the text is on the left of it."""
        return self._mirrored

    def _look_again(self) -> None:
        self._found = False
        self.update()

    # Painting.

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the brackets and labels of the passages in view."""
        theme = self._view.page.look.theme
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.page)
            if not self._found:
                self._find()
            lit = self._view.scene.lit
            self._paint_brackets(painter, lit)
            for label in self._labels:
                faint = lit is not None and lit.id != label.bracket.mark.id
                self._paint_label(painter, label, faint=faint)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        """Place the labels anew when letters have another size."""
        super().changeEvent(event)
        self._look_again()

    def _find(self) -> None:
        self._found = True
        view = self._view
        top, bottom = view.scroller.span
        page = list(view.page.shown(top, bottom))
        strokes = [view.painter.strokes(laid) for laid, _ in page]
        found = (
            Bracket(b.mark, b.lane, b.top - top, b.bottom - top, b.opens, b.closes)
            for b in find_brackets(page, strokes, view.scene)
        )
        # A long paragraph reaches beyond what is in view.
        height = self.height()
        self._brackets = [each for each in found if each.top < height and each.bottom > 0]
        self._places = {bracket.mark.id: bracket for bracket in self._brackets}
        self._signs_shown = self._signs()
        self._labels = self._place_labels()

    def _lane_x(self, lane: int) -> float:
        x = _EDGE + lane * _PITCH
        return x if self._mirrored else self.width() - x

    def _paint_brackets(self, painter: QPainter, lit: Mark | None) -> None:
        """Paint what has one colour in one go, as boxes: lines with a pen cost ten times that.

        Brackets of one line and lane lie upon each other; they are painted once.
        """
        boxes: defaultdict[tuple[str, bool], list[QRectF]] = defaultdict(list)
        painted = set[tuple[object, ...]]()
        for bracket in self._brackets:
            mark = bracket.mark
            faint = lit is not None and lit.id != mark.id
            place = (bracket.lane, bracket.top, bracket.bottom, bracket.opens, bracket.closes)
            key = (mark.colour, faint, *place)
            if key not in painted:
                painted.add(key)
                boxes[mark.colour, faint] += self._boxes(bracket)
        painter.setPen(Qt.PenStyle.NoPen)
        for (colour, faint), same in boxes.items():
            painter.setBrush(self._inks.colour(colour, faint))
            painter.drawRects(same)

    def _boxes(self, bracket: Bracket) -> Iterator[QRectF]:
        """Yield the arms of a bracket and its upright, in pieces where its lane is dashed."""
        x, top, bottom = self._lane_x(bracket.lane), round(bracket.top), round(bracket.bottom)
        arm = x - _ARM if self._mirrored else x - _LINE / 2
        if bracket.opens:
            yield QRectF(arm, top + 1, _ARM + _LINE / 2, _LINE)
        if bracket.closes:
            yield QRectF(arm, bottom - _LINE, _ARM + _LINE / 2, _LINE)
        first = top + 1 + _LINE if bracket.opens else min(top, 0)
        last = bottom - _LINE if bracket.closes else max(bottom, self.height())
        on, off = self._inks.dash(bracket.mark.colour, _LINE) or (max(1, last - first), 0)
        unseen = max(0, -first) // (on + off) * (on + off)
        for y in range(first + unseen, min(last, self.height()), on + off):
            yield QRectF(x - _LINE / 2, y, _LINE, min(on, last - y))

    def _paint_label(self, painter: QPainter, label: Label, *, faint: bool) -> None:
        theme, mark = self._view.page.look.theme, label.bracket.mark
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.tint(mark.colour, 1, faint))
        painter.drawRoundedRect(label.box, _CORNER, _CORNER)
        cap = self._cap_box(label.box, mark.key, mark.tag)
        painter.setBrush(self._inks.colour(mark.colour, faint))
        painter.drawRoundedRect(cap, _CORNER, _CORNER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(_letter_font())
        painter.setPen(theme.text if faint else self._inks.letter(mark.colour))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, short_name(mark.key, mark.tag))
        if label.links:
            self._paint_pill(painter, label)
        painter.setFont(_label_font())
        painter.setPen(theme.muted_text if faint else theme.text)
        if label.words:
            room = label.box.adjusted(cap.width() + _PAD, 0, -_PAD, 0)
            if self._mirrored:
                room = label.box.adjusted(_PAD, 0, -cap.width() - _PAD, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label.words)
        if label.hidden:
            painter.setPen(theme.muted_text)
            box = QRectF(0, label.box.bottom() - 1, label.box.right(), widened(_LABEL))
            side = Qt.AlignmentFlag.AlignRight
            if self._mirrored:
                box = QRectF(
                    label.box.left(), label.box.bottom() - 1, self.width(), widened(_LABEL)
                )
                side = Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, f"+{label.hidden}")

    def _paint_pill(self, painter: QPainter, label: Label) -> None:
        """Paint the signs of links beside a label, in no tag's colour."""
        theme = self._view.page.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.muted_text)
        painter.setBrush(theme.page)
        box = label.pill.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(theme.text)
        painter.setFont(_letter_font())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else "<" would turn
        painter.drawText(label.pill, Qt.AlignmentFlag.AlignCenter, label.links)

    def _cap_box(self, box: QRectF, key: str, tag: str) -> QRectF:
        width = _cap_width(short_name(key, tag))
        left = box.right() - width if self._mirrored else box.left()
        return QRectF(left, box.top(), width, box.height())

    # Placing labels.

    def _place_labels(self) -> list[Label]:
        wanted = [bracket.top + 1 for bracket in self._brackets]
        high = widened(_LABEL)
        placed = push_apart(wanted, high + 1, (3.0, self.height() + float(high)))
        lanes = max((bracket.lane for bracket in self._brackets), default=0)
        inner = _EDGE + min(lanes, LANES - 1) * _PITCH + _PAD + 2
        return [self._label(each, inner) for each in placed]

    def _label(self, placed: Placed, inner: int) -> Label:
        bracket = self._brackets[placed.number]
        signs = self._signs_shown.get(bracket.mark.id, [])
        room = self._room - inner - _PAD - 2 * _GAP
        width = _cap_width(short_name(bracket.mark.key, bracket.mark.tag))
        links = _signs_that_fit(signs, room - width)
        pill = _pill_width(links) if links else 0.0
        words = ""
        if self._room > widened(NARROW):
            space = int(self.width() - inner - _PAD - width - 3 * _PAD - pill)
            words, words_width = _fitted(bracket.mark.tag, space, _label_font().pixelSize())
            width += 2 * _PAD + words_width + 1 if words else 0
        left = inner if self._mirrored else self.width() - inner - width
        box = QRectF(left, placed.top, width, widened(_LABEL) - 1)
        beside = box.right() + _GAP if self._mirrored else box.left() - _GAP - pill
        place = QRectF(beside, box.top(), pill, box.height()) if links else QRectF()
        return Label(bracket, box, words, placed.hidden, links, place)

    # Mouse.

    def marks_under(self, point: QPointF) -> list[Bracket]:
        """Return the brackets at a point: the one whose label it is, or those at its height."""
        for label in self._labels:
            if label.box.contains(point) or label.pill.contains(point):
                return [label.bracket]
        near = [each for each in self._brackets if each.top <= point.y() <= each.bottom]
        near.sort(key=lambda each: abs(self._lane_x(each.lane) - point.x()))
        return near

    def _pill_under(self, point: QPointF) -> int | None:
        """Return the passage whose links are marked at a point."""
        found = (label for label in self._labels if label.pill.contains(point))
        return next((label.bracket.mark.id for label in found), None)

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Raise the passage that was pressed, with the caret at its start."""
        found = self.marks_under(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            pressed = self._pill_under(event.position())
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
            self._view.go_to(found[0].mark)
            if pressed is not None:
                self.link_wanted.emit(pressed)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make the passage under the pointer stand out."""
        found = self.marks_under(event.position())
        self._view.pointer.hover(found[0].mark.id if found else None)

    @override
    @guard()
    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._view.pointer.leave()
        super().leaveEvent(event)

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._view.wheelEvent(event)

    @override
    @guard(False)  # noqa: FBT003 - what Qt is told then
    def event(self, event: QEvent, /) -> bool:
        """Say the tags under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pressed = self._pill_under(QPointF(event.pos()))
            if pressed is not None and self._links is not None:
                QToolTip.showText(event.globalPos(), tip(*self._links.words(pressed)), self)
                return True
            found = self.marks_under(QPointF(event.pos()))
            self._view.pointer.show_tip(event.globalPos(), [each.mark for each in found])
            return True
        return super().event(event)
