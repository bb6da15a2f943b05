"""Codebooks to begin with: a card each, with what it is for and the tags in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.codebooks import Entry, Preview, Standing
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.tag_questions import StarterCard
from reviewer.ui.delegates import theme_of
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown, heavier, on_screen
from reviewer.ui.theme.mirroring import inset, placed
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.passages.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated, plain

SIZE = QSize(620, 560)
_LINE = 22
_GAP = spacing.MEDIUM


class TagList(QWidget):
    """Names of tags with their marks, in as many lines as they need; only to be looked at."""

    _font = Letters(12)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = list(entries)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_(", ").join(entry.name for entry in entries))

    def _places(self, width: int) -> list[tuple[Entry, QPointF]]:
        """Return where each name begins."""
        metrics, left, top = QFontMetrics(self._font), 0, 0
        line, mark = grown(_LINE), grown(MARK)
        found = []
        for entry in self._entries:
            needed = mark + spacing.TINY + 2 + metrics.horizontalAdvance(entry.name)
            if left and left + needed > width:
                left, top = 0, top + line
            found.append((entry, QPointF(left, top)))
            left += needed + _GAP
        return found

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the names need at this width."""
        super().resizeEvent(event)
        places = self._places(self.width())
        self.setFixedHeight(int(places[-1][1].y()) + grown(_LINE) if places else 0)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        metrics, line, side = QFontMetrics(self._font), grown(_LINE), grown(MARK)
        with QPainter(self) as painter:
            painter.setFont(self._font)
            for entry, place in self._places(self.width()):
                at = place.toPoint()
                mark = QRect(at.x(), at.y() + (line - side) // 2, side, side)
                paint_mark(painter, placed(self.rect(), mark), entry.colour, theme)
                painter.setPen(theme.text)
                left = mark.right() + spacing.TINY + 3
                room = QRect(left, at.y(), self.width() - left, line)
                name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, room.width())
                room = placed(self.rect(), room)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, isolated(name))


class _Card(QFrame):
    """One codebook; a press anywhere on it chooses it."""

    def __init__(self, card: StarterCard) -> None:
        super().__init__()
        set_surface(self, "card")
        self.choice = QRadioButton(_(card.title).replace("&", "&&"))
        heavier(self.choice, QFont.Weight.DemiBold)
        self.choice.setAccessibleDescription(_(card.description))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self.choice)
        column.addWidget(plain(_(card.description)))
        column.addWidget(TagList([one.entry for one in card.preview.meetings]))
        column.addWidget(plain(meets(card.preview), "muted"))

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choice.setChecked(True)
        self.choice.setFocus(Qt.FocusReason.MouseFocusReason)


class StartersDialog(QDialog):
    """Asks which codebook to add; ``key`` is the answer."""

    def __init__(self, cards: Sequence[StarterCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add a starter codebook"))
        self.setAccessibleName(_("Add a starter codebook"))
        self._cards = {card.key: _Card(card) for card in cards}
        self._news = {card.key: len(card.preview.those(Standing.NEW)) for card in cards}
        self._group = QButtonGroup(self)
        inside = QWidget()
        set_surface(inside, "window")
        column = QVBoxLayout(inside)
        inset(column, 0, 0, spacing.MEDIUM, 0)
        column.setSpacing(spacing.MEDIUM)
        for card in self._cards.values():
            self._group.addButton(card.choice)
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setAccessibleName(_("Codebooks to begin with"))
        self._area = area
        box, self._agree = agree_or_cancel(self, _("Add"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        outer.setSpacing(spacing.MEDIUM)
        outer.addWidget(area, 1)
        outer.addWidget(box)
        self.resize(on_screen(SIZE.width(), SIZE.height()))
        for card in self._cards.values():
            card.choice.installEventFilter(self)
        self._group.buttonToggled.connect(self._weigh)
        first = next((key for key, count in self._news.items() if count), cards[0].key)
        self.choose(first)
        self._cards[first].choice.setFocus()

    def choose(self, key: str) -> None:
        """Choose a codebook."""
        self._cards[key].choice.setChecked(True)

    def key(self) -> str:
        """Return the codebook that is chosen."""
        return next(key for key, card in self._cards.items() if card.choice.isChecked())

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the card into sight that the keys go to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QRadioButton):
            card = watched.parentWidget()
            if card is not None:
                self._area.ensureWidgetVisible(card)
        return super().eventFilter(watched, event)

    def _weigh(self) -> None:
        if self._group.checkedButton() is None:
            return
        news = self._news[self.key()]
        self._agree.setEnabled(bool(news))
        self._agree.setText(
            counted("Add {count} tag", "Add {count} tags", news) if news else _("Add")
        )


def meets(preview: Preview) -> str:
    """Say how many tags of a codebook are new, and that the others stay as they are."""
    new = len(preview.those(Standing.NEW))
    there = len(preview.meetings) - new
    words = counted("{count} new tag", "{count} new tags", new)
    if not there:
        return words + "."
    stays = counted(
        "{count} is here already and stays as it is",
        "{count} are here already and stay as they are",
        there,
    )
    return f"{words}; {stays}." if new else f"{stays}."
