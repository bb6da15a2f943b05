"""A panel with a list one walks: each row is a passage or a place, shown beside as one is at it.

The panel only tells what is wanted; what is shown beside, and given back, is another's affair.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.commands.keys import key_name
from reviewer.ui.delegates.where_else import WhereElseDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.where_else import Elsewhere, WhereElseModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset, turned
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.panel_head import SidePanel
from reviewer.ui.wording import plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_HELD = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class WalkedList(SidePanel):
    """A title, a line on what it is about, and the list, or a sentence where there is none.

    ``followed`` tells the row one is at, ``None`` where the list has none; ``go_wanted`` that
    Enter was pressed, ``more_wanted`` that it was with Shift; ``turn_wanted`` that Left or Right
    was, as -1 or 1 in the direction one reads; ``key_pressed`` any other plain key.
    """

    followed = Signal(object)  # an Elsewhere or None
    go_wanted = Signal()
    more_wanted = Signal()
    turn_wanted = Signal(int)
    key_pressed = Signal(str)

    def __init__(self, name: str, picture: str, listed: str, help_page: str) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setAccessibleName(name)
        self.setProperty("help_page", help_page)
        self._model = WhereElseModel(self)
        self.list = QListView()
        self.list.setAccessibleName(listed)
        self._title = QLabel(name)
        self._about = plain("", "muted")
        self._nothing = EmptyPlace(picture)
        self._stack = QStackedWidget()
        self._below = QVBoxLayout()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.list.activated.connect(self.go_wanted)
        self.list.installEventFilter(self)

    def has_keys(self) -> bool:
        """Say whether typed keys go to the list."""
        return QApplication.focusWidget() is self.list

    def current(self) -> Elsewhere | None:
        """Return the row one is at."""
        return self._model.place(self.list.currentIndex().row())

    def rows(self) -> list[Elsewhere]:
        """Return all rows, best first."""
        return [
            row for number in range(self._model.rowCount()) if (row := self._model.place(number))
        ]

    def words(self) -> str:
        """Return what is said where there is no list; empty where there is one."""
        return "" if self._stack.currentWidget() is self.list else self._nothing.words()

    def title(self) -> str:
        """Return what stands over the list."""
        return self._title.text()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[Elsewhere], title: str, at: int = 0) -> None:
        """Show these rows, one at least, and stand at one of them."""
        self._model.show(rows)
        self._title.setText(title)
        self._stack.setCurrentWidget(self.list)
        index = self._model.index(min(at, len(rows) - 1), 0)
        self.list.selectionModel().setCurrentIndex(index, _CHOOSE)

    def say(self, words: str, title: str) -> None:
        """Show a sentence in place of a list."""
        self._model.show(())
        self._title.setText(title)
        self._nothing.say(words)
        self._stack.setCurrentWidget(self._nothing)
        self.followed.emit(None)

    def _follow(self, current: QModelIndex) -> None:
        self._delegate.current = current.row()
        self.followed.emit(self.current())

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list: Enter, Escape, Copy, and those that may be a tag's.

        Rows are placed anew when the list is wider or narrower: words take one line or two.
        """
        if event.type() == QEvent.Type.Resize:
            self.list.scheduleDelayedItemsLayout()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event)
        if event.key() in _ENTER:
            with_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.more_wanted if with_shift else self.go_wanted).emit()
        elif event.key() in _SIDEWAYS and not event.modifiers() & _HELD:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.turn_wanted.emit(-step if turned() else step)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            row = self.current()
            QGuiApplication.clipboard().setText("" if row is None else row.quote)
        elif len(name.removeprefix("Shift+")) == 1 and name != " ":
            self.key_pressed.emit(name)
        else:
            return False
        return True

    def _lay_out(self) -> None:
        self._delegate = WhereElseDelegate(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_surface(self.list, "panel")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._title, "heading")
        close = QToolButton()
        close.setIcon(icon("close"))
        keep_icon(close, spacing.ICON_SMALL)
        close.setAutoRaise(True)
        close.setToolTip(_("Close (Escape)"))
        close.setAccessibleName(_("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        inset(head, spacing.MEDIUM, spacing.TINY, spacing.TINY, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        about = QVBoxLayout()
        about.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        about.addWidget(self._about)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(head)
        column.addLayout(about)
        column.addWidget(self._stack, 1)
        column.addLayout(self._below)
