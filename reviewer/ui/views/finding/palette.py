"""The palette: one field over the window, and below it whatever fits a few letters.

It lies over the window as a part of it, not as a window of its own: nothing is grabbed, and what
had the keys gets them back. While it is open the window's shortcuts rest.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from reviewer.environment.translation import _, counted
from reviewer.ui.assembly.finding import Search, or_nothing
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.delegates.palette import PaletteDelegate, row_height
from reviewer.ui.desk import Context
from reviewer.ui.guard import guard
from reviewer.ui.models.palette import Ask, Entry, PaletteModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.wording import announce

MILLISECONDS_TO_THINK = 60
WIDTH, LETTERS = 680, 80  # at least so many pixels or letters wide, where there is room
MOST_ROWS = 12
PAGE = 10
_EDGE = 3  # of the card, where its corners are round
_HIGH_UP = 0.1  # of the window's height, where nothing shows where to stand
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class _Ground(QWidget):
    """A ground that hides whatever lies below it, and tells Qt so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().alternateBase())


class Palette(QWidget):
    """Covers the window while it is open; a click beside the card leaves it."""

    def __init__(
        self,
        search: Search,
        window: QWidget,
        context: Context,
        own_keys: Callable[[], Sequence[QKeySequence]] = tuple,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._search = search
        self._context = context
        self._own_keys = own_keys
        self._anchor: QWidget | None = None
        self._came_from: QWidget | None = None
        self._model = PaletteModel(self)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(MILLISECONDS_TO_THINK)
        self._soon.timeout.connect(self._look_into)
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        window.installEventFilter(self)
        self.hide()

    def open_at(self, anchor: QWidget | None = None) -> None:
        """Open the palette over ``anchor`` if it can be seen, else high up in the middle."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._came_from = QApplication.focusWidget()
        self._anchor = anchor
        self._search.begin()
        self.field.clear()
        self._look()
        self._place()
        for part in (self, self._inner):
            part.show()
            part.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._reading.start()

    def leave(self) -> None:
        """Close the palette and give the keys back to what had them."""
        if self.isHidden():
            return
        self._soon.stop()
        self._reading.stop()
        self.hide()
        self._inner.hide()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self._context.desk is not None:
            self._context.desk.pages.give_keys_back()

    def chosen(self) -> Entry | None:
        """Return the entry that Enter takes."""
        return self._model.entry(self.list.currentIndex().row())

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._place()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own keys rest while one types here
            return True
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def _build(self) -> None:
        self.card = QFrame(self)
        self.card.setObjectName("palette")
        self.card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card.setStyleSheet(
            "#palette { background: palette(alternate-base); border: 1px solid palette(dark);"
            f" border-radius: {spacing.CORNER + 2}px; }}"
        )
        # Stands in the window, not in the card: only a widget beside the panes that hides what lies
        # below it keeps Qt from painting the panes again with every letter (10 ms saved).
        inner = _Ground(self._window)
        self._inner = inner
        self.field = QLineEdit(inner)
        self.field.setPlaceholderText(_("Find a command, document, tag, setting or help page…"))
        self.field.setAccessibleName(_("Find anything: type to narrow, arrow keys to choose"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMaxLength(200)
        self.list = QListView(inner)
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("surface", "panel")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Found"))
        self._hint = ElidedLabel(
            _(
                "Enter does it · Ctrl+Enter opens beside · only: > commands, @ documents, "
                "# tags, ? help"
            )
        )
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setContentsMargins(spacing.SMALL, 0, spacing.SMALL, 0)
        inner.hide()
        column = QVBoxLayout(inner)
        margin = spacing.SMALL - _EDGE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._hint)

    def _place(self) -> None:
        """Cover the window, and stand over the anchor or high up, as high as the rows need."""
        self.setGeometry(self._window.rect())
        letters = LETTERS * self.fontMetrics().averageCharWidth()
        width = min(max(WIDTH, letters), self.width() - 2 * spacing.WIDE)
        left, top = (self.width() - width) // 2, round(self.height() * _HIGH_UP)
        anchor = self._anchor
        if anchor is not None and isValid(anchor) and anchor.isVisible():
            corner = anchor.mapTo(self._window, QPoint(0, 0))
            middle = corner.x() + anchor.width() // 2
            left = max(spacing.SMALL, min(middle - width // 2, self.width() - width))
            top = corner.y() - spacing.SMALL
        margin = spacing.SMALL
        fixed = self.field.sizeHint().height() + self._hint.sizeHint().height() + 4 * margin
        row = row_height(self.list.fontMetrics())
        room = self.height() - top - fixed - spacing.WIDE
        rows = max(1, min(self._model.rowCount(), MOST_ROWS, room // row))
        self.list.setFixedHeight(rows * row)
        card = QRect(left, top, width, fixed + rows * row)
        self.card.setGeometry(card)
        self._inner.setGeometry(card.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _RETURN:
            self._take(beside=bool(event.modifiers() & _CONTROL))
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) in self._own_keys():
            self.leave()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        """Go up or down over entries; a step past either end comes out at the other."""
        count = self._model.rowCount()
        if not count:
            return
        step = 1 if by > 0 else -1
        row = self.list.currentIndex().row() + by
        if abs(by) > 1:
            row = max(0, min(row, count - 1))
            step = -step if self._model.next_entry(row, step) < 0 else step
        found = self._model.next_entry(row, step)
        if found < 0:
            found = self._model.next_entry(0 if step > 0 else count - 1, step)
        self._choose(found)

    def _choose(self, row: int) -> None:
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        words = str(index.data() or "")
        self.field.setAccessibleDescription(words)
        announce(self.field, words)

    def _look(self) -> None:
        """Show what fits, as far as it is at hand; what documents hold comes a moment later."""
        typed = self.field.text()
        self._soon.stop()
        rows = self._search.find(typed)
        self._model.show(rows, Ask.of(typed).words)
        self._choose(self._model.next_entry(0, 1))
        self.list.scrollToTop()
        self._place()
        if Ask.of(typed).text:
            self._soon.start()

    def _look_into(self) -> None:
        typed = self.field.text()
        more = self._search.holding(typed)
        self._model.append(more if self._model.rowCount() else or_nothing(more, typed))
        if self.chosen() is None:
            self._choose(self._model.next_entry(0, 1))
        self._place()
        if Ask.of(typed).text:
            count = sum(1 for row in self._model.rows() if isinstance(row, Entry))
            announce(self.field, counted("{count} found", "{count} found", count))

    def _read_on(self) -> None:
        if self._search.read_on():
            return
        self._reading.stop()
        before = self.chosen()
        if self.field.text().strip():
            self._look()
            self._choose_again(before)

    def _choose_again(self, before: Entry | None) -> None:
        for number, row in enumerate(self._model.rows()):
            if isinstance(row, Entry) and before is not None and row.identity == before.identity:
                self._choose(number)
                return

    def _clicked(self, index: QModelIndex) -> None:
        beside = bool(QApplication.keyboardModifiers() & _CONTROL)
        self.list.setCurrentIndex(index)
        self._take(beside=beside)

    def _take(self, *, beside: bool) -> None:
        """Do what is chosen; what cannot be done now only says why."""
        if self._reading.isActive() and self._model.rowCount() == 0:
            while self._search.read_on():
                pass
            self._look()
        entry = self.chosen()
        if entry is None:
            return
        if entry.why:
            announce(self.field, entry.why)
            return
        self.leave()
        self._search.remember(entry)
        (entry.beside if beside and entry.beside is not None else entry.run)()


def palette_over(window: QWidget, context: Context, actions: CommandActions) -> Palette:
    """Return the palette of a window."""
    search = Search(context, actions, window)
    return Palette(search, window, context, actions.action("view.search").shortcuts)
