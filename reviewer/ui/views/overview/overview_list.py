"""A list of the overview: walked by keys, Enter opens, Escape goes back."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from reviewer.ui.delegates.overview import OverviewDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.overview import OverviewModel, OverviewRow

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)


class OverviewList(QListView):
    """The rows of a model; what is current is what is chosen.

    With ``two_lines`` all rows are as high as those with two lines, so that none has to be read to
    know where the others stand.
    """

    opened = Signal(object)  # an OverviewRow
    chosen = Signal(object)  # an OverviewRow
    back_wanted = Signal()

    def __init__(self, model: OverviewModel, name: str, *, two_lines: bool = False) -> None:
        super().__init__()
        self._model = model
        self._delegate = OverviewDelegate(self, two_lines=two_lines)
        self.setUniformItemSizes(two_lines)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._follow)
        self.doubleClicked.connect(self._open)
        model.same_rows.connect(self.viewport().update)

    def row(self) -> OverviewRow | None:
        """Return the row one is at."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def go_to(self, key: str, at: int = 0) -> None:
        """Go to a row by its key, else to the one that stands at ``at`` now, else to the last."""
        place = self._model.place_of(key) if key else None
        if place is None:
            place = min(max(at, 0), self._model.rowCount() - 1)
        index = self._model.index(place, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOOSE)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.key() in _BACK:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _follow(self, current: QModelIndex) -> None:
        self._delegate.current = current.row()
        row = self._model.row(current.row()) if current.isValid() else None
        if row is not None:
            self.chosen.emit(row)
