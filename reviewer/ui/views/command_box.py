"""The search and command box: any command, any document, any words, found as one types."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.wording import isolated

MILLISECONDS_TO_THINK = 60
MOST_SHOWN = 12
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the box can do: what it says, what stands small beside it, and the deed."""

    title: str
    hint: str
    icon: str
    run: Callable[[], None]


Finder = Callable[[str], list[Offer]]


class CommandBox(QLineEdit):
    """A field whose answers drop down below it; Enter takes the first, Escape leaves."""

    left = Signal()  # it wants the keys no more

    def __init__(self, find: Finder) -> None:
        super().__init__()
        self._find = find
        self._offers: list[Offer] = []
        self.setPlaceholderText(_("Search documents and commands  (Ctrl+K)"))
        self.setAccessibleName(_("Search documents and commands"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaximumWidth(560)
        self._list = QListWidget(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setFocusProxy(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(_("Found"))
        self._list.itemClicked.connect(self._take)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(MILLISECONDS_TO_THINK)
        self._soon.timeout.connect(self._look)
        self.textEdited.connect(lambda _words: self._soon.start())
        self.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES and self._list.isVisible():
            self._list.event(event)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._soon.stop()
            self._look()
            self._take(self._list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def leave(self) -> None:
        """Empty the field and give the keys back."""
        self._soon.stop()
        self.clear()
        self._offers = []
        self._list.hide()
        self.clearFocus()
        self.left.emit()

    def _look(self) -> None:
        words = self.text().strip()
        chosen = self._list.currentRow()
        self._offers = self._find(words)[:MOST_SHOWN] if words else []
        self._list.clear()
        for offer in self._offers:
            said = f"{offer.title}    {offer.hint}" if offer.hint else offer.title
            self._list.addItem(QListWidgetItem(icon(offer.icon), said))
        if not self._offers:
            if words:
                nothing = QListWidgetItem(nothing_found(words))
                nothing.setFlags(Qt.ItemFlag.NoItemFlags)
                self._list.addItem(nothing)
                self._show_list()
            else:
                self._list.hide()
            return
        self._list.setCurrentRow(min(max(chosen, 0), len(self._offers) - 1))
        self._show_list()

    def _show_list(self) -> None:
        rows = self._list.count()
        self._list.setFixedWidth(self.width())
        self._list.setFixedHeight(rows * (self._list.sizeHintForRow(0) + 1) + spacing.SMALL)
        self._list.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._list.show()
        self._list.raise_()

    def _take(self, item: QListWidgetItem | None) -> None:
        row = self._list.row(item) if item is not None else -1
        if 0 <= row < len(self._offers):
            offer = self._offers[row]
            self.leave()
            offer.run()


def nothing_found(words: str) -> str:
    """Say that nothing fits these words."""
    return _("Nothing found for “{words}”.").format(words=isolated(words))
