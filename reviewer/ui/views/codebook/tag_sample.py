"""A line of a document as it would look under a tag, in a theme of its own."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.labels import short_name
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import arabic_font, reading_font
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.mirroring import placed_f, turned
from reviewer.ui.theme.tag_colours import tag_dash
from reviewer.ui.theme.themes import Theme

HEIGHT = 52
_BOLD, _PLAIN = Letters(11, QFont.Weight.Bold).now, Letters(12).now
_BAR = 3
_LABEL = 17
_CORNER = 3
_PAD = 4
_READING = 16
_LONGEST_LABEL = 120


class TagSample(QWidget):
    """Tint, bar and label of a tag on the page of a theme; only to be looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inks = Inks(theme)
        self._colour, self._key, self._name = "1", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tag(self, colour: str, key: str, name: str) -> None:
        """Show this tag's look; ``colour`` is one that a tag can have."""
        self._colour, self._key, self._name = colour, key, name
        page = _("On the dark page") if self._theme.dark else _("On the light page")
        self.setAccessibleName(page)
        self.setToolTip(page)
        self.update()

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(240, grown(HEIGHT))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(160, grown(HEIGHT))

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.line_strong)
            painter.setBrush(theme.page)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, spacing.CORNER, spacing.CORNER)
            label = self._paint_label(painter, frame)
            self._paint_words(painter, QRectF(frame.left(), 0, label - frame.left(), self.height()))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Paint words of which some are tagged: tint behind, bar below, words on top."""
        # Nastaliq is too high for one line beside a label.
        font = arabic_font("ar", grown(_READING)) if turned() else reading_font(grown(_READING))
        metrics = QFontMetricsF(font)
        before, words = _("They say "), _("12 were hurt")
        whole = QRectF(self.rect())
        left, height = room.left() + spacing.MEDIUM, metrics.height()
        top = (room.height() - height - _BAR - 2) / 2
        start = left + metrics.horizontalAdvance(before)
        shown = metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, room.right() - start - spacing.SMALL
        )
        box = placed_f(whole, QRectF(start, top, metrics.horizontalAdvance(shown), height))
        ahead = placed_f(whole, QRectF(left, top, start - left, height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.tint(self._colour, 1, False))  # noqa: FBT003 - not faint
        painter.drawRect(box)
        self._paint_bar(painter, box)
        painter.setFont(font)
        painter.setPen(self._theme.text)
        # Wider than they are measured, for the blank at an end and for letters that lean.
        unclipped = int(Qt.TextFlag.TextDontClip) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(ahead, unclipped, before)
        painter.drawText(box, unclipped, shown)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        bar = QRectF(box.left(), box.bottom() + 1, box.width(), _BAR)
        if tag_dash(self._colour) == Qt.PenStyle.SolidLine:
            painter.setBrush(self._inks.colour(self._colour, False))  # noqa: FBT003 - not faint
            painter.drawRect(bar)
            return
        middle = bar.center().y()
        painter.setPen(self._inks.pen(self._colour, False, float(_BAR)))  # noqa: FBT003 - likewise
        painter.drawLine(QLineF(bar.left(), middle, bar.right(), middle))

    def _paint_label(self, painter: QPainter, frame: QRectF) -> float:
        """Paint the label as it stands in the gutter; returns where it begins."""
        letters = short_name(self._key, self._name)
        bold, plain = _BOLD(), _PLAIN()
        cap = max(float(grown(15)), QFontMetricsF(bold).horizontalAdvance(letters) + _PAD)
        metrics = QFontMetricsF(plain)
        high = grown(_LABEL)
        most = min(grown(_LONGEST_LABEL), frame.width() / 3)
        name = metrics.elidedText(
            " ".join(self._name.split()), Qt.TextElideMode.ElideRight, most - cap
        )
        width = cap + (metrics.horizontalAdvance(name) + 2 * _PAD if name else 0)
        logical = QRectF(frame.right() - spacing.SMALL - width, 0, width, high)
        logical.moveTop((self.height() - high) / 2)
        box = placed_f(QRectF(self.rect()), logical)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.tint(self._colour, 1, False))  # noqa: FBT003 - not faint
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(self._inks.colour(self._colour, False))  # noqa: FBT003 - likewise
        head = placed_f(box, QRectF(box.left(), box.top(), cap, box.height()))
        painter.drawRoundedRect(head, _CORNER, _CORNER)
        painter.setFont(bold)
        painter.setPen(self._inks.letter(self._colour))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, letters)
        painter.setFont(plain)
        painter.setPen(self._theme.text)
        beside = placed_f(box, box.adjusted(cap, 0, 0, 0))
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, name)
        return logical.left() - spacing.SMALL
