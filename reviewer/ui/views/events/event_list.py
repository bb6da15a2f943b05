"""The list of events at the side of their place: narrowed as one types, put in order."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _, counted
from reviewer.ui.delegates.events import EventDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE
from reviewer.ui.models.events import SORT_LABELS, EventsModel, EventSort
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_square
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.events.kept_filters import bring_filters_back
from reviewer.ui.views.events.narrowing_field import NarrowingField
from reviewer.ui.views.pieces.command_keys import letters_typed
from reviewer.ui.views.pieces.lit_rows import LitRows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EventRows(QListView):
    """The rows; letters go to the field, Enter into the event's page."""

    typed = Signal(str)
    enter_wanted = Signal()
    remove_wanted = Signal()
    left = Signal()  # upwards from the first row

    def __init__(self, model: EventsModel) -> None:
        super().__init__()
        delegate = EventDelegate(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Events"))
        set_surface(self, "panel")
        LitRows(self, delegate)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() in _ENTER:
            self.enter_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif letters_typed(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class EventList(QWidget):
    """Field, order and rows; ``chosen_changed`` tells that another event is chosen."""

    chosen_changed = Signal()
    narrowed = Signal()
    new_wanted = Signal()

    def __init__(self, model: EventsModel) -> None:
        super().__init__()
        set_surface(self, "panel")
        self._model = model
        self.sort = EventSort.DATE
        self.rows = EventRows(model)
        self.field = NarrowingField(_("Narrow the events by their words"), _("Find an event…"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._build()
        self.field.textChanged.connect(self.narrowed)
        self.field.down.connect(self.enter)
        self.rows.typed.connect(self._type)
        self.rows.left.connect(self.field.setFocus)
        self.rows.selectionModel().currentRowChanged.connect(self._tell)

    def chosen(self) -> int | None:
        """Return the event chosen."""
        found = self.rows.currentIndex().data(ID_ROLE)
        return found if isinstance(found, int) else None

    def choose(self, event: int | None) -> bool:
        """Choose an event and scroll to it; says whether it is shown."""
        row = None if event is None else self._model.row_of(event)
        if row is not None:
            index = self._model.index(row)
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)
        return row is not None

    def enter(self) -> None:
        """Give the keys to the rows."""
        if self.chosen() is None and self._model.rowCount():
            self.rows.setCurrentIndex(self._model.index(0))
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_count(self, total: int) -> None:
        """Say how many there are, and how many of them are shown."""
        shown = self._model.rowCount()
        words = counted("{count} event", "{count} events", total)
        if shown != total:
            words = _("{shown} of {all}").format(shown=f"{shown:,}", all=words)
        self._count.setText(words)

    def kept(self) -> dict[str, object]:
        """Return how the list is narrowed and ordered, to be remembered."""
        return {"words": self.field.text(), "order": self.sort.value}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Narrow and order the list as it was; nothing is told, for nothing is shown yet."""
        with QSignalBlocker(self):
            bring_filters_back({"words": self.field}, kept)
            if kept.get("order") in list(EventSort):
                self.order_by(EventSort(str(kept["order"])))

    def _build(self) -> None:
        heading = QLabel(_("Events"))
        set_role(heading, "heading")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(heading)
        head.addSpacing(spacing.SMALL)
        head.addWidget(self._count, 1)
        head.addWidget(self._button("add", _("New event"), self.new_wanted.emit))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing.TINY)
        line.addWidget(self.field, 1)
        order = self._button("sort", _("Order of the events"))
        order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        order.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        order.setMenu(self._orders(order))
        line.addWidget(order)
        top = QVBoxLayout()
        top.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.SMALL, spacing.SMALL)
        top.setSpacing(spacing.TINY)
        top.addLayout(head)
        top.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.rows, 1)

    def _orders(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        group = QActionGroup(menu)
        self._actions: Mapping[EventSort, QAction] = {}
        actions = {}
        for sort, label in SORT_LABELS.items():
            action = menu.addAction(_(label))
            action.setCheckable(True)
            action.setChecked(sort is self.sort)
            action.setData(sort)
            group.addAction(action)
            actions[sort] = action
        self._actions = actions
        group.triggered.connect(self._order_by)
        return menu

    def order_by(self, sort: EventSort) -> None:
        """Put the events in another order."""
        self.sort = sort
        self._actions[sort].setChecked(True)
        self.narrowed.emit()

    def _order_by(self, action: QAction) -> None:
        self.order_by(EventSort(action.data()))

    def _button(self, name: str, words: str, deed: object = None) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        keep_square(button, spacing.FIELD)
        if callable(deed):
            button.clicked.connect(deed)
        return button

    def _type(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(letters)

    def _tell(self) -> None:
        self.chosen_changed.emit()
