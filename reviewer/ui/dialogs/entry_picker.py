"""A small window with one field and a list: type a little, press Enter."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.folding import fold
from reviewer.environment.translation import _
from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_least_height
from reviewer.ui.wording import announce, isolated, plain

WIDTH = 420
MOST_ROWS = 9
MOST_OFFERED = 200
_ENTRY = int(Qt.ItemDataRole.UserRole)
_MOVES = {
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_PageDown): MOST_ROWS,
    int(Qt.Key.Key_PageUp): -MOST_ROWS,
    int(Qt.Key.Key_Tab): 1,
    int(Qt.Key.Key_Backtab): -1,
}


class EntryPicker(QDialog):
    """Chooses among entries, or makes a new one by its name; Esc leaves everything as it is."""

    def __init__(self, choosing: Choosing, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._choosing = choosing
        self._choice: Entry | str | None = None
        self.setAccessibleName(choosing.title)
        self.setObjectName("entry-picker")
        self.setStyleSheet("#entry-picker { border: 1px solid palette(dark); }")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(choosing.hint)
        self._field.setAccessibleName(
            _("{what}: type to narrow, arrow keys to choose").format(what=choosing.title)
        )
        self._field.setMaxLength(300)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(choosing.title)
        keep_least_height(self._list, spacing.ROW * 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[spacing.SMALL] * 4)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(choosing.title, "muted"))
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._narrow)
        self._list.itemClicked.connect(self._take)
        self._list.currentRowChanged.connect(self._say_current)
        self.setFixedWidth(grown(WIDTH))
        self._narrow()
        self._keep_height()
        self._field.setFocus()

    def choice(self) -> Entry | str | None:
        """Return the entry, or the name of a new one; ``None`` when none was chosen."""
        return self._choice

    def place_near(self, caret: QRect, around: QRect) -> None:
        """Stand under ``caret``, above it where there is no room, inside ``around`` (global)."""
        self.adjustSize()
        size = self.size()
        top = caret.bottom() + spacing.TINY
        if top + size.height() > around.bottom():
            top = caret.top() - spacing.TINY - size.height()
        self.move(
            max(around.left(), min(caret.left(), around.right() - size.width())),
            max(around.top(), min(top, around.bottom() - size.height())),
        )

    def _narrow(self) -> None:
        typed = " ".join(self._field.text().split())
        wanted = fold(typed).split()
        self._list.clear()
        if self._choosing.none and not typed:
            self._add(Entry(0, self._choosing.none), self._choosing.none)
        known = False
        for entry in self._choosing.entries:
            known = known or entry.name.casefold() == typed.casefold()
            folded = fold(f"{entry.name} {entry.second}")
            if self._list.count() < MOST_OFFERED and all(word in folded for word in wanted):
                second = f"  ·  {isolated(entry.second)}" if entry.second else ""
                self._add(entry, f"{isolated(entry.name)}{second}")
        if typed and self._choosing.new and not known:
            self._add(typed, self._choosing.new.format(name=isolated(typed)))
        if self._list.count():
            self._list.setCurrentRow(0)
        else:
            self._say_nothing()

    def _keep_height(self) -> None:
        """Keep the room of the whole list, so that nothing moves while it narrows."""
        rows = min(max(self._list.count(), 3), MOST_ROWS)
        self._list.setFixedHeight(rows * grown(spacing.ROW) + spacing.SMALL)

    def _say_nothing(self) -> None:
        words = _("Nothing fits.")
        item = QListWidgetItem(words, self._list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._field.setAccessibleDescription(words)
        announce(self._field, words)

    def _add(self, entry: Entry | str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_ENTRY, entry)
        self._list.addItem(item)

    def _say_current(self, row: int) -> None:
        item = self._list.item(row)
        if item is not None:
            self._field.setAccessibleDescription(item.text())
            announce(self._field, item.text())

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags():
            entry = item.data(_ENTRY)
            self._choice = entry if isinstance(entry, Entry | str) else None
            self.accept()

    def _move(self, by: int) -> None:
        rows = self._list.count()
        if rows and self._list.currentItem() is not None:
            row = self._list.currentRow() + by
            row = row % rows if abs(by) == 1 else max(0, min(row, rows - 1))
            self._list.setCurrentRow(row)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the caret in the field while the arrow keys move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(_MOVES[event.key()])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
