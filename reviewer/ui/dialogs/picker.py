"""A small window near the caret: one field, and a list the arrow keys move in meanwhile."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.wording import announce

ENTRY = int(Qt.ItemDataRole.UserRole)
"""Under this role an item keeps what is taken with it."""


class Picker(QDialog):
    """Keeps the caret in the field; Enter or a click takes a row, Esc leaves all as it is.

    ``most_letters`` can be typed; ``page`` rows are seen at the most, and gone on by Page Down.
    """

    def __init__(
        self, name: str, listed: str, parent: QWidget | None, *, most_letters: int, page: int
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._taken: object = None
        self._moves = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_PageDown): page,
            int(Qt.Key.Key_PageUp): -page,
            int(Qt.Key.Key_Tab): 1,
            int(Qt.Key.Key_Backtab): -1,
        }
        self.setAccessibleName(name)
        self.setObjectName("picker")
        self.setStyleSheet("#picker { border: 1px solid palette(dark); }")
        self._field = QLineEdit(self)
        self._field.setMaxLength(most_letters)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(listed)
        self._list.itemClicked.connect(self._take)
        self._list.currentRowChanged.connect(self._say_current)

    def place_near(self, caret: QRect, around: QRect) -> None:
        """Stand under ``caret``, above it where there is no room, inside ``around`` (global)."""
        size = self.size()
        top = caret.bottom() + spacing.TINY
        if top + size.height() > around.bottom():
            top = caret.top() - spacing.TINY - size.height()
        most_left = around.right() - size.width()
        most_top = around.bottom() - size.height()
        self.move(
            max(around.left(), min(caret.left(), most_left)),
            max(around.top(), min(top, most_top)),
        )

    def _choose(self, entry: object) -> None:
        """Take this, and be done."""
        self._taken = entry
        self.accept()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags():  # a row that only says something has none
            self._choose(item.data(ENTRY))

    def _say_current(self, row: int) -> None:
        item = self._list.item(row)
        if item is not None:
            self._field.setAccessibleDescription(item.text())
            announce(self._field, item.text())

    def _move(self, by: int) -> None:
        rows = self._list.count()
        if rows and self._list.currentItem() is not None:
            row = self._list.currentRow() + by
            # A step past either end comes out at the other, a page stops there.
            row = row % rows if abs(by) == 1 else max(0, min(row, rows - 1))
            self._list.setCurrentRow(row)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the caret in the field while the arrow keys move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in self._moves:
                self._move(self._moves[event.key()])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
