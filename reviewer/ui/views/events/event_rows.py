"""The rows of an event's page: walked by keys, chosen, dragged onto a question.

Keys that act here are commands of the scope ``events``; where they cover keys of the window the
rows take them first.
"""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates.event_page import EventPageDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.event_page import PageRow, RowKind
from reviewer.ui.models.event_rows import EventRowsModel
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.pieces.command_keys import CommandKeys
from reviewer.ui.views.pieces.lit_rows import LitRows, menu_place

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class EventPageRows(QListView):
    """Shows an ``EventRowsModel``; ``runs`` says whether a key of that name runs anything here."""

    chosen_changed = Signal()
    command_wanted = Signal(str)  # the name of a key that runs something here
    open_wanted = Signal()  # a row was pressed twice
    menu_wanted = Signal(QPoint)  # global position

    def __init__(self, model: EventRowsModel, runs: Callable[[str], bool]) -> None:
        super().__init__()
        self._model = model
        self._keys = CommandKeys(self, runs)
        delegate = EventPageDelegate(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)
        self.setAccessibleName(_("Questions of the event, and what answers them"))
        set_surface(self, "page")
        LitRows(self, delegate)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)

    def current(self) -> PageRow | None:
        """Return the row one is at."""
        return self._model.row(self.currentIndex().row())

    def passages(self) -> list[int]:
        """Return the passages chosen, the one that one is at first, each once."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        here = self.currentIndex().row()
        if here in chosen:
            chosen.remove(here)
            chosen.insert(0, here)
        rows = [row for row in map(self._model.row, chosen) if row is not None]
        return list(dict.fromkeys(one.passage for one in rows if one.passage is not None))

    def placed(self) -> list[tuple[int, int | None]]:
        """Return the passages chosen, each with the question it stands under."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [row for row in map(self._model.row, chosen) if row is not None]
        return [(one.passage, one.question) for one in rows if one.passage is not None]

    def go(self, row: int) -> None:
        """Go to a row, where there is one."""
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row)
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)

    def show_rows(self, rows: list[PageRow]) -> None:
        """Show rows; where one was is found again, else what stands in its place."""
        here, at = self.current(), self.currentIndex().row()
        top = self.verticalScrollBar().value()
        if self._model.show(rows):
            found = -1 if here is None else self._model.find(lambda one: one.key == here.key)
            if found < 0 and here is not None and here.passage is not None:
                found = self._model.find(lambda one: one.passage == here.passage)
            self.go(found if found >= 0 else min(max(at, 0), len(rows) - 1))
            self.verticalScrollBar().setValue(top)
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())
        self._tell()

    def go_to_question(self, question: int | None) -> None:
        """Go to a question's heading."""
        self.go(
            self._model.find(lambda one: one.kind is RowKind.QUESTION and one.question == question)
        )

    def copy(self) -> None:
        """Copy the chosen rows as text, one a line."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [row for row in map(self._model.row, chosen) if row is not None]
        words = "\n".join(one.words() for one in rows)
        QGuiApplication.clipboard().setText(
            words.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))
        )

    def _tell(self) -> None:
        self.chosen_changed.emit()

    def _open(self) -> None:
        self.open_wanted.emit()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self._keys.command(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif name:
            self.command_wanted.emit(name)
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(menu_place(self, event))
